import { describe, expect, it } from "vitest";
import { DESFECHOS, type Passo, PASSOS, SEM_CODIGO, SEM_DIA, SUPERINTENDENCIAS } from "../../../src/core/denuncias/passos.ts";
import { ESTADOS, type Reproducao } from "../../../src/core/denuncias/reproducao.ts";
import { reproduzir, SITUACOES_DECLARADAS } from "../../../src/core/denuncias/reproduzir.ts";
import { SITUACAO_ROTULO } from "../../../src/data/contracts/denuncias.ts";
import { casosDe, dia } from "./casos.ts";
import { casoDoTraco, DIA_ZERO } from "./ler-traco.ts";

const ZERO = dia(DIA_ZERO);

const reproduzido = (traco: string): Reproducao => reproduzir(casosDe([casoDoTraco(traco)]), ZERO + 100);

/** Days of the steps of the only case, counted as in the traces. */
function dias(traco: string): Partial<Record<Passo, number>> {
  const { diaDoPasso } = reproduzido(traco);
  return Object.fromEntries(PASSOS.flatMap((passo, p) => (diaDoPasso[p] === SEM_DIA ? [] : [[passo, (diaDoPasso[p] ?? 0) - ZERO]])));
}

function duvidas(traco: string): Passo[] {
  const bits = reproduzido(traco).emDuvida[0] ?? 0;
  return PASSOS.filter((_, passo) => (bits & (1 << passo)) !== 0);
}

describe("the day that counts for a step", () => {
  it("is the first, wherever it stands in the file", () => {
    expect(dias("R0 A2 N9 N3 M20")).toEqual({ registro: 0, "analise-preliminar": 2, notificacao: 3, manifestacao: 20 });
  });

  it("is a possible one where there is one, or else the one there is", () => {
    expect(dias("R0 N-9000 N120 N5")).toMatchObject({ notificacao: 5 });
    expect(dias("R0 N120")).toMatchObject({ notificacao: 120 });
    expect(dias("R0 N?")).toEqual({ registro: 0 });
  });

  it("is that of the events, not of the complaint's row, whichever comes first", () => {
    expect(dias("=R0 R5 A6 N9 =N7")).toEqual({ registro: 5, "analise-preliminar": 6, notificacao: 9 });
    expect(dias("=R0 N? =N7")).toEqual({ registro: 0, notificacao: 7 });
  });

  it("is the row's registration where no event says it", () => {
    const casos = { ...casosDe([{ registro: "2025-10-01" }]), inicio: new Int32Array(2), passo: new Uint8Array(), dia: new Int32Array() };
    const { diaDoPasso, inconsistencias } = reproduzir(casos, ZERO + 100);
    expect([diaDoPasso[0], inconsistencias.caso.length]).toEqual([ZERO, 0]);
  });
});

describe("a step in doubt", () => {
  it.each([
    ["R0 A2 N3 M20", []],
    ["R0 A2 N3 M?", ["manifestacao"]],
    ["R0 A2 N3 M-9000", ["manifestacao"]],
    ["R0 A2 N3 M120", ["manifestacao"]],
    ["R0 A2 N30 M20", ["manifestacao"]],
    ["R5 A2 N6", ["analise-preliminar"]],
    ["R0 A2 N3 N9", ["notificacao"]],
    ["R0 A2 N3 N3", []],
    ["R0 A2 N3 Ds5 Db9", []],
    ["=R0 R5", ["registro"]],
    ["R0 A2 N3 =N5", ["notificacao"]],
    ["R0 A2 N3 T40 F41", ["desfecho"]],
    ["R0 A2 N3 Qf10 M20", ["manifestacao"]],
    ["R0 A2 N3 M20 Ds21 T40 Fs41 P42 Qf45", []],
    ["R0 N3", []],
  ] as const)("of %s is %j", (traco, esperado) => {
    expect(duvidas(traco)).toEqual(esperado);
  });
});

