import type { CivilDate } from "../../core/civil-date.ts";
import { formatPeriod } from "../../core/format.ts";
import { POLARIDADE_MARCA, type ColunaIndicador, type Fonte, type Indicador } from "../../core/indicador.ts";
import { CASAS_DA_LISTA } from "../../core/metodo/list.ts";
import { staleness } from "../../core/metodo/figures.ts";
import { dimensionNode } from "../../core/metodo/method.ts";
import { explainPriority, missingDimensions, type IndicadorPreparado, type PreparedPriority, type PriorityScores } from "../../core/metodo/priority.ts";
import { roundedTree } from "../../core/metodo/rounded.ts";
import { effectiveWeights } from "../../core/metodo/tree.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { ParteDaBarra } from "./linha-viva.ts";
import { comUnidade, formatoDe, nomeFonte, type Proveniencia } from "./medida.ts";

/** Decimal places of printed scores and points. */
export const CASAS_NOTA = CASAS_DA_LISTA;

export interface ParteIndicador {
  readonly id: string;
  readonly nome: string;
  /** Raw figure with unit; null when missing. */
  readonly valor: string | null;
  readonly periodo: string | null;
  /** The figure is older than its indicator's validity. It still counts. */
  readonly vencido: boolean;
  /** Normalised figure 0–100. */
  readonly nota: number | null;
  /** Printed points: those of a dimension add up to the dimension's printed points. */
  readonly pontos: number | null;
  readonly marca: string;
}

export interface ParteDimensao {
  readonly id: string;
  readonly nome: string;
  /** Place among the method's dimensions: its colour everywhere. */
  readonly cor: number;
  /** Share of the weight, per cent. */
  readonly fatiaPeso: number;
  readonly nota: number | null;
  /** Printed points: all of them add up to the printed score. */
  readonly pontos: number | null;
  readonly presentes: number;
  readonly total: number;
  readonly indicadores: readonly ParteIndicador[];
}

export interface Falta {
  readonly id: string;
  readonly nome: string;
  readonly motivo: string;
}

/** The score of one municipality taken apart, as printed. */
export interface PainelExplicacao {
  readonly nota: number | null;
  readonly posicao: number | null;
  /** Hard bounds of the score whatever the missing figures turn out to be; null on a scale without ends. */
  readonly limites: { readonly min: number; readonly max: number } | null;
  /** Share of the weight present, per cent. */
  readonly pesoPresente: number;
  /** Ids of the dimensions that have weight and no score of their own. */
  readonly dimensoesSemNota: readonly string[];
  readonly dimensoes: readonly ParteDimensao[];
  readonly faltas: readonly Falta[];
}

/** What the panel needs to know besides the score. */
export interface Contexto {
  readonly preparada: PreparedPriority;
  readonly scores: PriorityScores;
  readonly catalogo: readonly Indicador[];
  readonly colunas: readonly ColunaIndicador[];
  readonly fontes: readonly Fonte[];
  readonly municipios: readonly Municipio[];
  readonly proveniencia?: Proveniencia;
}

/**
 * Takes a municipality's score apart, every number as it is printed.
 * @param codigo one of `contexto.municipios`
 * @param hoje the day figures are old or not on
 */
