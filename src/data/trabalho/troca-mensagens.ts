import type { Escolha } from "../../core/mescla/index.ts";
import type { ProblemaDoTrabalho } from "./arquivo.ts";
import type { Gravacao, Mudanca } from "./guarda.ts";
import type { Palavras } from "./palavras.ts";
import type { Chegada, Pagina, PreviaDaImportacao, RegistroEmConflito } from "./previa.ts";
import type { EtapaDaImportacao } from "./troca.ts";

/** Which work an exchange is of, and what of it only the page has. */
export interface TrabalhoDaPagina {
  readonly escopo: string;
  readonly territorio: string;
  readonly pendentes: readonly Mudanca[];
}

/** How conflicts are decided: one by one, and `resto` for those that were not. */
export interface Decisao {
  /** By `chaveDoConflito`. */
  readonly escolhas: readonly (readonly [string, Escolha])[];
  readonly resto: "meu" | "deles" | null;
}

/** What the exchange is asked; each answer has the number of what asked it. */
export type PedidoDaTroca =
  | ({ readonly tipo: "exportar"; readonly pedido: number } & TrabalhoDaPagina)
  | ({ readonly tipo: "preparar"; readonly pedido: number; readonly arquivo: Blob } & TrabalhoDaPagina)
  /** Of the file that was prepared last. */
  | { readonly tipo: "ver"; readonly pedido: number; readonly lista: ListaDaPrevia; readonly de: number; readonly quantos: number }
  | { readonly tipo: "concluir"; readonly pedido: number; readonly decisao: Decisao };

export type ListaDaPrevia = "chegadas" | "conflitos";

export type Etapa = EtapaDaImportacao | "gravando" | "escrevendo-o-arquivo";

export interface Exportado {
  readonly nome: string;
  readonly arquivo: Blob;
  readonly registros: number;
  readonly avisos: readonly Palavras[];
}

export type Preparado =
  | { readonly previa: PreviaDaImportacao; readonly avisos: readonly Palavras[] }
  | { readonly previa: null; readonly problemas: readonly ProblemaDoTrabalho[]; readonly total: number };

export interface Concluido {
  readonly gravacao: Gravacao;
  /** What the page has to hold, since the browser did not keep it. */
  readonly porGravar: readonly Mudanca[];
}

export type NoticiaDaTroca =
  | { readonly tipo: "etapa"; readonly etapa: Etapa }
  | { readonly tipo: "exportado"; readonly exportado: Exportado }
  | { readonly tipo: "preparado"; readonly preparado: Preparado }
  | { readonly tipo: "chegadas"; readonly pagina: Pagina<Chegada> }
  | { readonly tipo: "conflitos"; readonly pagina: Pagina<RegistroEmConflito> }
  | { readonly tipo: "concluido"; readonly concluido: Concluido }
  /** The request could not be met; the browser's words or ours, in English. */
  | { readonly tipo: "recusa"; readonly detalhe: string };

export interface MensagemDaTroca {
  readonly pedido: number;
  readonly noticia: NoticiaDaTroca;
}
