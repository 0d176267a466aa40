/** A log-linear model of counts, E(y) = exp(X·β), with the variance φ times the mean. */
export interface QuasiPoissonFit {
  readonly coefficients: readonly number[];
  readonly fitted: readonly number[];
  /** Pearson's estimate of φ; NaN without degrees of freedom. */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  /** (XᵀWX)⁻¹; times a dispersion, the covariance of the coefficients. */
  readonly inverse: readonly (readonly number[])[];
  /** Leverages, the diagonal of the hat matrix. */
  readonly hat: readonly number[];
  readonly weights: readonly number[];
}

const EPSILON = 1e-8;
const MOST_ROUNDS = 25;
/** A pivot this much smaller than its column says that the column is told by the others. */
const SINGULAR = 1e-11;

/**
 * Fits by iteratively reweighted least squares, from y + 0.1 and until the deviance
 * changes by less than 10⁻⁸ of itself, at most 25 times, as R's `glm.fit` of `quasipoisson`.
 * @param rows of the design, each as long as the first
 * @param weights of the counts; default 1
 * @param offset added to the linear predictor, as the logarithm of an exposure; default 0
 * @returns null where it does not converge, a column is told by the others or all counts are zero
 */
export function fitQuasiPoisson(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
  { weights, offset }: { readonly weights?: readonly number[] | undefined; readonly offset?: readonly number[] | undefined } = {},
): QuasiPoissonFit | null {
  const n = counts.length;
  const k = rows[0]?.length ?? 0;
  if (rows.length !== n) throw new RangeError(`${rows.length} rows of design for ${n} counts`);
  if (n < k || k === 0 || counts.every((y) => y === 0)) return null;
  const prior = weights ?? counts.map(() => 1);
  const start = offset ?? counts.map(() => 0);
  let mu = counts.map((y) => y + 0.1);
  let eta = mu.map(Math.log);
  let deviance = devianceOf(counts, mu, prior);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const working = mu.map((m, i) => m * num(prior, i));
    const inverse = invertGram(rows, working, k);
    if (inverse === null) return null;
    const right = new Array<number>(k).fill(0);
    rows.forEach((row, i) => {
      const z = num(eta, i) - num(start, i) + (num(counts, i) - num(mu, i)) / num(mu, i);
      for (let a = 0; a < k; a += 1) right[a] = num(right, a) + num(row, a) * num(working, i) * z;
    });
    const coefficients = inverse.map((line) => dot(line, right));
    eta = rows.map((row, i) => num(start, i) + dot(row, coefficients));
    mu = eta.map(Math.exp);
    const before = deviance;
    deviance = devianceOf(counts, mu, prior);
    if (!Number.isFinite(deviance)) return null;
    if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < EPSILON) {
      return finish(rows, counts, prior, { coefficients, mu, inverse, working });
    }
  }
  return null;
}

/** Mean and standard error, on the scale of counts, of a row under the fit. */
export function predictCount(fit: QuasiPoissonFit, row: readonly number[], dispersion: number, offset = 0): { mean: number; se: number } {
  const mean = Math.exp(offset + dot(row, fit.coefficients));
  return { mean, se: mean * Math.sqrt(dispersion * quadratic(row, fit.inverse)) };
}

interface Last {
  readonly coefficients: readonly number[];
  readonly mu: readonly number[];
  /** Of the round that gave the coefficients, as `glm.fit` keeps them. */
  readonly inverse: readonly (readonly number[])[];
  readonly working: readonly number[];
}

function finish(rows: readonly (readonly number[])[], counts: readonly number[], prior: readonly number[], last: Last): QuasiPoissonFit {
  const { coefficients, mu, inverse, working } = last;
  const degreesOfFreedom = prior.filter((w) => w > 0).length - coefficients.length;
  const pearson = counts.reduce((sum, y, i) => sum + num(working, i) * ((y - num(mu, i)) / num(mu, i)) ** 2, 0);
  return {
    coefficients,
    fitted: mu,
    dispersion: degreesOfFreedom > 0 ? pearson / degreesOfFreedom : Number.NaN,
    degreesOfFreedom,
    inverse,
    hat: rows.map((row, i) => num(working, i) * quadratic(row, inverse)),
    weights: prior,
  };
}

function devianceOf(counts: readonly number[], mu: readonly number[], weights: readonly number[]): number {
  return counts.reduce((sum, y, i) => {
    const m = num(mu, i);
    return sum + 2 * num(weights, i) * (y === 0 ? m : y * Math.log(y / m) - (y - m));
  }, 0);
}

/** (XᵀWX)⁻¹ by Cholesky's factors; null where the matrix is singular. */
function invertGram(rows: readonly (readonly number[])[], weights: readonly number[], k: number): number[][] | null {
  const gram = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  rows.forEach((row, i) => {
    const w = num(weights, i);
    for (let a = 0; a < k; a += 1) {
      const line = gram[a];
      if (line !== undefined) for (let b = 0; b <= a; b += 1) line[b] = num(line, b) + w * num(row, a) * num(row, b);
    }
  });
  const lower = gram.map((line) => [...line]);
  for (let a = 0; a < k; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      let s = cell(gram, a, b);
      for (let c = 0; c < b; c += 1) s -= cell(lower, a, c) * cell(lower, b, c);
      const line = lower[a];
      if (line === undefined) return null;
      if (a === b) {
        if (!(s > SINGULAR * cell(gram, a, a))) return null;
        line[b] = Math.sqrt(s);
      } else line[b] = s / cell(lower, b, b);
    }
  }
  return Array.from({ length: k }, (_, column) => solve(lower, k, column));
}

/** Column of the inverse of L·Lᵀ. */
function solve(lower: readonly (readonly number[])[], k: number, column: number): number[] {
  const x = new Array<number>(k).fill(0);
  for (let a = 0; a < k; a += 1) {
    let s = a === column ? 1 : 0;
    for (let b = 0; b < a; b += 1) s -= cell(lower, a, b) * num(x, b);
    x[a] = s / cell(lower, a, a);
  }
  for (let a = k - 1; a >= 0; a -= 1) {
    let s = num(x, a);
    for (let b = a + 1; b < k; b += 1) s -= cell(lower, b, a) * num(x, b);
    x[a] = s / cell(lower, a, a);
  }
  return x;
}

function quadratic(row: readonly number[], matrix: readonly (readonly number[])[]): number {
  return row.reduce((sum, x, a) => sum + x * dot(row, matrix[a] ?? []), 0);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * num(b, i), 0);
}

function num(values: readonly number[], i: number): number {
  return values[i] ?? Number.NaN;
}

function cell(matrix: readonly (readonly number[])[], a: number, b: number): number {
  return matrix[a]?.[b] ?? Number.NaN;
}