export function painelDe(codigo: number, contexto: Contexto, hoje: CivilDate): PainelExplicacao {
  const { preparada, scores, catalogo, municipios } = contexto;
  const { tree } = preparada.prepared;
  const i = municipios.findIndex((municipio) => municipio.codigo === codigo);
  const registros = new Map(catalogo.map((r) => [r.id, r]));
  const preparados = new Map(preparada.indicadores.map((p) => [p.metodo.id, p]));
  const node = new Map(tree.ids.map((id, k) => [id, k]));
  const fatias = effectiveWeights(tree, scores.weights);
  const pontos = pontosImpressos(preparada, scores, i);
  const notaDe = (k: number): number | null => {
    const nota = scores.nodes[i * tree.ids.length + k] ?? Number.NaN;
    return Number.isNaN(nota) ? null : nota;
  };
  const dimensoes = preparada.metodo.dimensoes.flatMap((dimensao, cor): ParteDimensao[] => {
    const k = node.get(dimensionNode(dimensao.id));
    if (k === undefined) return [];
    const indicadores = dimensao.indicadores.map(({ id }): ParteIndicador => {
      const folha = node.get(id) ?? -1;
      const registro = registros.get(id);
      return {
        id,
        nome: registro?.nome ?? id,
        ...figuraDe(registro, preparados.get(id), i, hoje),
        nota: notaDe(folha),
        pontos: pontos?.[folha] ?? null,
        marca: registro === undefined ? "" : POLARIDADE_MARCA[registro.polaridade],
      };
    });
    return [
      {
        id: dimensao.id,
        nome: dimensao.nome,
        cor,
        fatiaPeso: 100 * (fatias[k] ?? 0),
        nota: notaDe(k),
        pontos: pontos?.[k] ?? null,
        presentes: indicadores.filter(({ nota }) => nota !== null).length,
        total: indicadores.length,
        indicadores,
      },
    ];
  });
  const { bounds } = scores;
  return {
    nota: pontos?.at(-1) ?? null,
    posicao: (scores.ranks[i] ?? 0) === 0 ? null : (scores.ranks[i] ?? null),
    limites: bounds === null ? null : { min: bounds.min[i] ?? 0, max: bounds.max[i] ?? 100 },
    pesoPresente: 100 * (scores.present[i] ?? 0),
    dimensoesSemNota: missingDimensions(preparada, scores, i),
    dimensoes,
    faltas: faltasDe(dimensoes, contexto, registros, preparados, i),
  };
}

/** Points of every node as printed, adding up to the printed score, the last one; null without a score. */
export function pontosImpressos(preparada: PreparedPriority, scores: PriorityScores, unidade: number): readonly (number | null)[] | null {
  if (Number.isNaN(scores.total[unidade] ?? Number.NaN)) return null;
  return roundedTree(preparada.prepared.tree, explainPriority(preparada, scores, unidade).points, CASAS_NOTA);
}

/** The printed points as the bar draws them. */
export function partesDaBarra(dimensoes: readonly ParteDimensao[]): ParteDaBarra[] {
  return dimensoes.flatMap(({ id, nome, cor, pontos }) => (pontos === null ? [] : [{ id, nome, cor, pontos }]));
}

function figuraDe(
  registro: Indicador | undefined,
  preparado: IndicadorPreparado | undefined,
  i: number,
  hoje: CivilDate,
): Pick<ParteIndicador, "valor" | "periodo" | "vencido"> {
  const valor = preparado?.figuras.bruto[i] ?? null;
  const periodo = preparado?.figuras.periodo[i] ?? null;
  if (registro === undefined || preparado === undefined || valor === null || periodo === null) {
    return { valor: null, periodo: null, vencido: false };
  }
  return {
    valor: comUnidade(formatoDe(registro), valor),
    periodo: formatPeriod(periodo),
    vencido: staleness(preparado.metodo, periodo, hoje).vencido,
  };
}

function faltasDe(
  dimensoes: readonly ParteDimensao[],
  contexto: Contexto,
  registros: ReadonlyMap<string, Indicador>,
  preparados: ReadonlyMap<string, IndicadorPreparado>,
  i: number,
): Falta[] {
  return dimensoes.flatMap(({ indicadores }) =>
    indicadores.flatMap(({ id, nome, nota }) => {
      if (nota !== null) return [];
      const registro = registros.get(id);
      const preparado = preparados.get(id);
      const fonte = registro === undefined ? "" : nomeFonte(contexto.fontes, registro.fonte);
      const motivo =
        preparado?.figuras.ausencia[i] === "sem-expostos"
          ? "ninguém está exposto ao que ele conta (denominador zero): não há taxa, e ela não é zero"
          : preparado?.presentes === 0
            ? "nenhum município tem este dado na base carregada"
            : `sem dado: a fonte (${fonte}) não traz valor para este município`;
      return [{ id, nome, motivo }];
    }),
  );
}
