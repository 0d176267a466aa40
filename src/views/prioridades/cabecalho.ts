import type { ExportHeader } from "../../core/export-header.ts";
import { count, formatNumber } from "../../core/format.ts";
import type { Fonte } from "../../core/indicador.ts";
import { weightShares, type Pesos, type PreparedIndex } from "../../core/priority-index.ts";
import type { IndiceConfig } from "../../core/territorio.ts";
import type { ColunaIndicador } from "../../core/indicador.ts";
import type { Medida } from "./medida.ts";

export interface CabecalhoEntrada {
  readonly medida: Medida;
  readonly eIndice: boolean;
  readonly indice: IndiceConfig;
  readonly prepared: PreparedIndex;
  readonly pesos: Pesos;
  readonly fontes: readonly Fonte[];
  readonly colunas: readonly ColunaIndicador[];
  /** Filters in words. */
  readonly filtros: readonly string[];
  readonly dataReferencia: string;
}

/** First lines of the page's exports: what it is, every source behind it, filters, and the weights that made the index. */
export function cabecalhoDe(entrada: CabecalhoEntrada): ExportHeader {
  const { medida, eIndice } = entrada;
  const usados = new Set(eIndice ? entrada.prepared.indicadores.map(({ id }) => id) : [medida.id]);
  const ids = new Set(entrada.colunas.flatMap((c) => (usados.has(c.indicador) ? [c.fonte] : [])));
  return {
    titulo: medida.periodo === null ? medida.nome : `${medida.nome}, ${medida.periodo}`,
    fontes: [
      ...entrada.fontes
        .filter(({ id }) => ids.has(id))
        .map(({ nome, orgao, referencia }) => `${nome} (${orgao}), ${referencia}`),
      ...medida.arquivos.map(({ texto, figuras }) => `${count(figuras, "valor", "valores")} do arquivo ${texto}`),
    ],
    filtros: eIndice ? [...entrada.filtros, `pesos: ${pesosEmPalavras(entrada)}`] : entrada.filtros,
    dataReferencia: entrada.dataReferencia,
    demonstracao: false,
  };
}

/** "Vulnerabilidade social 30,0%; Rede e serviços 30,0%", shares of the whole weight. */
export function pesosEmPalavras({ indice, prepared, pesos }: Pick<CabecalhoEntrada, "indice" | "prepared" | "pesos">): string {
  const fatias = weightShares(prepared, pesos);
  return indice.dimensoes.map(({ id, nome }) => `${nome} ${formatNumber(100 * (fatias[id] ?? 0), 1)}%`).join("; ");
}
