import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Pacto } from "../../src/core/pacto/index.ts";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import { openDados } from "./import-drop.ts";
import { median, tenth, withFreshBrowser, type Serving } from "./open.ts";
import { changeTo, loadFile, loadOf, middle, PATIENCE_MS, type Change, type PageChange, type PageLoad } from "./page-change.ts";
import { writePlansFile, writeSupportFile, writeWorkFiles, type WorkFiles } from "./support-files.ts";

const EVENTS = 100_000;
const ACTIONS = 20_000;
/** Time for the browser to finish keeping the files, which goes on after their reports. */
const REST_MS = 3000;

/** Changes tried one after the other, each from the one before: clicks on the parts, and choices inside them. */
const CHANGES: Readonly<Record<string, Change>> = {
  "O que foi pactuado": { parte: "O que foi pactuado" },
  "pactuado: uma linha": { hash: "parte=pactuado&linha=visitas-tecnicas" },
  "pactuado: 36 meses": { hash: "parte=pactuado&meses=36" },
  "pactuado: 36 meses e os 36 antes": { hash: "parte=pactuado&meses=36&comparar=sim" },
  "pactuado: um porte": { hash: "parte=pactuado&porte=pequeno-1" },
  "pactuado: outro dia (tudo contado de novo)": { hash: "parte=pactuado&em=2026-06-30" },
  "Mínimo anual": { parte: "Mínimo anual" },
  "mínimo: no local": { hash: "parte=minimo&regra=no-local" },
  "mínimo: todos": { hash: "parte=minimo&quais=todos" },
  Equidade: { parte: "Equidade" },
  "equidade: todos os apoios": { hash: "parte=equidade&contagem=todos" },
  "equidade: por habitante": { hash: "parte=equidade&peso=habitante" },
  "equidade: municípios alcançados": { hash: "parte=equidade&sorteio=municipios" },
  "Depois do apoio": { parte: "Depois do apoio" },
  Planos: { parte: "Planos" },
  "planos: ações": { hash: "parte=planos&planos-lista=acoes" },
  "planos: um setor": { hash: "parte=planos&planos-lista=acoes&planos-orgao=Setor+3" },
  "planos: problemas": { hash: "parte=planos&planos-lista=problemas" },
  Serviços: { parte: "Serviços" },
  "Meu trabalho": { parte: "Meu trabalho" },
  "Onde chegou": { parte: "Onde chegou" },
  "pactuado outra vez": { parte: "O que foi pactuado" },
};

/** Two people's files of work put together on the page, ms. */
export interface MergeCost {
  readonly acoes: number;
  /** From the file chosen to what it would change shown: read, compared with the work kept, three ways. */
  readonly previa: number;
  /** From the click to the merged work kept in the browser. */
  readonly guardar: number;
  /** Longest task of the page's thread meanwhile; null when none passed 50. */
  readonly tarefa: number | null;
}

export interface SupportPageCost {
  readonly eventos: number;
  readonly linhas: number;
  readonly acoes: number;
  readonly execucoes: number;
  /** From the drop of each file to its report, ms. */
  readonly carregarApoios: number;
  readonly carregarPlanos: number;
  readonly leitura: PageLoad;
  /** From the address of the page, a part in it, to that part drawn. */
  readonly abertura: PageChange;
  readonly mudancas: Readonly<Record<string, PageChange>>;
  /** Slowest answer to each question in the worker, ms. */
  readonly perguntas: Readonly<Record<string, number>>;
  readonly mescla: MergeCost;
}

interface Run extends Pick<SupportPageCost, "abertura" | "mudancas" | "perguntas" | "mescla"> {
  readonly apoios: number;
  readonly planos: number;
  readonly carga: PageLoad;
}

interface Files extends WorkFiles {
  readonly apoios: string;
  readonly planos: string;
}

