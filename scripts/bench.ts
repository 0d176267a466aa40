/**
 * Measures the built app in a real browser and prints JSON. Nothing is asserted:
 * the figures are written down with the machine they come from.
 *
 *   tsx scripts/bench.ts [--dist dist] [--runs 5] [--only cold,interaction,draws,ranking,import,queries,visits,clock,support,dossier,disclosure,plan]
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { arch, cpus, release, totalmem, type as osType } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import loadHighs from "highs";
import { parsePacto } from "../src/data/apoio/pacto.ts";
import { parseSnapshot } from "../src/data/snapshot/parse.ts";
import { createBound } from "../src/data/visitas/limite/bound.ts";
import { benchRelogio } from "./bench/clock-page.ts";
import { coldStart } from "./bench/cold-start.ts";
import { benchDisclosure } from "./bench/disclosure.ts";
import { benchDossier } from "./bench/dossier-page.ts";
import { drawsSpeed } from "./bench/draws.ts";
import { importSpeed } from "./bench/import-speed.ts";
import { interaction, ranking, type Size } from "./bench/interaction.ts";
import { listen, withFreshBrowser, type Link } from "./bench/open.ts";
import { benchPlan } from "./bench/plan.ts";
import { queryCosts } from "./bench/queries.ts";
import { benchSupport } from "./bench/support-page.ts";
import { visitsPage } from "./bench/visits-page.ts";
import { precompress } from "./engine/compress.mjs";
import { parseVisitasDoTerritorio } from "../src/data/visitas/padrao.ts";
import { createAppServer } from "./serve.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SLOW: Link = { mbits: 10, rttMs: 40 };
/** The page's own territory and method, and two made up: a state and a country. */
const SIZES: readonly Size[] = [
  { municipios: null, indicadores: null },
  { municipios: null, indicadores: 30 },
  { municipios: 5570, indicadores: 60 },
];

const { values } = parseArgs({
  options: {
    dist: { type: "string", default: join(ROOT, "dist") },
    runs: { type: "string", default: "5" },
    only: { type: "string", default: "cold,interaction,draws,ranking,import,queries,visits,clock,support,dossier,disclosure,plan" },
  },
});
const dist = values.dist;
const runs = Number(values.runs);
const parts = new Set(values.only.split(","));
if (!existsSync(join(dist, "index.html"))) throw new Error(`There is no built app in ${dist}: run "npm run build" first.`);

const say = (text: string): void => console.error(text);
const assets = readdirSync(join(dist, "assets")).filter((name) => !/\.(br|gz|map)$/.test(name));
const snapshotFile = assets.find((name) => /^snapshot-.*\.json$/.test(name));
if (snapshotFile === undefined) throw new Error(`There is no snapshot in ${dist}/assets.`);
const snapshot = parseSnapshot(JSON.parse(readFileSync(join(dist, "assets", snapshotFile), "utf8")));
await precompress(dist, { background: false });

const report: Record<string, unknown> = { maquina: await machine(), arquivos: files() };
const serving = await listen(createAppServer(dist));

