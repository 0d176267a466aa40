import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import { writeClockFiles, type ClockFiles } from "./clock-files.ts";
import { closeReport, dropFile, openDados, watchPage } from "./import-drop.ts";
import { median, tenth, withFreshBrowser, type Serving } from "./open.ts";

const CASES = 150_000;
const EVENTS = 1_000_000;
const PATIENCE_MS = 300_000;
/** Time for the browser to finish keeping the files, which goes on after their reports. */
const REST_MS = 5000;
/** Without a new answer for so long, a change is over. */
const QUIET_MS = 500;

/** Addresses tried one after the other, each from the one before. */
const CHANGES: Readonly<Record<string, string>> = {
  tema: "tema=bpc",
  canal: "canal=carta-ar,presencial",
  municipio: "municipio=5107602",
  superintendencia: "superintendencia=servicos",
  espera: "espera=municipio",
  estado: "estado=vencido",
  periodo: "de=2026-01&ate=2026-06",
  "tudo de novo": "",
  "ordem por protocolo": "fila=protocolo",
  "regra da casa (relógio de novo)": "regra=uteis",
  "outro dia (tudo contado de novo)": "em=2026-10-15",
  agenda: "parte=agenda",
  fluxo: "parte=fluxo",
  alertas: "parte=alertas",
  apoio: "parte=apoio",
  problemas: "parte=problemas",
};

/** What a change of the address cost, ms; null where the page asked nothing or had no long task. */
export interface ClockChange {
  /** From the change to the last answer in the page, and to the second frame after it. */
  readonly resposta: number | null;
  readonly tela: number | null;
  /** In the worker: the slowest question, and the replay and clock where they were made again. */
  readonly pergunta: number | null;
  readonly relogio: number | null;
  /** Longest task of the page's thread. */
  readonly tarefa: number | null;
}

export interface ClockPageCost {
  readonly casos: number;
  readonly eventos: number;
  readonly execucoes: number;
  /** From the drop of each file to its report, ms. */
  readonly carregarDenuncias: number;
  readonly carregarAndamentos: number;
  /** From the click to the columns in the worker: in the engine, reading in the worker, all of it. */
  readonly leitura: { readonly motor: number; readonly trabalhador: number; readonly tudo: number };
  /** From the click on the page's link to its first answers; `relogio` is the replay and the clock of all cases. */
  readonly abertura: ClockChange;
  /** Everything from the columns asked to the clock of all cases, in and out of the worker. */
  readonly leituraERelogio: number;
  readonly mudancas: Readonly<Record<string, ClockChange>>;
}

