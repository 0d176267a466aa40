import { formatPeriod } from "../../../core/format.ts";
import type { Indicador } from "../../../core/indicador.ts";
import { periodChange, type PeriodChange } from "../../../core/metodo/compare.ts";
import { rowPoints } from "../../../core/metodo/contributions.ts";
import { dimensionNode } from "../../../core/metodo/method.ts";
import { preparePriority, type IndicadorPreparado, type PreparedPriority } from "../../../core/metodo/priority.ts";
import { roundedContributions } from "../../../core/metodo/rounded.ts";
import { effectiveWeights } from "../../../core/metodo/tree.ts";
import { toColunas, type ValorMaisNovo } from "../../../data/queries/prioridades-colunas.ts";
import { CASAS_NOTA, type Contexto } from "../explicacao.ts";
import { comUnidade, formatoDe } from "../medida.ts";

/** A change of the score in two, as printed: `real + dados = diferenca` to the last digit. */
export interface PartesDaMudanca {
  readonly diferenca: number;
  /** What the figures themselves moved. */
  readonly real: number;
  /** What figures that appeared or disappeared moved, with the weights renormalised for them. */
  readonly dados: number;
}

export interface MudancaDaDimensao {
  readonly id: string;
  readonly nome: string;
  /** Place among the method's dimensions: its colour everywhere. */
  readonly cor: number;
  /** False when the dimension weighs nothing. */
  readonly pesa: boolean;
  /** Need of the dimension, 0–100; null where it had no score. */
  readonly antes: number | null;
  readonly agora: number | null;
  /** Printed: those of all dimensions add up to the municipality's. Null without scores to compare, or where the dimension has none at either moment. */
  readonly partes: PartesDaMudanca | null;
}

/** A municipality's score at the end of a year and now, under the same method and weights. */
export interface Mudanca {
  readonly ano: number;
  /** Printed scores; null is "sem nota". */
  readonly antes: number | null;
  readonly agora: number | null;
  /** Null when one of the scores is missing. */
  readonly partes: PartesDaMudanca | null;
  readonly dimensoes: readonly MudancaDaDimensao[];
  /** False when no figure in use is of that year or before. */
  readonly haviaDado: boolean;
  /** Figures with weight in the score, in words: those that appeared, those that are gone, those that changed. */
  readonly entraram: readonly string[];
  readonly sairam: readonly string[];
  readonly mudaram: readonly string[];
}

/** The moments to choose from, newest first: every year with figures but the newest, whose end is now. */
export function anosAnteriores(anos: readonly number[]): number[] {
  const novo = Math.max(...anos);
  return [...new Set(anos)].filter((ano) => ano < novo).toSorted((a, b) => b - a);
}

/** The figures as they stood at another moment, prepared under the method in force; the priors of small numbers are those of that moment. */
export function prepararCom(valores: readonly ValorMaisNovo[], contexto: Pick<Contexto, "preparada" | "catalogo" | "municipios">): PreparedPriority {
  const { preparada, catalogo, municipios } = contexto;
  return preparePriority(preparada.metodo, catalogo, toColunas(valores, catalogo, municipios), municipios);
}

/**
 * Takes the change of one municipality's score apart, every number as it is printed.
 * @param codigo one of `contexto.municipios`
 * @param antes from `prepararCom`, with the figures up to the end of `ano`
 */
export function mudancaDe(
  codigo: number,
  ano: number,
  antes: PreparedPriority,
  { preparada, scores, catalogo }: Pick<Contexto, "preparada" | "scores" | "catalogo">,
): Mudanca {
  const { metodo } = preparada;
  const { tree } = preparada.prepared;
  const { weights, aggregation } = scores;
  const i = preparada.codigos.indexOf(codigo);
  const m = tree.leaves.length;
  const linha = (lado: PreparedPriority): Float64Array => lado.prepared.y.subarray(i * m, (i + 1) * m);
  const [y0, y1] = [linha(antes), linha(preparada)];
  const p0 = rowPoints(tree, y0, weights, aggregation, metodo.presencaMinima);
  const p1 = rowPoints(tree, y1, weights, aggregation, metodo.presencaMinima);
  const [nota0, nota1] = [impresso(p0.total), impresso(p1.total)];
  const mudanca = periodChange(tree, { y: y0, weights }, { y: y1, weights }, aggregation, metodo.presencaMinima);
  const fatias = effectiveWeights(tree, weights);
  const nos = metodo.dimensoes.map(({ id }) => tree.ids.indexOf(dimensionNode(id)));
  const dividida = mudanca === null || nota0 === null || nota1 === null ? null : dividir(mudanca, nota0, nota1, nos);
  const dimensoes = metodo.dimensoes.flatMap(({ id, nome }, cor): MudancaDaDimensao[] => {
    const k = nos[cor] ?? -1;
    if (k < 0) return [];
    const [necessidade0, necessidade1] = [ouNulo(p0.scores[k]), ouNulo(p1.scores[k])];
    const nenhuma = necessidade0 === null && necessidade1 === null;
    const partes = nenhuma ? null : (dividida?.dimensoes[cor] ?? null);
    return [{ id, nome, cor, pesa: (fatias[k] ?? 0) > 0, antes: necessidade0, agora: necessidade1, partes }];
  });
  return {
    ano,
    antes: nota0,
    agora: nota1,
    partes: dividida?.partes ?? null,
    dimensoes,
    haviaDado: y0.some((y) => !Number.isNaN(y)),
    ...figurasQueMudaram(i, antes, preparada, fatias, new Map(catalogo.map((r) => [r.id, r]))),
  };
}

