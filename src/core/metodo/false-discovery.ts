/**
 * p values adjusted by Benjamini & Hochberg (JRSS B 57, 1995), as R's `p.adjust(p, "BH")`:
 * with m tests and p sorted, `min over j ≥ i of min(1, m·p_(j) / j)`. Calling significant
 * what is at most q keeps the expected share of false ones among them at most q.
 * Null was not tested: it stays null and does not count in m.
 * @throws RangeError for a p outside 0–1.
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const tested = p.flatMap((value, i) => {
    if (value === null) return [];
    if (!(value >= 0 && value <= 1)) throw new RangeError(`p of test ${i} must be between 0 and 1, got ${value}`);
    return [{ value, i }];
  });
  tested.sort((a, b) => b.value - a.value);
  const out: (number | null)[] = p.map(() => null);
  let least = 1;
  tested.forEach(({ value, i }, fromTop) => {
    least = Math.min(least, value * (tested.length / (tested.length - fromTop)));
    out[i] = least;
  });
  return out;
}
