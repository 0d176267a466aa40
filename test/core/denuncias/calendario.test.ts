import { describe, expect, it } from "vitest";
import { calendariosDoTerritorio, montarCalendario, type CalendarioLegal, type DiaParado } from "../../../src/core/denuncias/calendario.ts";
import { civilDe, diaDe } from "../../../src/core/denuncias/dia.ts";
import { SEM_DIA } from "../../../src/core/denuncias/passos.ts";
import { ATE, calendarioCom, COM_DIAS_SEUS, DE, FERIADOS, LOCAIS, RECESSO, SEM_DIAS_SEUS } from "./dias-parados.ts";

type Unidade = "corridos" | "uteis";
/** Start, days, count, last day, and the working. */
type Conta = readonly [inicio: string, n: number, unidade: Unidade, vence: string, conta: string];

const vence = (calendario: CalendarioLegal, inicio: string, n: number, unidade: Unidade): string => civilDe(calendario.vencimento(diaDe(inicio), n, unidade));

const suspensao = (inicio: string, fim: string): DiaParado => ({ inicio, fim, tipo: "suspensao", nome: "Prazos suspensos", municipio: null });

function confere(calendario: CalendarioLegal, contas: readonly Conta[]): void {
  it.each(contas)("%s + %i %s = %s: %s", (inicio, n, unidade, esperado) => {
    expect(vence(calendario, inicio, n, unidade)).toBe(esperado);
  });
}

describe("terms in days that run, worked by hand", () => {
  confere(calendarioCom([]), [
    ["2026-11-03", 15, "corridos", "2026-11-18", "Tuesday; 3 + 15 = 18, a Wednesday"],
    ["2026-11-10", 15, "corridos", "2026-11-25", "Tuesday; 10 + 15 = 25, a Wednesday"],
    ["2026-11-05", 15, "corridos", "2026-11-23", "Thursday; 20 is a holiday, a Friday → Monday 23"],
    ["2026-11-06", 15, "corridos", "2026-11-23", "Friday; 21 is a Saturday → Monday 23"],
    ["2026-11-07", 15, "corridos", "2026-11-23", "starts on a Saturday, left out as any first day; 22 is a Sunday → Monday 23"],
    ["2026-11-08", 15, "corridos", "2026-11-23", "starts on a Sunday; 23 is a Monday"],
    ["2026-12-10", 15, "corridos", "2026-12-28", "25 is Christmas, a Friday → Monday 28"],
    ["2026-12-11", 15, "corridos", "2026-12-28", "26 is a Saturday → Monday 28"],
    ["2026-12-16", 15, "corridos", "2026-12-31", "16 + 15 = 31, a Thursday, in the same year"],
    ["2026-12-17", 15, "corridos", "2027-01-04", "1 January 2027 is a holiday, a Friday → Monday 4"],
    ["2025-12-17", 15, "corridos", "2026-01-02", "1 January 2026 is a holiday, a Thursday → Friday 2"],
    ["2026-03-19", 15, "corridos", "2026-04-06", "31 − 19 = 12, 3 April is Good Friday → Monday 6"],
    ["2026-04-06", 15, "corridos", "2026-04-22", "21 April is a holiday, a Tuesday → Wednesday 22"],
    ["2025-04-03", 15, "corridos", "2025-04-22", "18 is Good Friday, 19 and 20 a weekend, 21 a holiday → Tuesday 22"],
    ["2026-10-13", 20, "corridos", "2026-11-03", "31 − 13 = 18, 2 November is a holiday, a Monday → Tuesday 3"],
    ["2026-09-17", 20, "corridos", "2026-10-07", "30 − 17 = 13, 7 October is a Wednesday"],
    ["2026-09-22", 20, "corridos", "2026-10-13", "30 − 22 = 8, 12 October is a holiday, a Monday → Tuesday 13"],
    ["2024-02-14", 15, "corridos", "2024-02-29", "14 + 15 = 29, the leap day, a Thursday"],
    ["2024-02-15", 15, "corridos", "2024-03-01", "29 − 15 = 14, 1 March is a Friday"],
    ["2024-01-31", 30, "corridos", "2024-03-01", "29 days of February and 1, a Friday"],
    ["2026-01-30", 30, "corridos", "2026-03-02", "1 of January, 28 of February, 1 March is a Sunday → Monday 2"],
    ["2026-02-13", 15, "corridos", "2026-03-02", "28 February is a Saturday → Monday 2 March: no leap day"],
    ["2028-02-15", 15, "corridos", "2028-03-01", "29 − 15 = 14, 1 March 2028 is a Wednesday"],
    ["2024-02-29", 1, "corridos", "2024-03-01", "from the leap day, a Thursday, to Friday"],
    ["2024-02-28", 366, "corridos", "2025-02-28", "from before the leap day: 366 days to the same day, a Friday"],
    ["2024-02-29", 365, "corridos", "2025-02-28", "from the leap day: 365 days to 28 February 2025, a Friday"],
  ]);
});

