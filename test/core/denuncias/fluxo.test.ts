import { describe, expect, it } from "vitest";
import { calendariosDoTerritorio } from "../../../src/core/denuncias/calendario.ts";
import { diaDe } from "../../../src/core/denuncias/dia.ts";
import { calcularFluxo, type Fluxo } from "../../../src/core/denuncias/fluxo.ts";
import { DESFECHOS, PASSOS, type Passo } from "../../../src/core/denuncias/passos.ts";
import { calcularRelogio } from "../../../src/core/denuncias/relogio.ts";
import { reproduzir } from "../../../src/core/denuncias/reproduzir.ts";
import { addDays } from "../../../src/core/civil-date.ts";
import { randomIndex, seededSource } from "../../../src/core/metodo/seeded-random.ts";
import { type CasoDeTeste, casosDe, type EventoDeTeste } from "./casos.ts";
import { ATE, DE, FERIADOS, SEM_DIAS_SEUS } from "./dias-parados.ts";
import { PRAZOS } from "./prazos-da-norma.ts";

const calendarioDe = calendariosDoTerritorio({ de: DE, ate: ATE, parados: FERIADOS, facultativosParados: true, sede: SEM_DIAS_SEUS });

function fluxoDe(casos: readonly CasoDeTeste[], hoje: string, selecao: readonly number[] | null = null): Fluxo {
  const colunas = casosDe(casos);
  const reproducao = reproduzir(colunas, diaDe(hoje));
  const relogio = calcularRelogio(colunas, reproducao, PRAZOS, { hoje: diaDe(hoje), regra: null, calendarioDe });
  return calcularFluxo(colunas, reproducao, relogio, selecao === null ? null : Uint8Array.from(selecao));
}

const caso = (registro: string, ...eventos: readonly EventoDeTeste[]): CasoDeTeste => ({ registro, eventos: [["registro", registro], ...eventos] });
const HOJE = "2026-11-30";

/** Answered in 5 days; answered in 20; open for 27; archived after 8; apensada to the first; registered on an impossible day. */
const CASOS: readonly CasoDeTeste[] = [
  caso("2026-11-03", ["resposta", "2026-11-08"]),
  caso("2026-10-01", ["resposta", "2026-10-21"]),
  caso("2026-11-03", ["analise-preliminar", "2026-11-04"]),
  caso("2026-11-05", ["arquivamento", "2026-11-13", "falta-de-provas"]),
  { ...caso("2026-11-06"), principal: 0 },
  caso("1926-11-03", ["resposta", "2026-11-08"]),
];

describe("where cases are", () => {
  it("counts every case in one state, apensadas among them", () => {
    const { porEstado } = fluxoDe(CASOS, HOJE);
    expect(porEstado).toMatchObject({ arquivada: 1, apensada: 1, "em-analise-preliminar": 1 });
    expect(Object.values(porEstado).reduce((a, b) => a + b)).toBe(CASOS.length);
  });

  it("counts who reached each step, on whatever day, but not the apensadas again", () => {
    const { porPasso } = fluxoDe(CASOS, HOJE);
    expect(porPasso).toMatchObject({ registro: 5, "analise-preliminar": 1, resposta: 3, arquivamento: 1, notificacao: 0 });
  });

  it("counts only the cases chosen", () => {
    const { porEstado, porPasso, resposta } = fluxoDe(CASOS, HOJE, [0, 0, 1, 0, 1, 0]);
    expect(Object.values(porEstado).reduce((a, b) => a + b)).toBe(2);
    expect(porPasso.registro).toBe(1);
    expect(resposta).toMatchObject({ casos: 1, respondidos: 0 });
  });
});

