import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { CivilDate } from "../civil-date.ts";
import type { Polaridade } from "../indicador.ts";
import type { Aggregation, TreeNode } from "./tree.ts";

/** The only version of the method file this program reads and writes. */
export const METODO_VERSAO = 1;

/** What an indicator's figures are: events of an exposed population, a part of a whole, an ordered level, yes or no, a quantity. */
export type TipoIndicador = "rate" | "proportion" | "level" | "flag" | "amount";

export const TIPOS_INDICADOR: readonly TipoIndicador[] = ["rate", "proportion", "level", "flag", "amount"];

/** Where goalposts come from, in the order they are to be looked for. */
export type OrigemBaliza = "meta-legal" | "limite-natural" | "periodo-base";

export const ORIGENS_BALIZA: readonly OrigemBaliza[] = ["meta-legal", "limite-natural", "periodo-base"];

/** Fixed goalposts, in the indicator's own unit: `lo` < `hi` always; which end is need 100 is the polarity's to say. */
export interface Baliza {
  readonly lo: number;
  readonly hi: number;
  readonly origem: OrigemBaliza;
  /** Norm and article, or the published scale, or the table the base period was read from. */
  readonly fonte: string;
  /** The base period ("2010", "2026-06"); null where goalposts do not come from figures. */
  readonly periodo: string | null;
}

/** "balizas" is the method; the others are for study and say so wherever they show. */
export type Normalizacao = "balizas" | "min-max" | "z" | "percentil" | "nenhuma";

export const NORMALIZACOES: readonly Normalizacao[] = ["balizas", "min-max", "z", "percentil", "nenhuma"];

export type Agregacao = "aritmetica" | "potencia-2" | "complemento-geometrica";

export const AGREGACOES: readonly Agregacao[] = ["aritmetica", "potencia-2", "complemento-geometrica"];

export interface IndicadorDoMetodo {
  /** Catalogue id. */
  readonly id: string;
  /** Finite, ≥ 0; its share among the dimension's indicators is computed. */
  readonly peso: number;
  readonly tipo: TipoIndicador;
  readonly polaridade: Exclude<Polaridade, "contexto">;
  readonly baliza: Baliza;
  /** Months after the end of its period from which a figure counts as stale. */
  readonly validadeMeses: number;
  /** Figure = `multiplicador` × events ÷ exposure (100 for per cent); only for rates and proportions, 1 when absent. */
  readonly multiplicador?: number;
}

export interface DimensaoDoMetodo {
  readonly id: string;
  readonly nome: string;
  /** Finite, ≥ 0; its share of the whole is computed. */
  readonly peso: number;
  readonly indicadores: readonly IndicadorDoMetodo[];
}

export interface Planejamento {
  /** V = pesoNota·S + pesoTempo·100·min(1, months since the last visit ÷ meses); the two add up to 1. */
  readonly pesoNota: number;
  readonly pesoTempo: number;
  readonly meses: number;
  /** Visited less than this many days ago: out of the pool unless triggered. */
  readonly carenciaDias: number;
  /** Share of the K places drawn at random, 0.10–0.15. */
  readonly reserva: number;
  readonly sementeReserva: string;
}

/** Frozen classes of the map: `quebras` are the classes' minima, rising; classes are half-open, the last closed. */
export interface ClassesDoMapa {
  readonly quebras: readonly number[];
  /** The figures the classes were cut on. */
  readonly periodo: string;
}

/** A method: everything that, with the figures, decides the list. `data/metodo.schema.json` describes its file. */
export interface Metodo {
  readonly versao: typeof METODO_VERSAO;
  readonly id: string;
  readonly nome: string;
  readonly orgao?: string;
  readonly datas: {
    /** Day this method was fixed. */
    readonly versao: CivilDate;
    /** First and last day of the cycle the list is for. */
    readonly inicio: CivilDate;
    readonly fim: CivilDate;
  };
  /** Published seed of the draws. */
  readonly semente: string;
  /** How many municipalities the list chooses. */
  readonly k: number;
  readonly sorteios: number;
  /** Coefficient of variation c of the drawn weights, 0 < c < 1. */
  readonly concentracao: number;
  readonly normalizacao: Normalizacao;
  readonly agregacao: Agregacao;
  /** Share of the weight that must be present, at each dimension and in total, 0–1. */
  readonly presencaMinima: number;
  readonly dimensoes: readonly DimensaoDoMetodo[];
  readonly planejamento: Planejamento;
  /** Null until the classes are frozen. */
  readonly mapa: ClassesDoMapa | null;
}

/** Every indicator of the method, in the order of its dimensions. */
export function indicadoresDoMetodo(metodo: Metodo): IndicadorDoMetodo[] {
  return metodo.dimensoes.flatMap(({ indicadores }) => indicadores);
}

/** Root id of the method's weight tree. */
export const RAIZ = "nota";

/** The weight tree: root, dimensions, indicators. A dimension without indicators is left out. */
export function treeOf(metodo: Metodo): TreeNode {
  return {
    id: RAIZ,
    weight: 1,
    children: metodo.dimensoes
      .filter(({ indicadores }) => indicadores.length > 0)
      .map(({ id, peso, indicadores }) => ({
        id: dimensionNode(id),
        weight: peso,
        children: indicadores.map((indicador) => ({ id: indicador.id, weight: indicador.peso })),
      })),
  };
}

/** Node of a dimension in the tree, so that a dimension and an indicator may share a name. */
export function dimensionNode(id: string): string {
  return `dimensao:${id}`;
}

/**
 * The complement of the geometric mean as this program uses it: with one point of
 * what is in order left, so that towns with an indicator at 100 do not all tie at 100.
 */
export const COMPLEMENT_GEOMETRIC = { kind: "complement-geometric", floor: 1 } as const;

/** The method's aggregation as the kernel knows it. */
export function aggregationOf(agregacao: Agregacao): Aggregation {
  switch (agregacao) {
    case "aritmetica":
      return { kind: "arithmetic" };
    case "potencia-2":
      return { kind: "power", p: 2 };
    case "complemento-geometrica":
      return COMPLEMENT_GEOMETRIC;
  }
}

/**
 * Canonical JSON: no space, members sorted by UTF-16 code unit, numbers as
 * JavaScript prints them (RFC 8785, 2020). Members that are undefined are left
 * out, and −0 is 0.
 * @throws TypeError for what JSON cannot hold (a number that is not finite, a function), naming the place
 */
export function canonicalText(value: unknown, place = "value"): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${place} is ${value}, which JSON cannot hold`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item, i) => canonicalText(item, `${place}[${i}]`)).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`${place} is a ${typeof value}, which JSON cannot hold`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member, `${place}.${key}`)}`).join(",")}}`;
}

/** SHA-256 (FIPS 180-4) of a value's canonical text in UTF-8, lower-case hexadecimal, 64 digits. */
export function canonicalHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(value))));
}

/** The method's own hash: what is published before the cycle's data arrive. The file's layout and its `sha256` member do not count. */
export function methodHash(metodo: Metodo): string {
  return canonicalHash(metodo);
}

/** Text of the method's file: indented JSON with the hash as its last member. */
export function methodFileText(metodo: Metodo): string {
  return `${JSON.stringify({ ...metodo, sha256: methodHash(metodo) }, null, 2)}\n`;
}
