import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ritmo } from "../../../src/views/dados/ritmo.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("progress told at a pace", () => {
  it("passes the first at once, then the latest, at most ten times a second", () => {
    const told: number[] = [];
    const pace = ritmo((n: number) => told.push(n), 100);
    for (let ms = 0; ms < 1000; ms += 1) {
      pace.push(ms);
      vi.advanceTimersByTime(1);
    }
    expect(told).toHaveLength(11);
    expect(told.slice(0, 3)).toEqual([0, 99, 199]);
  });

  it("tells the last one even when nothing follows, and nothing after it is stopped", () => {
    const told: string[] = [];
    const pace = ritmo((text: string) => told.push(text), 100);
    pace.push("lendo");
    pace.push("entregando");
    vi.advanceTimersByTime(100);
    expect(told).toEqual(["lendo", "entregando"]);
    pace.push("tarde");
    pace.stop();
    vi.advanceTimersByTime(500);
    expect(told).toEqual(["lendo", "entregando"]);
  });
});