/** A hundred thousand events of support and twenty thousand actions of plans, loaded through the page's own import; then the page of the coverage. */
export async function benchSupport(serving: Serving, snapshot: Snapshot, pacto: Pacto, runs: number, say: (text: string) => void): Promise<SupportPageCost> {
  const folder = await mkdtemp(join(tmpdir(), "mirante-bench-apoio-"));
  const at = (nome: string): string => join(folder, nome);
  const files: Files = { apoios: at("apoios.csv"), planos: at("planos.csv"), base: at("base.mirante.json"), meu: at("meu.mirante.json"), deles: at("deles.mirante.json") };
  try {
    const linhas = await writeSupportFile(files.apoios, EVENTS, snapshot, pacto);
    await writePlansFile(files.planos, ACTIONS, snapshot);
    await writeWorkFiles(files, ACTIONS, snapshot);
    const seen: Run[] = [];
    for (let run = 0; run < runs; run += 1) {
      say(`run ${run + 1} of ${runs}…`);
      seen.push(await once(serving, files));
    }
    const of = (value: (run: Run) => number): number => tenth(median(seen.map(value)));
    const names = new Set(seen.flatMap(({ perguntas }) => Object.keys(perguntas)));
    const tarefas = seen.flatMap(({ mescla }) => mescla.tarefa ?? []);
    return {
      eventos: EVENTS,
      linhas,
      acoes: ACTIONS,
      execucoes: runs,
      carregarApoios: of(({ apoios }) => apoios),
      carregarPlanos: of(({ planos }) => planos),
      leitura: { motor: of(({ carga }) => carga.motor), leitura: of(({ carga }) => carga.leitura), tudo: of(({ carga }) => carga.tudo) },
      abertura: middle(seen.map(({ abertura }) => abertura)),
      mudancas: Object.fromEntries(Object.keys(CHANGES).map((nome) => [nome, middle(seen.flatMap(({ mudancas }) => mudancas[nome] ?? []))])),
      perguntas: Object.fromEntries([...names].map((nome) => [nome, of(({ perguntas }) => perguntas[nome] ?? 0)])),
      mescla: {
        acoes: ACTIONS,
        previa: of(({ mescla }) => mescla.previa),
        guardar: of(({ mescla }) => mescla.guardar),
        tarefa: tarefas.length === 0 ? null : tenth(Math.max(...tarefas)),
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function once(serving: Serving, files: Files): Promise<Run> {
  return withFreshBrowser(null, async ({ page, context }) => {
    await openDados(page, serving);
    const apoios = await loadFile(page, context, files.apoios);
    const planos = await loadFile(page, context, files.planos);
    await page.waitForTimeout(REST_MS);
    const go = (change: Change): Promise<PageChange> =>
      changeTo(page, "hash" in change ? { hash: `#/cobertura?${change.hash}` } : change, { keeper: "apoio", pronta: ".cobertura" });
    const abertura = await go({ hash: "parte=minimo" });
    const carga = await loadOf(page, "apoio");
    const mudancas: Record<string, PageChange> = {};
    const perguntas: Record<string, number> = {};
    for (const [nome, change] of Object.entries(CHANGES)) {
      mudancas[nome] = await go(change);
      for (const [pergunta, ms] of Object.entries(await questionsOf(page))) perguntas[pergunta] = Math.max(perguntas[pergunta] ?? 0, ms);
    }
    return { apoios, planos, carga, abertura, mudancas, perguntas, mescla: await merge(page, files) };
  });
}

/** What the newest answer to each question took in the worker. */
async function questionsOf(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(() =>
    Object.fromEntries(
      performance
        .getEntriesByType("measure")
        .filter(({ name }) => name.startsWith("mirante:apoio:pergunta:"))
        .map((entry) => [entry.name.slice("mirante:apoio:pergunta:".length), ((entry as PerformanceMeasure).detail as { readonly msDaPergunta: number }).msDaPergunta]),
    ),
  );
}

/** Brings in the common work and one side; the other side's file is then merged with them. */
async function merge(page: Page, files: WorkFiles): Promise<MergeCost> {
  await changeTo(page, { parte: "Meu trabalho" }, { keeper: "apoio", pronta: ".cobertura" });
  for (const path of [files.base, files.meu]) {
    await page.locator(".trabalho-trocar input[type=file]").setInputFiles(path);
    await page.locator(".trabalho-previa").waitFor({ timeout: PATIENCE_MS });
    await page.getByRole("button", { name: "Trazer para cá" }).click();
    await page.getByText("está aqui.").waitFor({ timeout: PATIENCE_MS });
    await page.waitForTimeout(REST_MS);
  }
  const chosen: Watching = { evento: "change", seletor: ".trabalho-previa", patience: PATIENCE_MS };
  const previa = page.evaluate(watchUntil, chosen);
  await page.locator(".trabalho-trocar input[type=file]").setInputFiles(files.deles);
  const shown = await previa;
  await page.getByRole("button", { name: "Ficar com tudo do arquivo" }).click();
  const brought: Watching = { evento: "click", seletor: ".trabalho-trocar:not(:has(.trabalho-previa, .trabalho-andando))", patience: PATIENCE_MS };
  const guardar = page.evaluate(watchUntil, brought);
  await page.getByRole("button", { name: "Trazer para cá" }).click();
  const kept = await guardar;
  await page.getByText("está aqui.").waitFor({ timeout: PATIENCE_MS });
  const tarefas = [shown.tarefa, kept.tarefa].filter((tarefa) => tarefa !== null);
  return { acoes: ACTIONS, previa: shown.ms, guardar: kept.ms, tarefa: tarefas.length === 0 ? null : Math.max(...tarefas) };
}

interface Watching {
  readonly evento: "change" | "click";
  readonly seletor: string;
  readonly patience: number;
}

/** Runs in the page: from the next event of a kind to the second frame after something is there. */
function watchUntil({ evento, seletor, patience }: Watching): Promise<{ readonly ms: number; readonly tarefa: number | null }> {
  return new Promise((resolve, reject) => {
    let from = Number.NaN;
    let longest: number | null = null;
    const tasks = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= from) longest = Math.max(longest ?? 0, duration);
    });
    const changes = new MutationObserver(() => {
      if (Number.isNaN(from) || document.querySelector(seletor) === null) return;
      changes.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const ms = performance.now() - from;
          // The task that drew it is itself reported a little later.
          setTimeout(() => {
            tasks.disconnect();
            resolve({ ms, tarefa: longest });
          }, 500);
        }),
      );
    });
    document.addEventListener(evento, () => (from = performance.now()), { capture: true, once: true });
    tasks.observe({ type: "longtask" });
    changes.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => {
      reject(new Error(`${seletor} was not there in time`));
    }, patience);
  });
}
