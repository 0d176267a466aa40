import type { CivilDate } from "../civil-date.ts";
import type { Porte } from "../municipio.ts";
import type { NumeroPublico } from "./numero.ts";

/** What a protected table can be counted by. */
export type DimensaoPublica = "lugar" | "tempo" | "tema" | "prazo" | "desfecho" | "servico";

/** Level of each dimension of a table ("municipio", "regiao", "uf"; "ano", "trimestre", "mes"); what is not named is the whole. */
export type NiveisDaTabela = Readonly<Partial<Record<DimensaoPublica, string>>>;

export interface LinhaProtegida {
  /** Member of each dimension that the table names: a municipality's code, "2025-T3", a theme's id. */
  readonly membros: Readonly<Partial<Record<DimensaoPublica, string>>>;
  readonly valor: NumeroPublico;
}

/** A table after disclosure control. */
export interface TabelaProtegida {
  readonly id: string;
  readonly titulo: string;
  /** What is counted. */
  readonly assunto: "denuncias" | "servicos";
  readonly niveis: NiveisDaTabela;
  /** As the policy would rather have it; finer than `niveis` where too much had to be hidden. */
  readonly pedida: NiveisDaTabela;
  readonly linhas: readonly LinhaProtegida[];
  readonly resumo: {
    readonly celulas: number;
    readonly primarias: number;
    readonly complementares: number;
    readonly total: number;
    /** Hidden part of the table's total, from 0 to 1. */
    readonly parteOculta: number;
  };
}

/** What the attacker's audit found of one system of tables. */
export interface ProvaDaProtecao {
  readonly assunto: TabelaProtegida["assunto"];
  readonly k: number;
  readonly celulas: number;
  readonly ocultas: number;
  readonly primarias: number;
  /** Narrowest interval left to an attacker for a primary cell; null when none is hidden. */
  readonly menorLargura: number | null;
  readonly descobertas: number;
  /** Earlier releases audited together with this one. */
  readonly anteriores: number;
}

export interface MunicipioPublicado {
  readonly codigo: number;
  readonly nome: string;
  readonly regiao: string | null;
  readonly porte: Porte | null;
  readonly populacao: number | null;
}

export interface ExtratoPublicado {
  readonly id: string;
  readonly demonstracao: boolean;
  readonly inicio: string | null;
  readonly fim: string | null;
}

/** What goes out at one time: `publico/publicacao.json`. */
export interface Publicacao {
  readonly formato: 1;
  readonly territorio: { readonly uf: string; readonly nome: string };
  /** Newest reference date of the extracts; only periods closed by then are counted. */
  readonly dataReferencia: CivilDate;
  /** SHA-256 of the policy and of the tables. */
  readonly politica: string;
  readonly hash: string;
  readonly extratos: readonly ExtratoPublicado[];
  /** Sorted by code. */
  readonly municipios: readonly MunicipioPublicado[];
  readonly tabelas: readonly TabelaProtegida[];
  readonly provas: readonly ProvaDaProtecao[];
}
