import * as v from "valibot";
import { readCsv } from "../extracts/csv.ts";
import type { Uf } from "../../src/data/places/reference.ts";

/** What an answer is. `municipios` are 6-digit codes found in it, so that the sources can be compared. */
export type Acceptance =
  | { readonly ok: true; readonly linhas: number; readonly municipios: readonly string[]; readonly avisos: readonly string[] }
  | { readonly ok: false; readonly motivo: string; readonly conserto: string };

export interface MisocialWanted {
  readonly uf: Uf;
  readonly campos: readonly string[];
  /** Months, `YYYYMM`, both included. */
  readonly first: string;
  readonly last: string;
  /** Rows asked for at most. */
  readonly rows: number;
}

/** Solr's CSV: the fields asked for as header, every row of the UF and of the months asked for. */
export function acceptMisocialCsv(bytes: Uint8Array, wanted: MisocialWanted): Acceptance {
  const text = decode(bytes);
  if (typeof text !== "string") return text;
  if (text.trim() === "") return refuse("A resposta veio vazia.", LATER);
  const found = tableOf(text);
  if (found === null) return refuse("A resposta não é a tabela pedida, ou chegou cortada.", LATER);
  const { header, rows } = found;
  const missing = wanted.campos.filter((campo) => !header.includes(campo));
  if (missing.length > 0) return refuse(`A tabela veio sem as colunas ${missing.join(", ")}.`, FIELDS);
  if (!text.endsWith("\n")) return refuse("A tabela chegou cortada no meio de uma linha.", LATER);
  return misocialRows(rows.map((row) => ({ codigo: row.codigo_ibge ?? "", mes: row.anomes_s ?? "" })), wanted);
}

const SolrSchema = v.object({
  response: v.object({ numFound: v.number(), docs: v.array(v.looseObject({ codigo_ibge: v.string(), anomes_s: v.string() })) }),
});

/** Solr's JSON: as many records as it says there are. */
export function acceptMisocialJson(bytes: Uint8Array, wanted: MisocialWanted): Acceptance {
  const value = jsonOf(bytes);
  if ("motivo" in value) return refuse(value.motivo, value.conserto);
  const solr = v.safeParse(SolrSchema, value.json);
  if (!solr.success) return refuse("A resposta não é a do serviço MI Social.", "Confira o endereço base.");
  const { numFound, docs } = solr.output.response;
  if (docs.length !== numFound) return refuse(`Vieram ${docs.length} de ${numFound} registros.`, "Peça menos meses de cada vez.");
  return misocialRows(docs.map((doc) => ({ codigo: doc.codigo_ibge, mes: doc.anomes_s })), wanted);
}

function misocialRows(rows: readonly { codigo: string; mes: string }[], { uf, first, last, rows: limit }: MisocialWanted): Acceptance {
  if (rows.length === 0) return refuse("Não há nenhuma linha para os meses pedidos.", "Confira os meses; os mais novos podem não estar publicados.");
  if (rows.length >= limit) return refuse(`A resposta parou no limite de ${limit} linhas.`, "Peça menos meses de cada vez.");
  const months = new Map<string, Set<string>>();
  for (const { codigo, mes } of rows) {
    if (!/^\d{6}$/.test(codigo) || !codigo.startsWith(String(uf.codigo))) return refuse(`Veio o código ${shown(codigo)}, que não é de ${uf.nome}.`, FIELDS);
    if (!/^\d{6}$/.test(mes) || mes < first || mes > last) return refuse(`Veio o mês ${shown(mes)}, que não foi pedido.`, FIELDS);
    const codes = months.get(mes) ?? new Set<string>();
    months.set(mes, codes.add(codigo));
  }
  const all = [...new Set(rows.map(({ codigo }) => codigo))].sort();
  const avisos = [...months]
    .filter(([, codes]) => codes.size < all.length)
    .map(([mes, codes]) => `${mes.slice(4)}/${mes.slice(0, 4)} traz ${codes.size} de ${all.length} municípios`);
  return { ok: true, linhas: rows.length, municipios: all, avisos };
}

const SidraSchema = v.pipe(v.array(v.record(v.string(), v.string())), v.minLength(2));
/** A figure, or one of SIDRA's marks: zero, rounded to zero, suppressed, not applicable, not available. */
const SIDRA_VALUE = /^(?:-?\d+(?:\.\d+)?|-|X|\.\.|\.\.\.)$/;

