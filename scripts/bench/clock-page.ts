import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import { writeClockFiles, type ClockFiles } from "./clock-files.ts";
import { openDados } from "./import-drop.ts";
import { median, tenth, withFreshBrowser, type Serving } from "./open.ts";
import { changeTo, loadFile, loadOf, middle, type PageChange, type PageLoad } from "./page-change.ts";

const CASES = 150_000;
const EVENTS = 1_000_000;
/** Time for the browser to finish keeping the files, which goes on after their reports. */
const REST_MS = 5000;

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
  "fluxo, um tema": "parte=fluxo&tema=bpc",
  "fluxo, dois canais": "parte=fluxo&canal=carta-ar,presencial",
  alertas: "parte=alertas",
  apoio: "parte=apoio",
  problemas: "parte=problemas",
};

export interface ClockPageCost {
  readonly casos: number;
  readonly eventos: number;
  readonly execucoes: number;
  /** From the drop of each file to its report, ms. */
  readonly carregarDenuncias: number;
  readonly carregarAndamentos: number;
  /** From the click to the columns in the worker: in the engine, reading in the worker, all of it. */
  readonly leitura: { readonly motor: number; readonly trabalhador: number; readonly tudo: number };
  /** From the click on the page's link to its first answers; `preparo` is the replay and the clock of all cases. */
  readonly abertura: PageChange;
  /** Everything from the columns asked to the clock of all cases, in and out of the worker. */
  readonly leituraERelogio: number;
  readonly mudancas: Readonly<Record<string, PageChange>>;
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
    const change = (value: (run: Run) => PageChange | undefined): PageChange => middle(seen.flatMap((run) => value(run) ?? []));
    return {
      casos: CASES,
      eventos: EVENTS,
      execucoes: runs,
      carregarDenuncias: of(({ denuncias }) => denuncias),
      carregarAndamentos: of(({ andamentos }) => andamentos),
      leitura: { motor: of(({ carga }) => carga.motor), trabalhador: of(({ carga }) => carga.leitura), tudo: of(({ carga }) => carga.tudo) },
      abertura: change(({ abertura }) => abertura),
      leituraERelogio: of(({ carga, abertura }) => carga.tudo + (abertura.preparo ?? 0)),
      mudancas: Object.fromEntries(Object.keys(CHANGES).map((nome) => [nome, change(({ mudancas }) => mudancas[nome])])),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly denuncias: number;
  readonly andamentos: number;
  readonly carga: PageLoad;
  readonly abertura: PageChange;
  readonly mudancas: Readonly<Record<string, PageChange>>;
}

async function once(serving: Serving, files: ClockFiles): Promise<Run> {
  return withFreshBrowser(null, async ({ page, context }) => {
    await openDados(page, serving);
    const denuncias = await loadFile(page, context, files.denuncias);
    const andamentos = await loadFile(page, context, files.andamentos);
    await page.waitForTimeout(REST_MS);
    const go = (query: string): Promise<PageChange> => changeTo(page, { hash: `#/denuncias${query === "" ? "" : `?${query}`}` }, { keeper: "relogio", pronta: ".denuncias" });
    const abertura = await go("");
    const carga = await loadOf(page, "relogio");
    const mudancas: Record<string, PageChange> = {};
    for (const [nome, query] of Object.entries(CHANGES)) mudancas[nome] = await go(query);
    return { denuncias, andamentos, carga, abertura, mudancas };
  });
}
