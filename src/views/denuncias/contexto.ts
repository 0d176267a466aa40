import type { CivilDate, CivilMonth } from "../../core/civil-date.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import { formatDate } from "../../core/format.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Norma, Territorio } from "../../core/territorio.ts";
import type { RecorteDenuncias } from "../../data/queries/denuncias-recorte.ts";
import type { Session } from "../../data/session/session.ts";
import type { ExtractSummary } from "../../data/snapshot/snapshot.ts";
import type { Estado, Filtros } from "./estado.ts";
import { filtrosEmPalavras } from "./frase.ts";

/** What the loaded extract holds, whatever the filters. */
export interface Registro {
  readonly extrato: ExtractSummary;
  /** Rows of the extract. */
  readonly linhas: number;
  /** Months with any complaint; a month missing among them is a gap, not a zero. */
  readonly meses: readonly CivilMonth[];
  /** Latest possible registration; null when there is none. */
  readonly ultima: CivilDate | null;
  /** Apensadas whose main protocol is not in the extract. */
  readonly semPrincipal: number;
}

/** What every part of the page shares. */
export interface Contexto {
  readonly estado: Estado;
  readonly mudar: (mudanca: Partial<Estado>, opcoes?: { readonly replace?: boolean }) => void;
  /** Changes filters and goes back to the first page of rows. */
  readonly filtrar: (mudanca: Partial<Filtros>) => void;
  readonly session: Session;
  readonly municipios: readonly Municipio[];
  readonly nomesRegioes: ReadonlyMap<number, string>;
  /** "região imediata (IBGE)". */
  readonly nomeRegiao: string;
  readonly registro: Registro;
  /** The norm on apensamento, when the territory has one. */
  readonly norma: Norma | null;
}

/** Article of `regraDeApensamento` the page cites. */
export const ARTIGO_APENSAMENTO = "art. 5º, § 4º";

/**
 * The norm that says how repeated complaints are joined, found by what it says so
 * that no territory is named here; null when the territory's norms have none.
 */
export function regraDeApensamento({ normas }: Pick<Territorio, "normas">): Norma | null {
  return (
    normas.find(({ artigos }) =>
      artigos.some(({ ref, resumo }) => ref === ARTIGO_APENSAMENTO && /apensad/i.test(resumo)),
    ) ?? null
  );
}

/** Head of the exports of what was computed for `recorte`. */
export function cabecalhoDe(
  titulo: string,
  recorte: RecorteDenuncias,
  contexto: Pick<Contexto, "registro" | "nomesRegioes" | "municipios" | "norma">,
  fontes: readonly string[] = [],
): ExportHeader {
  const { extrato } = contexto.registro;
  const cobre =
    extrato.inicio === null || extrato.fim === null
      ? ""
      : `, registros de ${formatDate(extrato.inicio)} a ${formatDate(extrato.fim)}`;
  const regra =
    contexto.norma === null
      ? "cada caso conta uma vez; apensadas contam no protocolo principal"
      : `cada caso conta uma vez; apensadas contam no protocolo principal (${contexto.norma.nomeCurto}, ${ARTIGO_APENSAMENTO})`;
  return {
    titulo,
    fontes: [`denúncias (${extrato.origem})${cobre}; ${regra}`, ...fontes],
    filtros: filtrosEmPalavras(recorte, contexto),
    dataReferencia: recorte.referencia,
    demonstracao: extrato.demonstracao,
  };
}
