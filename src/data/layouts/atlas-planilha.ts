import type { RawTable } from "../raw/raw.ts";
import { convertIndicatorColumns, type IndicatorColumn } from "./indicator-columns.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, openingRows, shareOf, titleKey, type FieldRule } from "./match.ts";
import { questions } from "./questions.ts";
import { placeReader } from "./walk.ts";

const LUGAR: readonly FieldRule[] = [{ campo: "nome", titulos: ["Territorialidades", "Territorialidade"] }];

/** Titles of the Atlas' site, on folded text and without the year, and our ids. */
const NOMES: ReadonlyMap<string, string> = new Map([
  ["idhm", "idhm"],
  ["idhm renda", "idhm-renda"],
  ["idhm longevidade", "idhm-longevidade"],
  ["idhm educacao", "idhm-educacao"],
]);

/** Tables saved from the Atlas' site: one row a place, one column an index and a year, ranks in between. */
export const ATLAS_PLANILHA: OfficialLayout = {
  id: "atlas-brasil-planilha",
  titulo: "Atlas do Desenvolvimento Humano: planilha do site",
  orgao: "PNUD, IPEA e Fundação João Pinheiro",
  fonte: "atlas-brasil-2010",
  grao: "Cada linha é um município e cada coluna um índice em um ano; nada é somado. As colunas de posição não entram.",
  match: matchSheet,
  convert: convertSheet,
};

/** The index columns of a header: those of Census years. */
function indexColumns(titulos: readonly string[]): { readonly at: number; readonly coluna: IndicatorColumn }[] {
  return titulos.flatMap((titulo, at) => {
    const match = /^(.+) (1991|2000|2010)$/.exec(titleKey(titulo));
    const indicador = NOMES.get(match?.[1] ?? "");
    const periodo = match?.[2];
    if (indicador === undefined || periodo === undefined) return [];
    return [{ at, coluna: { campo: `${indicador} ${periodo}`, titulos: [titulo], indicador, periodo, min: 0, max: 1 } }];
  });
}

function matchSheet(tabela: RawTable): Fit | null {
  const found = findHeader(tabela, LUGAR);
  if (found === null) return null;
  const columns = indexColumns(found.titulos);
  if (columns.length === 0) return null;
  const posicao = new Map([...found.posicao, ...columns.map(({ at, coluna }): [string, number] => [coluna.campo, at])]);
  const names = shareOf(openingRows(tabela, found.linha), found.posicao.get("nome"), (texto) => /\([A-Z]{2}\)$/.test(texto));
  return fitOf(
    { ...found, posicao },
    names === null || names > 0.5
      ? { confianca: 0.95, motivo: "Traz as territorialidades do site do Atlas e colunas de IDHM com o ano no título." }
      : { confianca: 0.6, motivo: "Traz colunas de IDHM como o site do Atlas, mas as linhas não são de municípios." },
  );
}

function convertSheet(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const perguntas = questions(context.respostas);
  return convertIndicatorColumns(tabela, fit, context, perguntas, {
    colunas: indexColumns(fit.titulos).map(({ coluna }) => coluna),
    lugar: placeReader(fit, context.lugares, { codigos: [], nome: "nome" }),
    campoLugar: "nome",
    periodo: () => "2010",
    usos: new Map([["nome", "município (nome)"]]),
  });
}
