import type { RandomStream } from "../metodo/random-stream.ts";

/** Turns between two changes of the weights. */
const SEGMENT = 100;
const REACTION = 0.2;
const LEAST = 0.3;

/** A choice among ways that leans to those that have worked (Ropke & Pisinger 2006, section 3.4). */
export class Wheel {
  readonly #weight: Float64Array;
  readonly #score: Float64Array;
  readonly #uses: Int32Array;
  #turns = 0;

  constructor(ways: number) {
    this.#weight = new Float64Array(ways).fill(1);
    this.#score = new Float64Array(ways);
    this.#uses = new Int32Array(ways);
  }

  turn(stream: RandomStream): number {
    let sum = 0;
    for (const weight of this.#weight) sum += weight;
    let left = stream.uniform() * sum;
    let way = 0;
    while (way < this.#weight.length - 1 && left >= (this.#weight[way] ?? 0)) {
      left -= this.#weight[way] ?? 0;
      way += 1;
    }
    return way;
  }

  reward(way: number, score: number): void {
    this.#score[way] = (this.#score[way] ?? 0) + score;
    this.#uses[way] = (this.#uses[way] ?? 0) + 1;
    this.#turns += 1;
    if (this.#turns < SEGMENT) return;
    for (let k = 0; k < this.#weight.length; k += 1) {
      const uses = this.#uses[k] ?? 0;
      if (uses > 0) this.#weight[k] = Math.max(LEAST, (1 - REACTION) * (this.#weight[k] ?? 0) + (REACTION * (this.#score[k] ?? 0)) / uses);
    }
    this.#score.fill(0);
    this.#uses.fill(0);
    this.#turns = 0;
  }
}
