import { describe, expect, it } from "vitest";
import { agruparInconsistencias, casoInteiro, paginaDeInconsistencias } from "../../../src/core/denuncias/caso.ts";
import { PASSOS, SEM_CODIGO } from "../../../src/core/denuncias/passos.ts";
import { INCONSISTENCIAS } from "../../../src/core/denuncias/reproducao.ts";
import type { Mesa } from "../../../src/core/denuncias/selecao.ts";
import type { CasoDeTeste } from "./casos.ts";
import { EXEMPLO, HOJE } from "./exemplo.ts";
import { mesaDe } from "./mesa.ts";

const ERRADOS: readonly CasoDeTeste[] = [
  // Twice the same kind at the same step, and a step before the registration.
  {
    registro: "2025-10-01",
    eventos: [
      ["analise-preliminar", "2025-09-30"],
      ["notificacao", null],
      ["notificacao", null],
    ],
  },
  { registro: "2025-10-02" },
  { registro: "2025-10-03", eventos: [["notificacao", null, null, "linha"]], situacao: 9 },
];
const MESA = mesaDe(ERRADOS, HOJE);
const TODOS = new Uint8Array(ERRADOS.length).fill(1);

const passosDe = ({ casos }: Mesa, eventos: readonly number[]): (string | undefined)[] => eventos.map((e) => PASSOS[casos.passo[e] ?? SEM_CODIGO]);

describe("casoInteiro", () => {
  it("puts the events by day, of one day in the order of the norm, and those without a day last", () => {
    const mesa = mesaDe(
      [
        {
          registro: "2025-10-01",
          eventos: [
            ["resposta", null],
            ["notificacao", "2025-10-06"],
            ["analise-preliminar", "2025-10-06"],
            ["manifestacao", "2025-10-02"],
          ],
        },
      ],
      HOJE,
    );
    expect(passosDe(mesa, casoInteiro(mesa, 0).eventos)).toEqual(["registro", "manifestacao", "analise-preliminar", "notificacao", "resposta"]);
  });

  it("gives the terms that apply, the main case and the inconsistencies", () => {
    const mesa = mesaDe(EXEMPLO, HOJE);
    expect(casoInteiro(mesa, 1)).toMatchObject({ prazos: [0, 1], problemas: [], principal: -1 });
    expect(casoInteiro(mesa, 4)).toMatchObject({ prazos: [], principal: 2 });
    expect(casoInteiro(mesa, 5)).toMatchObject({ prazos: [0], problemas: [0] });
  });

  it("gives each case its own inconsistencies, all of them", () => {
    const [primeiro, segundo, terceiro] = [0, 1, 2].map((caso) => casoInteiro(MESA, caso).problemas);
    expect(segundo).toEqual([]);
    expect([...(primeiro ?? []), ...(terceiro ?? [])]).toEqual([...MESA.reproducao.inconsistencias.caso.keys()]);
  });

  it("has no main case where it names itself", () => {
    expect(casoInteiro(mesaDe([{ registro: "2025-10-01", principal: 0 }], HOJE), 0).principal).toBe(-1);
  });
});

describe("agruparInconsistencias", () => {
  it("counts a case once in each kind and step", () => {
    expect(agruparInconsistencias(MESA, TODOS)).toEqual([
      { codigo: "antes-do-registro", passo: "analise-preliminar", casos: 1 },
      { codigo: "sem-data", passo: "notificacao", casos: 2 },
      // Case 2 is declared archived.
      { codigo: "situacao-difere", passo: null, casos: 1 },
    ]);
  });

  it("keeps to the selection", () => {
    expect(agruparInconsistencias(MESA, Uint8Array.of(0, 1, 1)).map(({ casos }) => casos)).toEqual([1, 1]);
  });
});

describe("paginaDeInconsistencias", () => {
  const nomes = (posicoes: readonly number[]): (string | undefined)[] => posicoes.map((i) => INCONSISTENCIAS[MESA.reproducao.inconsistencias.codigo[i] ?? SEM_CODIGO]);

  it("counts all and gives only the page", () => {
    const { total, posicoes } = paginaDeInconsistencias(MESA, TODOS, null, 1, 2);
    expect([total, nomes(posicoes)]).toEqual([5, ["sem-data", "sem-data"]]);
  });

  it("gives one kind", () => {
    expect(paginaDeInconsistencias(MESA, TODOS, "sem-data", 0, 10).total).toBe(3);
    expect(paginaDeInconsistencias(MESA, Uint8Array.of(0, 1, 1), "sem-data", 0, 10).total).toBe(1);
    expect(paginaDeInconsistencias(MESA, TODOS, "fora-de-ordem", 0, 10)).toEqual({ total: 0, posicoes: [] });
  });

  it("refuses a page that does not start or end at a whole number", () => {
    expect(() => paginaDeInconsistencias(MESA, TODOS, null, -1, 10)).toThrow(new RangeError("a page needs whole numbers from 0 up, got -1"));
    expect(() => paginaDeInconsistencias(MESA, TODOS, null, 0, NaN)).toThrow(RangeError);
  });
});
