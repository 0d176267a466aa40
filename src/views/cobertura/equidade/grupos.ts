import type { Celula } from "../../../core/absence.ts";
import { isInsuficiente, sortear, type GrupoNoSorteio, type Resposta, type SituacaoNoSorteio, type Sorteio } from "../../../core/equidade/index.ts";
import { benjaminiHochberg } from "../../../core/metodo/false-discovery.ts";
import type { Grupos, TipoDeGrupo } from "./agrupamentos.ts";
import type { MedidaDaEquidade } from "./estado-da-parte.ts";

/** A group beside what a lottery would give it. */
export interface LinhaDoGrupo {
  readonly chave: string;
  readonly tipo: TipoDeGrupo;
  readonly nome: string;
  /** Municipalities of the group in the draw. */
  readonly municipios: number;
  /** Supports that they received, and how many of them received any, whichever is drawn. */
  readonly apoios: number;
  readonly alcancados: number;
  /** What is drawn: one of the two. */
  readonly observado: number;
  readonly esperado: number;
  readonly de: number;
  readonly ate: number;
  readonly situacao: SituacaoNoSorteio;
  readonly p: Celula;
  /** The p after the correction for all groups compared. */
  readonly q: Celula;
}

/** House rule: of what is kept as out of the ordinary, the share that chance is let put there. */
export const Q_MAXIMO = 0.05;

/** Still out of the lottery after the correction. */
export function isFirme({ situacao, q }: LinhaDoGrupo): boolean {
  return isFora(situacao) && "valor" in q && q.valor <= Q_MAXIMO;
}

export function isFora(situacao: SituacaoNoSorteio): boolean {
  return situacao === "abaixo" || situacao === "acima";
}

/** One way of grouping, drawn. */
export interface SorteioDosGrupos {
  readonly grupos: Grupos;
  /** Insufficient, or how the lottery was worked. */
  readonly sorteio: Resposta<Sorteio>;
  readonly linhas: readonly LinhaDoGrupo[];
  /** Municipalities in the draw that are in no group, and what they had of the measure. */
  readonly semGrupo: { readonly municipios: number; readonly observado: number };
}

interface Entrada {
  readonly grupos: readonly Grupos[];
  /** By position; NaN outside the filter. */
  readonly contagens: ArrayLike<number>;
  /** Of the supports, aligned with `grupos`. */
  readonly sorteios: readonly Resposta<Sorteio>[];
  readonly medida: MedidaDaEquidade;
  /** Inhabitants that the chances of the supports are in proportion to, by position; null = the same chance. */
  readonly chances: readonly (number | null)[] | null;
}

/**
 * Rows of each way of grouping. Of municipalities reached the lottery is worked here: each of
 * those inside the filter may be drawn once, all with the same chance (exact). The correction of
 * Benjamini and Hochberg is over every group of every way; groups of which no count would be out
 * of the ordinary were not tested.
 */
export function sortearGrupos({ grupos, contagens, sorteios, medida, chances }: Entrada): SorteioDosGrupos[] {
  const alcance = Float64Array.from(contagens, (vezes) => Math.min(1, vezes));
  const respostas = grupos.map(({ de, nomes }, g): Resposta<Sorteio> =>
    medida === "municipios"
      ? sortear({ contagens: alcance, grupos: de, quantosGrupos: nomes.length, chances: null })
      : (sorteios[g] ?? { porque: "poucos-eventos", ha: 0, minimo: 1 }),
  );
  const testados = respostas.flatMap((resposta) => (isInsuficiente(resposta) ? [] : resposta.grupos.map((grupo) => (isTestado(grupo) ? grupo.p : null))));
  const corrigidos = benjaminiHochberg(testados);
  let primeiro = 0;
  return grupos.map((agrupamento, g) => {
    const sorteio = respostas[g] ?? { porque: "poucos-eventos", ha: 0, minimo: 1 };
    if (isInsuficiente(sorteio)) return { grupos: agrupamento, sorteio, linhas: [], semGrupo: { municipios: 0, observado: 0 } };
    const inicio = primeiro;
    primeiro += sorteio.grupos.length;
    const soma = (grupo: number, valor: (vezes: number) => number): number =>
      agrupamento.de.reduce((total, de, i) => {
        const vezes = medida === "apoios" && chances !== null && !((chances[i] ?? 0) > 0) ? NaN : (contagens[i] ?? NaN);
        return de === grupo && !Number.isNaN(vezes) ? total + valor(vezes) : total;
      }, 0);
    const linhas = sorteio.grupos.flatMap((grupo, i): LinhaDoGrupo[] =>
      grupo.unidades === 0
        ? []
        : [
            {
              chave: `${agrupamento.tipo}-${grupo.grupo}`,
              tipo: agrupamento.tipo,
              nome: agrupamento.nomes[grupo.grupo] ?? "",
              municipios: grupo.unidades,
              apoios: soma(grupo.grupo, (vezes) => vezes),
              alcancados: soma(grupo.grupo, (vezes) => (vezes > 0 ? 1 : 0)),
              observado: grupo.observado,
              esperado: grupo.esperado,
              de: grupo.inferior,
              ate: grupo.superior,
              situacao: grupo.situacao,
              p: probabilidade(isTestado(grupo) ? grupo.p : null),
              q: probabilidade(corrigidos[inicio + i] ?? null),
            },
          ],
    );
    const noGrupo = (valor: (linha: LinhaDoGrupo) => number): number => linhas.reduce((total, linha) => total + valor(linha), 0);
    return {
      grupos: agrupamento,
      sorteio,
      linhas,
      semGrupo: { municipios: sorteio.unidades - noGrupo(({ municipios }) => municipios), observado: sorteio.eventos - noGrupo(({ observado }) => observado) },
    };
  });
}

function isTestado({ situacao, unidades }: GrupoNoSorteio): boolean {
  return unidades > 0 && situacao !== "nada-a-dizer";
}

function probabilidade(p: number | null): Celula {
  return p === null ? { ausencia: "dados-insuficientes" } : { valor: p };
}
