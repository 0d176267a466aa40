import type { CivilDate } from "../civil-date.ts";
import type { Porte } from "../municipio.ts";
import type { NumeroPublico } from "./numero.ts";
import type { AssuntoPublico, DimensaoPublica, NiveisDaTabela } from "./niveis.ts";
import type { PoliticaDePublicacao } from "./politica.ts";

export { DIMENSOES_PUBLICAS, NIVEIS } from "./niveis.ts";
export type { DimensaoPublica, NiveisDaTabela } from "./niveis.ts";

export interface LinhaProtegida {
  /**
   * Member of each dimension that the table names: a municipality's or region's code, the
   * state's letters, "2025-T3", a theme's id. Names are in `Publicacao.rotulos`.
   */
  readonly membros: Readonly<Partial<Record<DimensaoPublica, string>>>;
  readonly valor: NumeroPublico;
}

/** A table after disclosure control. */
export interface TabelaProtegida {
  readonly id: string;
  readonly titulo: string;
  /** What is counted. */
  readonly assunto: AssuntoPublico;
  readonly demonstracao: boolean;
  readonly niveis: NiveisDaTabela;
  /** As the policy would rather have it; finer than `niveis` where too much had to be hidden. */
  readonly pedida: NiveisDaTabela;
  readonly linhas: readonly LinhaProtegida[];
  /**
   * Nothing that the rows do not say already: how many of the hidden cells are of too few persons, or what those add
   * up to, would give a lonely one back.
   */
  readonly resumo: {
    readonly celulas: number;
    readonly ocultas: number;
    /** Hidden part of the table's total, from 0 to 1, rounded up to a thousandth. */
    readonly parteOculta: number;
  };
}

/** A table that was asked for and does not go out. */
export interface TabelaNaoPublicada {
  readonly id: string;
  readonly titulo: string;
  readonly pedida: NiveisDaTabela;
  /** A sentence. */
  readonly porque: string;
}

/** What the attacker's audit found of one system of tables. */
export interface ProvaDaProtecao {
  readonly assunto: TabelaProtegida["assunto"];
  readonly k: number;
  readonly celulas: number;
  readonly ocultas: number;
  /** Narrowest interval left to an attacker for a primary cell; null when none is hidden. */
  readonly menorLargura: number | null;
  readonly descobertas: number;
  /** Earlier releases audited together with this one. */
  readonly anteriores: number;
}

export interface MunicipioPublicado {
  readonly codigo: number;
  readonly nome: string;
  /** Name and code of the região imediata. */
  readonly regiao: string | null;
  readonly regiaoCodigo: number | null;
  readonly intermediaria: string | null;
  readonly intermediariaCodigo: number | null;
  readonly porte: Porte | null;
  readonly populacao: number | null;
}

export interface ExtratoPublicado {
  readonly id: string;
  readonly demonstracao: boolean;
  /** Months for records of persons ("2025-03"): no day of a record goes out. */
  readonly inicio: string | null;
  readonly fim: string | null;
}

/** What of the policy a reader is told. */
export type ProtecaoAplicada = Omit<PoliticaDePublicacao, "formato" | "tabelas"> & {
  /** Who is counted as a person behind a figure, in a sentence. */
  readonly quem: Readonly<Record<TabelaProtegida["assunto"], string>>;
};

/** What goes out at one time: `publico/publicacao.json`. */
export interface Publicacao {
  readonly formato: 1;
  readonly territorio: { readonly uf: string; readonly nome: string };
  /** Newest reference date of the extracts; only periods closed by then are counted. */
  readonly dataReferencia: CivilDate;
  /** SHA-256 of the policy and of the tables. */
  readonly politica: string;
  readonly hash: string;
  readonly protecao: ProtecaoAplicada;
  readonly extratos: readonly ExtratoPublicado[];
  /** Sorted by code. */
  readonly municipios: readonly MunicipioPublicado[];
  /** Names of the members of each dimension, by id. */
  readonly rotulos: Readonly<Partial<Record<DimensaoPublica, Readonly<Record<string, string>>>>>;
  readonly tabelas: readonly TabelaProtegida[];
  readonly naoPublicadas: readonly TabelaNaoPublicada[];
  readonly provas: readonly ProvaDaProtecao[];
}
