import { joinPt } from "../../core/format.ts";
import { fold } from "../../core/search.ts";
import type { RawTable } from "../raw/raw.ts";
import { shownValue } from "./cell-problems.ts";
import { cellText, readYear } from "./cells.ts";
import { convertIndicatorColumns, type IndicatorColumn } from "./indicator-columns.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, looksLikeCode, missingTitles, openingRows, shareOf, type FieldRule } from "./match.ts";
import { askYear, openingText, yearFrom } from "./period.ts";
import { questions } from "./questions.ts";
import { countSetAside } from "./reference-only.ts";
import { placeReader } from "./walk.ts";

const index = (campo: string, indicador: string, titulos: readonly string[]): IndicatorColumn => ({ campo, indicador, titulos, min: 0, max: 1 });

/** Titles of the Atlas' own download and of the copies made of it. */
const COLUNAS: readonly IndicatorColumn[] = [
  index("ivs", "ivs", ["ivs"]),
  index("ivs-infraestrutura-urbana", "ivs-infraestrutura-urbana", ["ivs_infraestrutura_urbana", "ivs infraestrutura", "ivs_infra"]),
  index("ivs-capital-humano", "ivs-capital-humano", ["ivs_capital_humano", "ivs capital humano"]),
  index("ivs-renda-trabalho", "ivs-renda-trabalho", ["ivs_renda_e_trabalho", "ivs_renda_trabalho", "ivs renda e trabalho"]),
  index("idhm", "idhm", ["idhm"]),
  index("idhm-longevidade", "idhm-longevidade", ["idhm_long", "idhm longevidade"]),
  index("idhm-educacao", "idhm-educacao", ["idhm_educ", "idhm educacao"]),
  index("idhm-renda", "idhm-renda", ["idhm_renda", "idhm renda"]),
];

const LUGAR: readonly FieldRule[] = [
  { campo: "codigo", titulos: ["municipio", "cod_municipio", "codigo_municipio", "codigo ibge", "cod_ibge", "ibge"] },
  { campo: "nome", titulos: ["nome_municipio_uf", "nome_municipio", "nome do municipio", "municipio nome"] },
  { campo: "uf", titulos: ["uf", "sigla_uf"] },
  { campo: "ano", titulos: ["ano"] },
];

/** The Atlas repeats each municipality by colour, sex and place of the home; only the totals are figures of it. */
const RECORTES: readonly FieldRule[] = [
  { campo: "recorte-cor", titulos: ["label_cor", "cor"] },
  { campo: "recorte-sexo", titulos: ["label_sexo", "sexo"] },
  { campo: "recorte-domicilio", titulos: ["label_sit_dom", "situacao do domicilio"] },
];

const RULES = [...LUGAR, ...COLUNAS, ...RECORTES];

const OBRIGATORIAS = COLUNAS.slice(0, 4);

/** Atlas da Vulnerabilidade Social (IPEA): one row a municipality, mixed decimal marks in one row. */
export const IVS: OfficialLayout = {
  id: "ipea-ivs",
  titulo: "Atlas da Vulnerabilidade Social: IVS dos municípios",
  orgao: "IPEA",
  fonte: "ipea-ivs-2010",
  grao: "Cada linha é um município em um ano de Censo; nada é somado. Linhas por cor, sexo ou situação do domicílio ficam de fora: só o total do município entra.",
  match: matchIvs,
  convert: convertIvs,
};

function matchIvs(tabela: RawTable): Fit | null {
  const found = findHeader(tabela, RULES);
  if (found === null) return null;
  const present = OBRIGATORIAS.filter(({ campo }) => found.posicao.has(campo));
  if (!found.posicao.has("ivs") || present.length < 2) return null;
  const rows = openingRows(tabela, found.linha);
  const codes = shareOf(rows, found.posicao.get("codigo"), looksLikeCode);
  const hasPlace = codes === null ? found.posicao.has("nome") : codes > 0.5 || found.posicao.has("nome");
  const faltam = missingTitles(OBRIGATORIAS, found.posicao);
  const confianca = (present.length / OBRIGATORIAS.length) * (hasPlace ? 1 : 0.5);
  const motivo = hasPlace
    ? `Traz o IVS e ${present.length - 1 === 3 ? "suas três dimensões" : "parte de suas dimensões"}, com o município em cada linha.`
    : "Traz colunas do IVS, mas não se vê de que município é cada linha.";
  return fitOf(found, { confianca, motivo: faltam.length === 0 ? motivo : `${motivo} Faltam: ${joinPt(faltam)}.`, faltam });
}

function convertIvs(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const perguntas = questions(context.respostas);
  const anoAt = fit.posicao.get("ano");
  const fixo = anoAt === undefined ? (yearFrom([openingText(tabela, fit), context.arquivo]) ?? askYear(perguntas, "do IVS")) : null;
  if (anoAt === undefined && fixo === null) {
    return { contagem: countSetAside(tabela, fit), usadas: [], ignoradas: [], pessoais: [], perguntas: perguntas.open() };
  }
  const recortes = RECORTES.flatMap(({ campo }) => fit.posicao.get(campo) ?? []);
  return convertIndicatorColumns(tabela, fit, context, perguntas, {
    colunas: COLUNAS,
    lugar: placeReader(fit, context.lugares, { codigos: ["codigo"], nome: "nome", uf: "uf" }),
    campoLugar: fit.posicao.has("codigo") ? "codigo" : "nome",
    periodo: (campos) => fixo ?? yearOf(cellText(campos, anoAt), fit.titulos[anoAt ?? -1] ?? "ano"),
    parte: (campos) => recortes.map((at) => cellText(campos, at)).find((texto) => texto !== "" && !fold(texto).startsWith("total")) ?? null,
    usos: new Map([
      ["codigo", "município (código IBGE)"],
      ["nome", "município (nome)"],
      ["uf", "município (UF)"],
      ["ano", "período"],
      ...RECORTES.map(({ campo }): [string, string] => [campo, "só o total entra"]),
    ]),
  });
}

/** The year of a cell, or the problem that it is none. */
export function yearOf(texto: string, coluna: string): string | { tipo: string; coluna: string; valor: string | null; mensagem: string; conserto: string } {
  return readYear(texto) ?? { tipo: "periodo-invalido", coluna, valor: shownValue(texto), mensagem: "Não é um ano.", conserto: "Confira o ano da linha no arquivo original." };
}
