import type { CivilDate } from "../../src/core/civil-date.ts";
import { PRIMEIRO_DIA_POSSIVEL } from "../../src/core/denuncia.ts";
import type { ColunaIndicador } from "../../src/core/indicador.ts";
import type { SvgMesh } from "../../src/core/map-layer.ts";
import { indicadoresDoMetodo, type Metodo } from "../../src/core/metodo/method.ts";
import { fimDoPeriodo } from "../../src/core/periodo.ts";
import type { Municipio, Porte, Regiao } from "../../src/core/municipio.ts";
import { EXTRACTS } from "../../src/data/contracts/contract.ts";
import { spanReader } from "../../src/data/contracts/extensao.ts";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import { toColunas, type ValorMaisNovo } from "../../src/data/queries/prioridades-colunas.ts";
import { parseShape } from "../../src/data/snapshot/parse.ts";
import { MunicipioSchema } from "../../src/data/snapshot/schema.ts";
import type { ExtractSummary, Snapshot } from "../../src/data/snapshot/snapshot.ts";
import type { TextRow } from "./csv.ts";
import type { ExtractFile, TerritoryFolder } from "./territory.ts";

const INCLUDED = "incluído no aplicativo";

/** Puts together what the first paint needs. `mesh` must be aligned with the municipalities by code. */
export function buildSnapshot(folder: TerritoryFolder, mesh: SvgMesh, hash: string): Snapshot {
  const municipios = readMunicipios(folder.extratos.municipios.rows);
  const dataReferencia = newestDate(folder);
  const extratos = EXTRACTS.map((id) => summarise(folder.extratos[id], dataReferencia));
  return {
    hash,
    dataReferencia,
    territorio: folder.territorio,
    fontes: folder.fontes,
    catalogo: folder.catalogo,
    metodo: folder.metodo,
    municipios,
    colunas: newestColumns(folder, municipios).map((coluna) => withoutIdleCounts(coluna, folder.metodo)),
    mesh,
    extratos,
  };
}

/** The municipalities of the reference table, sorted by code. */
export function readMunicipios(rows: readonly TextRow[]): Municipio[] {
  const municipios = rows.map((row, i): Municipio => {
    const lat = decimal(row["sede_lat"]);
    const lon = decimal(row["sede_lon"]);
    const municipio = {
      codigo: Number(row["codigo"]),
      nome: row["nome"],
      regiaoImediata: regiao(row["regiao_imediata_codigo"], row["regiao_imediata"]),
      regiaoIntermediaria: regiao(row["regiao_intermediaria_codigo"], row["regiao_intermediaria"]),
      sede: lat === null || lon === null ? null : { lat, lon },
      areaKm2: decimal(row["area_km2"]),
      populacao: decimal(row["populacao"]),
      anoCenso: decimal(row["ano_censo"]),
      porte: (row["porte"] || null) as Porte | null,
    };
    return parseShape(MunicipioSchema, municipio, `municipios.csv, line ${i + 2}`);
  });
  return municipios.sort((a, b) => a.codigo - b.codigo);
}

/** The newest published figure of each municipality for each indicator, laid out as the engine's own answer is. */
export function newestColumns(folder: TerritoryFolder, municipios: readonly Municipio[]): ColunaIndicador[] {
  const newest = new Map<string, ValorMaisNovo>();
  for (const row of folder.extratos.indicadores.rows) {
    const { indicador = "", codigo = "", periodo = "", valor, numerador, denominador, fonte = "" } = row;
    const key = `${indicador} ${codigo}`;
    const known = newest.get(key);
    if (known === undefined || periodo > known.periodo) {
      newest.set(key, {
        indicador,
        codigo: Number(codigo),
        periodo,
        valor: Number(valor),
        numerador: decimal(numerador),
        denominador: decimal(denominador),
        fonte: fonte || null,
        carga: null,
      });
    }
  }
  return toColunas([...newest.values()], folder.catalogo, municipios);
}

/** The counts that no figure of the method is shrunk with stay out of the first paint. */
function withoutIdleCounts(coluna: ColunaIndicador, metodo: Metodo): ColunaIndicador {
  const indicador = indicadoresDoMetodo(metodo).find(({ id }) => id === coluna.indicador);
  if (indicador?.tipo === "rate" || indicador?.tipo === "proportion") return coluna;
  const { indicador: id, periodo, valores, periodos, fonte } = coluna;
  return { indicador: id, periodo, valores, periodos, fonte };
}

/** The span is of days that can be: one mistyped must not say from when or to when an extract goes. */
function summarise({ id, rows, demonstracao }: ExtractFile, dataReferencia: CivilDate): ExtractSummary {
  const isPossible = (date: string): boolean => id !== "andamentos" || (date >= PRIMEIRO_DIA_POSSIVEL && date <= dataReferencia);
  const { columns } = CONTRACTS[id];
  const momentOf = spanReader(CONTRACTS[id]);
  const values = rows.map((row) => momentOf((at) => row[columns[at]?.name ?? ""] || null) ?? "").filter((value) => value !== "" && isPossible(value));
  const first = values.reduce((a, b) => (a === "" || b < a ? b : a), "");
  const last = values.reduce((a, b) => (b > a ? b : a), "");
  return { id, linhas: rows.length, inicio: first || null, fim: last || null, demonstracao, origem: INCLUDED };
}

/**
 * The last day among all dates and periods of the extracts; a period counts by its
 * last day. Events of complaints are left out: one may be dated in the future by
 * mistake, which is for the page to say and not for the whole app to believe. So are
 * support that was not held and plans: their days to come are no days of the data.
 */
export function newestDate({ extratos }: TerritoryFolder): CivilDate {
  let newest = "";
  for (const id of EXTRACTS) {
    if (id === "andamentos" || id === "planos") continue;
    const columns = CONTRACTS[id].columns.filter(({ type }) => type === "data" || type === "periodo");
    const so = CONTRACTS[id].extensao?.so;
    for (const row of extratos[id].rows) {
      if (so !== undefined && (row[so.coluna] || so.valor) !== so.valor) continue;
      for (const { name } of columns) {
        const text = row[name] ?? "";
        const date = text === "" ? "" : fimDoPeriodo(text);
        if (date > newest) newest = date;
      }
    }
  }
  if (newest === "") throw new Error("no extract has a date: the snapshot would have no reference date");
  return newest;
}

function regiao(codigo = "", nome = ""): Regiao | null {
  return codigo === "" ? null : { codigo: Number(codigo), nome };
}

function decimal(text = ""): number | null {
  return text === "" ? null : Number(text);
}
