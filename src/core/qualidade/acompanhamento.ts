import { type CivilDate, parseCivilDate } from "../civil-date.ts";
import { type Achado, chaveDoAchado } from "./achado.ts";

/** What was done about a finding. */
export const SITUACOES = ["conferido-certo", "pedido-ao-municipio", "corrigido-na-fonte"] as const;
export type SituacaoDeAcompanhamento = (typeof SITUACOES)[number];

export const SITUACAO_ROTULO: Readonly<Record<SituacaoDeAcompanhamento, string>> = {
  "conferido-certo": "conferido: está certo",
  "pedido-ao-municipio": "pedido ao município",
  "corrigido-na-fonte": "corrigido na fonte",
};

/** A follow-up mark: which finding, what was done, when. No text of anybody's own, so nothing about persons. */
export interface Marca {
  readonly regra: string;
  readonly indicador: string;
  readonly periodo: string;
  readonly codigo: number;
  readonly situacao: SituacaoDeAcompanhamento;
  readonly data: CivilDate;
  /** The figure as it was then; a mark over another figure is out of date. */
  readonly valor: number | null;
}

/** Marks by finding (`chaveDoAchado`). */
export type Marcas = ReadonlyMap<string, Marca>;

export const FORMATO = "mirante-acompanhamento";

/** Key of the marks in the browser's storage. */
export const CHAVE_DO_ACOMPANHAMENTO = "mirante-acompanhamento";

const VERSAO = 1;

/** What a file of marks held. */
export interface LeituraDeMarcas {
  readonly marcas: Marcas;
  /** Entries that are no marks. */
  readonly recusadas: number;
}

/** A mark for a finding, as of a date. */
export function marcar(achado: Achado, situacao: SituacaoDeAcompanhamento, data: CivilDate): Marca {
  const { regra, indicador, periodo, codigo, valor } = achado;
  return { regra, indicador, periodo, codigo, situacao, data, valor };
}

/** The mark of a finding; null when it has none. */
export function marcaDe(marcas: Marcas, achado: Achado): Marca | null {
  return marcas.get(chaveDoAchado(achado)) ?? null;
}

/** True when the figure is no longer the one the mark was put on. */
export function mudouDesde(marca: Marca, achado: Achado): boolean {
  return marca.valor !== achado.valor;
}

/** True when there is nothing left to ask: found right or corrected, and the figure is still the same. */
export function estaResolvido(marca: Marca | null, achado: Achado): boolean {
  return marca !== null && marca.situacao !== "pedido-ao-municipio" && !mudouDesde(marca, achado);
}

/** The marks with one put, replaced or (null) taken away. */
export function comMarca(marcas: Marcas, achado: Achado, marca: Marca | null): Marcas {
  const novas = new Map(marcas);
  if (marca === null) novas.delete(chaveDoAchado(achado));
  else novas.set(chaveDoAchado(achado), marca);
  return novas;
}

/** Both sets of marks; where both have one, the later date, and of equal dates the second. */
export function juntarMarcas(a: Marcas, b: Marcas): Marcas {
  const juntas = new Map(a);
  for (const [chave, marca] of b) {
    const minha = juntas.get(chave);
    if (minha === undefined || minha.data <= marca.data) juntas.set(chave, marca);
  }
  return juntas;
}

/** The marks as a JSON file. */
export function escreverMarcas(marcas: Marcas): string {
  return JSON.stringify({ formato: FORMATO, versao: VERSAO, marcas: [...marcas.values()] }, null, 1);
}

/** Reads a JSON file of marks; null when it is not one. Fields it does not know are dropped. */
export function lerMarcas(texto: string): LeituraDeMarcas | null {
  const raiz = lerJson(texto);
  if (!isRecord(raiz) || raiz["formato"] !== FORMATO || raiz["versao"] !== VERSAO) return null;
  const lista: unknown = raiz["marcas"];
  if (!Array.isArray(lista)) return null;
  const marcas = new Map<string, Marca>();
  let recusadas = 0;
  for (const item of lista as readonly unknown[]) {
    const marca = lerMarca(item);
    if (marca === null) recusadas += 1;
    else marcas.set(chaveDoAchado(marca), marca);
  }
  return { marcas, recusadas };
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PERIODO = /^\d{4}(-T[1-4]|-\d{2}(-\d{2})?)?$/;

function lerMarca(item: unknown): Marca | null {
  if (!isRecord(item)) return null;
  const { regra, indicador, periodo, codigo, data, valor } = item;
  const situacao = SITUACOES.find((conhecida) => conhecida === item["situacao"]);
  if (typeof regra !== "string" || !ID.test(regra) || typeof indicador !== "string" || !ID.test(indicador)) return null;
  if (typeof periodo !== "string" || !PERIODO.test(periodo)) return null;
  if (typeof codigo !== "number" || !Number.isInteger(codigo) || codigo < 1_000_000 || codigo > 9_999_999) return null;
  if (situacao === undefined || typeof data !== "string" || parseCivilDate(data) !== data) return null;
  if (valor !== null && (typeof valor !== "number" || !Number.isFinite(valor))) return null;
  return { regra, indicador, periodo, codigo, situacao, data, valor };
}

function lerJson(texto: string): unknown {
  try {
    return JSON.parse(texto) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
