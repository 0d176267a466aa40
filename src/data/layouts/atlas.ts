import { joinPt } from "../../core/format.ts";
import type { RawTable } from "../raw/raw.ts";
import { ATLAS_PLANILHA } from "./atlas-planilha.ts";
import { cellText } from "./cells.ts";
import { convertIndicatorColumns, type IndicatorColumn } from "./indicator-columns.ts";
import { yearOf } from "./ivs.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, looksLikeCode, missingTitles, openingRows, shareOf, type FieldRule } from "./match.ts";
import { askYear, openingText, yearFrom } from "./period.ts";
import { questions } from "./questions.ts";
import { countSetAside } from "./reference-only.ts";
import { placeReader } from "./walk.ts";

const column = (sigla: string, indicador: string, max: number): IndicatorColumn => ({ campo: indicador, indicador, titulos: [sigla], min: 0, max });

/**
 * Siglas of the Atlas (its "siglas" sheet) and our ids: PMPOB ≤ R$ 140 a person,
 * PIND ≤ R$ 70, PPOB ≤ R$ 255, in reais of August 2010.
 */
const COLUNAS: readonly IndicatorColumn[] = [
  column("IDHM", "idhm", 1),
  column("IDHM_E", "idhm-educacao", 1),
  column("IDHM_L", "idhm-longevidade", 1),
  column("IDHM_R", "idhm-renda", 1),
  column("GINI", "gini", 1),
  column("PMPOB", "pobreza", 100),
  column("PIND", "extrema-pobreza", 100),
  column("PINDCRI", "criancas-extrema-pobreza", 100),
  column("PPOB", "vulneraveis-pobreza", 100),
  column("RDPC", "renda-per-capita", Infinity),
  column("T_ANALF18M", "analfabetismo", 100),
  column("AGUA_ESGOTO", "agua-esgoto-inadequados", 100),
  column("T_NESTUDA_NTRAB_MMEIO", "jovens-sem-estudo-trabalho", 100),
  column("T_FUNDIN_TODOS", "sem-fundamental", 100),
  column("T_DENS", "densidade-domiciliar", 100),
  column("pesoRUR", "populacao-rural", Infinity),
];

const LUGAR: readonly FieldRule[] = [
  { campo: "codigo7", titulos: ["Codmun7", "cod_mun7"] },
  { campo: "codigo6", titulos: ["Codmun6", "cod_mun6"] },
  { campo: "nome", titulos: ["Município", "nome_municipio"] },
  { campo: "ano", titulos: ["ANO"] },
];

const RULES = [...LUGAR, ...COLUNAS];

const GRAO = "Cada linha é um município em um ano de Censo (1991, 2000 ou 2010); nada é somado.";

/** The Atlas of 2013, long by year: national file, a state's rows, upper- or lower-case siglas. */
const ATLAS_LONGO: OfficialLayout = {
  id: "atlas-brasil",
  titulo: "Atlas do Desenvolvimento Humano no Brasil, por município e ano",
  orgao: "PNUD, IPEA e Fundação João Pinheiro",
  fonte: "atlas-brasil-2010",
  grao: GRAO,
  match: matchAtlas,
  convert: convertAtlas,
};

export const ATLAS: readonly OfficialLayout[] = [ATLAS_LONGO, ATLAS_PLANILHA];

function matchAtlas(tabela: RawTable): Fit | null {
  const found = findHeader(tabela, RULES);
  if (found === null) return null;
  const { posicao, linha } = found;
  const siglas = COLUNAS.filter(({ campo }) => posicao.has(campo));
  const hasCode = posicao.has("codigo7") || posicao.has("codigo6");
  if (!hasCode || siglas.length < 2) return null;
  const rows = openingRows(tabela, linha);
  const codes = shareOf(rows, posicao.get("codigo7") ?? posicao.get("codigo6"), looksLikeCode);
  const faltam = missingTitles(COLUNAS, posicao);
  const isTrusted = codes === null || codes > 0.5;
  const confianca = isTrusted ? 0.85 + 0.15 * (siglas.length / COLUNAS.length) : 0.4;
  const motivo = isTrusted
    ? `Traz o código do município nas colunas do Atlas (Codmun) e ${String(siglas.length)} das ${String(COLUNAS.length)} siglas que o aplicativo usa.`
    : "Traz siglas do Atlas, mas a coluna de código não tem códigos de município.";
  return fitOf(found, { confianca, motivo: faltam.length === 0 ? motivo : `${motivo} Faltam: ${joinPt(faltam)}.`, faltam });
}

function convertAtlas(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const perguntas = questions(context.respostas);
  const anoAt = fit.posicao.get("ano");
  const fixo = anoAt === undefined ? (yearFrom([openingText(tabela, fit), context.arquivo]) ?? askYear(perguntas, "do Atlas")) : null;
  if (anoAt === undefined && fixo === null) {
    return { contagem: countSetAside(tabela, fit), usadas: [], ignoradas: [], pessoais: [], perguntas: perguntas.open() };
  }
  return convertIndicatorColumns(tabela, fit, context, perguntas, {
    colunas: COLUNAS,
    lugar: placeReader(fit, context.lugares, { codigos: ["codigo7", "codigo6"] }),
    campoLugar: fit.posicao.has("codigo7") ? "codigo7" : "codigo6",
    periodo: (campos) => fixo ?? yearOf(cellText(campos, anoAt), fit.titulos[anoAt ?? -1] ?? "ano"),
    usos: new Map([
      ["codigo7", "município (código IBGE)"],
      ["codigo6", "município (código IBGE)"],
      ["ano", "período"],
    ]),
  });
}
