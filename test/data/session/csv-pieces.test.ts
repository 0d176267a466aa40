import { describe, expect, it } from "vitest";
import { recordBlocks } from "../../../src/data/session/csv-pieces.ts";

const cut = (csv: string, size: number, pieces: readonly Uint8Array[] = [new TextEncoder().encode(csv)]): string[] =>
  [...recordBlocks(pieces, size)].map((block) => new TextDecoder().decode(block));

describe("recordBlocks", () => {
  it("ends every block at the end of a record", () => {
    // 4 bytes a record: the third record passes 10, so the cut is after the second.
    expect(cut("a,b\n1,2\n3,4\n5,6\n", 10)).toEqual(["a,b\n1,2\n", "3,4\n5,6\n"]);
  });
  it("does not cut at a line feed between quotes", () => {
    expect(cut('a\n"x\ny"\nz\n', 5)).toEqual(["a\n", '"x\ny"\n', "z\n"]);
  });
  it("takes a doubled quote for a quote of the text", () => {
    expect(cut('a\n"x""\n""y"\nz\n', 6)).toEqual(["a\n", '"x""\n""y"\n', "z\n"]);
  });
  it("keeps a record longer than a block whole", () => {
    expect(cut("a\nlongerthanthat\nb\n", 4)).toEqual(["a\n", "longerthanthat\n", "b\n"]);
  });
  it("gives the last record without a line feed too", () => {
    expect(cut("a\n1\n2", 4)).toEqual(["a\n1\n", "2"]);
  });
  it("gives nothing for nothing and a whole small file at once", () => {
    expect(cut("", 4)).toEqual([]);
    expect(cut("a\n1\n", 100)).toEqual(["a\n1\n"]);
  });
  it("gives back every byte of a file of many pieces, in order", () => {
    const csv = Array.from({ length: 5000 }, (_, i) => `${i},"t""${i}\n",${"x".repeat(i % 40)}\n`).join("");
    const pieces = cut(csv, 1000);
    expect(pieces.length).toBeGreaterThan(100);
    expect(pieces.join("")).toBe(csv);
    expect(pieces.every((piece) => /^\d+,"t/.test(piece))).toBe(true);
  });
  it("cuts at records also where no cell has quotes and a piece is much larger or smaller than a block", () => {
    const csv = Array.from({ length: 400 }, (_, i) => `${i},${"x".repeat((i * 7) % 90)}\n`).join("");
    const bytes = new TextEncoder().encode(csv);
    for (const size of [3, 50, 333, 100_000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
      const blocks = cut(csv, 200, pieces);
      expect(blocks.join("")).toBe(csv);
      expect(blocks.every((block) => /^\d+,x*\n/.test(block) && block.endsWith("\n"))).toBe(true);
      // A record is 96 bytes at most: a block is never more than one over the size asked for, piece by piece.
      expect(Math.max(...blocks.map((block) => block.length))).toBeLessThanOrEqual(200 + 96 + Math.min(size, 96));
    }
  });
  it("cuts the same wherever the bytes are divided, also inside a record, a quote or a letter", () => {
    const csv = Array.from({ length: 300 }, (_, i) => `${i},"ç""${i}\n",${"x".repeat(i % 40)}\n`).join("");
    const bytes = new TextEncoder().encode(csv);
    const whole = cut(csv, 500);
    for (const size of [1, 7, 64, 499, 5000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
      expect(cut(csv, 500, pieces).join("")).toBe(csv);
      expect(cut(csv, 500, pieces).every((block) => /^\d+,"ç/.test(block) && block.endsWith("\n"))).toBe(true);
    }
    expect(cut(csv, 500, [bytes.subarray(0, 0), bytes])).toEqual(whole);
  });
});
