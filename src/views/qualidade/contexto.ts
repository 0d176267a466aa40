import type { CivilDate } from "../../core/civil-date.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import type { Fonte, Indicador } from "../../core/indicador.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Marcas } from "../../core/qualidade/acompanhamento.ts";
import type { Avaliacao } from "../../core/qualidade/avaliar.ts";
import type { Nomes } from "../../core/qualidade/frase.ts";
import type { LivroDeRegras } from "../../core/qualidade/regra.ts";
import type { Territorio } from "../../core/territorio.ts";
import type { AcompanhamentoStore } from "./acompanhamento-store.ts";
import type { Estado } from "./estado.ts";
import { filtrosEmPalavras } from "./frase.ts";
import type { LinhaDeContagem } from "./quadro.ts";
import type { Recorte } from "./recorte.ts";

/** What every part of the page shares, once the figures are judged. */
export interface Contexto {
  readonly estado: Estado;
  readonly mudar: (mudanca: Partial<Estado>, opcoes?: { readonly replace?: boolean }) => void;
  readonly avaliacao: Avaliacao;
  readonly livro: LivroDeRegras;
  readonly nomes: Nomes;
  readonly recorte: Recorte;
  /** States of each municipality inside the filters, under the kinds chosen. */
  readonly porMunicipio: readonly LinhaDeContagem[];
  readonly municipios: readonly Municipio[];
  readonly catalogo: readonly Indicador[];
  readonly fontes: readonly Fonte[];
  readonly territorio: Territorio;
  readonly nomesRegioes: ReadonlyMap<number, string>;
  readonly marcas: Marcas;
  readonly store: AcompanhamentoStore;
}

/** Day the letters and new marks carry, and the data are judged on. */
export function dataDe({ avaliacao }: Pick<Contexto, "avaliacao">): CivilDate {
  return avaliacao.dataReferencia;
}

/** Head of the page's exports: title, the sources of the indicators named, and the filters. */
export function cabecalhoDe(titulo: string, indicadores: ReadonlySet<string>, contexto: Contexto): ExportHeader {
  const { avaliacao, fontes, estado, nomesRegioes } = contexto;
  const usadas = new Set(avaliacao.colunas.flatMap(({ indicador, fonte }) => (indicadores.has(indicador) ? [fonte] : [])));
  return {
    titulo,
    fontes: fontes
      .filter(({ id }) => usadas.has(id))
      .map(({ nome, orgao, referencia }) => `${nome} (${orgao}), ${referencia}`),
    filtros: filtrosEmPalavras(estado, nomesRegioes, contexto.nomes),
    dataReferencia: avaliacao.dataReferencia,
    demonstracao: false,
  };
}
