import type { CivilDate } from "../civil-date.ts";
import type { ColunaIndicador } from "../indicador.ts";
import { betaBinomial, type BetaPrior } from "./beta-binomial.ts";
import { countProblem } from "./counts.ts";
import { empiricalBayes, type GammaPrior } from "./empirical-bayes.ts";
import { mesesDesde } from "../periodo.ts";
import type { IndicadorDoMetodo } from "./method.ts";
import type { Posterior } from "./posterior.ts";

/** Why a unit has no figure in use. */
export type MotivoAusencia =
  /** No figure was published or loaded. */
  | "sem-dado"
  /** The exposure is 0: there is no rate, and it is not 0. */
  | "sem-expostos";

/** Why a unit's rate or proportion is used as published, without shrinkage. */
export type MotivoSemContagem =
  /** The figure came without its counts. */
  | "sem-contagem"
  /** The counts cannot be: negative, or events where nobody is exposed, or above the exposure in a proportion. */
  | "contagem-impossivel"
  /** Events over exposure is not the published figure. */
  | "contagem-diverge";

/** One indicator's figures as the method uses them; arrays are aligned with the municipalities, null is missing. */
export interface FigurasDoIndicador {
  readonly id: string;
  /** As published, in the indicator's unit. */
  readonly bruto: readonly (number | null)[];
  /** As used: shrunk where there are counts, otherwise as published. */
  readonly valor: readonly (number | null)[];
  readonly ausencia: readonly (MotivoAusencia | null)[];
  /** Counts behind the shrunk figures; null where none are used. */
  readonly eventos: readonly (number | null)[];
  readonly expostos: readonly (number | null)[];
  /** Null where the figure was shrunk, is missing, or the type is not one that shrinks. */
  readonly semContagem: readonly (MotivoSemContagem | null)[];
  /** "Peso dos dados do próprio município", 0–1; null where nothing was shrunk. */
  readonly pesoProprio: readonly (number | null)[];
  /** In events per unit of exposure: a draw times `multiplicador` is in the indicator's unit. */
  readonly posterior: readonly (Posterior | null)[];
  readonly multiplicador: number;
  readonly priori: readonly (GammaPrior | BetaPrior)[];
  /** Position in `priori` by unit; null where nothing was shrunk. */
  readonly prioriDe: readonly (number | null)[];
  /** Period of each figure; null where there is none. */
  readonly periodo: readonly (string | null)[];
}

/**
 * Prepares one indicator's figures: rates shrink by Poisson–gamma, proportions by
 * beta-binomial, with a prior by group where it has 20 units with data, else of
 * all; the other types, and figures without usable counts, stay as published.
 * @param coluna null when nobody has a figure
 * @param grupos group (porte) by unit
 * @param casas decimal places to which published figures may be rounded
 * @throws RangeError for a column not aligned with the units, or a figure that is not finite
 */
export function prepareFigures(
  indicador: IndicadorDoMetodo,
  coluna: ColunaIndicador | null,
  unidades: readonly string[],
  grupos: readonly (string | null)[],
  casas: number,
): FigurasDoIndicador {
  const n = unidades.length;
  const none = <T>(): (T | null)[] => new Array<T | null>(n).fill(null);
  const column = (values: readonly (number | null)[] | null | undefined, what: string): (number | null)[] => {
    if (values === null || values === undefined) return none();
    if (values.length !== n) throw new RangeError(`column "${indicador.id}" has ${values.length} ${what} for ${n} units`);
    return [...values];
  };
  const bruto = column(coluna?.valores, "figures");
  bruto.forEach((x, i) => {
    if (x !== null && !Number.isFinite(x)) throw new RangeError(`"${indicador.id}" of unit "${unidades[i]}" must be finite or missing, got ${x}`);
  });
  const numeradores = column(coluna?.numeradores, "numerators");
  const denominadores = column(coluna?.denominadores, "denominators");
  const multiplicador = indicador.multiplicador ?? 1;
  const kind = indicador.tipo === "rate" || indicador.tipo === "proportion" ? indicador.tipo : null;

  const valor = [...bruto];
  const ausencia = bruto.map((x): MotivoAusencia | null => (x === null ? "sem-dado" : null));
  const semContagem = none<MotivoSemContagem>();
  const eventos = none<number>();
  const expostos = none<number>();
  if (kind !== null) {
    const rounding = 0.5 * 10 ** -casas;
    bruto.forEach((x, i) => {
      if (x === null) return;
      const [o, e] = [numeradores[i] ?? null, denominadores[i] ?? null];
      if (o === null || e === null) semContagem[i] = "sem-contagem";
      else if (countProblem(o, e, kind) !== null) semContagem[i] = "contagem-impossivel";
      else if (e === 0) {
        valor[i] = null;
        ausencia[i] = "sem-expostos";
      } else if (Math.abs((multiplicador * o) / e - x) > rounding + 0.01 * Math.abs(x)) semContagem[i] = "contagem-diverge";
      else {
        eventos[i] = o;
        expostos[i] = e;
      }
    });
  }
  const input = { events: eventos, exposure: expostos, groups: grupos, units: unidades, indicator: indicador.id };
  const shrunk = kind === null ? null : kind === "rate" ? empiricalBayes(input) : betaBinomial(input);
  shrunk?.estimate.forEach((estimate, i) => {
    if (estimate !== null) valor[i] = multiplicador * estimate;
  });
  return {
    id: indicador.id,
    bruto,
    valor,
    ausencia,
    eventos,
    expostos,
    semContagem,
    pesoProprio: shrunk?.ownWeight ?? none(),
    posterior: shrunk?.posterior ?? none(),
    multiplicador,
    priori: shrunk?.priors ?? [],
    prioriDe: shrunk?.priorOf ?? none(),
    periodo: bruto.map((x, i) => (x === null || coluna === null ? null : (coluna.periodos?.[i] ?? coluna.periodo))),
  };
}

/** How old a figure is on a day, and whether that is beyond its indicator's validity. It still counts: a stale figure is shown as such, not dropped. */
export function staleness(indicador: IndicadorDoMetodo, periodo: string, hoje: CivilDate): { readonly meses: number; readonly vencido: boolean } {
  const meses = Math.max(0, mesesDesde(periodo, hoje));
  return { meses, vencido: meses > indicador.validadeMeses };
}
