import { describe, expect, it } from "vitest";
import { buildSnapshot } from "../../scripts/extracts/snapshot.ts";
import { fimDoPeriodo } from "../../src/core/periodo.ts";
import { readTerritory } from "../../scripts/extracts/territory.ts";
import { indicadoresDoMetodo, methodHash } from "../../src/core/metodo/method.ts";
import { parseSnapshot } from "../../src/data/snapshot/parse.ts";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import { dataPath } from "./folder.ts";

const folder = await readTerritory(dataPath(""));
const n = folder.territorio.totalMunicipios;
const mesh = {
  width: 100,
  height: 100,
  paths: Array.from({ length: n }, () => "M0,0L1,0L1,1Z"),
  sedes: Array.from({ length: n }, () => null),
  regioes: "",
  vizinhos: Array.from({ length: n }, () => []),
  nota: "malha de teste",
};
const snapshot = buildSnapshot(folder, mesh, "abc");

/** The snapshot as the page receives it, with the value at one place replaced (or removed, with `undefined`). */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(snapshot));
  const parent = path.slice(0, -1).reduce((at, key) => Reflect.get(at as object, key) as unknown, copy);
  if (value === undefined) Reflect.deleteProperty(parent as object, path.at(-1) ?? "");
  else Reflect.set(parent as object, path.at(-1) ?? "", value);
  return copy;
}

const column = (id: string): Snapshot["colunas"][number] | undefined =>
  snapshot.colunas.find((coluna) => coluna.indicador === id);
const positionOf = (codigo: number): number => snapshot.municipios.findIndex((m) => m.codigo === codigo);

describe("the snapshot", () => {
  it("comes back whole from its own reader", () => {
    expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  });

  it("has a column for every indicator that has figures, in the catalogue's order", () => {
    const comFigura = new Set(folder.extratos.indicadores.rows.map(({ indicador }) => indicador));
    expect(comFigura.size).toBe(55);
    expect(snapshot.colunas.map((coluna) => coluna.indicador)).toEqual(
      folder.catalogo.map(({ id }) => id).filter((id) => comFigura.has(id)),
    );
  });

  it("shows the newest figure of Cuiabá: IDCRAS 3.1 of 2021 and CadÚnico of June 2026", () => {
    const i = positionOf(5103403);
    expect([column("idcras")?.periodo, column("idcras")?.valores[i]]).toEqual(["2021", 3.1]);
    expect([column("cadunico-pessoas")?.periodo, column("cadunico-pessoas")?.valores[i]]).toEqual(["2026-06", 274_929]);
  });

  it("dates the two IDConselho figures that are older than the rest, and only those", () => {
    const idconselho = column("idconselho");
    const older = (idconselho?.periodos ?? []).flatMap((periodo, i) =>
      periodo === null ? [] : [[snapshot.municipios[i]?.nome, periodo]],
    );
    expect(idconselho?.periodo).toBe("2023");
    expect(older).toEqual([
      ["Alto Garças", "2021"],
      ["Pedra Preta", "2022"],
    ]);
  });

  it("has null, never zero, for the municipality no source knows", () => {
    const i = positionOf(5101837);
    expect(new Set(snapshot.colunas.map((coluna) => coluna.valores[i]))).toEqual(new Set([null]));
  });

  it("carries the method in force, whole", () => {
    expect(methodHash(snapshot.metodo)).toBe(methodHash(folder.metodo));
  });

  it("carries counts only for the rates and proportions of the method", () => {
    const comContagem = snapshot.colunas.filter(({ denominadores }) => denominadores !== undefined).map(({ indicador }) => indicador);
    const encolhem = indicadoresDoMetodo(folder.metodo).filter(({ tipo }) => tipo === "rate" || tipo === "proportion").map(({ id }) => id);
    expect(comContagem).toContain("cadunico-cobertura");
    expect(comContagem.filter((id) => !encolhem.includes(id))).toEqual([]);
  });

  it("is dated by the last day of the demonstration, whatever day an event was mistyped for", () => {
    expect(snapshot.dataReferencia).toBe("2026-10-31");
    expect(folder.extratos.andamentos.rows.some(({ data = "" }) => data > "2026-10-31")).toBe(true);
    const andamentos = snapshot.extratos.find(({ id }) => id === "andamentos");
    expect(andamentos?.inicio).toMatch(/^2023-1[01]/);
    expect(andamentos?.fim).toBe("2026-10-31");
  });

  it("marks complaints and support as demonstration, and the official extracts not", () => {
    expect(snapshot.extratos.map(({ id, demonstracao }) => [id, demonstracao])).toEqual([
      ["municipios", false],
      ["indicadores", false],
      ["denuncias", true],
      ["andamentos", true],
      ["apoios", true],
      ["planos", true],
      ["servicos", true],
    ]);
  });
});

describe("a snapshot that is not whole", () => {
  it.each<[string, readonly (string | number)[], unknown, string]>([
    ["a porte that does not exist", ["municipios", 3, "porte"], "gigante", "em municipios[3].porte esperava-se"],
    ["text where a number goes", ["colunas", 0, "valores", 0], "12", 'em colunas[0].valores[0] esperava-se number, e veio "12"'],
    ["a date that is not ISO", ["dataReferencia"], "31/10/2026", 'e veio "31/10/2026"'],
    ["no municipalities at all", ["municipios"], undefined, "em municipios esperava-se"],
    ["a column shorter than the list", ["colunas", 1, "valores"], [1], "colunas[1].valores tem 1 valores para 142 municípios"],
    ["a drawing shorter than the list", ["mesh", "paths"], [], "mesh.paths tem 0 valores para 142 municípios"],
    ["neighbours shorter than the list", ["mesh", "vizinhos"], [[1]], "mesh.vizinhos tem 1 valores para 142 municípios"],
    ["counts shorter than the list", ["colunas", 0, "denominadores"], [1], "colunas[0].denominadores tem 1 valores para 142 municípios"],
    [
      "an indicator of the method that the catalogue does not have",
      ["metodo", "dimensoes", 0, "indicadores", 0, "id"],
      "felicidade",
      'metodo cita "felicidade", que não existe',
    ],
    ["a method of another version", ["metodo", "versao"], 2, "em metodo.versao esperava-se"],
    ["a source that does not exist", ["catalogo", 2, "fonte"], "jornal", 'catalogo[2].fonte cita "jornal", que não existe'],
    ["municipalities out of order", ["municipios", 1, "codigo"], 5100001, "municipios[1].codigo é 5100001, que não vem depois de 5100102"],
  ])("is refused with a sentence: %s", (_case, path, value, sentence) => {
    expect(() => parseSnapshot(changed(path, value))).toThrow(sentence);
  });

  it("is refused when it is not an object", () => {
    expect(() => parseSnapshot("<!doctype html>")).toThrow(/em raiz/);
  });
});

describe("the last day of a period", () => {
  it.each([
    ["2023", "2023-12-31"],
    ["2024-02", "2024-02-29"],
    ["2023-T2", "2023-06-30"],
    ["2026-10-30", "2026-10-30"],
  ])("of %s is %s", (period, day) => {
    expect(fimDoPeriodo(period)).toBe(day);
  });
});