describe("terms in business days, worked by hand", () => {
  confere(calendarioCom([]), [
    ["2026-11-06", 1, "uteis", "2026-11-09", "Friday → Monday"],
    ["2026-11-07", 1, "uteis", "2026-11-09", "Saturday → Monday"],
    ["2026-11-08", 1, "uteis", "2026-11-09", "Sunday → Monday"],
    ["2026-11-19", 1, "uteis", "2026-11-23", "Thursday; 20 is a holiday → Monday 23"],
    ["2026-11-20", 1, "uteis", "2026-11-23", "starts on the holiday → Monday 23"],
    ["2026-11-03", 15, "uteis", "2026-11-25", "4–6 (3), 9–13 (8), 16–19 (12), 20 is a holiday, 23–25 (15)"],
    ["2026-12-18", 5, "uteis", "2026-12-28", "21–24 (4), 25 is Christmas, Monday 28 (5)"],
    ["2026-12-30", 2, "uteis", "2027-01-04", "31 (1), 1 January is a holiday, Monday 4 (2)"],
    ["2025-12-19", 10, "uteis", "2026-01-06", "22–24 (3), 26 (4), 29–31 (7), 2 January (8), 5 and 6 (10)"],
    ["2026-09-22", 20, "uteis", "2026-10-21", "23–25 (3), 28–2 (8), 5–9 (13), 13–16 (17) for 12 is a holiday, 19–21 (20)"],
    ["2026-10-13", 20, "uteis", "2026-11-11", "14–16 (3), 19–23 (8), 26–30 (13), 3–6 (17) for 2 is a holiday, 9–11 (20)"],
    ["2025-04-10", 15, "uteis", "2025-05-06", "11 (1), 14–17 (5), 22–25 (9) for 18 and 21 are holidays, 28–30 (12), 2 May (13), 5 and 6 (15)"],
    ["2024-02-14", 15, "uteis", "2024-03-06", "15, 16 (2), 19–23 (7), 26–1 March (12) through the leap day, 4–6 (15)"],
    ["2024-02-28", 1, "uteis", "2024-02-29", "Wednesday → Thursday, the leap day"],
    ["2024-12-24", 6, "uteis", "2025-01-03", "26, 27 (2), 30, 31 (4), 2 and 3 January (6)"],
  ]);
});

describe("terms of no day, worked by hand", () => {
  confere(calendarioCom([]), [
    ["2026-11-04", 0, "corridos", "2026-11-04", "the day itself, a Wednesday"],
    ["2026-11-04", 0, "uteis", "2026-11-04", "the day itself, a Wednesday"],
    ["2026-11-07", 0, "corridos", "2026-11-09", "a Saturday → Monday"],
    ["2026-11-07", 0, "uteis", "2026-11-09", "a Saturday → Monday"],
    ["2026-12-25", 0, "corridos", "2026-12-28", "Christmas, a Friday → Monday"],
  ]);
  confere(calendarioCom([RECESSO]), [["2026-01-05", 0, "corridos", "2026-01-21", "terms are suspended to 20 January → Wednesday 21"]]);
});

