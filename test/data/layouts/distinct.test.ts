import { describe, expect, it } from "vitest";
import { distinctCount, hash53 } from "../../../src/data/layouts/distinct.ts";

describe("distinct counts", () => {
  it("count a key once in its municipality and period, and its amounts every time", () => {
    const counted = distinctCount();
    counted.add(1, "2023-01", "a", 10, 2);
    counted.add(1, "2023-01", "a", 5, 3);
    counted.add(1, "2023-02", "a", 1, 4);
    counted.add(1, "2023-01", "b", 1, 5);
    const seen: unknown[] = [];
    counted.each(({ codigo, periodo, linha, chaves, soma }) => seen.push([codigo, periodo, linha, chaves.size, soma]));
    expect(seen).toEqual([
      [1, "2023-01", 2, 2, 16],
      [1, "2023-02", 4, 1, 1],
    ]);
  });

  it("keep no key that can be read: 200,000 NIS in a row give as many numbers below 2^53, none of them the NIS", () => {
    const hashes = new Set<number>();
    let readable = 0;
    for (let nis = 16_000_000_000; nis < 16_000_200_000; nis += 1) {
      const hash = hash53(String(nis));
      if (hash === nis || hash < 0 || hash > Number.MAX_SAFE_INTEGER) readable += 1;
      hashes.add(hash);
    }
    expect(readable).toBe(0);
    expect(hashes.size).toBe(200_000);
  });
});
