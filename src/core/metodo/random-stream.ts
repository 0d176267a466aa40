const TWO_TO_32 = 0x1_0000_0000;
/** Numbers made at a time: in one loop the state stays out of memory. */
const AHEAD = 256;
/** From this shape on, a gamma falls under the smallest double less than once in 10¹⁵ draws. */
const UNDERFLOW_SHAPE = 0.05;

/**
 * Random numbers for inner loops: xoshiro128** (Blackman & Vigna, “Scrambled linear
 * pseudorandom number generators”, ACM TOMS 47(4), 2021; period 2¹²⁸ − 1), and number for number
 * the gammas that d3-random makes of it. d3-random builds closures for each new shape, and engines
 * stop inlining closures made more than once; where millions of shapes take turns a class is twice
 * as fast. Parameters are not checked.
 */
export class RandomStream {
  readonly #state: Int32Array;
  readonly #ahead = new Float64Array(AHEAD);
  readonly #held = new Float64Array(1);
  #next = AHEAD;
  #isHeld = false;

  /**
   * @param state four 32-bit words
   * @throws RangeError when all four are 0, from which the generator never moves
   */
  constructor(state: readonly [number, number, number, number]) {
    this.#state = Int32Array.from(state, (word) => word | 0);
    if (this.#state.every((word) => word === 0)) throw new RangeError(`a state of four zeros gives only zeros: ${state.join(", ")}`);
  }

  /** Uniform on [0, 1), a multiple of 2⁻³². */
  uniform(): number {
    if (this.#next === AHEAD) this.#fill();
    const u = this.#ahead[this.#next] ?? 0;
    this.#next += 1;
    return u;
  }

  /** Normal of mean 0 and variance 1, by Marsaglia's polar method. */
  normal(): number {
    if (this.#isHeld) {
      this.#isHeld = false;
      return this.#held[0] ?? 0;
    }
    let x: number;
    let y: number;
    let r: number;
    do {
      x = this.uniform() * 2 - 1;
      y = this.uniform() * 2 - 1;
      r = x * x + y * y;
    } while (r === 0 || r > 1);
    const scale = Math.sqrt((-2 * Math.log(r)) / r);
    this.#held[0] = x * scale;
    this.#isHeld = true;
    return y * scale;
  }

  /** Gamma of the given shape > 0 and rate 1 (Marsaglia & Tsang, ACM TOMS 26(3), 2000). */
  gamma(shape: number): number {
    if (shape === 1) return -Math.log1p(-this.uniform());
    const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
    const c = 1 / (3 * Math.sqrt(d));
    let x: number;
    let v: number;
    let u: number;
    do {
      do {
        x = this.normal();
        v = 1 + c * x;
      } while (v <= 0);
      v *= v * v;
      u = 1 - this.uniform();
    } while (u >= 1 - 0.0331 * x * x * x * x && Math.log(u) >= 0.5 * x * x + d * (1 - v + Math.log(v)));
    return shape < 1 ? d * v * this.uniform() ** (1 / shape) : d * v;
  }

  /** Beta of the given parameters > 0, in logarithms where both gammas could be 0. */
  beta(a: number, b: number): number {
    if (a < UNDERFLOW_SHAPE || b < UNDERFLOW_SHAPE) {
      const x = this.logGamma(a);
      return 1 / (1 + Math.exp(this.logGamma(b) - x));
    }
    const x = this.gamma(a);
    return x / (x + this.gamma(b));
  }

  /**
   * Natural logarithm of a gamma of the given shape > 0 and rate 1. Below shape 1 it is
   * that of G(shape + 1)·U^(1/shape) (Marsaglia & Tsang, section 6), whose product could underflow.
   */
  logGamma(shape: number): number {
    return shape < 1 ? Math.log(this.gamma(shape + 1)) + Math.log(1 - this.uniform()) / shape : Math.log(this.gamma(shape));
  }

  #fill(): void {
    const state = this.#state;
    const out = this.#ahead;
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let i = 0; i < AHEAD; i += 1) {
      const times5 = Math.imul(b, 5);
      out[i] = (Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0) / TWO_TO_32;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
    this.#next = 0;
  }
}