describe("days a step takes", () => {
  const tempo = (fluxo: Fluxo, de: Passo, para: Passo): unknown => fluxo.tempos.find((um) => um.de === de && um.para === para);

  it("has the median and the 90th percentile over the cases with both days: 5 and 20", () => {
    // Places 0.5 and 0.9 between 5 and 20: 12.5 and 5 + 0.9·15 = 18.5. The impossible registration is counted apart.
    expect(tempo(fluxoDe(CASOS, HOJE), "registro", "resposta")).toEqual({ de: "registro", para: "resposta", casos: 2, mediana: 12.5, p90: 18.5, semComoContar: 1 });
  });

  it("has no median without cases", () => {
    expect(tempo(fluxoDe(CASOS, HOJE), "verificacao", "relatorio")).toEqual({ de: "verificacao", para: "relatorio", casos: 0, mediana: null, p90: null, semComoContar: 0 });
  });

  it("counts apart a step that came before the one it follows, or on no date", () => {
    const casos = [
      caso("2026-09-01", ["analise-preliminar", "2026-09-02"], ["notificacao", "2026-09-10"], ["manifestacao", "2026-09-05"]),
      caso("2026-09-01", ["analise-preliminar", "2026-09-02"], ["notificacao", "2026-09-10"], ["manifestacao", null]),
      caso("2026-09-01", ["analise-preliminar", "2026-09-02"], ["notificacao", "2026-09-10"], ["manifestacao", "2026-09-10"]),
    ];
    expect(tempo(fluxoDe(casos, HOJE), "notificacao", "manifestacao")).toMatchObject({ casos: 1, mediana: 0, p90: 0, semComoContar: 2 });
  });

  it("takes the days of the control bodies from the finding that sends the case there", () => {
    const eventos: readonly EventoDeTeste[] = [
      ["desfecho", "2026-09-20", "dificuldade-na-gestao"],
      ["desfecho", "2026-10-01", "indicio-de-irregularidade"],
      ["encaminhamento-controle", "2026-10-09"],
    ];
    expect(tempo(fluxoDe([caso("2026-09-01", ["manifestacao-tecnica", "2026-09-18"], ...eventos)], HOJE), "desfecho", "encaminhamento-controle")).toMatchObject({ casos: 1, mediana: 8 });
  });

  it("leaves out a step after today, which has not happened", () => {
    expect(tempo(fluxoDe(CASOS, "2026-11-05"), "registro", "resposta")).toMatchObject({ casos: 1, mediana: 20 });
  });
});

describe("terms kept, by the month they started", () => {
  it("counts the answers by hand", () => {
    // October: answered on 21, due on 16: out. November: answered within; open, due on 18, past; archived on 13, due on 20 → 23.
    const linhas = fluxoDe(CASOS, HOJE).cumprimento.filter(({ prazo }) => prazo === "resposta");
    const zero = { prazo: "resposta", emCurso: 0, encerrados: 0, semComoContar: 0 };
    expect(linhas).toEqual([
      { ...zero, mes: "2026-10", iniciados: 1, noPrazoCorridos: 0, noPrazoUteis: 0, foraCorridos: 1, foraUteis: 1 },
      { ...zero, mes: "2026-11", iniciados: 3, noPrazoCorridos: 1, noPrazoUteis: 1, foraCorridos: 1, foraUteis: 1, encerrados: 1 },
    ]);
    expect(fluxoDe(CASOS, HOJE).cumprimentoSemMes).toEqual([{ prazo: "resposta", casos: 1 }]);
  });

  it("counts a term between its two dates as out under one and running, or kept, under the other", () => {
    // Notified on 22 September: 13 October running, 21 October in business days.
    const notificada = caso("2026-09-20", ["analise-preliminar", "2026-09-21"], ["notificacao", "2026-09-22"]);
    const respondeu = { ...notificada, eventos: [...(notificada.eventos ?? []), ["manifestacao", "2026-10-15"] as const] };
    const linha = fluxoDe([notificada, respondeu], "2026-10-16").cumprimento.find(({ prazo }) => prazo === "manifestacao");
    expect(linha).toEqual({
      prazo: "manifestacao",
      mes: "2026-09",
      iniciados: 2,
      noPrazoCorridos: 0,
      noPrazoUteis: 1,
      foraCorridos: 2,
      foraUteis: 0,
      emCurso: 1,
      encerrados: 0,
      semComoContar: 0,
    });
  });
});

