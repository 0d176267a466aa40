/** A number of a release: printed, printed within bounds, or hidden. */
export interface CelulaSdc {
  readonly id: string;
  /** The true count; null where whoever audits does not have it. */
  readonly value: number | null;
  /** Hidden for what it says of persons, not to protect another. */
  readonly primary: boolean;
  /** As printed; null = hidden. */
  readonly published: number | null;
  /** What anyone knows without the relations: equal for a number printed as it is, 0 and no end for a hidden one. */
  readonly lo: number;
  readonly up: number;
}

/** The first is the sum of the others, by their ids. */
export type RelacaoSdc = readonly [total: string, parts: readonly string[]];

/** Everything that is and was published, as one system: an attacker has all of it. */
export interface ProblemaSdc {
  /** Counts from 1 to `k` − 1 are of too few persons. */
  readonly k: number;
  readonly cells: readonly CelulaSdc[];
  readonly relations: readonly RelacaoSdc[];
}

/** A cell with what is left out filled in: a printed one is known, a hidden one is a count. */
export function celulaSdc({ id, value = null, primary = false, published = null, lo, up }: Partial<CelulaSdc> & { readonly id: string }): CelulaSdc {
  return { id, value, primary, published, lo: lo ?? published ?? 0, up: up ?? published ?? Number.POSITIVE_INFINITY };
}

/** True for what an attacker has to find out: hidden, or printed within bounds. */
export function isIncognita({ published, lo, up }: CelulaSdc): boolean {
  return published === null || lo < up;
}
