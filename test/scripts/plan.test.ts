import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plan } from "../../scripts/plan.ts";
import { newestColumns, newestDate, readMunicipios } from "../../scripts/extracts/snapshot.ts";
import { readTerritory } from "../../scripts/extracts/territory.ts";
import { readVisits } from "../../scripts/extracts/visits.ts";
import { methodHash } from "../../src/core/metodo/method.ts";
import { dataHash, preparePriority, scorePriority } from "../../src/core/metodo/priority.ts";
import { createPlanejamento } from "../../src/core/visitas/planejar.ts";
import { entradaDoPlano } from "../../src/data/visitas/entrada.ts";
import { feriadosDoPlano } from "../../src/data/visitas/feriados.ts";
import { ajustesFileText } from "../../src/data/visitas/parse.ts";
import { planoCsv } from "../../src/data/visitas/plan-csv.ts";
import { planFileText, readPlanFile } from "../../src/data/visitas/plan-file.ts";
import { dataPath } from "../data/folder.ts";

let scratch = "";
let ajustes = "";

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "mirante-plan-"));
  const folder = await readTerritory(dataPath("."));
  const visitas = await readVisits(dataPath("."), folder);
  ajustes = file("ajustes.json", ajustesFileText({ ...visitas.ajustes, iteracoes: 40 }));
});
afterAll(() => rmSync(scratch, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

describe("the plan in a terminal", () => {
  it("is the page's own, byte for byte, in both forms", async () => {
    const folder = await readTerritory(dataPath("."));
    const { feriadosOpcionais, ajustes: padrao } = await readVisits(dataPath("."), folder);
    const municipios = readMunicipios(folder.extratos.municipios.rows);
    const hoje = newestDate(folder);
    const daPasta = { ...padrao, iteracoes: 40 };
    const preparada = preparePriority(folder.metodo, folder.catalogo, newestColumns(folder, municipios), municipios);
    const ultima = new Map<number, string>();
    for (const { codigo_ibge: codigo, data = "", estrategia, modalidade, situacao } of folder.extratos.apoios.rows) {
      if (situacao === "realizado" && estrategia === "visita-tecnica" && modalidade === "presencial" && data > (ultima.get(Number(codigo)) ?? "")) ultima.set(Number(codigo), data);
    }
    const feriados = feriadosDoPlano(folder.territorio.uf, daPasta, hoje, feriadosOpcionais);
    const feita = entradaDoPlano({ municipios, preparada, scores: scorePriority(preparada), metodo: folder.metodo, ultima, gatilhos: [], ajustes: daPasta, hoje, feriados, matriz: null });
    if (!feita.feita) throw new Error(feita.motivo);
    // As the worker of the page does it: in slices of other sizes.
    const planejador = createPlanejamento(feita.entrada);
    while (!planejador.pronto) planejador.passo(13);
    const plano = planejador.melhor();
    const csv = await plan(["--settings", ajustes]);
    expect(csv).toEqual({ stdout: planoCsv(plano, { municipios, interno: false, demonstracao: true }), stderr: "", code: 0 });
    const json = await plan(["--settings", ajustes, "--format", "json"]);
    const selo = { territorio: folder.territorio.uf, metodo: { nome: folder.metodo.nome, sha256: methodHash(folder.metodo) }, dados: { sha256: dataHash(preparada) }, demonstracao: true, interno: false };
    expect(json.stdout).toBe(planFileText(plano, feita.entrada, selo));
    expect(readPlanFile(json.stdout).arquivo?.plano.viagens.length).toBeGreaterThan(0);
  });

  it("plans from the day, the supports and the distances given", async () => {
    const { stdout } = await plan(["--settings", ajustes, "--format", "json", "--today", "2026-12-15", "--apoios", file("apoios.csv", "apoio,codigo_ibge,data,estrategia,eixo,tema,modalidade,origem,data_solicitacao,participantes,situacao\n")]);
    const { arquivo } = readPlanFile(stdout);
    expect(arquivo).toMatchObject({ hoje: "2026-12-15", demonstracao: false });
    const { stderr, code } = await plan(["--settings", ajustes, "--matrix", file("m.csv", "km,5103403,5108402\n5103403,0,8\n5108402,9,0\n")]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("A tabela não tem todos os municípios")]);
  });

  it("says what is wrong with settings and method, and plans nothing", async () => {
    const visitas = await readVisits(dataPath("."), await readTerritory(dataPath(".")));
    const maus = file("maus.json", ajustesFileText({ ...visitas.ajustes, diasPorEquipe: 0 }));
    const resposta = await plan(["--settings", maus]);
    expect(resposta).toMatchObject({ stdout: "", code: 1 });
    expect(resposta.stderr).toContain("- diasPorEquipe: O valor 0 não serve aqui.");
    const semMetodo = await plan(["--method", file("metodo.json", "{}")]);
    expect([semMetodo.code, semMetodo.stderr]).toEqual([1, expect.stringContaining("não pode ser usado")]);
  });

  it("refuses a command line it does not know", async () => {
    expect((await plan(["--cor", "azul"])).code).toBe(2);
    expect((await plan(["--format", "xml"])).stderr).toMatch(/^--format é csv ou json, e veio “xml”\./);
    expect((await plan(["--today", "ontem"])).stderr).toMatch(/^--today é uma data/);
    expect((await plan(["--unit", "milhas"])).stderr).toMatch(/^--unit é km ou horas/);
    expect((await plan(["--settings"])).stderr).toMatch(/^Falta o valor de --settings/);
    expect((await plan(["--format", "csv", "--format", "csv"])).stderr).toMatch(/veio duas vezes/);
    expect((await plan(["--help"])).stdout).toMatch(/^Uso: npm run plan/);
  });
});

describe("the settings of a territory's folder", () => {
  it("are its own, or estimates from its base where it has none", async () => {
    const folder = await readTerritory(dataPath("."));
    expect((await readVisits(dataPath("."), folder)).ajustes.bases).toEqual([{ codigo: folder.territorio.base, equipes: 3 }]);
    const { ajustes: sem, notas } = await readVisits(scratch, folder);
    expect(sem).toMatchObject({ inicio: folder.metodo.datas.inicio, bases: [{ codigo: folder.territorio.base, equipes: 1 }] });
    expect(notas.every(({ estimada }) => estimada)).toBe(true);
  });

  it("stop the build where they do not fit, with the place", async () => {
    file("visitas.json", '{"ajustes":{}}');
    await expect(readVisits(scratch, await readTerritory(dataPath(".")))).rejects.toThrow(/visitas\.json: em ajustes/);
    rmSync(join(scratch, "visitas.json"));
  });
});
