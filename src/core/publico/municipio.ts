import type { CivilDate, CivilMonth } from "../civil-date.ts";
import type { Porte } from "../municipio.ts";
import type { NumeroPublico } from "./numero.ts";

/** Where a figure stands beside the middle of a group; never an order of places. */
export type LugarNoGrupo = "menor" | "perto" | "maior";

/** The figures of a group of municipalities, this one among them. */
export interface DistribuicaoDoGrupo {
  /** Municipalities of the group that have the figure. */
  readonly n: number;
  readonly minimo: number;
  readonly q1: number;
  readonly mediana: number;
  readonly q3: number;
  readonly maximo: number;
}

/** A figure beside a group's. */
export interface ComparacaoPublica {
  readonly distribuicao: DistribuicaoDoGrupo;
  /** Null when the municipality has no figure. */
  readonly lugar: LugarNoGrupo | null;
  /** Of an answer: municipalities of the group that gave the same, this one among them. */
  readonly iguais: number | null;
}

export type Tendencia = "subiu" | "desceu" | "parecido";

export interface PontoDaSerie {
  readonly periodo: string;
  readonly valor: number;
}

/** One official figure of a municipality, in plain words, with what it is compared with. */
export interface FiguraPublica {
  /** Id in the catalogue of indicators. */
  readonly indicador: string;
  /** Section of the page that it belongs to. */
  readonly grupo: string;
  readonly nome: string;
  /** Sentence with `{periodo}` and `{valor}` or `{resposta}`. */
  readonly frase: string;
  readonly naoDiz: string;
  readonly unidade: string;
  readonly casas: number;
  /** Words of a coded answer; null for a quantity. */
  readonly niveis: Readonly<Record<string, string>> | null;
  readonly limites: { readonly min: number; readonly max: number } | null;
  readonly valor: number | null;
  readonly periodo: string;
  /** Id of a source in `fontes`. */
  readonly fonte: string;
  /** Null where the group has too few municipalities with the figure. */
  readonly porte: ComparacaoPublica | null;
  readonly regiao: ComparacaoPublica | null;
  /** Every year of it, oldest first. */
  readonly serie: readonly PontoDaSerie[];
  /** Null with fewer than three points. */
  readonly tendencia: Tendencia | null;
}

/** A municipality with CRAS and how far its seat is, in a straight line. */
export interface CrasPerto {
  readonly codigo: number;
  readonly nome: string;
  readonly km: number;
  readonly cras: number;
}

export interface RedePublica {
  readonly cras: PontoDaSerie | null;
  readonly creas: PontoDaSerie | null;
  /** Families that one CRAS may be a reference for in a municipality of this size (NOB-SUAS, art. 63); null without a size. */
  readonly familiasPorCras: number | null;
  /** As the municipality declared it, where the source has it. */
  readonly capacidadeDeclarada: PontoDaSerie | null;
  readonly familias: PontoDaSerie | null;
  readonly pessoas: PontoDaSerie | null;
  /** Other municipalities with CRAS, nearest first. */
  readonly perto: readonly CrasPerto[];
  /** Source of the units' list; null without one. */
  readonly fonte: string | null;
}

export interface ApoioDoAno {
  readonly ano: number;
  readonly presencial: number;
  readonly aDistancia: number;
  /** Times by name of the strategy, most frequent first. */
  readonly estrategias: readonly { readonly nome: string; readonly vezes: number }[];
}

export interface ApoioPublico {
  readonly demonstracao: boolean;
  /** Months that the record covers: no day of an event goes out. */
  readonly inicio: CivilMonth;
  readonly fim: CivilMonth;
  /** Every year of the record, oldest first, those without support too. */
  readonly anos: readonly ApoioDoAno[];
}

/** Complaints of the municipality or of a wider place that holds it, as protected. */
export interface DenunciasDoLugar {
  readonly tabela: string;
  readonly nivel: string;
  /** Name of the place. */
  readonly lugar: string;
  readonly doMunicipio: boolean;
  /** Level of time: "ano", "trimestre", "mes". */
  readonly tempo: string;
  readonly linhas: readonly { readonly periodo: string; readonly valor: NumeroPublico }[];
}

export interface DenunciasPublicas {
  readonly demonstracao: boolean;
  /** A figure stands for at least so many persons. */
  readonly k: number;
  /** Month in which the register starts, so that a first year that is not whole is no surprise. */
  readonly inicio: CivilMonth | null;
  /** From the municipality, where it is published, to the widest place; empty where no table of places is published. */
  readonly lugares: readonly DenunciasDoLugar[];
}

export interface FontePublica {
  readonly id: string;
  readonly nome: string;
  readonly orgao: string;
  readonly url: string | null;
}

/** What everyone may read of one municipality: `publico/municipio/<codigo>.json`. */
export interface MunicipioPublico {
  readonly formato: 1;
  readonly codigo: number;
  readonly nome: string;
  readonly regiao: string | null;
  readonly porte: Porte | null;
  readonly populacao: number | null;
  readonly anoCenso: number | null;
  /** The state's name, with its preposition in `nomeCom`. */
  readonly territorio: { readonly nome: string; readonly nomeCom: string };
  readonly dataReferencia: CivilDate;
  readonly grupos: readonly { readonly id: string; readonly titulo: string }[];
  readonly rede: RedePublica;
  readonly figuras: readonly FiguraPublica[];
  /** Null where the territory keeps no record of support. */
  readonly apoio: ApoioPublico | null;
  /** Null where the territory keeps no record of complaints. */
  readonly denuncias: DenunciasPublicas | null;
  readonly fontes: readonly FontePublica[];
}
