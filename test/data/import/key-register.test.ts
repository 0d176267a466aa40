import { describe, expect, it } from "vitest";
import { exactRegister, hashedRegister, type KeyRegister } from "../../../src/data/import/key-register.ts";

const ask = (register: KeyRegister, key: readonly string[], linha: number): number | null => register((at) => key[at] ?? "", linha);

describe.each([
  ["exact", exactRegister],
  ["hashed", hashedRegister],
])("the %s register of keys", (_, make) => {
  it("gives the line a key was first seen on, whatever comes between", () => {
    const register = make(2);
    expect(ask(register, ["a", "b"], 2)).toBeNull();
    expect(ask(register, ["a", "c"], 3)).toBeNull();
    expect(ask(register, ["a", "b"], 4)).toBe(2);
    expect(ask(register, ["a", "b"], 5)).toBe(2);
  });

  it("tells apart keys whose parts join to the same text, blank parts included", () => {
    const register = make(3);
    const keys = [["ab", "c", ""], ["a", "bc", ""], ["abc", "", ""], ["", "abc", ""], ["", "", "abc"], ["a", "b", "c"], ["", "", ""]];
    expect(keys.map((key, i) => ask(register, key, i + 1))).toEqual(keys.map(() => null));
    expect(keys.map((key) => ask(register, key, 99))).toEqual(keys.map((__, i) => i + 1));
  });

  it("finds each of 300,000 protocols once and again, near ones as well", () => {
    const register = make(2);
    const key = (i: number): string[] => [["registro", "resposta", "notificacao"][i % 3] ?? "", `2026.${String(Math.floor(i / 3)).padStart(6, "0")}-${String(i % 7)}`];
    let wrong = 0;
    for (let i = 0; i < 300_000; i += 1) if (ask(register, key(i), i + 1) !== null) wrong += 1;
    for (let i = 0; i < 300_000; i += 1) if (ask(register, key(i), 0) !== i + 1) wrong += 1;
    expect(wrong).toBe(0);
  });
});
