const MEMO_ENTRIES = 50_000;
const MEMO_TRIAL = 4_096;

/**
 * Most columns repeat few values. The memo is bounded, so that a hostile file
 * cannot fill memory, and given up on a column whose values hardly repeat.
 */
export function memoised<R extends string | object | null>(read: (text: string) => R): (text: string) => R {
  const memo = new Map<string, R>();
  let asked = 0;
  let known = 0;
  let isUseful = true;
  return (raw) => {
    if (!isUseful || raw === "") return read(raw);
    const found = memo.get(raw);
    if (found !== undefined) {
      asked += 1;
      known += 1;
      return found;
    }
    const reading = read(raw);
    // Null is not kept: a blank cell is read as fast as it is looked up, and says nothing of how values repeat.
    if (reading === null) return reading;
    asked += 1;
    if (memo.size < MEMO_ENTRIES) memo.set(raw, reading);
    if (asked % MEMO_TRIAL === 0 && known * 2 < asked) {
      isUseful = false;
      memo.clear();
    }
    return reading;
  };
}
