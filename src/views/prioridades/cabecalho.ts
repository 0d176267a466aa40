import type { ExportHeader } from "../../core/export-header.ts";
import { count, formatNumber } from "../../core/format.ts";
import type { Fonte } from "../../core/indicador.ts";
import type { ColunaIndicador } from "../../core/indicador.ts";
import { indicadoresDoMetodo, methodHash, type Metodo } from "../../core/metodo/method.ts";
import { USO_INTERNO, usaDenuncias } from "../../data/denuncias/colunas-do-indice.ts";
import type { Medida } from "./medida.ts";

export interface CabecalhoEntrada {
  readonly medida: Medida;
  readonly eIndice: boolean;
  readonly metodo: Metodo;
  /** First digits of the SHA-256 of the figures behind the index. */
  readonly hashDados: string;
  readonly fontes: readonly Fonte[];
  readonly colunas: readonly ColunaIndicador[];
  /** Filters in words. */
  readonly filtros: readonly string[];
  readonly dataReferencia: string;
}

/** First lines of the page's exports: what it is, every source behind it, filters, and the weights that made the index. */
export function cabecalhoDe(entrada: CabecalhoEntrada): ExportHeader {
  const { medida, eIndice } = entrada;
  const usados = new Set(eIndice ? indicadoresDoMetodo(entrada.metodo).map(({ id }) => id) : [medida.id]);
  const ids = new Set(entrada.colunas.flatMap((c) => (usados.has(c.indicador) ? [c.fonte] : [])));
  return {
    titulo: medida.periodo === null ? medida.nome : `${medida.nome}, ${medida.periodo}`,
    fontes: [
      ...entrada.fontes
        .filter(({ id }) => ids.has(id))
        .map(({ nome, orgao, referencia }) => `${nome} (${orgao}), ${referencia}`),
      ...medida.arquivos.map(({ texto, figuras }) => `${count(figuras, "valor", "valores")} do arquivo ${texto}`),
    ],
    filtros: eIndice ? [...entrada.filtros, ...metodoEmPalavras(entrada)] : entrada.filtros,
    dataReferencia: entrada.dataReferencia,
    demonstracao: false,
  };
}

/** The method behind an export, a line each: its name and hash, its weights, and the figures it was given. */
function metodoEmPalavras({ metodo, hashDados }: CabecalhoEntrada): string[] {
  const estudo = metodo.normalizacao === "balizas" ? [] : ["normalização de estudo: não serve para definir visitas"];
  return [
    `método: ${metodo.nome}, SHA-256 ${methodHash(metodo)}`,
    `pesos: ${pesosEmPalavras(metodo)}`,
    ...estudo,
    `dados usados: SHA-256 ${hashDados}…`,
    ...(usaDenuncias(metodo) ? [USO_INTERNO] : []),
  ];
}

/** "Vulnerabilidade social 30,0%; Rede e serviços 30,0%", shares of the whole weight. */
export function pesosEmPalavras({ dimensoes }: Pick<Metodo, "dimensoes">): string {
  const total = dimensoes.reduce((soma, { peso }) => soma + peso, 0);
  return dimensoes.map(({ nome, peso }) => `${nome} ${formatNumber(total === 0 ? 0 : (100 * peso) / total, 1)}%`).join("; ");
}