/**
 * The change as printed, from the top down: the difference of the two printed
 * scores, its two parts, and each part by dimension.
 * @param nos node of each dimension, negative where it has none
 */
function dividir(
  { total, real, weighting, realByNode, weightingByNode }: PeriodChange,
  nota0: number,
  nota1: number,
  nos: readonly number[],
): { readonly partes: PartesDaMudanca; readonly dimensoes: readonly PartesDaMudanca[] } {
  const impressa = limpo(nota1 - nota0);
  // Rounding two scores can move their difference by a whole last digit, which exact parts cannot make up.
  const alvo = Math.abs(impressa - total) < 10 ** -CASAS_NOTA - 1e-9 ? impressa : total;
  const { parts, whole } = roundedContributions([real, weighting], alvo, CASAS_NOTA);
  const partes = { diferenca: whole, real: parts[0] ?? 0, dados: parts[1] ?? 0 };
  const porDimensao = (porNo: Float64Array, soma: number): readonly (number | null)[] =>
    roundedContributions(nos.map((k) => (k < 0 ? null : (porNo[k] ?? 0))), soma, CASAS_NOTA).parts;
  const reais = porDimensao(realByNode, partes.real);
  const dosDados = porDimensao(weightingByNode, partes.dados);
  return {
    partes,
    dimensoes: nos.map((_, d) => {
      const [daqui, dali] = [reais[d] ?? 0, dosDados[d] ?? 0];
      return { diferenca: limpo(daqui + dali), real: daqui, dados: dali };
    }),
  };
}

function figurasQueMudaram(
  i: number,
  antes: PreparedPriority,
  agora: PreparedPriority,
  fatias: Float64Array,
  registros: ReadonlyMap<string, Indicador>,
): Pick<Mudanca, "entraram" | "sairam" | "mudaram"> {
  const { tree } = agora.prepared;
  const m = tree.leaves.length;
  const entraram: string[] = [];
  const sairam: string[] = [];
  const mudaram: string[] = [];
  agora.indicadores.forEach((novo, j) => {
    const velho = antes.indicadores[j];
    const registro = registros.get(novo.metodo.id);
    if (velho === undefined || registro === undefined || !((fatias[tree.leafNode[j] ?? -1] ?? 0) > 0)) return;
    const y0 = ouNulo(antes.prepared.y[i * m + j]);
    const y1 = ouNulo(agora.prepared.y[i * m + j]);
    if (y0 === null && y1 === null) return;
    if (y0 === null) entraram.push(`${registro.nome} (${figura(novo, registro, i)})`);
    else if (y1 === null) sairam.push(`${registro.nome} (${figura(velho, registro, i)})`);
    else if (novo.figuras.bruto[i] !== velho.figuras.bruto[i]) {
      mudaram.push(`${registro.nome} (de ${figura(velho, registro, i)} para ${figura(novo, registro, i)})`);
    } else if (y0 !== y1) mudaram.push(`${registro.nome} (o publicado é o mesmo; o usado na nota mudou com os números dos outros municípios)`);
  });
  return { entraram, sairam, mudaram };
}

/** "2,00 em 2019". */
function figura({ figuras }: IndicadorPreparado, registro: Indicador, i: number): string {
  return `${comUnidade(formatoDe(registro), figuras.bruto[i] ?? 0)} em ${formatPeriod(figuras.periodo[i] ?? "")}`;
}

function impresso(nota: number): number | null {
  return Number.isNaN(nota) ? null : roundedContributions([nota], nota, CASAS_NOTA).whole;
}

/** Without the dust of binary fractions. */
function limpo(x: number): number {
  return Math.round(x * 10 ** CASAS_NOTA) / 10 ** CASAS_NOTA + 0;
}

function ouNulo(x: number | undefined): number | null {
  return x === undefined || Number.isNaN(x) ? null : x;
}
