import { count, formatNumber } from "../../../core/format.ts";
import type { Pacto } from "../../../core/pacto/index.ts";
import type { TemaSemLinha } from "../../../data/apoio/perguntas.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

/** A theme of the record that is in no line and known to no office, and what to mend. */
export interface TemaPorCorrigir {
  readonly chave: string;
  /** As written; "" = none. */
  readonly tema: string;
  readonly eixo: string;
  readonly linhas: number;
  /** Short theme of the line it may have meant; null = none is alike. */
  readonly parecido: string | null;
  readonly conserto: string;
}

export function temasPorCorrigir(semLinha: readonly TemaSemLinha[], { linhas, eixos }: Pick<Pacto, "linhas" | "eixos">): TemaPorCorrigir[] {
  const nomeDoEixo = (id: string | undefined): string => eixos.find((eixo) => eixo.id === id)?.nome ?? "";
  return semLinha.map(({ tema, eixo, linhas: quantas, sugestao }) => {
    const doPlano = sugestao === null ? undefined : linhas[sugestao.linha];
    return {
      chave: `${eixo ?? ""}:${tema ?? ""}`,
      tema: tema ?? "",
      eixo: eixo === null ? "não classificado" : nomeDoEixo(eixos[eixo]?.id),
      linhas: quantas,
      parecido: doPlano?.tema ?? null,
      conserto:
        tema === null
          ? "Escreva o tema na coluna “tema”."
          : doPlano === undefined || sugestao === null
            ? "Nenhuma linha do plano se parece: escreva um tema do plano, ou deixe assim se o apoio foi de outro assunto."
            : sugestao.motivo === "outro-eixo"
              ? `O tema é de uma linha do eixo ${nomeDoEixo(doPlano.eixo)}: confira a coluna “eixo”.`
              : `Se é isso, escreva “${doPlano.tema}” na coluna “tema”.`,
    };
  });
}

export const COLUNAS_SEM_LINHA: readonly TableColumn<TemaPorCorrigir>[] = [
  { id: "tema", titulo: "Tema, como está escrito", tipo: "texto", valor: ({ tema }) => (tema === "" ? "em branco" : tema) },
  { id: "eixo", titulo: "Eixo", tipo: "texto", valor: ({ eixo }) => eixo },
  { id: "linhas", titulo: "No registro", unidade: "linhas", tipo: "numero", valor: ({ linhas }) => ({ valor: linhas }) },
  { id: "parecido", titulo: "O mais parecido do plano", tipo: "texto", valor: ({ parecido }) => parecido ?? "nenhum" },
  { id: "conserto", titulo: "O que corrigir", tipo: "texto", valor: ({ conserto }) => conserto },
];

export interface EntradaForaDoPlano {
  readonly foraDoPlano: number;
  readonly naoClassificados: number;
  /** Events held by a strategy the pact does not have, whatever their theme. */
  readonly semEstrategia: number;
  /** Those given, and how many there are in all. */
  readonly temas: readonly TemaPorCorrigir[];
  readonly quantosTemas: number;
}

/** "12 eventos fora do plano e 9 não classificados no período, contados à parte. 4 temas por corrigir; 3 se parecem com uma linha do plano." */
export function fraseForaDoPlano({ foraDoPlano, naoClassificados, semEstrategia, temas, quantosTemas }: EntradaForaDoPlano): string {
  const eventos =
    foraDoPlano + naoClassificados === 0
      ? "Todo evento realizado no período é de uma linha do plano."
      : `${count(foraDoPlano, "evento", "eventos")} fora do plano e ${naoClassificados === 0 ? "nenhum" : formatNumber(naoClassificados)} não ${naoClassificados < 2 ? "classificado" : "classificados"} no período, ${foraDoPlano + naoClassificados === 1 ? "contado" : "contados"} à parte.`;
  const estrategias = semEstrategia === 0 ? "" : ` ${count(semEstrategia, "evento", "eventos")} de estratégia que não é da lista.`;
  if (quantosTemas === 0) return `${eventos}${estrategias} Nenhum tema por corrigir.`;
  const parecidos = temas.filter(({ parecido }) => parecido !== null).length;
  const mostrados = temas.length === quantosTemas ? "" : `, dos quais a tabela traz os ${formatNumber(temas.length)} com mais linhas`;
  return `${eventos}${estrategias} ${count(quantosTemas, "tema por corrigir", "temas por corrigir")} no que se realizou ou está previsto no período${mostrados}; ${parecidos === 0 ? "nenhum" : formatNumber(parecidos)} ${parecidos < 2 ? "se parece" : "se parecem"} com uma linha do plano.`;
}
