import type { Compiled } from "./compiled.ts";
import { tourDays } from "./tour-figures.ts";

/**
 * A plan in the making: free tours in rows of typed arrays, changed in place. Frozen tours are not
 * among them; what they use and give is counted. A row's stamp tells its content: rows of equal
 * stamp, in whatever state, hold the same stops in the same order in the same slot; 0 = no tour.
 */
export class PlanState {
  readonly c: Compiled;
  readonly rows: number;
  readonly width: number;
  readonly seq: Int32Array;
  readonly length: Int32Array;
  readonly slot: Int32Array;
  readonly time: Float64Array;
  readonly km: Float64Array;
  readonly days: Float64Array;
  readonly stamp: Int32Array;
  /** Row of each stop; −1 = not planned. Stops of frozen tours are −1 too. */
  readonly rowOf: Int32Array;
  /** Days and tours used of each slot, frozen ones among them. */
  readonly used: Float64Array;
  readonly tours: Int32Array;
  /** Stops that each quota still lacks; below 0 = more than enough. */
  readonly quotaNeeds: Int32Array;
  requiredNeeds: number;
  planned = 0;
  /** Rows in use are below this. */
  top = 0;

  constructor(compiled: Compiled) {
    this.c = compiled;
    const { n, slots, problem } = compiled;
    this.rows = rowsOf(compiled);
    this.width = n;
    this.seq = new Int32Array(this.rows * n);
    this.length = new Int32Array(this.rows);
    this.slot = new Int32Array(this.rows);
    this.time = new Float64Array(this.rows);
    this.km = new Float64Array(this.rows);
    this.days = new Float64Array(this.rows);
    this.stamp = new Int32Array(this.rows);
    this.rowOf = new Int32Array(n).fill(-1);
    this.used = new Float64Array(slots);
    this.tours = new Int32Array(slots);
    this.used.set(compiled.frozenDays);
    this.tours.set(compiled.frozenTours);
    this.quotaNeeds = new Int32Array(problem.quotas.length);
    this.quotaNeeds.set(compiled.quotaNeeds);
    this.requiredNeeds = compiled.requiredNeeds;
  }

  copyFrom(other: PlanState): void {
    const top = Math.max(this.top, other.top);
    for (let r = 0; r < top; r += 1) {
      const stamp = other.stamp[r] ?? 0;
      if (this.stamp[r] === stamp) continue;
      const length = other.length[r] ?? 0;
      const at = r * this.width;
      for (let k = 0; k < length; k += 1) this.seq[at + k] = other.seq[at + k] ?? 0;
      this.length[r] = length;
      this.slot[r] = other.slot[r] ?? 0;
      this.time[r] = other.time[r] ?? 0;
      this.km[r] = other.km[r] ?? 0;
      this.days[r] = other.days[r] ?? 0;
      this.stamp[r] = stamp;
    }
    this.rowOf.set(other.rowOf);
    this.used.set(other.used);
    this.tours.set(other.tours);
    this.quotaNeeds.set(other.quotaNeeds);
    this.requiredNeeds = other.requiredNeeds;
    this.planned = other.planned;
    this.top = other.top;
  }

  /** Begins a tour to one stop; returns its row, −1 when there is none left. */
  open(slot: number, stop: number, stamp: number): number {
    let row = 0;
    while (row < this.top && (this.length[row] ?? 0) > 0) row += 1;
    if (row >= this.rows) return -1;
    this.top = Math.max(this.top, row + 1);
    this.slot[row] = slot;
    this.time[row] = 0;
    this.km[row] = 0;
    this.days[row] = 0;
    this.length[row] = 0;
    this.tours[slot] = (this.tours[slot] ?? 0) + 1;
    this.insert(row, 0, stop, stamp);
    return row;
  }

  insert(row: number, position: number, stop: number, stamp: number): void {
    const at = row * this.width;
    const length = this.length[row] ?? 0;
    for (let k = length; k > position; k -= 1) this.seq[at + k] = this.seq[at + k - 1] ?? 0;
    this.seq[at + position] = stop;
    this.length[row] = length + 1;
    this.rowOf[stop] = row;
    this.planned += 1;
    this.#count(stop, -1);
    this.measure(row, stamp);
  }

