import { describe, expect, it } from "vitest";
import { conferirPlanos, contarPlanos, planosDasLinhas, type LinhaDePlano } from "../../../src/core/planos/index.ts";
import { contarEmTurnos } from "../../../src/data/planos/contar.ts";
import { lerPlanos } from "../../../src/data/planos/ler.ts";
import type { FatiaDosPlanos } from "../../../src/data/queries/planos-acoes.ts";
import type { Session } from "../../../src/data/session/session.ts";
import { CODIGOS, HOJE, linha, LINHAS } from "../../core/planos/caso.ts";

const MUITAS: readonly LinhaDePlano[] = Array.from({ length: 4_500 }, (_, i) => linha(`P${Math.floor(i / 3)}`, CODIGOS[Math.floor(i / 3) % 4] ?? 0, String(i % 3)));

/** A session that holds these rows; `versions` of its answers in turn, the last one for ever. */
function sessionOf(linhas: readonly LinhaDePlano[], versions: readonly number[] = [1]): { readonly session: Pick<Session, "ask">; readonly saltos: number[] } {
  const saltos: number[] = [];
  const ask = (_query: unknown, params: unknown): Promise<unknown> => {
    const { limite, salto } = params as FatiaDosPlanos;
    saltos.push(salto);
    const version = versions[Math.min(saltos.length, versions.length) - 1] ?? 1;
    return Promise.resolve({ params, rows: linhas.slice(salto, salto + limite), version, ms: 0 });
  };
  return { session: { ask: ask as Session["ask"] }, saltos };
}

describe("reading the plans", () => {
  it("in slices gives what reading them at once gives", async () => {
    const { session, saltos } = sessionOf(MUITAS);
    expect(await lerPlanos(session)).toEqual(planosDasLinhas(MUITAS));
    expect(saltos).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
  });

  it("asks once more after a slice that was just full", async () => {
    const { session, saltos } = sessionOf(MUITAS.slice(0, 1_000));
    // Three actions a plan: 333 whole plans and one action of the next.
    expect((await lerPlanos(session)).planos).toHaveLength(334);
    expect(saltos).toEqual([0, 1_000]);
  });

  it("begins again when the data change between two slices", async () => {
    const { session, saltos } = sessionOf(MUITAS, [1, 2]);
    expect((await lerPlanos(session)).planos).toHaveLength(1_500);
    expect(saltos).toEqual([0, 1_000, 0, 1_000, 2_000, 3_000, 4_000]);
  });

  it("gives up in words when they never stand still", async () => {
    const { session } = sessionOf(MUITAS, [1, 2, 3, 4, 5, 6]);
    await expect(lerPlanos(session)).rejects.toThrow("Os planos mudaram enquanto eram lidos.");
  });
});

describe("counting in turns", () => {
  it("gives what counting at once gives, the two sources one after the other", async () => {
    const [um, dois] = [planosDasLinhas(LINHAS), planosDasLinhas(MUITAS)];
    const conhecidos = new Set(CODIGOS);
    const { planos, problemas } = await contarEmTurnos([um, dois], { hoje: HOJE, doTrabalho: HOJE }, conhecidos);
    const todos = [...um.planos, ...dois.planos];
    expect(planos).toEqual(contarPlanos(todos, HOJE));
    expect(problemas).toEqual(conferirPlanos(todos, HOJE, conhecidos));
  });

  it("keeps what was wrong with the rows", async () => {
    const repetido = planosDasLinhas([linha("P", 9900001, "1"), linha("P", 9900002, "2")]);
    const { problemas } = await contarEmTurnos([repetido], { hoje: HOJE, doTrabalho: HOJE }, new Set(CODIGOS));
    expect(problemas.map(({ codigo }) => codigo)).toEqual(["plano-em-dois-municipios"]);
  });
});
