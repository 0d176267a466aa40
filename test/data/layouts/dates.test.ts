import { describe, expect, it } from "vitest";
import { dateMonthReader, dayOrderEvidence, readDateMonth, type DayOrder } from "../../../src/data/layouts/dates.ts";

const orderOf = (...texts: readonly string[]): DayOrder => {
  const evidence = dayOrderEvidence();
  texts.forEach(evidence.add);
  return evidence.decide();
};

describe("dates of a column", () => {
  it("tells the order of day and month only from numbers that cannot be a month", () => {
    expect(orderOf("05/03/2023", "13/05/2023")).toBe("dia-mes");
    expect(orderOf("5/3/2023", "5/13/2023")).toBe("mes-dia");
    expect(orderOf("13/05/2023", "5/31/2023")).toBe("misto");
    expect(orderOf("05/03/2023", "2023-05-31", "")).toBe("nenhum");
  });

  it("reads one date by the order of its column", () => {
    expect(readDateMonth("05/03/2023", "dia-mes")).toEqual({ mes: "2023-03" });
    expect(readDateMonth("05/03/2023", "nenhum")).toEqual({ mes: "2023-03" });
    expect(readDateMonth("5/3/2023", "mes-dia")).toEqual({ mes: "2023-05" });
    expect(readDateMonth("05/03/2023", "misto")).toBe("ambiguo");
    expect(readDateMonth("05/05/2023", "misto")).toEqual({ mes: "2023-05" });
    expect(readDateMonth("05.03.2023", "misto")).toEqual({ mes: "2023-03" });
  });

  it("takes off the time of day and refuses days that do not exist", () => {
    const read = dateMonthReader("dia-mes");
    expect(["2023-05-31 23:59:59.123", "2023-05-31T00:00:00", "31/05/2023 10:00", "31/02/2023", "2023-13-01", "maio", ""].map(read)).toEqual([
      { mes: "2023-05" },
      { mes: "2023-05" },
      { mes: "2023-05" },
      "invalido",
      "invalido",
      "invalido",
      "vazio",
    ]);
  });
});
