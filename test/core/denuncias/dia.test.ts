import { describe, expect, it } from "vitest";
import { addDays, daysBetween, monthOf } from "../../../src/core/civil-date.ts";
import { civilDe, diaDe, mesDoDia, textoDoMes } from "../../../src/core/denuncias/dia.ts";

describe("days counted from 1970-01-01", () => {
  it("counts the days everybody knows", () => {
    expect(diaDe("1970-01-01")).toBe(0);
    expect(diaDe("1969-12-31")).toBe(-1);
    // 30 years of 365 days and the 7 leap days of 1972 to 1996.
    expect(diaDe("2000-01-01")).toBe(30 * 365 + 7);
    // January and February of a leap year: 31 + 29.
    expect(diaDe("2000-03-01") - diaDe("2000-01-01")).toBe(60);
    // 1900 was no leap year: 31 + 28.
    expect(diaDe("1900-03-01") - diaDe("1900-01-01")).toBe(59);
  });

  it("agrees with the calendar of civil dates on every day of 1899 to 2101, both ways", () => {
    const [primeiro, ultimo] = [diaDe("1899-01-01"), diaDe("2101-12-31")];
    expect(ultimo - primeiro).toBe(daysBetween("1899-01-01", "2101-12-31"));
    let data = "1899-01-01";
    let diferentes = 0;
    for (let dia = primeiro; dia <= ultimo; dia += 1) {
      if (civilDe(dia) !== data || diaDe(data) !== dia || textoDoMes(mesDoDia(dia)) !== data.slice(0, 7)) diferentes += 1;
      // Working: the next day by the day's own digits, months of 28 to 31 days.
      data = seguinte(data);
    }
    expect(diferentes).toBe(0);
    expect(data).toBe("2102-01-01");
  });

  it("agrees with civil dates far from today", () => {
    for (const data of ["0000-01-01", "0000-02-29", "0000-03-01", "0004-02-29", "1582-10-15", "2400-02-29", "9999-12-31"]) {
      expect(civilDe(diaDe(data))).toBe(data);
      expect(diaDe(data)).toBe(daysBetween("1970-01-01", data));
      expect(textoDoMes(mesDoDia(diaDe(data)))).toBe(monthOf(data));
    }
    expect(civilDe(diaDe("2024-02-28") + 1)).toBe(addDays("2024-02-28", 1));
  });

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "2026-1-01", "26-01-01", "01/02/2026", "2026-11-22T00:00:00Z", "2026/11/22", "", "2026-11-2x", " 2026-11-22"])(
    "refuses %j, naming it",
    (texto) => {
      expect(() => diaDe(texto)).toThrow(`"${texto}"`);
      expect(() => diaDe(texto)).toThrow(RangeError);
    },
  );

  it("refuses what is no day", () => {
    for (const dia of [0.5, NaN, Infinity, -2147483648]) expect(() => civilDe(dia)).toThrow(RangeError);
  });
});

function seguinte(data: string): string {
  const [ano = 0, mes = 0, dia = 0] = data.split("-").map(Number);
  const bissexto = (ano % 4 === 0 && ano % 100 !== 0) || ano % 400 === 0;
  const dias = [31, bissexto ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][mes - 1] ?? 0;
  const [a, m, d] = dia < dias ? [ano, mes, dia + 1] : mes < 12 ? [ano, mes + 1, 1] : [ano + 1, 1, 1];
  return `${a}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}
