/**
 * What is believed of one unit's rate or proportion after its own data were
 * joined to the prior, as parameters that a sampler can draw from. Units: events
 * per unit of exposure.
 *
 * - `gamma`: shape (no unit) and rate (exposure), mean shape / rate;
 * - `beta`: a and b, mean a / (a + b);
 * - `fixed`: no spread is left (between-unit variance estimated as zero, or as the
 *   largest possible): every draw is `value`.
 */
export type Posterior =
  | { readonly kind: "gamma"; readonly shape: number; readonly rate: number }
  | { readonly kind: "beta"; readonly a: number; readonly b: number }
  | { readonly kind: "fixed"; readonly value: number };

/** Mean of a posterior, in events per unit of exposure. It is the unit's shrunk estimate. */
export function posteriorMean(posterior: Posterior): number {
  switch (posterior.kind) {
    case "gamma":
      return posterior.shape / posterior.rate;
    case "beta":
      return posterior.a / (posterior.a + posterior.b);
    case "fixed":
      return posterior.value;
  }
}
