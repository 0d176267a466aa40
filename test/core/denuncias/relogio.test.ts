import { describe, expect, it } from "vitest";
import { calendariosDoTerritorio, montarCalendario } from "../../../src/core/denuncias/calendario.ts";
import { civilDe, diaDe } from "../../../src/core/denuncias/dia.ts";
import { SEM_CODIGO, SEM_DIA } from "../../../src/core/denuncias/passos.ts";
import { ESTADOS_DO_PRAZO, PORQUES, type Prazo, type RegraDaCasa, type Relogio } from "../../../src/core/denuncias/prazos.ts";
import { calcularRelogio, diaEmVigor, isPendente } from "../../../src/core/denuncias/relogio.ts";
import { reproduzir } from "../../../src/core/denuncias/reproduzir.ts";
import { type CasoDeTeste, casosDe, type EventoDeTeste } from "./casos.ts";
import { ATE, COM_DIAS_SEUS, DE, FERIADOS, LOCAIS, SEM_DIAS_SEUS } from "./dias-parados.ts";
import { PRAZOS } from "./prazos-da-norma.ts";

const calendarioDe = calendariosDoTerritorio({ de: DE, ate: ATE, parados: [...FERIADOS, ...LOCAIS], facultativosParados: true, sede: SEM_DIAS_SEUS });

interface Opcoes {
  readonly hoje: string;
  readonly regra?: RegraDaCasa;
  readonly prazos?: readonly Prazo[];
}

function relogioDe(casos: readonly CasoDeTeste[], { hoje, regra = null, prazos = PRAZOS }: Opcoes): Relogio {
  const colunas = casosDe(casos);
  return calcularRelogio(colunas, reproduzir(colunas, diaDe(hoje)), prazos, { hoje: diaDe(hoje), regra, calendarioDe });
}

const civil = (dia: number | undefined): string | null => (dia === undefined || dia === SEM_DIA ? null : civilDe(dia));

/** A term of the first case. */
function prazo(relogio: Relogio, id: string): { estado: string; porque: string; divide: boolean; corridos: string | null; uteis: string | null } {
  const j = relogio.prazos.findIndex((um) => um.id === id);
  return {
    estado: ESTADOS_DO_PRAZO[relogio.estado[j] ?? SEM_CODIGO] ?? "?",
    porque: PORQUES[relogio.porque[j] ?? SEM_CODIGO] ?? "?",
    divide: relogio.divide[j] === 1,
    corridos: civil(relogio.venceCorridos[j]),
    uteis: civil(relogio.venceUteis[j]),
  };
}

const NADA = { estado: "nao-se-aplica", porque: "nenhum", divide: false, corridos: null, uteis: null };
const ate = (registro: string, ...eventos: readonly EventoDeTeste[]): CasoDeTeste => ({ registro, eventos: [["registro", registro], ...eventos] });

/** Registered on Tuesday 3 November 2026: the answer is due on Wednesday 18. */
const REGISTRO = "2026-11-03";

