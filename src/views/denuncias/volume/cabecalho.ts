import type { ExportHeader } from "../../../core/export-header.ts";
import { formatDate } from "../../../core/format.ts";
import type { Norma, Territorio } from "../../../core/territorio.ts";
import type { RecorteDenuncias } from "../../../data/queries/denuncias-recorte.ts";
import type { Contexto } from "./contexto.ts";
import { filtrosEmPalavras } from "./frase.ts";

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
