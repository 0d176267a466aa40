import type { AssuntoPublico, NiveisDaTabela } from "./niveis.ts";

/** A table that the organ wants to publish, from the finest levels that it may have to the coarsest. */
export interface TabelaPedida {
  readonly id: string;
  readonly assunto: AssuntoPublico;
  /** What is counted, without place or period: "Denúncias registradas". */
  readonly titulo: string;
  readonly tentar: readonly NiveisDaTabela[];
}

/** What may be published and under which protection: `publicacao.json` of a territory. */
export interface PoliticaDePublicacao {
  readonly formato: 1;
  /** Least count that is published, by what is counted. */
  readonly k: Readonly<Record<AssuntoPublico, number>>;
  /** Written in the place of a hidden figure. */
  readonly marca: string;
  /** Figures are printed as they are: rounding and hiding together protect less than they seem to. */
  readonly arredondamento: { readonly regra: "nenhum"; readonly porque: string };
  /** Whom a complaint without a name counts as: somebody of its own, or all of them one person. */
  readonly anonimas: "uma-por-protocolo" | "uma-so-pessoa";
  /** Greatest hidden part of a table's total, from 0 to 1; above it the table is made coarser. */
  readonly ocultoAte: number;
  readonly tabelas: readonly TabelaPedida[];
  /** Office that answers for personal data; null while the organ has not said. */
  readonly encarregado: { readonly cargo: string | null; readonly contato: string | null };
  /** Office that answers for the figures, with a contact of the institution. */
  readonly responsavel: { readonly nome: string | null; readonly contato: string | null };
  readonly licenca: { readonly nome: string; readonly titulo: string; readonly url: string | null };
  /** How often a release is made: "trimestral". */
  readonly periodicidade: string;
}
