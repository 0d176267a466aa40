/** Events and exposure of every unit, aligned; null is missing. */
export interface CountsInput {
  /** Events of each unit, finite ≥ 0 (fractions are allowed: yearly means), null when missing. */
  readonly events: ArrayLike<number | null>;
  /** Exposure of each unit (persons, families, services), finite ≥ 0, null when missing. */
  readonly exposure: ArrayLike<number | null>;
  /** Names of the units in error messages; their positions when absent. */
  readonly units?: readonly string[];
  /** Name of the indicator in error messages. */
  readonly indicator?: string;
}

/** Why a unit has no raw figure: a count is missing, or nobody is exposed. */
export type CountAbsence = "missing" | "zero-exposure";

/** What is wrong with a pair of counts. Events above the exposure are wrong only in a proportion. */
export type CountProblem = "not-a-count" | "events-without-exposure" | "events-above-exposure";

/** Counts in kernel form: NaN where the unit has no figure. */
export interface Counts {
  readonly events: Float64Array;
  readonly exposure: Float64Array;
  readonly absence: readonly (CountAbsence | null)[];
  /** Positions of the units that have a figure, ascending. */
  readonly present: readonly number[];
}

const SENTENCES: Readonly<Record<CountProblem, string>> = {
  "not-a-count": "counts must be finite and not negative, or null when missing",
  "events-without-exposure": "there are events where nobody is exposed",
  "events-above-exposure": "a proportion cannot have more events than exposure",
};

/**
 * What is wrong with one unit's counts, or null. The shrinkage functions and
 * intervals throw on what this reports, so that a caller who wants to go on without
 * the unit asks first and passes null for it.
 */
export function countProblem(events: number | null, exposure: number | null, kind: "rate" | "proportion"): CountProblem | null {
  if (!isCount(events) || !isCount(exposure)) return "not-a-count";
  if (events === null || exposure === null) return null;
  if (exposure === 0 && events > 0) return "events-without-exposure";
  return kind === "proportion" && events > exposure ? "events-above-exposure" : null;
}

/**
 * Checks one unit's counts.
 * @param where names the place in the message
 * @throws RangeError with the counts and what is wrong with them
 */
export function checkCounts(events: number | null, exposure: number | null, kind: "rate" | "proportion", where = ""): void {
  const problem = countProblem(events, exposure, kind);
  if (problem !== null) throw new RangeError(`${where}${events} events of ${exposure} exposed: ${SENTENCES[problem]}`);
}

/**
 * Checks the counts of every unit and puts them into kernel form.
 * @throws RangeError when the columns differ in length, or for the first unit with wrong counts (see `countProblem`)
 */
export function prepareCounts(input: CountsInput, kind: "rate" | "proportion"): Counts {
  const n = input.events.length;
  const prefix = input.indicator === undefined ? "" : `indicator "${input.indicator}", `;
  if (input.exposure.length !== n) {
    throw new RangeError(`${prefix}${n} units have events and ${input.exposure.length} have exposure: the columns must be aligned`);
  }
  if (input.units !== undefined && input.units.length !== n) {
    throw new RangeError(`${prefix}${input.units.length} unit names for ${n} units`);
  }
  const events = new Float64Array(n).fill(Number.NaN);
  const exposure = new Float64Array(n).fill(Number.NaN);
  const absence: (CountAbsence | null)[] = [];
  const present: number[] = [];
  for (let i = 0; i < n; i += 1) {
    const o = input.events[i] ?? null;
    const e = input.exposure[i] ?? null;
    checkCounts(o, e, kind, `${prefix}unit "${input.units?.[i] ?? i}": `);
    if (o === null || e === null) {
      absence.push("missing");
    } else if (e === 0) {
      absence.push("zero-exposure");
    } else {
      absence.push(null);
      present.push(i);
      events[i] = o;
      exposure[i] = e;
    }
  }
  return { events, exposure, absence, present };
}

function isCount(value: number | null): boolean {
  return value === null || (Number.isFinite(value) && value >= 0);
}
