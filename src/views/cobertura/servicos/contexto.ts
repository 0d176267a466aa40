import type { ExportHeader } from "../../../core/export-header.ts";
import { formatNumber } from "../../../core/format.ts";
import type { ExtractSummary } from "../../../data/snapshot/snapshot.ts";
import { lugaresEmPalavras } from "../filtros/palavras.ts";
import type { ParteDeCoberturaProps } from "../parte.ts";
import type { EstadoDosServicos } from "./estado-da-parte.ts";
import { anoEmPalavras, type Recorte } from "./recorte.ts";

/** What every section of the part gets. */
export interface Contexto extends Pick<ParteDeCoberturaProps, "territorio" | "municipios" | "mesh" | "topologyUrl" | "nome" | "norma" | "hoje"> {
  readonly recorte: Recorte;
  /** Merges a change into the part's own state. */
  readonly mudar: (mudanca: Partial<EstadoDosServicos>) => void;
  readonly extrato: ExtractSummary;
  readonly filtros: readonly string[];
  readonly cabecalho: (titulo: string) => ExportHeader;
}

/** The law the panel is modelled on: of one municipality of another state, a reference. */
export const LEI_DO_PAINEL = { norma: "anajatuba-664-2025", artigo: "art. 20", interoperavel: "art. 24, VI a VIII" } as const;

/** Where the figures came from, one a line. */
export function fontesDe({ origem, linhas }: Pick<ExtractSummary, "origem" | "linhas">, { painel }: Pick<Recorte, "painel">): string[] {
  const [primeiro, ultimo] = [painel.anos[0], painel.anos.at(-1)];
  const anos = primeiro === undefined || ultimo === undefined ? "" : primeiro === ultimo ? `, ${primeiro}` : `, ${primeiro} a ${ultimo}`;
  return [`desempenho dos serviços (${origem}), ${linhas === 1 ? "1 linha" : `${formatNumber(linhas)} linhas`}${anos}`];
}

/** Filters of place, and what of the part itself an export of one year depends on. */
export function filtrosEmPalavras(
  { regioes, portes }: Pick<ParteDeCoberturaProps["estado"], "regioes" | "portes">,
  nomesRegioes: ReadonlyMap<number, string>,
  { ano, anoDeHoje, servico, cem }: Recorte,
): string[] {
  return [
    ...lugaresEmPalavras({ regioes, portes }, nomesRegioes),
    ...(servico === null ? [] : [`serviço: ${servico.nome}`]),
    ...(ano === null ? [] : [`ano: ${anoEmPalavras(ano, anoDeHoje)}`]),
    ...(cem ? ["satisfação posta de 0 a 100"] : []),
  ];
}
