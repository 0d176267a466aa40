import { describe, expect, it } from "vitest";
import { diaDoTrabalho } from "../../../src/ui/trabalho/dia-do-trabalho.ts";

describe("the day the user's own work is checked by", () => {
  // The month of Date counts from 0: 10 is November; the clock is the reader's.
  const quaseMeiaNoite = new Date(2026, 10, 2, 23, 59);

  it("is the reader's where the data end before it, at any hour of it", () => {
    expect(diaDoTrabalho("2026-10-31", quaseMeiaNoite)).toBe("2026-11-02");
  });

  it("is the page's where that is later", () => {
    expect(diaDoTrabalho("2026-11-03", quaseMeiaNoite)).toBe("2026-11-03");
  });
});
