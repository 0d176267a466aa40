import { fold } from "../../core/search.ts";
import type { ProblemLog } from "../import/report.ts";
import { fileProblem } from "../import/whole-file.ts";
import type { OpeningRecord, RawTable } from "../raw/raw.ts";
import { cellText, yearsIn } from "./cells.ts";
import { findHeader, looksLikeCode, openingRows, shareOf, type FieldRule, type HeaderFound } from "./match.ts";
import type { Questions } from "./questions.ts";

export const ORGAO_MDS = "Ministério do Desenvolvimento e Assistência Social (MDS)";

/** Columns MDS adds to every file of the Censo SUAS, whatever the questionnaire. */
const KEYS: readonly FieldRule[] = [
  { campo: "codigo", titulos: ["IBGE", "codigo_ibge"] },
  { campo: "codigo7", titulos: ["IBGE7"] },
  { campo: "uf", titulos: ["UF_nome", "Nome_UF", "UF"] },
  { campo: "municipio", titulos: ["Municipio", "Município"] },
  { campo: "unidade", titulos: ["NU_IDENTIFICADOR"] },
  { campo: "regiao", titulos: ["Regiao", "Região"] },
  { campo: "area", titulos: ["areaKm2"] },
  { campo: "populacao", titulos: ["Pop_total_2022"], padrao: /^pop total (?:19|20)\d\d$/ },
  { campo: "porte", titulos: ["Porte_pop2022"], padrao: /^porte pop ?(?:19|20)\d\d$/ },
  { campo: "incompleto", titulos: ["Q_incompleto"] },
];

export interface CensusHeader extends HeaderFound {
  /** Question code ("q12_1_7") → column; the "_velha" copies before MDS's own cleaning are no question. */
  readonly perguntas: ReadonlyMap<string, number>;
  readonly linhas: readonly OpeningRecord[];
  /** Share of the opening codes that look like a municipality's. */
  readonly codigos: number;
}

const HEADERS = new WeakMap<RawTable, { readonly header: CensusHeader | null }>();

/** The header of a file of the Censo SUAS; null for any other table. Read once: eight layouts ask. */
export function readCensusHeader(tabela: RawTable): CensusHeader | null {
  const known = HEADERS.get(tabela);
  if (known !== undefined) return known.header;
  const header = findCensusHeader(tabela);
  HEADERS.set(tabela, { header });
  return header;
}

function findCensusHeader(tabela: RawTable): CensusHeader | null {
  const header = findHeader(tabela, KEYS);
  if (header === null || !(header.posicao.has("codigo") || header.posicao.has("codigo7"))) return null;
  const perguntas = new Map<string, number>();
  header.titulos.forEach((titulo, at) => {
    const code = questionCode(titulo);
    if (code !== null && !perguntas.has(code)) perguntas.set(code, at);
  });
  const added = ["regiao", "area", "populacao", "porte", "incompleto"].filter((campo) => header.posicao.has(campo)).length;
  if (perguntas.size < 3 || added < 2) return null;
  const linhas = openingRows(tabela, header.linha);
  const codigos = Math.max(...["codigo", "codigo7"].map((campo) => shareOf(linhas, header.posicao.get(campo), looksLikeCode) ?? 0));
  return { ...header, perguntas, linhas, codigos };
}

/** "q12_1_7" of "q12_1_7", "Q12.1.7" or "q12_1_7_v14560_12.1.7. RECURSOS…"; null for a derived or an old column. */
export function questionCode(titulo: string): string | null {
  if (/velha/i.test(titulo)) return null;
  const match = /^q(\d{1,3}(?:[_.]\d{1,2})*)(?=$|[\s:.]|_(?!bin|\d))/i.exec(titulo.trim());
  return match === null ? null : `q${(match[1] ?? "").replaceAll(".", "_")}`;
}

/** Years the Censo SUAS has been taken in (since 2007). */
const FIRST_YEAR = 2007;

/**
 * The year of the questionnaire: from the columns (`DataCenso_2023`) or the values of
 * `DataCenso`, else from the file's name, which is announced; else the user is asked.
 */
export function censusYear(tabela: RawTable, { titulos, linha, posicao }: HeaderFound, arquivo: string, perguntas: Questions, log: ProblemLog): string | null {
  const fromTitles = new Set(titulos.flatMap((titulo) => /^datacenso_((?:19|20)\d{2})$/i.exec(titulo.trim())?.[1] ?? []));
  const dateAt = titulos.findIndex((titulo) => titulo.trim().toLowerCase() === "datacenso");
  if (dateAt !== -1) {
    for (const { campos } of openingRows(tabela, linha)) for (const year of yearsIn(cellText(campos, dateAt))) fromTitles.add(year);
  }
  const [only] = fromTitles;
  if (fromTitles.size === 1 && only !== undefined) return only;
  const population = Number(yearsIn((titulos[posicao.get("populacao") ?? -1] ?? "").replace(/_/g, " "))[0] ?? FIRST_YEAR);
  const named = yearsIn(`${tabela.nome ?? ""} ${arquivo}`.replace(/_/g, " ")).filter((year) => Number(year) >= population);
  if (fromTitles.size === 0 && named.length === 1) {
    const [year = ""] = named;
    log.add("ano-pelo-nome", fileProblem("aviso", `As colunas não dizem o ano do Censo SUAS; ${year} vem do nome do arquivo.`, "Confira o ano antes de usar os números."));
    return year;
  }
  const first = Math.max(FIRST_YEAR, population);
  const years = Array.from({ length: Math.max(12, 2032 - first) }, (_, i) => String(first + i));
  return perguntas.ask({
    id: "ano",
    pergunta: "De que ano é o Censo SUAS deste arquivo? As colunas não dizem.",
    opcoes: [...new Set([...fromTitles, ...named, ...years])].map((valor) => ({ valor, rotulo: valor })),
  });
}

/** The levels an answer may have; `null` is an answer without a level ("Não sei"). On folded text. */
export type AnswerScale = readonly { readonly padrao: RegExp; readonly valor: number | null }[];

/** Level of an answer; undefined when the scale has no such answer. */
export function levelOf(scale: AnswerScale, resposta: string): number | null | undefined {
  const folded = fold(resposta);
  return scale.find(({ padrao }) => padrao.test(folded))?.valor;
}

/** True when the filled opening cells of a column are answers of the scale, nearly all. */
export function answersFit(rows: readonly OpeningRecord[], position: number | undefined, scale: AnswerScale): boolean {
  return (shareOf(rows, position, (text) => levelOf(scale, text) !== undefined) ?? 0) >= 0.9;
}

/** What the added columns feed, for the list of used columns. */
export const CENSUS_USES: readonly (readonly [string, string])[] = [
  ["codigo", "município (código IBGE)"],
  ["codigo7", "município (código IBGE)"],
  ["municipio", "município (nome, onde falta o código)"],
  ["uf", "município (UF, onde falta o código)"],
];

/** Columns MDS adds that are of the municipality or of the file, not of a person. */
export function isCensusColumn(titulo: string): boolean {
  return /^(?:ibge7?|nu_identificador|uf(?:_nome)?|nome_uf|regi[aã]o|munic[ií]pio|areakm2|pop_\w+|porte_pop\d+|q_incompleto|datacenso(?:_\d+)?|nu_(?:trabalhador|conselheiros)|tipo_\w+)$/i.test(titulo.trim());
}
