import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { newestColumns, readMunicipios } from "../../../scripts/extracts/snapshot.ts";
import { readTerritory, type TerritoryFolder } from "../../../scripts/extracts/territory.ts";
import type { ColumnType, ExtractId } from "../../../src/data/contracts/contract.ts";
import { EXTRACTS } from "../../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../../src/data/contracts/index.ts";
import { LINHAS_DO_EXTRATO, type CelulaExtrato } from "../../../src/data/queries/extratos-linhas.ts";
import { municipiosDoExtrato, toMunicipio } from "../../../src/data/queries/extratos-municipios.ts";
import { resumoDosExtratos } from "../../../src/data/queries/extratos-resumo.ts";
import { colunasDosIndicadores, toColunas } from "../../../src/data/queries/prioridades-colunas.ts";
import { serieDoIndicador } from "../../../src/data/queries/prioridades-serie.ts";
import type { Query, RowContract, RowOf } from "../../../src/data/queries/query.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { askEngine, bundledEngine } from "../bundled.ts";

let engine: Engine;
let folder: TerritoryFolder;

function ask<P, C extends RowContract>(query: Query<P, C>, params: P): Promise<readonly RowOf<C>[]> {
  return askEngine(engine, query, params);
}

beforeAll(async () => {
  folder = await readTerritory(fileURLToPath(new URL("../../../data", import.meta.url)));
  engine = await bundledEngine();
}, 60_000);

describe("what the engine answers about the bundled data", () => {
  it("the municipalities are those of the first screen", async () => {
    const rows = await ask(municipiosDoExtrato, {});
    expect(rows.map(toMunicipio)).toEqual(readMunicipios(folder.extratos.municipios.rows));
  });

  it("the newest figure of every indicator is that of the first screen", async () => {
    const municipios = readMunicipios(folder.extratos.municipios.rows);
    const colunas = toColunas(await ask(colunasDosIndicadores, {}), folder.catalogo, municipios);
    expect(colunas).toEqual(newestColumns(folder, municipios));
    expect(colunas.length).toBeGreaterThanOrEqual(25);
  });

  it.each(EXTRACTS)("the rows of %s are those of the published CSV, blanks included", async (id) => {
    const { rows } = folder.extratos[id];
    const published = rows.map((row) =>
      CONTRACTS[id].columns.map(({ name, type }) => cell(row[name] ?? "", type)),
    );
    const answered = (await ask(LINHAS_DO_EXTRATO[id], {})).map((row) =>
      CONTRACTS[id].columns.map(({ name }) => row[name]),
    );
    expect(answered.length).toBeGreaterThan(0);
    expect(sorted(answered)).toEqual(sorted(published));
  });

  it("the summary counts every row and finds first and last date", async () => {
    const rows = await ask(resumoDosExtratos, {});
    const { rows: apoios } = folder.extratos.apoios;
    const days = apoios.filter((row) => row["situacao"] === "realizado").map((row) => row["data"] ?? "").toSorted();
    expect(rows.find(({ extrato }) => extrato === "apoios")).toEqual({
      extrato: "apoios",
      linhas: apoios.length,
      inicio: days[0],
      fim: days.at(-1),
    });
    expect(rows.map(({ extrato, linhas }) => [extrato, linhas])).toEqual(
      EXTRACTS.map((id: ExtractId) => [id, folder.extratos[id].rows.length]),
    );
  });
});

describe("the series of an indicator", () => {
  it("IDCRAS of Cuiabá: its figures beside the quartiles of the territory, worked by hand", async () => {
    const rows = await ask(serieDoIndicador, { indicador: "idcras", codigo: 5103403 });
    const figures = folder.extratos.indicadores.rows.filter((row) => row["indicador"] === "idcras");
    const periods = [...new Set(figures.map((row) => row["periodo"] ?? ""))].toSorted();
    expect(rows.map(({ periodo }) => periodo)).toEqual(periods);
    for (const row of rows) {
      const ofPeriod = figures.filter(({ periodo }) => periodo === row.periodo);
      const values = ofPeriod.map(({ valor }) => Number(valor)).toSorted((a, b) => a - b);
      const own = ofPeriod.find(({ codigo }) => codigo === "5103403");
      expect(row.municipios).toBe(values.length);
      expect(row.valor).toBe(own === undefined ? null : Number(own["valor"]));
      expect(row.p25).toBeCloseTo(quantile(values, 0.25), 9);
      expect(row.mediana).toBeCloseTo(quantile(values, 0.5), 9);
      expect(row.p75).toBeCloseTo(quantile(values, 0.75), 9);
    }
  });

  it("an indicator nobody published has no rows, and a municipality without figures has nulls", async () => {
    expect(await ask(serieDoIndicador, { indicador: "nao-existe", codigo: 5103403 })).toEqual([]);
    const rows = await ask(serieDoIndicador, { indicador: "idcras", codigo: 9999999 });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ valor, mediana }) => valor === null && mediana > 0)).toBe(true);
  });
});

function cell(text: string, type: ColumnType): CelulaExtrato {
  if (text === "") return null;
  if (type === "sim-nao") return text === "sim" || text === "true";
  return type === "codigo-ibge" || type === "inteiro" || type === "decimal" ? Number(text) : text;
}

/** Rows in an order of their own, so that the two sides' orders do not matter. */
function sorted(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted();
}

/** Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). */
function quantile(ordered: readonly number[], p: number): number {
  const at = (ordered.length - 1) * p;
  const low = ordered[Math.floor(at)] ?? Number.NaN;
  const high = ordered[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}