describe("the term of the answer, which the norm counts in days that run", () => {
  it.each([
    ["2026-11-03", "no-prazo", "15 days left"],
    ["2026-11-12", "no-prazo", "6 days left"],
    ["2026-11-13", "vence-logo", "5 days left"],
    ["2026-11-18", "vence-logo", "due today, the last day included"],
    ["2026-11-19", "vencido", "1 day past"],
  ])("on %s is %s: %s", (hoje, estado) => {
    expect(prazo(relogioDe([ate(REGISTRO)], { hoje }), "resposta")).toEqual({ estado, porque: "nenhum", divide: false, corridos: "2026-11-18", uteis: "2026-11-18" });
  });

  it.each([
    ["2026-11-03", "cumprido", "the same day"],
    ["2026-11-18", "cumprido", "the last day"],
    ["2026-11-19", "cumprido-fora", "the day after"],
  ])("answered on %s is %s: %s", (resposta, estado) => {
    const relogio = relogioDe([ate(REGISTRO, ["resposta", resposta])], { hoje: "2026-11-30" });
    expect(prazo(relogio, "resposta")).toMatchObject({ estado, porque: "nenhum", divide: false });
    expect(civil(relogio.cumprimento[0])).toBe(resposta);
  });

  it("is no longer waited for after the archiving, and keeps the day of it", () => {
    const relogio = relogioDe([ate(REGISTRO, ["arquivamento", "2026-11-10", "falta-de-provas"])], { hoje: "2026-12-30" });
    expect(prazo(relogio, "resposta")).toMatchObject({ estado: "encerrado", corridos: "2026-11-18", divide: false });
    expect(civil(relogio.fim[0])).toBe("2026-11-10");
    expect(relogio.proximo[0]).toBe(SEM_CODIGO);
  });

  it("is not changed by the house's rule", () => {
    const relogio = relogioDe([ate(REGISTRO)], { hoje: "2026-11-19", regra: "uteis" });
    expect(prazo(relogio, "resposta")).toMatchObject({ estado: "vencido", corridos: "2026-11-18", uteis: "2026-11-18" });
  });
});

/**
 * Notified on Tuesday 22 September 2026, 20 days: running, 12 October is a holiday, so
 * Tuesday 13; in business days, Wednesday 21 October (worked in the calendar's tests).
 */
const NOTIFICADA = ate("2026-09-20", ["analise-preliminar", "2026-09-21"], ["notificacao", "2026-09-22"]);

describe("the term of the manifestação, of which the norm does not say how it is counted", () => {
  const no = (hoje: string, regra: RegraDaCasa): ReturnType<typeof prazo> => prazo(relogioDe([NOTIFICADA], { hoje, regra }), "manifestacao");

  it("keeps both dates under any rule", () => {
    for (const regra of [null, "corridos", "uteis"] as const) expect(no("2026-10-01", regra)).toMatchObject({ corridos: "2026-10-13", uteis: "2026-10-21" });
  });

  it.each([
    ["2026-10-01", "no-prazo", "no-prazo", "no-prazo", false],
    ["2026-10-08", "vence-logo", "vence-logo", "no-prazo", true],
    ["2026-10-13", "vence-logo", "vence-logo", "no-prazo", true],
    ["2026-10-14", "vencido", "vencido", "no-prazo", true],
    ["2026-10-16", "vencido", "vencido", "vence-logo", true],
    ["2026-10-21", "vencido", "vencido", "vence-logo", true],
    ["2026-10-22", "vencido", "vencido", "vencido", false],
  ] as const)("on %s stands by the earlier date (%s), by running days %s, by business days %s; divided: %s", (hoje, semRegra, corridos, uteis, divide) => {
    expect(no(hoje, null)).toMatchObject({ estado: semRegra, divide });
    expect(no(hoje, "corridos")).toMatchObject({ estado: corridos, divide: false });
    expect(no(hoje, "uteis")).toMatchObject({ estado: uteis, divide: false });
  });

  it("is divided when it was fulfilled between the two dates", () => {
    const caso = { ...NOTIFICADA, eventos: [...(NOTIFICADA.eventos ?? []), ["manifestacao", "2026-10-15"] as const] };
    const com = (regra: RegraDaCasa): ReturnType<typeof prazo> => prazo(relogioDe([caso], { hoje: "2026-11-30", regra }), "manifestacao");
    expect(com(null)).toMatchObject({ estado: "cumprido-fora", divide: true });
    expect(com("uteis")).toMatchObject({ estado: "cumprido", divide: false });
    expect(com("corridos")).toMatchObject({ estado: "cumprido-fora", divide: false });
  });

  it("has the day in force by the rule, or the earlier without one", () => {
    const emVigor = (regra: RegraDaCasa): string | null => civil(diaEmVigor(relogioDe([NOTIFICADA], { hoje: "2026-10-01", regra }), 1));
    expect([emVigor(null), emVigor("corridos"), emVigor("uteis")]).toEqual(["2026-10-13", "2026-10-13", "2026-10-21"]);
  });

  it("ends without being fulfilled when the technical opinion comes", () => {
    const eventos: readonly EventoDeTeste[] = [...(NOTIFICADA.eventos ?? []), ["manifestacao-tecnica", "2026-11-05"]];
    const relogio = relogioDe([{ ...NOTIFICADA, eventos }], { hoje: "2026-11-30" });
    expect(prazo(relogio, "manifestacao")).toMatchObject({ estado: "encerrado", corridos: "2026-10-13" });
    expect(civil(relogio.fim[1])).toBe("2026-11-05");
  });

  it("does not apply to who was not notified", () => {
    expect(prazo(relogioDe([ate(REGISTRO)], { hoje: "2026-11-30" }), "manifestacao")).toEqual(NADA);
  });

  it("counts the municipality's own holiday, and only for the term it answers for", () => {
    // Notified on 24 March 2026; 8 April is a holiday of the municipality with its own days.
    // Registered on 24 March too: 15 days end on 8 April at the seat.
    const eventos: readonly EventoDeTeste[] = [["registro", "2026-03-24"], ["analise-preliminar", "2026-03-24"], ["notificacao", "2026-03-24"]];
    const naUnidade = (municipio: number): Relogio => relogioDe([{ registro: "2026-03-24", municipio, eventos }], { hoje: "2026-04-01" });
    expect(prazo(naUnidade(COM_DIAS_SEUS), "manifestacao").uteis).toBe("2026-04-24");
    expect(prazo(naUnidade(SEM_DIAS_SEUS), "manifestacao").uteis).toBe("2026-04-23");
    expect(prazo(naUnidade(COM_DIAS_SEUS), "resposta").corridos).toBe("2026-04-08");
  });
});

