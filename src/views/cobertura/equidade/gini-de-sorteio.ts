import { binomial } from "../../../core/equidade/index.ts";

/**
 * Mean Gini coefficient that a lottery gives, each event drawn among all units with the same chance:
 * `(n − 1) / (2·e) · E|X₁ − X₂|` for n units and e events, exact. X₁ + X₂ is binomial (e, 2/n), and
 * of s events in two units the mean distance is that of a walk of s steps, a₁ = a₂ = 1,
 * a₂ₘ₋₁ = a₂ₘ and a₂ₘ₊₂ = a₂ₘ·(2m + 1)/(2m). Not multiplied by n/(n − 1), as `gini`.
 * @throws RangeError for fewer than two units, or events that are not a whole number above 0
 */
export function giniDeSorteio(unidades: number, eventos: number): number {
  if (!Number.isInteger(unidades) || unidades < 2 || !Number.isInteger(eventos) || eventos < 1) throw new RangeError(`no lottery of ${eventos} events among ${unidades} units`);
  const { primeiro, p } = binomial(eventos, 2 / unidades);
  let passeio = 1;
  let mean = 0;
  for (let s = 1; s < primeiro + p.length; s += 1) {
    if (s > 2 && s % 2 === 1) passeio *= s / (s - 1);
    mean += (p[s - primeiro] ?? 0) * passeio;
  }
  return ((unidades - 1) / (2 * eventos)) * mean;
}
