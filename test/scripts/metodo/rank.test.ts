import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Municipio } from "../../../src/core/municipio.ts";
import type { ColunaIndicador } from "../../../src/core/indicador.ts";
import { preparePriority, scorePriority } from "../../../src/core/metodo/priority.ts";
import { methodFileText, type Metodo } from "../../../src/core/metodo/method.ts";
import { readMetodo } from "../../../src/data/metodo/parse.ts";
import { newestColumns, readMunicipios } from "../../../scripts/extracts/snapshot.ts";
import { readTerritory, type TerritoryFolder } from "../../../scripts/extracts/territory.ts";
import { differences, refrozen } from "../../../scripts/metodo/balizas.ts";
import { rank } from "../../../scripts/rank.ts";
import { dataPath } from "../../data/folder.ts";

let scratch = "";
let folder: TerritoryFolder;
let padrao: Metodo;
let sha256 = "";

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "mirante-rank-"));
  folder = await readTerritory(dataPath("."));
  const leitura = readMetodo(readFileSync(dataPath("metodo.json"), "utf8"), folder.catalogo);
  if (leitura.metodo === null) throw new Error("the default method was refused");
  padrao = leitura.metodo;
  sha256 = leitura.sha256;
});
afterAll(() => rmSync(scratch, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

describe("the list in a terminal", () => {
  it("has every municipality once, by position, and those without a score last", async () => {
    const { stdout, stderr, code } = await rank([]);
    expect(code).toBe(0);
    expect(stderr).toContain(`SHA-256 do método: ${sha256}`);
    const [header = "", ...rows] = stdout.trimEnd().split("\n");
    expect(header).toBe("posicao,codigo,municipio,nota,entre_os_k,minimo,maximo,peso_presente,pontos_vulnerabilidade,pontos_demanda,pontos_rede,pontos_gestao,sem_nota_por");
    expect(rows).toHaveLength(folder.territorio.totalMunicipios);
    expect(new Set(rows.map((row) => row.split(",")[1])).size).toBe(rows.length);
    const cells = rows.map((row) => row.split(","));
    expect(cells.filter((c) => c[4] === "sim").length).toBeGreaterThanOrEqual(padrao.k);
    const semPosicao = cells.findIndex((c) => c[0] === "");
    expect(cells.slice(semPosicao).every((c) => c[0] === "" && c[3] === "" && c[12] !== "")).toBe(true);
    for (const c of cells.slice(0, semPosicao)) {
      const cents = c.slice(8, 12).reduce((sum, x) => sum + Math.round(100 * Number(x)), 0);
      expect(cents).toBe(Math.round(100 * Number(c[3])));
    }
  });

  it("is the same list as JSON, with the hashes of method and data", async () => {
    const csv = (await rank(["--top", "5"])).stdout.trimEnd().split("\n").slice(1);
    const answer = await rank(["--top", "5", "--format", "json"]);
    const { metodo, dados, lista } = JSON.parse(answer.stdout) as {
      metodo: { sha256: string };
      dados: { sha256: string };
      lista: { posicao: number; codigo: number; nota: number; pontosPorIndicador: Record<string, number | null> }[];
    };
    expect(metodo.sha256).toBe(sha256);
    expect(dados.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(lista.map(({ posicao, codigo, nota }) => `${posicao},${codigo},${nota.toFixed(2)}`)).toEqual(csv.map((row) => row.split(",").filter((_, i) => i !== 2).slice(0, 3).join(",")));
    for (const { nota, pontosPorIndicador } of lista) {
      expect(Object.values(pontosPorIndicador).reduce((sum: number, x) => sum + Math.round(100 * (x ?? 0)), 0)).toBe(Math.round(100 * nota));
    }
  });

  it("is the same text every time", async () => {
    expect((await rank(["--format", "json"])).stdout).toBe((await rank(["--format", "json"])).stdout);
  });
});

describe("when any one municipality leaves the figures", () => {
  /** Over every municipality left out in turn: how many others change place, and the largest changes of place and score. */
  function leaveEachOut(
    municipios: readonly Municipio[],
    colunas: readonly ColunaIndicador[],
  ): { readonly moved: number; readonly places: number; readonly points: number } {
    const before = scorePriority(preparePriority(padrao, folder.catalogo, colunas, municipios));
    let moved = 0;
    let places = 0;
    let points = 0;
    municipios.forEach((_, left) => {
      const without = <T>(list: readonly T[]): T[] => list.filter((_, i) => i !== left);
      const fewer = colunas.map(
        (c): ColunaIndicador => ({
          ...c,
          valores: without(c.valores),
          periodos: c.periodos === null ? null : without(c.periodos),
          ...(c.numeradores === undefined ? {} : { numeradores: without(c.numeradores) }),
          ...(c.denominadores === undefined ? {} : { denominadores: without(c.denominadores) }),
        }),
      );
      const after = scorePriority(preparePriority(padrao, folder.catalogo, fewer, without(municipios)));
      const own = before.ranks[left] ?? 0;
      without(Array.from(before.ranks)).forEach((rank, i) => {
        const expected = rank > 0 && own > 0 && own < rank ? rank - 1 : rank;
        const change = Math.abs((after.ranks[i] ?? 0) - expected);
        if (change > 0) moved += 1;
        places = Math.max(places, change);
      });
      without(Array.from(before.total)).forEach((score, i) => {
        if (!Number.isNaN(score)) points = Math.max(points, Math.abs((after.total[i] ?? Number.NaN) - score));
      });
    });
    return { moved, places, points };
  }

  it("the goalposts move nobody else, not by a digit", () => {
    const municipios = readMunicipios(folder.extratos.municipios.rows);
    const semContagens = newestColumns(folder, municipios).map(({ indicador, periodo, valores, periodos, fonte }): ColunaIndicador => ({ indicador, periodo, valores, periodos, fonte }));
    expect(leaveEachOut(municipios, semContagens)).toEqual({ moved: 0, places: 0, points: 0 });
  });

  it("the shrinkage of small numbers moves a score by less than two hundredths, and nobody by more than one place", () => {
    const municipios = readMunicipios(folder.extratos.municipios.rows);
    const { places, points } = leaveEachOut(municipios, newestColumns(folder, municipios));
    expect(points).toBeLessThan(0.02);
    expect(places).toBeLessThanOrEqual(1);
  });
});

describe("what was published", () => {
  it("is confirmed when the method is the one", async () => {
    const { stderr, code } = await rank(["--check", sha256.toUpperCase(), "--top", "1"]);
    expect(code).toBe(0);
    expect(stderr).toContain(`O método é o publicado: SHA-256 ${sha256}.`);
  });

  it("is denied, without a list, when one weight differs", async () => {
    const method = file("outro.json", methodFileText({ ...padrao, dimensoes: padrao.dimensoes.map((d, i) => (i === 0 ? { ...d, peso: d.peso + 1 } : d)) }));
    const { stdout, stderr, code } = await rank(["--method", method, "--check", sha256]);
    expect([stdout, code]).toEqual(["", 1]);
    expect(stderr).toContain("O método não é o publicado");
    expect(stderr).toContain(sha256);
  });

  it("verifies a published list, and names the first line that is not it", async () => {
    const { stdout } = await rank([]);
    expect(await rank(["--list", file("lista.csv", stdout)])).toMatchObject({ code: 0, stderr: expect.stringContaining("é a que este método dá") as string });
    const lines = stdout.split("\n");
    const [row = ""] = lines.splice(3, 1);
    lines.splice(3, 0, row.replace(/^3,/, "4,"));
    const { code, stderr } = await rank(["--list", file("mudada.csv", lines.join("\n"))]);
    expect(code).toBe(1);
    expect(stderr).toContain("na linha 4, a publicada tem “4,");
    expect((await rank(["--list", file("longa.csv", `${stdout}1,2,3\n`)])).code).toBe(1);
  });
});

describe("a method that cannot be used", () => {
  it("is refused with its problems, and no list", async () => {
    const method = file("ruim.json", JSON.stringify({ ...padrao, dimensoes: padrao.dimensoes.map((d) => ({ ...d, peso: 0 })) }));
    const { stdout, stderr, code } = await rank(["--method", method]);
    expect([stdout, code]).toEqual(["", 1]);
    expect(stderr).toContain("- dimensoes: O peso de todas as dimensões é zero: não há nota a calcular.");
  });

  it.each([
    [["--metodo", "x"], "Não existe a opção “--metodo”."],
    [["--method"], "Falta o valor de --method."],
    [["--format", "xlsx"], "--format é csv ou json, e veio “xlsx”."],
    [["--top", "0"], "--top é um número inteiro a partir de 1"],
    [["--check", "abc"], "--check é um SHA-256"],
    [["--top", "1", "--top", "2"], "A opção --top veio duas vezes."],
  ])("%j is answered with what is wrong and the usage", async (args, sentence) => {
    const { stdout, stderr, code } = await rank(args);
    expect([stdout, code]).toEqual(["", 2]);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain("Uso: npm run rank");
  });
});

describe("frozen figures of the default method", () => {
  it("are the ones the folder's figures give", () => {
    expect(differences(padrao, refrozen(padrao, folder))).toEqual([]);
  });

  it("would be seen to differ", () => {
    const moved: Metodo = {
      ...padrao,
      dimensoes: padrao.dimensoes.map((d) => ({ ...d, indicadores: d.indicadores.map((i) => (i.baliza.origem === "periodo-base" ? { ...i, baliza: { ...i.baliza, hi: i.baliza.hi + 1 } } : i)) })),
    };
    expect(differences(moved, refrozen(moved, folder)).map((line) => line.split(":")[0])).toEqual(["criancas-extrema-pobreza", "cadunico-cobertura", "populacao-por-cras"]);
    const semMapa: Metodo = { ...padrao, mapa: null };
    expect(differences(semMapa, refrozen(semMapa, folder))).toEqual([`mapa: o arquivo tem nenhuma quebra; os números dão ${padrao.mapa?.quebras.join(", ") ?? ""}`]);
  });
});