if (parts.has("cold")) {
  const cold: Record<string, unknown> = {};
  for (const [mode, query] of Object.entries({ svg: "?mapa=svg", webgl: "?mapa=webgl" })) {
    say(`cold start, ${mode}, local host…`);
    cold[`${mode} local`] = await coldStart(serving, { query, link: null, isWarm: true, runs });
    say(`cold start, ${mode}, local host, browser just launched…`);
    cold[`${mode} local, navegador recém-aberto`] = await coldStart(serving, { query, link: null, isWarm: false, runs });
    say(`cold start, ${mode}, ${SLOW.mbits} Mbit/s and ${SLOW.rttMs} ms…`);
    cold[`${mode} ${SLOW.mbits} Mbit/s ${SLOW.rttMs} ms`] = await coldStart(serving, { query, link: SLOW, isWarm: true, runs });
  }
  report["partidaFria"] = cold;
}
if (parts.has("ranking")) report["indicePuro"] = SIZES.map((size) => ranking(snapshot, size));
if (parts.has("interaction")) {
  const costs: unknown[] = [];
  for (const size of SIZES) {
    for (const [mapa, query] of Object.entries({ svg: "?mapa=svg", webgl: "?mapa=webgl" })) {
      say(`changes with ${size.municipios ?? snapshot.municipios.length} municipalities, ${size.indicadores ?? "the method's"} indicators, ${mapa}…`);
      costs.push({ mapa, ...(await interaction(serving, query, snapshot, size)) });
    }
  }
  report["mudancas"] = costs;
}
if (parts.has("draws")) {
  const costs: unknown[] = [];
  for (const size of SIZES) {
    say(`draws with ${size.municipios ?? snapshot.municipios.length} municipalities…`);
    costs.push(await drawsSpeed(serving, snapshot, size, size.municipios === null ? runs : 1));
  }
  report["sorteios"] = costs;
}
if (parts.has("import")) {
  say("a file from drop to answers…");
  report["carga"] = await importSpeed(serving, snapshot, runs, say);
}
if (parts.has("visits")) {
  say("the page of the visit plan…");
  const visitas = parseVisitasDoTerritorio(JSON.parse(readFileSync(join(ROOT, ".generated/visitas.json"), "utf8")));
  report["paginaDeVisitas"] = await visitsPage(serving, snapshot, visitas, runs);
}
if (parts.has("clock")) {
  say("the clock of complaints…");
  report["relogioDasDenuncias"] = await benchRelogio(serving, snapshot, runs, say);
}
if (parts.has("support")) {
  say("the coverage of support, plans and the merge of work…");
  const pacto = parsePacto(JSON.parse(readFileSync(join(ROOT, ".generated/apoio.json"), "utf8")));
  report["coberturaDoApoio"] = await benchSupport(serving, snapshot, pacto, runs, say);
}
if (parts.has("dossier")) {
  say("the dossiers as PDF…");
  report["dossies"] = await benchDossier(serving, snapshot.municipios[0]?.codigo ?? 0, snapshot.municipios.length, runs, say);
}
await serving.close();
if (parts.has("disclosure")) report["protecao"] = benchDisclosure(await loadHighs(), say);
if (parts.has("plan")) {
  const highs = await loadHighs();
  report["planoDeVisitas"] = await benchPlan(say, (problem, plan) => {
    const bound = createBound(highs, problem, plan);
    while (bound.step());
    const { limite } = bound.state();
    bound.dispose();
    return Promise.resolve(limite);
  });
}
if (parts.has("queries")) {
  say("every question…");
  report["perguntas"] = await queryCosts(runs);
}
console.log(JSON.stringify(report, null, 2));

async function machine(): Promise<Record<string, unknown>> {
  const browser = await withFreshBrowser(null, async ({ context, page }) => {
    const devtools = await context.newCDPSession(page);
    return (await devtools.send("Browser.getVersion")).product;
  });
  const cores = cpus();
  return {
    sistema: `${osType()} ${release()} ${arch()}`,
    processador: cores[0]?.model ?? "unknown",
    nucleos: cores.length,
    memoriaGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    navegador: browser,
  };
}

/** What a visit may fetch, compressed as it is served; the files for download are left out. */
function files(): Record<string, unknown> {
  const wire = (path: string): number => statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
  const sizes = assets.map((name) => [name, wire(join(dist, "assets", name))] as const);
  const page = wire(join(dist, "index.html"));
  const of = (pattern: RegExp): number => sizes.filter(([name]) => pattern.test(name)).reduce((sum, [, size]) => sum + size, 0);
  return {
    tudo: page + of(/./),
    pagina: page,
    motor: of(/^duckdb.*\.wasm$/),
    limiteDoPlano: of(/^highs.*\.wasm$/),
    base: of(/\.duckdb$/),
    retrato: of(/^snapshot-/),
    scripts: of(/\.m?js$/),
  };
}
