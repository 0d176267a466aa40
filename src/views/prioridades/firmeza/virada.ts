import { formatNumber, formatOrdinal, formatPercent } from "../../../core/format.ts";
import { dimensionNode } from "../../../core/metodo/method.ts";
import type { PreparedPriority, PriorityScores } from "../../../core/metodo/priority.ts";
import { smallestWeightChange, type WeightChange } from "../../../core/metodo/sensitivity.ts";

/** How much one weight would have to change, alone, for a municipality to change sides. */
export interface LinhaVirada {
  readonly id: string;
  readonly nome: string;
  readonly tipo: "dimensão" | "indicador";
  /** Null: no weight of this one moves the municipality across the line. */
  readonly mudanca: WeightChange | null;
}

export interface Virada {
  readonly posicao: number;
  readonly naLista: boolean;
  /** The smallest first; those that never move it last. */
  readonly linhas: readonly LinhaVirada[];
}

/**
 * The change of each weight that puts a municipality in or out of the first K.
 * @param unit position among the units
 * @param nomes by indicator id
 * @returns null when it has no score
 */
export function viradaDe(preparada: PreparedPriority, scores: PriorityScores, k: number, unit: number, nomes: ReadonlyMap<string, string>): Virada | null {
  const { prepared, metodo } = preparada;
  const { weights, aggregation } = scores;
  const resultado = smallestWeightChange({ prepared, weights, aggregation, minPresent: metodo.presencaMinima, topK: k, unit });
  if (resultado === null) return null;
  const dimensoes = new Map(metodo.dimensoes.map(({ id, nome }) => [dimensionNode(id), nome]));
  const linhas = resultado.nodes.map(({ id, change }): LinhaVirada => {
    const dimensao = dimensoes.get(id);
    return { id, nome: dimensao ?? nomes.get(id) ?? id, tipo: dimensao === undefined ? "indicador" : "dimensão", mudanca: change };
  });
  return {
    posicao: resultado.rank,
    naLista: resultado.inTop,
    linhas: linhas.sort((a, b) => tamanho(a.mudanca) - tamanho(b.mudanca)),
  };
}

/** Percentage points of the whole score that the weight moves; infinite where none is enough. */
export function tamanho(mudanca: WeightChange | null): number {
  return mudanca === null ? Infinity : 100 * Math.abs(mudanca.effectiveTo - mudanca.effectiveFrom);
}

/** The answer in words: where the municipality is, and the smallest change of one weight that would move it across the line. */
export function fraseDaVirada(nome: string, virada: Virada | null, k: number): string {
  if (virada === null) return `${nome} não tem dados suficientes para a nota: nenhum peso o põe na lista.`;
  const { posicao, naLista, linhas } = virada;
  const onde = `${nome} está em ${formatOrdinal(posicao)}, ${naLista ? "dentro" : "fora"} dos ${formatNumber(k)} da lista.`;
  const menor = linhas[0];
  if (menor === undefined || menor.mudanca === null) return `${onde} Nenhuma mudança de um só peso o ${naLista ? "tira dela" : "põe nela"}.`;
  const [de, para] = pesoEmTexto(menor.mudanca);
  const { rank } = menor.mudanca;
  const depois = rank === null ? "ficaria sem nota" : `ficaria em ${formatOrdinal(rank)}`;
  return `${onde} ${naLista ? "Sairia" : "Entraria"} se o peso de “${menor.nome}” passasse de ${de} para ${para} da nota, e ${depois}.`;
}

const MAIS_CASAS = 4;

/**
 * The weight before and after, per cent of the whole score, with as many decimal
 * places as it takes to tell them apart; the one after is rounded away from the one
 * before, so that what is printed is enough.
 */
export function pesoEmTexto({ effectiveFrom, effectiveTo }: Pick<WeightChange, "effectiveFrom" | "effectiveTo">): readonly [string, string] {
  const de = 100 * effectiveFrom;
  const para = 100 * effectiveTo;
  let casas = 1;
  while (casas < MAIS_CASAS && Math.abs(para - de) < 10 ** -casas) casas += 1;
  const escala = 10 ** casas;
  const fora = (para > de ? Math.ceil(para * escala) : Math.floor(para * escala)) / escala;
  return [formatPercent(de, casas), formatPercent(Math.min(100, Math.max(0, fora)), casas)];
}