/** A million events of 150,000 cases, loaded through the page's own import; then the page of the terms. */
export async function benchRelogio(serving: Serving, snapshot: Snapshot, runs: number, say: (text: string) => void): Promise<ClockPageCost> {
  const folder = await mkdtemp(join(tmpdir(), "mirante-bench-relogio-"));
  try {
    const files: ClockFiles = { denuncias: join(folder, "denuncias.csv"), andamentos: join(folder, "andamentos.csv") };
    await writeClockFiles(files, CASES, EVENTS, snapshot);
    const seen: Run[] = [];
    for (let run = 0; run < runs; run += 1) {
      say(`run ${run + 1} of ${runs}…`);
      seen.push(await once(serving, files));
    }
    const of = (value: (run: Run) => number): number => tenth(median(seen.map(value)));
    const change = (value: (run: Run) => ClockChange | undefined): ClockChange => middle(seen.flatMap((run) => value(run) ?? []));
    return {
      casos: CASES,
      eventos: EVENTS,
      execucoes: runs,
      carregarDenuncias: of(({ denuncias }) => denuncias),
      carregarAndamentos: of(({ andamentos }) => andamentos),
      leitura: { motor: of(({ carga }) => carga.motor), trabalhador: of(({ carga }) => carga.leitura), tudo: of(({ carga }) => carga.tudo) },
      abertura: change(({ abertura }) => abertura),
      leituraERelogio: of(({ carga, abertura }) => carga.tudo + (abertura.relogio ?? 0)),
      mudancas: Object.fromEntries(Object.keys(CHANGES).map((nome) => [nome, change(({ mudancas }) => mudancas[nome])])),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly denuncias: number;
  readonly andamentos: number;
  readonly carga: { readonly motor: number; readonly leitura: number; readonly tudo: number };
  readonly abertura: ClockChange;
  readonly mudancas: Readonly<Record<string, ClockChange>>;
}

async function once(serving: Serving, files: ClockFiles): Promise<Run> {
  return withFreshBrowser(null, async ({ page, context }) => {
    await openDados(page, serving);
    const load = async (path: string): Promise<number> => {
      await page.evaluate(watchPage, PATIENCE_MS);
      await dropFile(page, context, path);
      const { ms } = await page.evaluate(() => globalThis.miranteMedida);
      await closeReport(page);
      return ms;
    };
    const denuncias = await load(files.denuncias);
    const andamentos = await load(files.andamentos);
    await page.waitForTimeout(REST_MS);
    const abertura = await changeTo(page, "");
    const carga = await page.evaluate(readLoad);
    const mudancas: Record<string, ClockChange> = {};
    for (const [nome, query] of Object.entries(CHANGES)) mudancas[nome] = await changeTo(page, query);
    return { denuncias, andamentos, carga, abertura, mudancas };
  });
}

async function changeTo(page: Page, query: string): Promise<ClockChange> {
  return page.evaluate(measureChange, { hash: `#/denuncias${query === "" ? "" : `?${query}`}`, quiet: QUIET_MS, patience: PATIENCE_MS });
}

/**
 * Runs in the page: goes to an address and waits until its questions are answered and
 * drawn. It names no function of its own: what is sent to the page has no names to give.
 */
function measureChange({ hash, quiet, patience }: { readonly hash: string; readonly quiet: number; readonly patience: number }): Promise<ClockChange> {
  return new Promise((resolve, reject) => {
    const seen: { -readonly [K in keyof ClockChange]: number | null } = { resposta: null, tela: null, pergunta: null, relogio: null, tarefa: null };
    const isOpen = document.querySelector(".denuncias") !== null;
    const from = performance.now();
    // A part that asks nothing new is over soon; one that waits for the cases is not.
    let quietFrom = isOpen ? from + quiet : Infinity;
    const tasks = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= from) seen.tarefa = Math.max(seen.tarefa ?? 0, duration);
    });
    const answers = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.name.startsWith("mirante:relogio:pergunta:") || entry.startTime + entry.duration < from) continue;
        const detail = (entry as PerformanceMeasure).detail as { readonly msDoRelogio: number; readonly msDaPergunta: number };
        seen.resposta = Math.max(seen.resposta ?? 0, entry.startTime + entry.duration - from);
        seen.pergunta = Math.max(seen.pergunta ?? 0, detail.msDaPergunta);
        // What needed no new clock took no more than a look at it.
        if (detail.msDoRelogio > 1) seen.relogio = Math.max(seen.relogio ?? 0, detail.msDoRelogio);
        quietFrom = performance.now();
        requestAnimationFrame(() => requestAnimationFrame(() => (seen.tela = performance.now() - from)));
      }
    });
    tasks.observe({ type: "longtask" });
    answers.observe({ type: "measure" });
    const timer = setInterval(() => {
      const now = performance.now();
      if (now - quietFrom < quiet && now - from < patience) return;
      clearInterval(timer);
      tasks.disconnect();
      answers.disconnect();
      if (now - quietFrom >= quiet) resolve(seen);
      else reject(new Error(`${hash} was not answered in time`));
    }, 50);
    location.hash = hash;
  });
}

/** Runs in the page: how long the columns took. */
function readLoad(): { readonly motor: number; readonly leitura: number; readonly tudo: number } {
  const [entry] = performance.getEntriesByName("mirante:relogio:carga");
  if (entry === undefined) throw new Error("the cases were not read");
  const { motor, leitura } = (entry as PerformanceMeasure).detail as { readonly motor: number; readonly leitura: number };
  return { motor, leitura, tudo: entry.duration };
}

/** Of each figure the median; of the long tasks the longest. */
function middle(changes: readonly ClockChange[]): ClockChange {
  const of = (value: (change: ClockChange) => number | null): number | null => {
    const found = changes.flatMap((change) => value(change) ?? []);
    return found.length === 0 ? null : tenth(median(found));
  };
  const tarefas = changes.flatMap(({ tarefa }) => tarefa ?? []);
  return {
    resposta: of(({ resposta }) => resposta),
    tela: of(({ tela }) => tela),
    pergunta: of(({ pergunta }) => pergunta),
    relogio: of(({ relogio }) => relogio),
    tarefa: tarefas.length === 0 ? null : tenth(Math.max(...tarefas)),
  };
}
