import * as v from "valibot";
import { joinPt } from "../../core/format.ts";
import { personHeader } from "../import/person.ts";
import { headerNames } from "../raw/header-names.ts";
import type { RawTable } from "../raw/raw.ts";
import type { Fit, OfficialLayout } from "./layout.ts";
import { convertMapped, type MappedPeriod } from "./mapped-rows.ts";
import { titleKey } from "./match.ts";

const MAX_COLUMNS = 512;
const position = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_COLUMNS - 1));
const optional = v.nullable(position);
const PERIOD = /^(19|20)\d{2}(-(0[1-9]|1[0-2])|-T[1-4])?$/;

const MappingSchema = v.pipe(
  v.strictObject({
    tipo: v.literal("mapeamento-mirante"),
    versao: v.literal(1),
    nome: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
    titulos: v.pipe(v.array(v.pipe(v.string(), v.maxLength(400))), v.nonEmpty(), v.maxLength(MAX_COLUMNS)),
    municipio: v.strictObject({ codigo: optional, siafi: optional, nome: optional, uf: optional }),
    periodo: v.variant("tipo", [
      v.strictObject({ tipo: v.literal("fixo"), valor: v.pipe(v.string(), v.regex(PERIOD)) }),
      v.strictObject({ tipo: v.literal("coluna"), coluna: position }),
      v.strictObject({ tipo: v.literal("ano-mes"), ano: position, mes: position }),
    ]),
    valores: v.pipe(
      v.array(v.strictObject({ coluna: position, indicador: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)) })),
      v.nonEmpty(),
      v.maxLength(MAX_COLUMNS),
    ),
  }),
  v.check(({ municipio: { codigo, siafi, nome } }) => codigo !== null || siafi !== null || nome !== null),
  v.check((mapping) => fieldsOf(mapping).every(([, at]) => at < mapping.titulos.length)),
  v.check((mapping) => {
    const columns = fieldsOf(mapping).map(([, at]) => at);
    return new Set(columns).size === columns.length;
  }),
  v.check(({ valores }) => new Set(valores.map(({ indicador }) => indicador)).size === valores.length),
);

/**
 * What the user said each column of a table is. Columns are 0-based positions in
 * `titulos`, the header as the file writes it; a column that appears nowhere is not read.
 */
export interface Mapping {
  readonly tipo: "mapeamento-mirante";
  readonly versao: 1;
  /** How the user calls this kind of file. */
  readonly nome: string;
  readonly titulos: readonly string[];
  /** At least one of the first three; a code rules over a name. */
  readonly municipio: {
    readonly codigo: number | null;
    readonly siafi: number | null;
    readonly nome: number | null;
    readonly uf: number | null;
  };
  readonly periodo: MappedPeriod;
  readonly valores: readonly { readonly coluna: number; readonly indicador: string }[];
}

/** Why a text is no mapping that can be used; message and remedy in plain Portuguese. */
export class MappingError extends Error {
  override readonly name = "MappingError";
  readonly conserto = "Monte o mapeamento de novo nesta página e guarde o arquivo.";
}

/** Id of the layout made from a mapping. */
export const MAPPING_LAYOUT = "mapeamento";

/** True for a reference period as figures keep it: "2023", "2026-06" or "2023-T2". */
export function isPeriod(texto: string): boolean {
  return PERIOD.test(texto);
}

/**
 * Reads a mapping kept as a file. Null when the text is something else (a JSON of
 * data, for instance).
 * @throws MappingError when it says it is a mapping and cannot be used.
 */
export function parseMapping(texto: string): Mapping | null {
  if (!texto.includes("mapeamento-mirante")) return null;
  const read = readJson(texto);
  if (read === null || typeof read !== "object" || !("tipo" in read) || read.tipo !== "mapeamento-mirante") return null;
  if ("versao" in read && read.versao !== 1) {
    throw new MappingError(`O mapeamento é da versão ${String(read.versao).slice(0, 20)}, que este aplicativo não conhece.`);
  }
  const result = v.safeParse(MappingSchema, read);
  if (!result.success) throw new MappingError("O arquivo diz ser um mapeamento, mas está incompleto ou foi alterado.");
  const personal = fieldsOf(result.output).flatMap(([, at]) => personHeader(result.output.titulos[at] ?? "") ?? []);
  if (personal.length > 0) {
    throw new MappingError(`O mapeamento usa coluna com dado de pessoa (${joinPt(personal)}), que nunca é lida (LGPD, Lei 13.709/2018, art. 6º, III).`);
  }
  return result.output;
}