describe("the terms of the report and of the control bodies", () => {
  const ANTES: readonly EventoDeTeste[] = [
    ["analise-preliminar", "2026-09-21"],
    ["notificacao", "2026-09-22"],
    ["manifestacao", "2026-10-01"],
    ["distribuicao", "2026-10-02", "servicos"],
  ];

  it("starts the report at the visit: Tuesday 3 November + 15 is 18 running, 25 in business days", () => {
    const relogio = relogioDe([ate("2026-09-20", ...ANTES, ["verificacao", "2026-11-03"])], { hoje: "2026-11-10" });
    expect(prazo(relogio, "relatorio")).toEqual({ estado: "no-prazo", porque: "nenhum", divide: false, corridos: "2026-11-18", uteis: "2026-11-25" });
  });

  const desfecho = (qual: string): Relogio =>
    relogioDe([ate("2026-09-20", ...ANTES, ["manifestacao-tecnica", "2026-11-02"], ["desfecho", "2026-11-03", qual])], { hoje: "2026-11-10" });

  it("starts the sending at the finding of irregularity, and at no other finding", () => {
    expect(prazo(desfecho("indicio-de-irregularidade"), "controle")).toMatchObject({ estado: "no-prazo", corridos: "2026-11-18", uteis: "2026-11-25" });
    expect(prazo(desfecho("dificuldade-na-gestao"), "controle")).toEqual(NADA);
    expect(prazo(desfecho("sem-irregularidade"), "controle")).toEqual(NADA);
  });
});