describe("terms over optional days, kept as days without business", () => {
  confere(calendarioCom([]), [
    ["2026-02-01", 15, "corridos", "2026-02-18", "16 is Carnaval's Monday, 17 its Tuesday → Wednesday 18"],
    ["2026-02-02", 15, "corridos", "2026-02-18", "17 is Carnaval's Tuesday → Wednesday 18"],
    ["2026-01-30", 15, "corridos", "2026-02-18", "14 is a Saturday, 15 a Sunday, 16 and 17 Carnaval → Wednesday 18"],
    ["2025-02-14", 15, "corridos", "2025-03-05", "1 March is a Saturday, 2 a Sunday, 3 and 4 Carnaval → Wednesday 5"],
    ["2028-02-14", 15, "corridos", "2028-03-01", "29 February is Carnaval's Tuesday → Wednesday 1 March"],
    ["2026-05-20", 15, "corridos", "2026-06-05", "4 June is Corpus Christi → Friday 5"],
    ["2026-02-13", 1, "uteis", "2026-02-18", "Friday; weekend, Carnaval on 16 and 17 → Wednesday 18"],
    ["2026-02-09", 15, "uteis", "2026-03-04", "10–13 (4), 18–20 (7), 23–27 (12), 2–4 March (15)"],
    ["2025-02-14", 15, "uteis", "2025-03-11", "17–21 (5), 24–28 (10), 5–7 March (13), 10 and 11 (15)"],
    ["2028-02-14", 15, "uteis", "2028-03-08", "15–18 (4), 21–25 (9), 1–3 March (12), 6–8 (15)"],
    ["2026-05-29", 5, "uteis", "2026-06-08", "1–3 (3), 5 (4), Monday 8 (5)"],
  ]);
});

describe("the same terms where optional days are business days", () => {
  confere(calendarioCom([], null, false), [
    ["2026-02-01", 15, "corridos", "2026-02-16", "16 is a Monday as any other"],
    ["2026-02-02", 15, "corridos", "2026-02-17", "17 is a Tuesday as any other"],
    ["2026-01-30", 15, "corridos", "2026-02-16", "14 is a Saturday → Monday 16"],
    ["2025-02-14", 15, "corridos", "2025-03-03", "1 March is a Saturday → Monday 3"],
    ["2028-02-14", 15, "corridos", "2028-02-29", "14 + 15 = 29, the leap day, a Tuesday"],
    ["2026-05-20", 15, "corridos", "2026-06-04", "31 − 20 = 11, 4 June is a Thursday"],
    ["2026-02-13", 1, "uteis", "2026-02-16", "Friday → Monday 16"],
    ["2026-02-09", 15, "uteis", "2026-03-02", "10–13 (4), 16–20 (9), 23–27 (14), Monday 2 (15)"],
    ["2025-02-14", 15, "uteis", "2025-03-07", "17–21 (5), 24–28 (10), 3–7 March (15)"],
    ["2028-02-14", 15, "uteis", "2028-03-06", "15–18 (4), 21–25 (9), 28–3 March (14) through the leap day, Monday 6 (15)"],
    ["2026-05-29", 5, "uteis", "2026-06-05", "1–5 June"],
  ]);
});

describe("terms over a suspension from 20 December to 20 January, worked by hand", () => {
  confere(calendarioCom([RECESSO]), [
    ["2025-12-04", 15, "corridos", "2025-12-19", "4 + 15 = 19, a Friday, the eve of it"],
    ["2025-12-05", 15, "corridos", "2026-01-21", "6–19 (14), Wednesday 21 January (15)"],
    ["2025-12-10", 15, "corridos", "2026-01-26", "11–19 (9), 21–26 January (15), a Monday"],
    ["2026-01-05", 15, "corridos", "2026-02-04", "starts in it; 21–31 January (11), 1–4 February (15), a Wednesday"],
    ["2026-01-20", 15, "corridos", "2026-02-04", "starts on its last day; the same"],
    ["2025-12-20", 1, "corridos", "2026-01-21", "starts on its first day; 21 January (1)"],
    ["2025-12-10", 15, "uteis", "2026-01-30", "11, 12 (2), 15–19 (7), 21–23 January (10), 26–30 (15)"],
    ["2025-12-18", 20, "uteis", "2026-02-18", "19 (1), 21–23 (4), 26–30 (9), 2–6 (14), 9–13 (19), 16 and 17 are Carnaval, 18 (20)"],
    ["2026-01-20", 1, "uteis", "2026-01-21", "the first day after it, a Wednesday"],
    ["2026-01-21", 15, "corridos", "2026-02-05", "starts after it: 31 − 21 = 10, 5 February, a Thursday"],
  ]);
});

