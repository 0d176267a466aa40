import { capitalize, count, formatNumber, formatOrdinal, formatPercent } from "../../../core/format.ts";
import { dimensionNode } from "../../../core/metodo/method.ts";
import type { PreparedPriority, PriorityScores } from "../../../core/metodo/priority.ts";
import { newScores, scoreUnits, TIE } from "../../../core/metodo/kernel.ts";
import { smallestWeightChange, type WeightChange } from "../../../core/metodo/sensitivity.ts";
import { siblingShares } from "../../../core/metodo/tree.ts";

/** How much one weight would have to change, alone, for a municipality to change sides. */
export interface LinhaVirada {
  readonly id: string;
  readonly nome: string;
  readonly tipo: "dimensão" | "indicador";
  /** Null: no weight of this one moves the municipality across the line. */
  readonly mudanca: WeightChange | null;
  /** Municipalities in which a dimension, or the whole, comes to have enough data by the change, or no longer has. */
  readonly outraPresenca: number;
  /** Without those the municipality would not change sides: it is the rule of missing data that moves it, not what the weight says. */
  readonly porPresenca: boolean;
}

export interface Virada {
  readonly posicao: number;
  readonly naLista: boolean;
  /** The smallest first; then those that change who has enough data; those that never move it last. */
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
    return {
      id,
      nome: dimensao ?? nomes.get(id) ?? id,
      tipo: dimensao === undefined ? "indicador" : "dimensão",
      mudanca: change,
      ...(change === null ? { outraPresenca: 0, porPresenca: false } : presencasDe(preparada, scores, k, unit, id, change)),
    };
  });
  return {
    posicao: resultado.rank,
    naLista: resultado.inTop,
    linhas: linhas.sort((a, b) => Number(soPorPresenca(a)) - Number(soPorPresenca(b)) || tamanho(a.mudanca) - tamanho(b.mudanca)),
  };
}

function soPorPresenca({ mudanca, porPresenca }: LinhaVirada): boolean {
  return mudanca === null || porPresenca;
}

/** What a change of one weight, its siblings keeping their proportions, does to who has enough data, and whether that alone moves the unit. */
function presencasDe(
  { prepared, metodo }: PreparedPriority,
  { weights, aggregation, nodes, total, ranks }: PriorityScores,
  k: number,
  unit: number,
  id: string,
  { from, to }: WeightChange,
): Pick<LinhaVirada, "outraPresenca" | "porPresenca"> {
  const { tree, units } = prepared;
  const node = tree.ids.indexOf(id);
  const shares = new Float64Array(tree.ids.length);
  siblingShares(tree, weights, shares);
  const novosPesos = Float64Array.from(weights, (weight, n) =>
    n === node ? to : tree.parent[n] === tree.parent[node] ? ((shares[n] ?? 0) * (1 - to)) / (1 - from) : weight,
  );
  const depois = newScores(prepared, { nodes: true });
  scoreUnits(prepared, novosPesos, aggregation, depois, metodo.presencaMinima);
  const mudou = (i: number): boolean => {
    for (let cell = i * tree.ids.length; cell < (i + 1) * tree.ids.length; cell += 1) {
      if (Number.isNaN(nodes[cell] ?? 0) !== Number.isNaN(depois.nodes?.[cell] ?? 0)) return true;
    }
    return false;
  };
  let outraPresenca = 0;
  let acima = 0;
  const proprio = depois.total[unit] ?? 0;
  for (let i = 0; i < units; i += 1) {
    const outra = mudou(i);
    if (outra) outraPresenca += 1;
    // Those whose data come to be enough, or not, stay on the side they were on.
    if (i !== unit && (outra ? (total[i] ?? 0) - (total[unit] ?? 0) > TIE : (depois.total[i] ?? 0) - proprio > TIE)) acima += 1;
  }
  const estava = (ranks[unit] ?? 0) <= k;
  return { outraPresenca, porPresenca: mudou(unit) || acima < k === estava };
}

/** Percentage points of the whole score that the weight moves; infinite where none is enough. */
export function tamanho(mudanca: WeightChange | null): number {
  return mudanca === null ? Infinity : 100 * Math.abs(mudanca.effectiveTo - mudanca.effectiveFrom);
}

/** The answer in words: where the municipality is, and the smallest change of one weight that would move it across the line. */
export function fraseDaVirada(nome: string, virada: Virada | null, k: number): string {
  if (virada === null) return `${nome} não tem dados suficientes para a nota: nenhum peso o põe na lista.`;
  const { posicao, naLista, linhas } = virada;
  const onde = `${nome} está em ${formatOrdinal(posicao)}, ${naLista ? "dentro" : "fora"} ${k === 1 ? "do lugar" : `dos ${formatNumber(k)}`} da lista.`;
  const menor = linhas[0];
  if (menor === undefined || menor.mudanca === null) return `${onde} Nenhuma mudança de um só peso o ${naLista ? "tira dela" : "põe nela"}.`;
  const [de, para] = pesoEmTexto(menor.mudanca);
  const { rank } = menor.mudanca;
  const depois = rank === null ? "ficaria sem nota" : `ficaria em ${formatOrdinal(rank)}`;
  const muda = `${naLista ? "sairia" : "entraria"} se o peso de “${menor.nome}” passasse de ${de} para ${para} da nota, e ${depois}`;
  if (!menor.porPresenca) return `${onde} ${capitalize(muda)}.`;
  const quem = count(menor.outraPresenca, "município", "municípios");
  return `${onde} Um só peso não basta: ${muda}, mas só porque com esse peso muda quem tem dados suficientes (${quem}).`;
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
