import { describe, expect, it } from "vitest";
import { diaDoComputador } from "../../../../src/views/denuncias/filtros/dia-do-computador.ts";

describe("the day of the reader's computer", () => {
  it("is that of its own time zone from the first to the last minute, whatever UTC says", () => {
    expect(diaDoComputador(new Date(2026, 10, 22, 0, 0))).toBe("2026-11-22");
    expect(diaDoComputador(new Date(2026, 10, 22, 23, 59))).toBe("2026-11-22");
    expect(diaDoComputador(new Date(2026, 0, 5, 21, 30))).toBe("2026-01-05");
  });
});
