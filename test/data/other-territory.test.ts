import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCsv } from "../../scripts/extracts/csv.ts";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import { parseSnapshot } from "../../src/data/snapshot/parse.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const FORTALEZA = 2_304_400;
let dir = "";

/** Runs the script as a person would. */
function build(...extra: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const args = ["scripts/build-extracts.ts", "--territorio", join(dir, "ce"), "--out", join(dir, "out")];
  return spawnSync(process.execPath, ["--import", "tsx", ...args, "--publico", join(dir, "publico"), ...extra], {
    cwd: root,
    encoding: "utf8",
  });
}

/** A folder for Ceará with nothing but the names and codes of its municipalities and one published figure. */
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "mirante-ce-"));
  await mkdir(join(dir, "ce"));
  await copyFile(join(root, "test/fixtures/territorio-ce.json"), join(dir, "ce/territorio.json"));
  const territorio = JSON.parse(await readFile(join(dir, "ce/territorio.json"), "utf8")) as {
    indice: { dimensoes: unknown[] };
  };
  territorio.indice.dimensoes = [{ id: "demanda", nome: "Demanda", pergunta: "Quantos?" }];
  await writeFile(join(dir, "ce/territorio.json"), JSON.stringify(territorio));
  const fonte = { id: "ibge", nome: "Censo 2022", orgao: "IBGE", url: null, licenca: "pública", referencia: "2022", nota: "" };
  await writeFile(join(dir, "ce/fontes.json"), JSON.stringify([fonte]));
  const [populacao] = JSON.parse(readFileSync(join(root, "data/catalogo.json"), "utf8")) as Record<string, unknown>[];
  const registro = { ...populacao, dimensao: "demanda", fonte: "ibge", polaridade: "maior-mais-necessidade" };
  await writeFile(join(dir, "ce/catalogo.json"), JSON.stringify([registro]));
  await copyFile(join(root, "test/fixtures/metodo-ce.json"), join(dir, "ce/metodo.json"));
  const names = JSON.parse(
    readFileSync(join(root, "node_modules/mapa-brasil/data/json/municipios/ce_municipios.json"), "utf8"),
  ) as { NM_MUNICIP: string; CD_GEOCMU: string }[];
  const header = CONTRACTS.municipios.columns.map((column) => column.name);
  const rows = names.map((m) => [m.CD_GEOCMU, m.NM_MUNICIP, ...header.slice(2).map(() => null)]);
  await writeFile(join(dir, "ce/municipios.csv"), writeCsv(header, rows));
  const figure = [FORTALEZA, "2022", "populacao", 2_428_708, null, null, "ibge"];
  await writeFile(
    join(dir, "ce/indicadores.csv"),
    writeCsv(CONTRACTS.indicadores.columns.map((column) => column.name), [figure]),
  );
});

afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

describe("a territory that is not Mato Grosso", () => {
  it("builds from the same script: 184 municipalities drawn, the figure on Fortaleza, no demonstration", async () => {
    const { status, stderr } = build();
    expect(status, stderr).toBe(0);
    const snapshot = parseSnapshot(JSON.parse(await readFile(join(dir, "out/snapshot.json"), "utf8")));
    expect(snapshot.territorio.uf).toBe("CE");
    expect(snapshot.municipios).toHaveLength(184);
    expect(snapshot.mesh.paths.filter((path) => path !== "")).toHaveLength(184);
    const i = snapshot.municipios.findIndex(({ codigo }) => codigo === FORTALEZA);
    expect(snapshot.colunas[0]?.valores[i]).toBe(2_428_708);
    expect(snapshot.colunas[0]?.valores.filter((valor) => valor !== null)).toHaveLength(1);
    expect(snapshot.dataReferencia).toBe("2022-12-31");
    expect(existsSync(join(dir, "out/mirante.duckdb"))).toBe(true);
    expect((await readdir(join(dir, "publico"))).filter((name) => name.startsWith("demonstracao"))).toEqual([]);
  }, 60_000);

  it("is not built again while nothing changed, and is when its data change", async () => {
    expect(build().stdout).toContain("up to date");
    const path = join(dir, "ce/indicadores.csv");
    await writeFile(path, (await readFile(path, "utf8")).replace("2428708", "2428709"));
    expect(build().stdout).toContain("indicadores 1");
  }, 60_000);

  it("stops with a sentence when its method names an indicator that is not in its catalogue", async () => {
    const path = join(dir, "ce/metodo.json");
    const whole = await readFile(path, "utf8");
    await writeFile(path, whole.replace('"id": "populacao"', '"id": "felicidade"'));
    const { status, stderr } = build();
    await writeFile(path, whole);
    expect(status).toBe(1);
    expect(stderr).toContain("metodo.json: dimensoes[0].indicadores[0].id: O catálogo não tem o indicador “felicidade”.");
  }, 60_000);

  it("stops with a sentence when a figure names a municipality that is not in the table", async () => {
    const path = join(dir, "ce/indicadores.csv");
    await writeFile(path, (await readFile(path, "utf8")).replace(String(FORTALEZA), "2399999"));
    const { status, stderr } = build();
    expect(status).toBe(1);
    expect(stderr).toContain("indicadores.csv: 2399999 is not in municipios.csv");
  }, 60_000);
});