describe("terms over short suspensions, worked by hand", () => {
  confere(calendarioCom([suspensao("2026-07-06", "2026-07-10")]), [
    ["2026-06-19", 15, "corridos", "2026-07-13", "4 July is a Saturday, Monday 6 to Friday 10 are suspended → Monday 13"],
    ["2026-06-19", 16, "corridos", "2026-07-13", "5 July is a Sunday → Monday 13"],
    ["2026-06-19", 17, "corridos", "2026-07-13", "5 July (16), Saturday 11 (17) → Monday 13"],
    ["2026-07-03", 1, "uteis", "2026-07-13", "Friday; the week is suspended → Monday 13"],
  ]);
  confere(calendarioCom([suspensao("2026-08-12", "2026-08-12")]), [
    ["2026-08-03", 15, "corridos", "2026-08-19", "4–11 (8), 13–19 (15), a Wednesday"],
    ["2026-08-03", 15, "uteis", "2026-08-25", "4–7 (4), 10, 11 (6), 13, 14 (8), 17–21 (13), 24 and 25 (15)"],
  ]);
  confere(calendarioCom([suspensao("2026-08-15", "2026-08-15")]), [
    ["2026-08-03", 15, "corridos", "2026-08-19", "a suspended Saturday is a day not counted: 4–14 (11), 16–19 (15)"],
    ["2026-08-03", 15, "uteis", "2026-08-24", "a suspended Saturday changes nothing: 4–7 (4), 10–14 (9), 17–21 (14), 24 (15)"],
  ]);
  confere(calendarioCom([suspensao("2026-08-10", "2026-08-14"), suspensao("2026-08-12", "2026-08-17")]), [
    ["2026-08-07", 3, "corridos", "2026-08-18", "8, 9 (2), suspended 10–17 by two that overlap, Tuesday 18 (3)"],
  ]);
});

describe("terms with a municipality's own days, worked by hand", () => {
  const seu = calendarioCom(LOCAIS, COM_DIAS_SEUS);
  const deOutro = calendarioCom(LOCAIS, SEM_DIAS_SEUS);
  const daSede = calendarioCom(LOCAIS);
  describe("in that municipality", () => {
    confere(seu, [
      ["2026-03-24", 15, "corridos", "2026-04-09", "31 − 24 = 7, 8 April is its holiday → Thursday 9"],
      ["2026-03-24", 20, "uteis", "2026-04-24", "25–27 (3), 30–2 (7), 6, 7 (9), 9, 10 (11), 13–17 (16), 20 (17), 22–24 (20)"],
      ["2026-05-04", 20, "corridos", "2026-05-29", "5–10 (6), suspended 11–15, 16–29 (20), a Friday"],
    ]);
  });
  describe("in another", () => {
    confere(deOutro, [
      ["2026-03-24", 15, "corridos", "2026-04-08", "8 April is a Wednesday as any other"],
      ["2026-03-24", 20, "uteis", "2026-04-23", "25–27 (3), 30–2 (7), 6–10 (12), 13–17 (17), 20 (18), 22, 23 (20)"],
      ["2026-05-04", 20, "corridos", "2026-05-25", "4 + 20 = 24, a Sunday → Monday 25"],
    ]);
  });
  describe("at the seat, when it is neither", () => {
    confere(daSede, [["2026-03-24", 15, "corridos", "2026-04-08", "nobody's own days but its own count"]]);
  });
});

