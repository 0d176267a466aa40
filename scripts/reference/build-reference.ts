import { porteOf } from "../../src/core/municipio.ts";
import { INDICADORES } from "../../src/data/contracts/indicadores.ts";
import { MUNICIPIOS } from "../../src/data/contracts/municipios.ts";
import { readCsv, writeCsv, type Cell, type TextRow } from "../extracts/csv.ts";
import { numberIn, READINGS } from "./figures.ts";
import { readSeries } from "./series.ts";

export interface ReferenceInputs {
  /** Wide table of facts, one row a municipality. */
  readonly fatos: string;
  /** Long table of the yearly SUAS indices. */
  readonly series: string;
}

export interface ReferenceTables {
  readonly municipios: string;
  readonly indicadores: string;
  /** Cells of the sources left out because the scale cannot hold them. */
  readonly foraDaEscala: string;
}

const ANO_CENSO = 2022;

/** Turns the gathered tables into the two reference extracts, in the contracts' layout. */
export function buildReference(inputs: ReferenceInputs): ReferenceTables {
  const fatos = readCsv(inputs.fatos, "municipios_fatos.csv").rows;
  const series = readSeries(readCsv(inputs.series, "series_idsuas.csv").rows);

  const municipios = fatos
    .map(municipioRow)
    .sort((a, b) => Number(a[0]) - Number(b[0]));

  const indicadores: Cell[][] = [];
  for (const row of fatos) {
    for (const reading of READINGS) {
      const figure = reading.read(row);
      if (figure === null) continue;
      indicadores.push([
        codeOf(row),
        reading.periodo,
        reading.indicador,
        figure.valor,
        figure.numerador,
        figure.denominador,
        reading.fonte,
      ]);
    }
  }
  for (const figure of series.figures) {
    indicadores.push([figure.codigo, figure.periodo, figure.indicador, figure.valor, null, null, figure.fonte, null]);
  }
  indicadores.sort(
    (a, b) => compare(a[2], b[2]) || compare(a[1], b[1]) || Number(a[0]) - Number(b[0]),
  );

  return {
    municipios: writeCsv(MUNICIPIOS.columns.map((c) => c.name), municipios),
    indicadores: writeCsv(INDICADORES.columns.map((c) => c.name), indicadores),
    foraDaEscala: writeCsv(
      ["codigo", "periodo", "indicador", "valor_na_fonte", "motivo"],
      series.outOfScale.map((figure) => [
        figure.codigo,
        figure.periodo,
        figure.indicador,
        figure.valor,
        "a escala vai de 1 a 5 e o município não consta do arquivo de unidades daquele ano",
      ]),
    ),
  };
}

function municipioRow(row: TextRow): Cell[] {
  const populacao = numberIn(row, "pop_2022_ibge_sidra4709");
  return [
    codeOf(row),
    row["name"] ?? "",
    numberIn(row, "regiao_imediata_cod"),
    row["regiao_imediata"] ?? "",
    numberIn(row, "regiao_intermediaria_cod"),
    row["regiao_intermediaria"] ?? "",
    numberIn(row, "sede_lat"),
    numberIn(row, "sede_lon"),
    numberIn(row, "area_km2_censosuas2023"),
    populacao,
    populacao === null ? null : ANO_CENSO,
    populacao === null ? null : porteOf(populacao),
  ];
}

function codeOf(row: TextRow): number {
  const code = Number(row["code7"]);
  if (!Number.isInteger(code) || code < 1_000_000 || code > 9_999_999) {
    throw new Error(`"${row["code7"] ?? ""}" is not a 7-digit municipal code`);
  }
  return code;
}

function compare(a: Cell | undefined, b: Cell | undefined): number {
  const x = String(a);
  const y = String(b);
  return x < y ? -1 : x > y ? 1 : 0;
}
