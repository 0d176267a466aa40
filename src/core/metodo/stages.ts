/**
 * Stages of other people's indices: denominators, imputation, screening,
 * winsorising. For reproducing published sets and for study only; the ranking
 * of municipalities uses none of them (it never imputes, and its goalposts cut
 * extremes without looking at the sample).
 */
import { checkColumn, extent, type Column } from "./normalise.ts";
import type { Table } from "./tree.ts";

/**
 * Divides columns by other columns.
 * @param by column id → id of its denominator among `denominators`; a column left out stays as it is
 * @returns null where either figure is missing
 * @throws RangeError for an unknown column, one of another length, or a denominator of 0
 */
export function denominate(table: Table, by: Readonly<Record<string, string>>, denominators: Table["columns"]): Table {
  const columns: Record<string, Column> = { ...table.columns };
  for (const [id, denominatorId] of Object.entries(by)) {
    const numerator = columnOf(table.columns, id, table.units.length);
    const denominator = columnOf(denominators, denominatorId, table.units.length);
    columns[id] = numerator.map((x, i) => {
      const d = denominator[i] ?? null;
      if (x === null || d === null) return null;
      if (d === 0) throw new RangeError(`denominator "${denominatorId}" of "${id}" is 0 for unit "${table.units[i]}"`);
      return x / d;
    });
  }
  return { units: table.units, columns };
}

/**
 * Puts the mean of the unit's group where a figure is missing; where the whole
 * group lacks it, it stays missing.
 * @param groups group by unit
 */
export function imputeGroupMean(table: Table, groups: readonly string[]): Table {
  if (groups.length !== table.units.length) throw new RangeError(`${groups.length} groups for ${table.units.length} units`);
  return mapColumns(table, (values) => {
    const sums = new Map<string, { sum: number; count: number }>();
    values.forEach((x, i) => {
      if (x === null) return;
      const group = groups[i] ?? "";
      const total = sums.get(group) ?? { sum: 0, count: 0 };
      sums.set(group, { sum: total.sum + x, count: total.count + 1 });
    });
    return values.map((x, i) => {
      const total = sums.get(groups[i] ?? "");
      return x !== null || total === undefined ? x : total.sum / total.count;
    });
  });
}

/**
 * Keeps the units that have at least `threshold` of the figures.
 * @param threshold share of the columns, 0–1
 */
export function screenByAvailability(
  table: Table,
  threshold: number,
): { readonly table: Table; readonly removed: readonly string[]; readonly availability: readonly number[] } {
  if (!(threshold >= 0 && threshold <= 1)) throw new RangeError(`the least availability must be within 0–1, got ${threshold}`);
  const columns = Object.values(table.columns);
  const availability = table.units.map((_, i) => columns.filter((values) => (values[i] ?? null) !== null).length / columns.length);
  const keeps = (i: number): boolean => (availability[i] ?? 0) >= threshold - 1e-9;
  return {
    table: { units: table.units.filter((_, i) => keeps(i)), columns: mapColumns(table, (values) => values.filter((_, i) => keeps(i))).columns },
    removed: table.units.filter((_, i) => !keeps(i)),
    availability,
  };
}

export interface WinsoriseLimits {
  /** |skew| below this passes: 2 unless said. */
  readonly skew?: number;
  /** Excess kurtosis below this passes: 3.5 unless said. */
  readonly kurtosis?: number;
  /** How many points may be moved: 5 unless said. */
  readonly maxPoints?: number;
}

export interface Winsorised {
  readonly values: Column;
  /** Points at the upper and the lower end that were moved. */
  readonly moved: number;
  readonly before: { readonly skew: number; readonly kurtosis: number };
  readonly after: { readonly skew: number; readonly kurtosis: number };
  /** Whether skew or kurtosis is within its limit at the end. */
  readonly passes: boolean;
}

/**
 * While neither skew nor kurtosis is within its limit, moves the most extreme
 * figures at the skewed end to the next one, as the COINr package's `winsorise`
 * does (Becker et al., Journal of Open Source Software 7(78), 2022).
 * @throws RangeError for fewer than four figures or when all are equal
 */
export function winsoriseBySkew(values: Column, { skew = 2, kurtosis = 3.5, maxPoints = 5 }: WinsoriseLimits = {}): Winsorised {
  checkColumn(values);
  const passes = (shape: { skew: number; kurtosis: number }): boolean => Math.abs(shape.skew) < skew || shape.kurtosis < kurtosis;
  const before = sampleShape(values);
  let current = values;
  let shape = before;
  let above = 0;
  let below = 0;
  while (!passes(shape) && above + below < maxPoints) {
    const { min, max } = extent(current);
    const extreme = shape.skew >= 0 ? max : min;
    const rest = extent(current.filter((x) => x !== extreme));
    const next = shape.skew >= 0 ? rest.max : rest.min;
    const moved = current.filter((x) => x === extreme).length;
    if (shape.skew >= 0) above = moved;
    else below = moved;
    current = current.map((x) => (x === extreme ? next : x));
    shape = sampleShape(current);
  }
  return { values: current, moved: above + below, before, after: shape, passes: passes(shape) };
}

/**
 * Skewness and excess kurtosis of type 2 (those of SAS, SPSS and Excel): Joanes &
 * Gill, "Comparing measures of sample skewness and kurtosis", The Statistician
 * 47(1), 1998, G₁ and G₂.
 * @throws RangeError for fewer than four figures or when all are equal
 */
export function sampleShape(values: Column): { readonly skew: number; readonly kurtosis: number } {
  const present = values.filter((x): x is number => x !== null);
  const n = present.length;
  if (n < 4) throw new RangeError(`skew and kurtosis need at least four figures, got ${n}`);
  const mean = present.reduce((sum, x) => sum + x, 0) / n;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  for (const x of present) {
    const d = x - mean;
    m2 += d ** 2;
    m3 += d ** 3;
    m4 += d ** 4;
  }
  const { min, max } = extent(values);
  if (min === max) throw new RangeError(`skew and kurtosis need figures that differ, all ${n} are ${min}`);
  const g1 = (Math.sqrt(n) * m3) / m2 ** 1.5;
  const g2 = (n * m4) / m2 ** 2 - 3;
  return {
    skew: (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3)),
  };
}

function mapColumns(table: Table, f: (values: Column) => Column): Table {
  return { units: table.units, columns: Object.fromEntries(Object.entries(table.columns).map(([id, values]) => [id, f(values)])) };
}

function columnOf(columns: Table["columns"], id: string, units: number): Column {
  const column = Object.hasOwn(columns, id) ? columns[id] : undefined;
  if (column === undefined) throw new RangeError(`no column "${id}"`);
  if (column.length !== units) throw new RangeError(`column "${id}" has ${column.length} figures for ${units} units`);
  return column;
}