describe("a term that cannot be counted says why, and the others of the case count", () => {
  const HOJE = "2026-11-30";
  const semComoContar = (porque: string): object => ({ estado: "sem-como-contar", porque, corridos: null, uteis: null, divide: false });

  it("without a registration", () => {
    const relogio = relogioDe([{ eventos: [["analise-preliminar", "2026-09-21"], ["notificacao", "2026-09-22"]] }], { hoje: HOJE });
    expect(prazo(relogio, "resposta")).toEqual(semComoContar("inicio-sem-data"));
    expect(prazo(relogio, "manifestacao")).toMatchObject({ estado: "vencido", corridos: "2026-10-13" });
  });

  it("notified on no date", () => {
    const relogio = relogioDe([ate("2026-09-20", ["analise-preliminar", "2026-09-21"], ["notificacao", null])], { hoje: HOJE });
    expect(prazo(relogio, "manifestacao")).toEqual(semComoContar("inicio-sem-data"));
    expect(prazo(relogio, "resposta")).toMatchObject({ estado: "vencido" });
  });

  it("answered by the municipality without a notification", () => {
    const relogio = relogioDe([ate("2026-09-20", ["manifestacao", "2026-10-10"])], { hoje: HOJE });
    expect(prazo(relogio, "manifestacao")).toEqual(semComoContar("inicio-sem-data"));
  });

  it("registered before SUAS existed", () => {
    expect(prazo(relogioDe([ate("1926-11-03")], { hoje: HOJE }), "resposta")).toEqual(semComoContar("inicio-em-duvida"));
  });

  it("notified on two days", () => {
    const relogio = relogioDe([ate("2026-09-20", ["analise-preliminar", "2026-09-20"], ["notificacao", "2026-09-22"], ["notificacao", "2026-09-29"])], { hoje: HOJE });
    expect(prazo(relogio, "manifestacao")).toEqual(semComoContar("inicio-em-duvida"));
  });

  it("answered before the registration", () => {
    expect(prazo(relogioDe([ate("2026-09-20", ["resposta", "2026-09-10"])], { hoje: HOJE }), "resposta")).toEqual(semComoContar("cumprimento-em-duvida"));
  });

  it("answered on no date", () => {
    expect(prazo(relogioDe([ate("2026-09-20", ["resposta", null])], { hoje: HOJE }), "resposta")).toEqual(semComoContar("cumprimento-em-duvida"));
  });

  it("archived on no date, without an answer", () => {
    expect(prazo(relogioDe([ate("2026-09-20", ["arquivamento", null, "falta-de-provas"])], { hoje: HOJE }), "resposta")).toEqual(semComoContar("cumprimento-em-duvida"));
  });

  it("started where the calendar does not reach", () => {
    const curto = montarCalendario({ de: diaDe("2026-10-01"), ate: ATE, parados: [], municipio: null, facultativosParados: true });
    const colunas = casosDe([ate("2026-09-20")]);
    const relogio = calcularRelogio(colunas, reproduzir(colunas, diaDe(HOJE)), PRAZOS, { hoje: diaDe(HOJE), regra: null, calendarioDe: () => curto });
    expect(prazo(relogio, "resposta")).toEqual(semComoContar("fora-do-calendario"));
  });
});

describe("a step after today has not happened yet, as in the replay", () => {
  it("still waits for an answer dated tomorrow", () => {
    const caso = ate(REGISTRO, ["resposta", "2026-11-11"]);
    expect(prazo(relogioDe([caso], { hoje: "2026-11-10" }), "resposta")).toMatchObject({ estado: "no-prazo", corridos: "2026-11-18" });
    expect(prazo(relogioDe([caso], { hoje: "2026-11-11" }), "resposta")).toMatchObject({ estado: "cumprido" });
  });

  it("does not start a term, nor end one, tomorrow", () => {
    const caso = ate("2026-09-20", ["analise-preliminar", "2026-09-21"], ["notificacao", "2026-09-22"], ["manifestacao-tecnica", "2026-10-05"]);
    expect(prazo(relogioDe([caso], { hoje: "2026-09-21" }), "manifestacao")).toEqual(NADA);
    expect(prazo(relogioDe([caso], { hoje: "2026-10-04" }), "manifestacao")).toMatchObject({ estado: "no-prazo" });
    expect(prazo(relogioDe([caso], { hoje: "2026-10-05" }), "manifestacao")).toMatchObject({ estado: "encerrado" });
  });

  it("cannot count a case registered tomorrow", () => {
    expect(prazo(relogioDe([ate(REGISTRO)], { hoje: "2026-11-02" }), "resposta")).toMatchObject({ estado: "sem-como-contar", porque: "inicio-em-duvida" });
  });
});

