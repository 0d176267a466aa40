import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSha256, sha256Hex, sha256OfText } from "../../src/data/sha256.ts";

// FIPS 180-4, examples published by NIST: "" , "abc" and one million "a".
const PUBLISHED = [
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
] as const;

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(["with the browser's own hashing", "without it, as on plain http"])("%s", (way) => {
  beforeEach(() => {
    if (way.startsWith("without")) vi.stubGlobal("crypto", {});
  });

  it.each(PUBLISHED)("hashes as published", async (text, expected) => {
    expect(sha256OfText(text)).toBe(expected);
    expect(await sha256Hex(new TextEncoder().encode(text))).toBe(expected);
  });

  it.each([3 * 1024 * 1024 + 17, 9 * 1024 * 1024])("hashes %i bytes the same whole, in slices and in uneven pieces", async (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = (at * 31) % 256;
    const expected = createHash("sha256").update(bytes).digest("hex");
    expect(await sha256Hex(bytes)).toBe(expected);
    const hash = createSha256();
    for (let at = 0, size = 1; at < bytes.length; at += size, size = (size * 7) % 65_521) hash.update(bytes.subarray(at, at + size));
    expect(hash.hex()).toBe(expected);
  });
});

it("of many megabytes gives way to other work meanwhile", async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await sha256Hex(new Uint8Array(16 * 1024 * 1024));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});