describe("a calendar", () => {
  it("tells business days and suspended ones apart", () => {
    const calendario = calendarioCom([RECESSO]);
    expect(calendario.isDiaUtil(diaDe("2026-01-05"))).toBe(true);
    expect(calendario.isSuspenso(diaDe("2026-01-05"))).toBe(true);
    expect(calendario.isDiaUtil(diaDe("2026-01-01"))).toBe(false);
    expect(calendario.isDiaUtil(diaDe("2026-11-21"))).toBe(false);
    expect(calendario.isSuspenso(diaDe("2026-11-23"))).toBe(false);
    expect(calendario.isDiaUtil(ATE + 1)).toBe(false);
    expect(calendario.isSuspenso(DE - 1)).toBe(false);
  });

  it("does not invent a day outside what it knows", () => {
    const calendario = montarCalendario({ de: diaDe("2026-11-02"), ate: diaDe("2026-11-13"), parados: [], municipio: null, facultativosParados: true });
    const conta = (inicio: string, n: number, unidade: Unidade): number => calendario.vencimento(diaDe(inicio), n, unidade);
    expect(conta("2026-11-01", 1, "corridos")).toBe(SEM_DIA);
    expect(conta("2026-11-14", 0, "corridos")).toBe(SEM_DIA);
    expect(conta("2026-11-03", 11, "corridos")).toBe(SEM_DIA);
    expect(conta("2026-11-03", 9, "uteis")).toBe(SEM_DIA);
    expect(calendario.vencimento(SEM_DIA, 15, "corridos")).toBe(SEM_DIA);
    expect(civilDe(conta("2026-11-03", 10, "corridos"))).toBe("2026-11-13");
    expect(civilDe(conta("2026-11-03", 8, "uteis"))).toBe("2026-11-13");
  });

  it("does not move past its last day", () => {
    const ateSabado = montarCalendario({ de: diaDe("2026-11-02"), ate: diaDe("2026-11-14"), parados: [], municipio: null, facultativosParados: true });
    expect(ateSabado.vencimento(diaDe("2026-11-03"), 11, "corridos")).toBe(SEM_DIA);
  });

  it("finds on every day of seven years, for 0 to 40 days, what walking day by day finds", () => {
    const parados = [...FERIADOS, ...LOCAIS, RECESSO, suspensao("2026-07-06", "2026-07-10")];
    const calendario = montarCalendario({ de: DE, ate: ATE, parados, municipio: COM_DIAS_SEUS, facultativosParados: true });
    const correDia = (dia: number): boolean => !calendario.isSuspenso(dia);
    const isLivre = (dia: number): boolean => correDia(dia) && calendario.isDiaUtil(dia);
    const andando = (inicio: number, n: number, conta: (dia: number) => boolean): number => {
      let dia = inicio;
      for (let faltam = n; faltam > 0; ) {
        dia += 1;
        if (conta(dia)) faltam -= 1;
      }
      while (!isLivre(dia)) dia += 1;
      return dia;
    };
    const diferentes: string[] = [];
    for (let inicio = DE; inicio < ATE - 150; inicio += 1) {
      for (const n of [0, 1, 2, 5, 15, 20, 40]) {
        if (calendario.vencimento(inicio, n, "corridos") !== andando(inicio, n, correDia)) diferentes.push(`${civilDe(inicio)} + ${n} corridos`);
        if (calendario.vencimento(inicio, n, "uteis") !== andando(inicio, n, isLivre)) diferentes.push(`${civilDe(inicio)} + ${n} úteis`);
      }
    }
    expect(diferentes).toEqual([]);
  });

  it.each([-1, 1.5, NaN])("refuses a term of %d days", (n) => {
    expect(() => calendarioCom([]).vencimento(diaDe("2026-11-03"), n, "uteis")).toThrow(RangeError);
  });

  it("refuses a period that ends before it begins, naming it, and a span that is no calendar", () => {
    expect(() => calendarioCom([{ inicio: "2026-01-20", fim: "2025-12-20", tipo: "suspensao", nome: "Recesso", municipio: null }])).toThrow(
      '"Recesso" ends (2025-12-20) before it begins (2026-01-20)',
    );
    const vazio = { parados: [], municipio: null, facultativosParados: true };
    expect(() => montarCalendario({ ...vazio, de: 10, ate: 9 })).toThrow(RangeError);
    expect(() => montarCalendario({ ...vazio, de: 0.5, ate: 9 })).toThrow(RangeError);
    expect(() => montarCalendario({ ...vazio, de: 0, ate: 1_000_000 })).toThrow(RangeError);
  });
});

describe("the calendars of a territory", () => {
  const entrada = { de: DE, ate: ATE, parados: [...FERIADOS, ...LOCAIS], facultativosParados: true };

  it("gives the seat its own days, and municipalities without any one calendar for all", () => {
    const calendarioDe = calendariosDoTerritorio({ ...entrada, sede: COM_DIAS_SEUS });
    expect(vence(calendarioDe(null), "2026-03-24", 15, "corridos")).toBe("2026-04-09");
    expect(calendarioDe(COM_DIAS_SEUS)).toBe(calendarioDe(null));
    expect(vence(calendarioDe(SEM_DIAS_SEUS), "2026-03-24", 15, "corridos")).toBe("2026-04-08");
    expect(calendarioDe(SEM_DIAS_SEUS)).toBe(calendarioDe(1));
  });
});