describe("the time to the answer", () => {
  it("is worked by hand: answered on days 5 and 20, archived after 8, open for 27", () => {
    // Day 5: 4 at risk, 3/4. Day 8 leaves one. Day 20: 2 at risk, 3/4 · 1/2 = 3/8, under half.
    const { resposta } = fluxoDe(CASOS, HOJE);
    expect(resposta).toMatchObject({ casos: 4, respondidos: 2, semComoContar: 1, mediana: 20 });
    expect(resposta.pontos.map(({ dia, emRisco, sobrevida }) => [dia, emRisco, sobrevida])).toEqual([
      [5, 4, 0.75],
      [20, 2, 0.375],
    ]);
  });

  it("keeps waiting for an answer dated after today, and counts apart what is in doubt", () => {
    const casos = [caso("2026-11-03", ["resposta", "2026-11-20"]), caso("2026-11-03", ["resposta", null]), caso("2026-11-03", ["arquivamento", null, "falta-de-provas"])];
    expect(fluxoDe(casos, "2026-11-10").resposta).toMatchObject({ casos: 1, respondidos: 0, semComoContar: 2, mediana: null });
  });

  it("counts as answered an archived case that was answered later", () => {
    const arquivada = caso("2026-11-03", ["arquivamento", "2026-11-05", "falta-de-provas"], ["resposta", "2026-11-09"]);
    expect(fluxoDe([arquivada], HOJE).resposta).toMatchObject({ respondidos: 1, mediana: 6 });
  });
});

describe("whatever the cases", () => {
  const source = seededSource("fluxo");
  const sorteados = Array.from({ length: 400 }, (): CasoDeTeste => {
    const registro = addDays("2026-01-01", randomIndex(source, 330));
    const eventos = PASSOS.flatMap((passo): EventoDeTeste[] => {
      if (passo === "registro" || randomIndex(source, 2) === 0) return [];
      const dia = randomIndex(source, 30) === 0 ? null : addDays(registro, randomIndex(source, 60) - 2);
      const detalhe = passo === "desfecho" ? (DESFECHOS[randomIndex(source, 3)] ?? null) : null;
      return [[passo, dia, detalhe]];
    });
    return { ...caso(registro, ...eventos), principal: randomIndex(source, 10) === 0 ? randomIndex(source, 400) : -1 };
  });
  const fluxo = fluxoDe(sorteados, HOJE);

  it("adds the months and the terms without a month to the terms that apply", () => {
    const proprios = sorteados.length - fluxo.porEstado.apensada;
    const soma = fluxo.cumprimento.filter(({ prazo }) => prazo === "resposta").reduce((total, { iniciados }) => total + iniciados, 0);
    expect(soma + (fluxo.cumprimentoSemMes.find(({ prazo }) => prazo === "resposta")?.casos ?? 0)).toBe(proprios);
    expect(fluxo.resposta.casos + fluxo.resposta.semComoContar).toBe(proprios);
  });

  it("puts each started term in one count, under the longer one", () => {
    for (const { iniciados, noPrazoUteis, foraUteis, emCurso, encerrados, semComoContar } of fluxo.cumprimento) {
      expect(noPrazoUteis + foraUteis + emCurso + encerrados + semComoContar).toBe(iniciados);
    }
  });

  it("keeps no more terms by running days than by business days", () => {
    for (const { noPrazoCorridos, noPrazoUteis, foraCorridos, foraUteis } of fluxo.cumprimento) {
      expect(noPrazoCorridos).toBeLessThanOrEqual(noPrazoUteis);
      expect(foraCorridos).toBeGreaterThanOrEqual(foraUteis);
    }
  });
});
