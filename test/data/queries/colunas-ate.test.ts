import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { readTerritory, type TerritoryFolder } from "../../../scripts/extracts/territory.ts";
import { anosDosIndicadores, colunasAteOAno } from "../../../src/data/queries/prioridades-colunas-ate.ts";
import { colunasDosIndicadores } from "../../../src/data/queries/prioridades-colunas.ts";
import type { Query, RowContract, RowOf } from "../../../src/data/queries/query.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { askEngine, bundledEngine } from "../bundled.ts";

const INDICADORES = ["idcras", "idconselho", "cadunico-cobertura"];

let engine: Engine;
let folder: TerritoryFolder;

function ask<P, C extends RowContract>(query: Query<P, C>, params: P): Promise<readonly RowOf<C>[]> {
  return askEngine(engine, query, params);
}

beforeAll(async () => {
  folder = await readTerritory(fileURLToPath(new URL("../../../data", import.meta.url)));
  engine = await bundledEngine();
}, 60_000);

describe("the figures as they stood at the end of a year", () => {
  it("are, for each municipality and indicator, the newest published row up to then", async () => {
    const expected = new Map<string, readonly [string, number]>();
    for (const row of folder.extratos.indicadores.rows) {
      const { indicador = "", codigo = "", periodo = "", valor = "" } = row;
      if (!INDICADORES.includes(indicador) || periodo.slice(0, 4) > "2019") continue;
      const key = `${indicador} ${codigo}`;
      if ((expected.get(key)?.[0] ?? "") < periodo) expected.set(key, [periodo, Number(valor)]);
    }
    const rows = await ask(colunasAteOAno, { indicadores: INDICADORES, ate: 2019 });
    expect(new Map(rows.map((r) => [`${r.indicador} ${r.codigo}`, [r.periodo, r.valor]]))).toEqual(expected);
    expect(rows).toHaveLength(expected.size);
    expect(new Set(rows.map(({ indicador }) => indicador))).toEqual(new Set(["idcras", "idconselho"]));
  });

  it("of the newest year are the newest of all: a month belongs to its year", async () => {
    const todos = (await ask(colunasDosIndicadores, {})).filter(({ indicador }) => INDICADORES.includes(indicador));
    const anos = await ask(anosDosIndicadores, { indicadores: INDICADORES });
    expect(await ask(colunasAteOAno, { indicadores: INDICADORES, ate: anos.at(-1)?.ano ?? 0 })).toEqual(todos);
  });

  it("the years are those of the published rows of the territory's municipalities", async () => {
    const codigos = new Set(folder.extratos.municipios.rows.map((row) => row["codigo"] ?? row["codigo_ibge"] ?? ""));
    const porAno = new Map<number, number>();
    for (const { indicador = "", codigo = "", periodo = "" } of folder.extratos.indicadores.rows) {
      if (!INDICADORES.includes(indicador) || !codigos.has(codigo)) continue;
      const ano = Number(periodo.slice(0, 4));
      porAno.set(ano, (porAno.get(ano) ?? 0) + 1);
    }
    const rows = await ask(anosDosIndicadores, { indicadores: INDICADORES });
    expect(rows.map(({ ano, figuras }) => [ano, figuras])).toEqual([...porAno].toSorted(([a], [b]) => a - b));
    expect(rows.length).toBeGreaterThan(5);
  });
});