  remove(stop: number, stamp: number): void {
    const row = this.rowOf[stop] ?? -1;
    if (row < 0) return;
    const at = row * this.width;
    const length = (this.length[row] ?? 0) - 1;
    let k = 0;
    while (this.seq[at + k] !== stop) k += 1;
    for (; k < length; k += 1) this.seq[at + k] = this.seq[at + k + 1] ?? 0;
    this.length[row] = length;
    this.rowOf[stop] = -1;
    this.planned -= 1;
    this.#count(stop, 1);
    this.measure(row, stamp);
  }

  /** Takes all the stops of a row out. */
  drop(row: number): void {
    const at = row * this.width;
    const length = this.length[row] ?? 0;
    for (let k = 0; k < length; k += 1) {
      const stop = this.seq[at + k] ?? 0;
      this.rowOf[stop] = -1;
      this.#count(stop, 1);
    }
    this.planned -= length;
    this.length[row] = 0;
    this.measure(row, 0);
  }

  /** Works a row's figures out anew, after its stops or their order changed. */
  measure(row: number, stamp: number): void {
    const { c } = this;
    const length = this.length[row] ?? 0;
    const slot = this.slot[row] ?? 0;
    const before = this.days[row] ?? 0;
    if (length === 0) {
      this.used[slot] = (this.used[slot] ?? 0) - before;
      this.tours[slot] = (this.tours[slot] ?? 0) - 1;
      this.time[row] = 0;
      this.km[row] = 0;
      this.days[row] = 0;
      this.stamp[row] = 0;
      return;
    }
    const at = row * this.width;
    let place = 0;
    let time = 0;
    let km = 0;
    for (let k = 0; k < length; k += 1) {
      const stop = this.seq[at + k] ?? 0;
      const leg = place + stop + 2;
      time += (c.time[leg] ?? 0) + (c.service[stop] ?? 0);
      km += c.km[leg] ?? 0;
      place = (stop + 2) * c.places;
    }
    time += c.time[place + 1] ?? 0;
    km += c.km[place + 1] ?? 0;
    this.time[row] = time;
    this.km[row] = km;
    const days = tourDays(c.problem, time);
    this.days[row] = days;
    this.used[slot] = (this.used[slot] ?? 0) + days - before;
    this.stamp[row] = stamp;
  }

  /** Moves a row to another slot; days are its own. */
  move(row: number, slot: number, stamp: number): void {
    const from = this.slot[row] ?? 0;
    const days = this.days[row] ?? 0;
    this.used[from] = (this.used[from] ?? 0) - days;
    this.tours[from] = (this.tours[from] ?? 0) - 1;
    this.used[slot] = (this.used[slot] ?? 0) + days;
    this.tours[slot] = (this.tours[slot] ?? 0) + 1;
    this.slot[row] = slot;
    this.stamp[row] = stamp;
  }

  /** Required stops without a place and stops quotas lack. */
  unmet(): number {
    let sum = this.requiredNeeds;
    for (let q = 0; q < this.quotaNeeds.length; q += 1) sum += Math.max(0, this.quotaNeeds[q] ?? 0);
    return sum;
  }

  /** Σ gain − kmCost·Σ km, frozen tours with it. */
  objective(): number {
    const { c } = this;
    let gain = c.frozenGain;
    let km = c.frozenKm;
    for (let r = 0; r < this.top; r += 1) {
      const length = this.length[r] ?? 0;
      const base = (c.slotPeriod[this.slot[r] ?? 0] ?? 0) * c.n;
      for (let k = 0; k < length; k += 1) gain += c.gain[base + (this.seq[r * this.width + k] ?? 0)] ?? 0;
      km += this.km[r] ?? 0;
    }
    return gain - c.problem.kmCost * km;
  }

  #count(stop: number, change: number): void {
    if (this.c.isRequired[stop] === 1) this.requiredNeeds += change;
    const quotas = this.c.quotasOf[stop];
    if (quotas === undefined) return;
    for (const q of quotas) this.quotaNeeds[q] = (this.quotaNeeds[q] ?? 0) + change;
  }
}

/** Most free tours there can be. */
function rowsOf(c: Compiled): number {
  let sum = 0;
  for (let s = 0; s < c.slots; s += 1) {
    const most = c.problem.wholeDays ? Math.floor(c.slotDays[s] ?? 0) : c.n;
    sum += Math.max(0, Math.min(most, c.slotTours[s] ?? 0) - (c.frozenTours[s] ?? 0));
  }
  return Math.min(c.n, sum);
}
