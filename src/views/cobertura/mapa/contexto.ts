import { count, formatDate } from "../../../core/format.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import type { Municipio } from "../../../core/municipio.ts";
import type { Pacto } from "../../../core/pacto/index.ts";
import type { Norma } from "../../../core/territorio.ts";
import type { Recorte } from "../../../data/queries/cobertura-recorte.ts";
import type { Session } from "../../../data/session/session.ts";
import type { ExtractSummary } from "../../../data/snapshot/snapshot.ts";
import type { Estado } from "../estado.ts";
import type { ParteDeCoberturaProps } from "../parte.ts";
import { filtrosEmPalavras } from "./frase.ts";

/** What every part of the page shares. */
export interface Contexto {
  readonly estado: Estado;
  readonly mudar: ParteDeCoberturaProps["mudar"];
  readonly session: Session;
  readonly municipios: readonly Municipio[];
  readonly nomesRegioes: ReadonlyMap<number, string>;
  /** The loaded record of support. */
  readonly extrato: ExtractSummary;
  readonly pacto: Pacto;
  /** That which pacts; null when the territory has none. */
  readonly norma: Norma | null;
  readonly normaDe: ParteDeCoberturaProps["norma"];
}

/** Head of the exports of what was computed for `recorte`. */
export function cabecalhoDe(
  titulo: string,
  recorte: Recorte,
  { extrato, nomesRegioes, norma }: Pick<Contexto, "extrato" | "nomesRegioes" | "norma">,
): ExportHeader {
  const cobre =
    extrato.inicio === null || extrato.fim === null
      ? ""
      : `, registros de ${formatDate(extrato.inicio)} a ${formatDate(extrato.fim)}`;
  return {
    titulo,
    fontes: [
      `registro de apoio técnico (${extrato.origem})${cobre}`,
      ...(norma === null ? [] : [`estratégias e eixos: ${norma.nomeCurto}`]),
    ],
    filtros: filtrosEmPalavras(recorte, nomesRegioes),
    dataReferencia: recorte.em,
    demonstracao: extrato.demonstracao,
  };
}

/** Head of the list as it stands, the search included: the title counts the rows that follow it. */
export function cabecalhoDaLista(
  titulo: string,
  linhas: number,
  recorte: Recorte,
  contexto: Pick<Contexto, "estado" | "extrato" | "nomesRegioes" | "norma">,
): ExportHeader {
  const cabecalho = cabecalhoDe(`${titulo}: ${count(linhas, "município", "municípios")}`, recorte, contexto);
  const { busca } = contexto.estado;
  return busca === "" ? cabecalho : { ...cabecalho, filtros: [...cabecalho.filtros, `nome com “${busca}”`] };
}
