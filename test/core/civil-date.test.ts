import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  monthOf,
  monthsBetween,
  monthsRange,
  parseCivilDate,
} from "../../src/core/civil-date.ts";

describe("parseCivilDate", () => {
  it("reads ISO and Brazilian dates as the same day", () => {
    expect(parseCivilDate("2026-11-02")).toBe("2026-11-02");
    expect(parseCivilDate("02/11/2026")).toBe("2026-11-02");
    expect(parseCivilDate("2/11/2026")).toBe("2026-11-02");
  });

  it("takes 29 February only in leap years, centuries included", () => {
    expect(parseCivilDate("2024-02-29")).toBe("2024-02-29");
    expect(parseCivilDate("29/02/2000")).toBe("2000-02-29");
    expect(parseCivilDate("2023-02-29")).toBeNull();
    expect(parseCivilDate("29/02/1900")).toBeNull();
  });

  it.each([
    "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "31/06/2026", "12/31/2026",
    "2026-1-5", "2026-01-05T00:00", " 2026-01-05", "2026/01/05", "05-01-2026", "05/01/26",
    "20260105", "46000", "",
  ])("refuses %j", (texto) => {
    expect(parseCivilDate(texto)).toBeNull();
  });
});

describe("addDays", () => {
  it("crosses month, leap day and year", () => {
    expect(addDays("2026-01-31", 1)).toBe("2026-02-01");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2023-02-28", 1)).toBe("2023-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });

  it("counts fifteen consecutive days over the end of a 30-day month", () => {
    expect(addDays("2026-09-20", 15)).toBe("2026-10-05");
  });

  it("names what is not a date", () => {
    expect(() => addDays("ontem", 1)).toThrow(/"ontem"/);
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
  });
});

describe("addMonths", () => {
  it("keeps the day and falls back to the end of a shorter month", () => {
    expect(addMonths("2026-10-15", 3)).toBe("2027-01-15");
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2025-01-31", 1)).toBe("2025-02-28");
    expect(addMonths("2026-08-31", 1)).toBe("2026-09-30");
  });

  it("goes back twelve months", () => {
    expect(addMonths("2026-10-31", -12)).toBe("2025-10-31");
    expect(addMonths("2024-02-29", -12)).toBe("2023-02-28");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  });
});

describe("daysBetween", () => {
  it("counts leap days and signs the direction", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2025-02-28", "2025-03-01")).toBe(1);
    expect(daysBetween("2026-01-01", "2025-01-01")).toBe(-365);
    expect(daysBetween("2026-05-05", "2026-05-05")).toBe(0);
  });
});

describe("monthsBetween", () => {
  it("completes a month on the day of equal number, not before", () => {
    expect(monthsBetween("2025-11-22", "2026-11-21")).toBe(11);
    expect(monthsBetween("2025-11-22", "2026-11-22")).toBe(12);
  });

  it("completes it on the following day where the month has no such day (CC art. 132 § 3º)", () => {
    expect(monthsBetween("2026-03-31", "2026-04-30")).toBe(0);
    expect(monthsBetween("2026-03-31", "2026-05-01")).toBe(1);
    expect(monthsBetween("2024-02-29", "2025-02-28")).toBe(11);
    expect(monthsBetween("2024-02-29", "2025-03-01")).toBe(12);
  });

  it("is signed, and zero has no sign", () => {
    expect(monthsBetween("2026-05-10", "2026-02-10")).toBe(-3);
    expect(Object.is(monthsBetween("2026-05-10", "2026-05-09"), 0)).toBe(true);
  });

  it("agrees with addMonths for every pair of days around month ends", () => {
    const dias = Array.from({ length: 430 }, (_, i) => addDays("2023-12-20", i));
    for (const fim of dias) {
      for (const n of [1, 2, 12]) {
        const corte = addMonths(fim, -n);
        expect(monthsBetween(corte, fim), `${corte} → ${fim}`).toBeGreaterThanOrEqual(n);
        expect(monthsBetween(addDays(corte, 1), fim), `day after ${corte} → ${fim}`).toBeLessThan(n);
      }
    }
  });
});

describe("months", () => {
  it("names the month of a day", () => {
    expect(monthOf("2026-02-28")).toBe("2026-02");
    expect(() => monthOf("2026-02")).toThrow(RangeError);
  });

  it("lists months over a year's end, both ends included", () => {
    expect(monthsRange("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
    expect(monthsRange("2026-02", "2026-02")).toEqual(["2026-02"]);
    expect(monthsRange("2026-03", "2026-02")).toEqual([]);
  });
});
