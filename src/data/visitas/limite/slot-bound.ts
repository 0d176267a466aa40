import type { SlotRoom, TourClass } from "./model.ts";

/**
 * The most that tours worth `best[d]` for at most d days can bring to the slots of a class, each slot
 * packed exactly within its days, its span with `gap` days between two tours, and its number of tours.
 * @param best at d: points of the best tour of d days or fewer; best[0] is not read; negative means better none
 */
export function classWorth(group: TourClass, gap: number, best: Float64Array): number {
  const known = new Map<string, number>();
  let sum = 0;
  for (const room of group.slots) {
    const key = `${room.days} ${room.span} ${room.tours}`;
    const worth = known.get(key) ?? slotWorth(room, gap, best);
    known.set(key, worth);
    sum += worth;
  }
  return sum;
}

function slotWorth(room: SlotRoom, gap: number, best: Float64Array): number {
  const longest = best.length - 1;
  let before = new Float64Array(room.days + 1);
  let most = 0;
  for (let tours = 1; tours <= Math.min(room.tours, room.days); tours += 1) {
    const fits = Math.min(room.days, room.span - (tours - 1) * gap);
    if (fits < tours) break;
    const now = new Float64Array(room.days + 1).fill(-Infinity);
    for (let used = tours; used <= fits; used += 1) {
      let worth = -Infinity;
      for (let d = 1; d <= Math.min(longest, used - tours + 1); d += 1) worth = Math.max(worth, (before[used - d] ?? -Infinity) + (best[d] ?? -Infinity));
      now[used] = worth;
      most = Math.max(most, worth);
    }
    before = now;
  }
  return most;
}

/**
 * The same where a tour's worth depends on its first day: tours of a slot do not overlap, nor lie on
 * the days of frozen ones. How many tours there are is not looked at.
 * @param best by first day less `group.from`: points at d of the best tour of d days or fewer
 */
export function timedWorth(group: TourClass, gap: number, best: readonly Float64Array[]): number {
  let sum = 0;
  for (const room of group.slots) {
    const width = room.days + 1;
    const span = room.to - room.from;
    const taken = new Set(room.taken);
    // At position·width + days in the field so far: the most that the rest of the slot brings.
    const worth = new Float64Array((span + 1) * width);
    for (let at = span - 1; at >= 0; at -= 1) {
      const points = best[room.from + at - group.from];
      for (let used = 0; used <= room.days; used += 1) {
        let most = worth[(at + 1) * width + used] ?? 0;
        for (let d = 1; points && d < points.length && used + d <= room.days && at + d <= span; d += 1) {
          if (taken.has(room.from + at + d - 1)) break;
          most = Math.max(most, (points[d] ?? -Infinity) + (worth[Math.min(span, at + d + gap) * width + used + d] ?? 0));
        }
        worth[at * width + used] = most;
      }
    }
    sum += worth[0] ?? 0;
  }
  return sum;
}
