declare module "jstat" {
  /** The part of jStat that core uses; jStat carries no types of its own. */
  interface JStat {
    readonly normal: {
      /** Quantile of the normal distribution. */
      inv(p: number, mean: number, sd: number): number;
    };
    readonly gamma: {
      /** Quantile of the gamma distribution by shape and scale (1 / rate). */
      inv(p: number, shape: number, scale: number): number;
    };
    readonly beta: {
      /** Quantile of the beta distribution. */
      inv(p: number, alpha: number, beta: number): number;
    };
    /** Regularised lower incomplete gamma function P(a, x). */
    lowRegGamma(a: number, x: number): number;
    /** Regularised incomplete beta function I_x(a, b). */
    ibeta(x: number, a: number, b: number): number;
    readonly studentt: {
      /** Distribution function of Student's t. */
      cdf(x: number, df: number): number;
    };
    /** ln Γ(x). */
    gammaln(x: number): number;
  }
  const jstat: JStat;
  export default jstat;
}