describe("the next term of a case", () => {
  it("is the pending one that falls due first, under the rule", () => {
    // Answer due 18 November; notified on 5 November: 25 running, 4 December in business days.
    const caso = ate(REGISTRO, ["analise-preliminar", "2026-11-04"], ["notificacao", "2026-11-05"]);
    const relogio = relogioDe([caso], { hoje: "2026-11-10" });
    expect([relogio.proximo[0], civil(relogio.proximoDia[0])]).toEqual([0, "2026-11-18"]);
    const respondida = relogioDe([{ ...caso, eventos: [...(caso.eventos ?? []), ["resposta", "2026-11-09"]] }], { hoje: "2026-11-10", regra: "uteis" });
    expect([respondida.proximo[0], civil(respondida.proximoDia[0])]).toEqual([1, "2026-12-04"]);
  });

  it("is none when every term is over or cannot be counted", () => {
    const relogio = relogioDe([ate(REGISTRO, ["resposta", "2026-11-09"]), ate("1926-11-03")], { hoje: "2026-11-10" });
    expect([...relogio.proximo]).toEqual([SEM_CODIGO, SEM_CODIGO]);
    expect([...relogio.proximoDia]).toEqual([SEM_DIA, SEM_DIA]);
  });

  it("is only among states still waited for", () => {
    expect(ESTADOS_DO_PRAZO.filter((_, i) => isPendente(i))).toEqual(["no-prazo", "vence-logo", "vencido"]);
    expect(isPendente(undefined)).toBe(false);
  });
});

describe("the clock of many cases", () => {
  it("gives an apensada no clock, and its main case its own", () => {
    const relogio = relogioDe([ate(REGISTRO), { ...ate("2026-11-05"), principal: 0 }], { hoje: "2026-11-10" });
    expect(ESTADOS_DO_PRAZO[relogio.estado[0] ?? 0]).toBe("no-prazo");
    expect([...relogio.estado.subarray(PRAZOS.length)].every((estado) => ESTADOS_DO_PRAZO[estado] === "nao-se-aplica")).toBe(true);
    expect(relogio.proximo[1]).toBe(SEM_CODIGO);
  });

  it("stops waiting in a case that is over, whatever was not sent", () => {
    // Visited, never reported; found nothing; answered: over on 10 November, the report due on 18.
    const relogio = relogioDe(
      [
        ate(
          "2026-09-20",
          ["analise-preliminar", "2026-09-21"],
          ["notificacao", "2026-09-22"],
          ["manifestacao", "2026-10-01"],
          ["distribuicao", "2026-10-02", "servicos"],
          ["verificacao", "2026-11-03"],
          ["manifestacao-tecnica", "2026-11-05"],
          ["desfecho", "2026-11-06", "sem-irregularidade"],
          ["resposta", "2026-11-10"],
        ),
      ],
      { hoje: "2026-11-30" },
    );
    expect(prazo(relogio, "relatorio")).toMatchObject({ estado: "encerrado", corridos: "2026-11-18" });
    expect(civil(relogio.fim[2])).toBe("2026-11-10");
  });

  it("has an empty clock of no cases, and of no terms", () => {
    expect(relogioDe([], { hoje: "2026-11-10" }).estado).toHaveLength(0);
    expect(relogioDe([ate(REGISTRO)], { hoje: "2026-11-10", prazos: [] }).proximo[0]).toBe(SEM_CODIGO);
  });

  const umPrazo = PRAZOS[0];
  it.each([
    ["a step that does not exist", { cumpre: "respota" as Prazo["cumpre"] }],
    ["a finding that does not exist", { desfecho: "nada" as Prazo["desfecho"] }],
    ["half a day", { n: 0.5 }],
  ])("refuses a term with %s", (_, errado) => {
    expect(umPrazo).toBeDefined();
    if (umPrazo !== undefined) expect(() => relogioDe([], { hoje: "2026-11-10", prazos: [{ ...umPrazo, ...errado }] })).toThrow(/the term "resposta"/);
  });
});
