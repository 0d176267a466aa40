import type { PlanState } from "./plan-state.ts";

const TIE = 1e-9;

/** How good a plan is: fewer unmet demands, then more points. Changed in place. */
export class Level {
  #unmet = 0;
  #objective = 0;

  of(state: PlanState): void {
    this.#unmet = state.unmet();
    this.#objective = state.objective();
  }

  copyFrom(other: Level): void {
    this.#unmet = other.#unmet;
    this.#objective = other.#objective;
  }

  isAbove(other: Level): boolean {
    return this.#unmet < other.#unmet || (this.#unmet === other.#unmet && this.#objective > other.#objective + TIE);
  }

  /** Whether it is not more than a share of the record's points below it, with no more unmet than `now`. */
  isWithin(share: number, record: Level, now: Level): boolean {
    return this.#unmet <= now.#unmet && this.#objective >= record.#objective - share * Math.abs(record.#objective);
  }
}
