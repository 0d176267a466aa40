import type { ExportHeader } from "../../core/export-header.ts";
import { formatDate, formatNumber } from "../../core/format.ts";
import type { ColunaIndicador, Fonte } from "../../core/indicador.ts";
import { indicadoresDoMetodo, methodHash, type Metodo } from "../../core/metodo/method.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import type { MatrizDeDistancias } from "../../core/visitas/plano.ts";
import { periodoDoPlano } from "./periodo.ts";

export interface CabecalhoEntrada {
  readonly metodo: Metodo;
  /** SHA-256 of the method the plan was made with, and of its figures; null while the figures are not known. */
  readonly selo: { readonly metodo: string; readonly dados: string } | null;
  readonly ajustes: Ajustes;
  readonly matriz: MatrizDeDistancias | null;
  readonly fontes: readonly Fonte[];
  readonly colunas: readonly ColunaIndicador[];
  readonly hoje: string;
  readonly demonstracao: boolean;
}

/** First lines of the page's exports: the period, the sources, the method and figures, and how distances are known. */
export function cabecalhoDe({ metodo, selo, ajustes, matriz, fontes, colunas, hoje, demonstracao }: CabecalhoEntrada): ExportHeader {
  const usados = new Set(indicadoresDoMetodo(metodo).map(({ id }) => id));
  const ids = new Set(colunas.flatMap((coluna) => (usados.has(coluna.indicador) ? [coluna.fonte] : [])));
  return {
    titulo: `Plano de visitas, ${periodoDoPlano(ajustes)}`,
    fontes: [
      ...fontes.filter(({ id }) => ids.has(id)).map(({ nome, orgao, referencia }) => `${nome} (${orgao}), ${referencia}`),
      "Apoios em uso (última visita técnica presencial)",
      matriz === null
        ? `Distâncias estimadas: linha reta × fator de desvio por região, a ${formatNumber(ajustes.velocidade)} km/h`
        : `Distâncias do arquivo ${matriz.arquivo}`,
    ],
    filtros: [
      // A plan kept from before the weights changed is not of the method in force, whose name would mislead.
      ...(selo === null
        ? []
        : [`método: ${selo.metodo === methodHash(metodo) ? `${metodo.nome}, ` : ""}SHA-256 ${selo.metodo}`, `dados usados: SHA-256 ${selo.dados}`]),
      `hoje: ${formatDate(hoje)}`,
    ],
    dataReferencia: hoje,
    demonstracao,
  };
}