function readJson(texto: string): unknown {
  try {
    return JSON.parse(texto) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The mapping as the file `parseMapping` reads back. */
export function mappingText(mapping: Mapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

/** The last of the mappings made for exactly this header; null when there is none. */
export function mappingFor(titulos: readonly string[], mapeamentos: readonly Mapping[]): Mapping | null {
  return mapeamentos.findLast((mapping) => isSameHeader(mapping.titulos, titulos)) ?? null;
}

/** Reads a table the way a user said: matched by its header, converted by what each column was said to be. */
export function layoutFromMapping(mapping: Mapping): OfficialLayout {
  return {
    id: MAPPING_LAYOUT,
    titulo: mapping.nome,
    orgao: "mapeamento de colunas feito por você",
    fonte: "arquivo-do-usuario",
    grao: "Cada linha é um município em um período. Linhas não são somadas: uma segunda linha do mesmo município e período, com outro valor, fica de fora e é avisada.",
    match: (tabela) => matchMapping(mapping, tabela),
    convert: (tabela, fit, context) => convertMapped(mapping, tabela, fit, context),
  };
}

/** The fields of a mapping and their columns, in a fixed order. */
export function fieldsOf({ municipio, periodo, valores }: Pick<Mapping, "municipio" | "periodo" | "valores">): [campo: string, coluna: number][] {
  const fields: [string, number | null][] = [
    ["codigo", municipio.codigo],
    ["siafi", municipio.siafi],
    ["nome", municipio.nome],
    ["uf", municipio.uf],
    ["periodo", periodo.tipo === "coluna" ? periodo.coluna : null],
    ["ano", periodo.tipo === "ano-mes" ? periodo.ano : null],
    ["mes", periodo.tipo === "ano-mes" ? periodo.mes : null],
    ...valores.map(({ coluna, indicador }): [string, number] => [`valor:${indicador}`, coluna]),
  ];
  return fields.flatMap(([campo, coluna]): [string, number][] => (coluna === null ? [] : [[campo, coluna]]));
}

function matchMapping(mapping: Mapping, { cabecalho, inicio }: RawTable): Fit | null {
  const fields = fieldsOf(mapping);
  const candidates = [
    ...(cabecalho === null ? [] : [{ linha: cabecalho.linha, titulos: cabecalho.nomes }]),
    ...inicio.map(({ linha, campos }) => ({ linha, titulos: headerNames(campos) })),
  ];
  let best: Fit | null = null;
  for (const { linha, titulos } of candidates) {
    const isSame = isSameHeader(mapping.titulos, titulos);
    const posicao = isSame ? new Map(fields) : byTitle(fields, mapping.titulos, titulos);
    if (posicao.size <= (best?.posicao.size ?? 0) && !isSame) continue;
    const faltam = fields.flatMap(([campo, at]) => (posicao.has(campo) ? [] : [mapping.titulos[at] ?? campo]));
    best = {
      confianca: isSame ? 1 : faltam.length === 0 ? 0.9 : (posicao.size / fields.length) * 0.5,
      motivo: reason(isSame, faltam),
      posicao,
      faltam,
      titulos,
      linhaCabecalho: linha,
      linhasDeCabecalho: 1,
    };
    if (isSame) return best;
  }
  return best;
}

function reason(isSame: boolean, faltam: readonly string[]): string {
  if (isSame) return "O cabeçalho é o do seu mapeamento.";
  if (faltam.length === 0) return "As colunas do seu mapeamento estão todas no arquivo, entre outras ou em outra ordem.";
  return `O seu mapeamento usa ${faltam.length === 1 ? "uma coluna que o arquivo não tem" : "colunas que o arquivo não tem"}: ${joinPt(faltam)}.`;
}

/** Columns found by title; a title that stands twice tells nothing. */
function byTitle(fields: readonly [string, number][], saved: readonly string[], titulos: readonly string[]): Map<string, number> {
  return new Map(
    fields.flatMap(([campo, at]): [string, number][] => {
      const wanted = saved[at] ?? "";
      const found = titulos.flatMap((titulo, i) => (titulo !== "" && isSameTitle(wanted, titulo) ? [i] : []));
      return found.length === 1 && found[0] !== undefined ? [[campo, found[0]]] : [];
    }),
  );
}

function isSameHeader(saved: readonly string[], titulos: readonly string[]): boolean {
  return saved.length === titulos.length && saved.every((titulo, i) => isSameTitle(titulo, titulos[i] ?? ""));
}

/** Titles as the page showed them: long ones were cut ("…") and those that could name a person hidden. */
function isSameTitle(saved: string, titulo: string): boolean {
  if (saved === HIDDEN_TITLE || titulo === HIDDEN_TITLE) return true;
  const cut = saved.endsWith("…") ? saved : titulo.endsWith("…") ? titulo : null;
  if (cut === null) return titleKey(saved) === titleKey(titulo);
  const other = cut === saved ? titulo : saved;
  return titleKey(other).startsWith(titleKey(cut.slice(0, -1)));
}

/** What stands in place of a title that could be a person's number. */
const HIDDEN_TITLE = "(oculto)";