/** SIDRA's `/values`: the labels first, then one object a municipality of the UF and of the variable. */
export function acceptSidra(bytes: Uint8Array, { uf, variavel }: { readonly uf: Uf; readonly variavel: string }): Acceptance {
  const value = jsonOf(bytes);
  if ("motivo" in value) return refuse(value.motivo, value.conserto);
  const parsed = v.safeParse(SidraSchema, value.json);
  if (!parsed.success || parsed.output[0]?.V !== "Valor") return refuse("A resposta não é uma tabela do SIDRA.", "Confira o endereço base e a tabela.");
  const [labels = {}, ...rows] = parsed.output;
  const place = Object.keys(labels).find((key) => labels[key] === "Município (Código)");
  const variable = Object.keys(labels).find((key) => labels[key] === "Variável (Código)");
  if (place === undefined || variable === undefined) return refuse("A tabela do SIDRA veio sem o município ou a variável.", "Confira o endereço base e a tabela.");
  for (const row of rows) {
    const wrong = outsider(row[place] ?? "", uf);
    if (wrong !== null) return wrong;
    if (row[variable] !== variavel) return refuse(`Veio a variável ${shown(row[variable] ?? "")} em vez da ${variavel}.`, "Confira o endereço base e a tabela.");
    if (!SIDRA_VALUE.test(row.V ?? "")) return refuse(`Veio o valor ${shown(row.V ?? "")}, que não é número nem marca do SIDRA.`, LATER);
  }
  return { ok: true, linhas: rows.length, municipios: codesOf(rows.map((row) => row[place] ?? "")), avisos: [] };
}

const LocalidadesSchema = v.pipe(v.array(v.looseObject({ id: v.number(), nome: v.pipe(v.string(), v.nonEmpty()) })), v.minLength(1));

/** IBGE's localidades: one object a municipality of the UF. */
export function acceptLocalidades(bytes: Uint8Array, uf: Uf): Acceptance {
  const value = jsonOf(bytes);
  if ("motivo" in value) return refuse(value.motivo, value.conserto);
  const parsed = v.safeParse(LocalidadesSchema, value.json);
  if (!parsed.success) return refuse("A resposta não é uma lista de municípios do IBGE.", "Confira o endereço base.");
  return municipalities(parsed.output.map(({ id }) => String(id)), uf);
}

const MalhasSchema = v.object({
  type: v.literal("FeatureCollection"),
  features: v.pipe(
    v.array(
      v.looseObject({
        properties: v.looseObject({ codarea: v.string() }),
        geometry: v.object({ type: v.picklist(["Polygon", "MultiPolygon"]), coordinates: v.pipe(v.array(v.unknown()), v.minLength(1)) }),
      }),
    ),
    v.minLength(1),
  ),
});

/** IBGE's malhas v3 as GeoJSON: one polygon a municipality of the UF. */
export function acceptMalhas(bytes: Uint8Array, uf: Uf): Acceptance {
  const value = jsonOf(bytes);
  if ("motivo" in value) return refuse(value.motivo, value.conserto);
  const parsed = v.safeParse(MalhasSchema, value.json);
  if (!parsed.success) return refuse("A resposta não é uma malha de municípios em GeoJSON.", "Confira o endereço base.");
  return municipalities(parsed.output.features.map(({ properties }) => properties.codarea), uf);
}

function municipalities(codes: readonly string[], uf: Uf): Acceptance {
  for (const code of codes) {
    const wrong = outsider(code, uf);
    if (wrong !== null) return wrong;
  }
  if (new Set(codes).size !== codes.length) return refuse("A resposta repete municípios.", LATER);
  return { ok: true, linhas: codes.length, municipios: codesOf(codes), avisos: [] };
}

function outsider(code: string, { codigo, nome }: Uf): Acceptance | null {
  if (/^\d{7}$/.test(code) && code.startsWith(String(codigo))) return null;
  return refuse(`Veio o código ${shown(code)}, que não é de município de ${nome}.`, "Confira o endereço base e a UF.");
}

const codesOf = (codes: readonly string[]): string[] => [...new Set(codes.map((code) => code.slice(0, 6)))].sort();

const LATER = "Tente de novo mais tarde.";
const FIELDS = "Confira os campos e o filtro; o órgão pode ter mudado o serviço.";

const refuse = (motivo: string, conserto: string): Acceptance & { ok: false } => ({ ok: false, motivo, conserto });

/** Strict UTF-8, and no page of the internet. */
function decode(bytes: Uint8Array): string | (Acceptance & { ok: false }) {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse("A resposta não é texto em UTF-8.", LATER);
  }
  if (/^\s*</.test(text)) {
    const title = /<title[^>]*>([^<]{1,80})/i.exec(text)?.[1]?.trim();
    return refuse(`Veio uma página da internet${title === undefined ? "" : ` (“${title}”)`} em vez dos dados.`, "Tente de novo mais tarde; se a rede pede senha, entre nela antes.");
  }
  return text;
}

function jsonOf(bytes: Uint8Array): { readonly json: unknown } | (Acceptance & { ok: false }) {
  const text = decode(bytes);
  if (typeof text !== "string") return text;
  if (text.trim() === "") return refuse("A resposta veio vazia.", LATER);
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // IBGE's services answer mistakes in a request with a plain sentence.
    return refuse(`A resposta não é JSON, ou chegou cortada (“${shown(text)}”).`, LATER);
  }
}

function tableOf(text: string): ReturnType<typeof readCsv> | null {
  try {
    return readCsv(text, "resposta");
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text).replaceAll(/\s+/g, " ");
