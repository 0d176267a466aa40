/**
 * Equity as a library: whether events (visits, supports) go where need is greater, what a lottery
 * would have given each group, and whether supported units changed otherwise than their like.
 * Everything is pure: no clock, no network, and random numbers only from a seed. Columns are plain
 * or typed arrays aligned with the units, NaN is missing, shares run 0–1, need is higher = more.
 * Too little data is an answer (`Insuficiente`) with what there is and the least that would do.
 */
export { concentracao, countByUnit, gini } from "./concentracao.ts";
export type { Concentracao, ContagemENecessidade, ContagemPorUnidade, Curva, OpcoesDaConcentracao } from "./concentracao.ts";
export { fractionalRanks } from "./postos.ts";
export type { Postos } from "./postos.ts";

export { MINIMO_DE_EVENTOS_NO_SORTEIO, sortear } from "./sorteio.ts";
export type { EntradaDoSorteio, GrupoNoSorteio, MetodoDoSorteio, OpcoesDoSorteio, SituacaoNoSorteio, Sorteio } from "./sorteio.ts";
export { atLeast, atMost, binomial, countLimits, hypergeometric } from "./contagens.ts";
export type { DistribuicaoDeContagem } from "./contagens.ts";

export { CALLIPER, compararComSemelhantes } from "./comparacao.ts";
export type { Comparacao, EntradaDaComparacao, OpcoesDaComparacao } from "./comparacao.ts";
export { nearestPairs } from "./parear.ts";
export type { Fileira, Pares } from "./parear.ts";

export { isInsuficiente, MINIMO_DE_EVENTOS, MINIMO_DE_PARES, MINIMO_DE_UNIDADES, PORQUES_INSUFICIENTE } from "./resposta.ts";
export type { Insuficiente, PorqueInsuficiente, Resposta } from "./resposta.ts";
export { fraseDaComparacao, fraseDaConcentracao, fraseDoGrupo, fraseInsuficiente, METODO_DO_SORTEIO } from "./frase.ts";