describe("what was found and who has the case", () => {
  it("keeps the first day of each kind of finding", () => {
    const { desfechos, diaDoDesfecho } = reproduzido("R0 A2 N3 T40 Fi45 Fd41 Fi43");
    expect(DESFECHOS.filter((_, k) => ((desfechos[0] ?? 0) & (1 << k)) !== 0)).toEqual(["dificuldade-na-gestao", "indicio-de-irregularidade"]);
    expect([...diaDoDesfecho]).toEqual([ZERO + 41, ZERO + 43, SEM_DIA]);
  });

  it("keeps a finding without a day, and not one after today", () => {
    expect(reproduzido("R0 T40 Fi?").desfechos[0]).toBe(1 << DESFECHOS.indexOf("indicio-de-irregularidade"));
    expect(reproduzido("R0 T40 Fi120").desfechos[0]).toBe(0);
  });

  it("takes the office of the last distribution, and of one day the last in the file", () => {
    const de = (traco: string): string | undefined => SUPERINTENDENCIAS[reproduzido(traco).superintendencia[0] ?? SEM_CODIGO];
    expect(de("R0 N3 Db30 Ds21")).toBe("beneficios");
    expect(de("R0 N3 Db21 Ds21")).toBe("servicos");
    expect(de("R0 N3 Ds21 Dg120")).toBe("servicos");
    expect(de("R0 N3 Dg?")).toBe("gestao-suas");
    expect(de("R0 N3")).toBeUndefined();
  });
});

describe("SITUACOES_DECLARADAS", () => {
  it("follows the order of the extract's contract, whose positions the columns hold", () => {
    expect(SITUACOES_DECLARADAS.map(([situacao]) => situacao)).toEqual(Object.keys(SITUACAO_ROTULO));
  });
});

describe("reproduzir", () => {
  it("replays no case at all", () => {
    const { estado, inconsistencias } = reproduzir(casosDe([]), ZERO);
    expect([estado.length, inconsistencias.caso.length]).toEqual([0, 0]);
  });

  it("refuses a today that is not a whole day", () => {
    expect(() => reproduzir(casosDe([]), NaN)).toThrow(new RangeError("today must be a whole number of days from 1970-01-01, got NaN"));
  });

  it("answers as of today: what comes later has not happened yet", () => {
    const casos = casosDe([casoDoTraco("R0 A2 N3 M20 Ds21 T40 Fs41 P42")]);
    const estados = [0, 2, 3, 20, 40, 41, 42].map((hoje) => reproduzir(casos, ZERO + hoje).estado[0]);
    // registrada, em-analise-preliminar, aguardando-manifestacao, em-analise-tecnica, aguardando-desfecho, aguardando-resposta, encerrada.
    expect(estados).toEqual([0, 1, 4, 5, 7, 9, 10]);
  });

  it("closes a case of rows alone that is declared answered at its technical opinion, though answered before it; with events it waits for the finding", () => {
    const respondida = SITUACOES_DECLARADAS.findIndex(([situacao]) => situacao === "respondida");
    const daLinha = { registro: "2026-03-02", situacao: respondida };
    const datas = [["notificacao", "2026-03-05", null, "linha"], ["resposta", "2026-03-16", null, "linha"], ["manifestacao-tecnica", "2026-04-20", null, "linha"]] as const;
    const casos = casosDe([
      { ...daLinha, eventos: datas },
      { ...daLinha, eventos: [...datas, ["manifestacao", "2026-03-20"]] },
      { ...daLinha, situacao: respondida + 1, eventos: datas },
    ]);
    const { estado, encerramento } = reproduzir(casos, dia("2026-10-31"));
    expect([...estado].map((codigo) => ESTADOS[codigo])).toEqual(["encerrada", "aguardando-desfecho", "aguardando-desfecho"]);
    expect(encerramento[0]).toBe(dia("2026-04-20"));
  });
});
