import { describe, expect, it } from "vitest";
import { lapide, valorDe } from "../../../src/core/mescla/index.ts";
import { planosDasLinhas, planosDosRegistros, registrosDoPlano, semContinuados } from "../../../src/core/planos/index.ts";
import { A, LINHAS } from "./caso.ts";

const { planos } = planosDasLinhas(LINHAS);
const [P1, P2] = planos;
if (P1 === undefined || P2 === undefined) throw new Error("the case has no plans");

describe("a plan of the extract taken into the work", () => {
  it("says there all that the extract said of it and of its three actions", () => {
    const [doTrabalho] = planosDosRegistros(registrosDoPlano(P1)).planos;
    expect(doTrabalho).toMatchObject({ municipio: A, especie: "providencias", dificuldade: P1.dificuldade, origem: P1.origem, inicio: P1.inicio, aprovacaoCmas: P1.aprovacaoCmas, pactuacaoCib: P1.pactuacaoCib });
    expect(doTrabalho?.acoes).toEqual(P1.acoes.map((acao, i) => ({ ...acao, id: doTrabalho?.acoes[i]?.id })));
  });

  it("is the same records whoever takes it, and others for another plan", () => {
    const ids = (plano: typeof P1): string[] => registrosDoPlano(plano).map(({ id }) => id);
    expect(ids(P1)).toEqual(ids(planosDasLinhas(LINHAS).planos[0] ?? P2));
    expect(new Set([...ids(P1), ...ids(P2)]).size).toBe(P1.acoes.length + P2.acoes.length + 2);
    expect(registrosDoPlano(P1).slice(1).every((acao) => valorDe(acao, "plano") === ids(P1)[0])).toBe(true);
  });

  it("takes the place of the extract's, and gives it back when it is taken out", () => {
    const meus = (registros: ReturnType<typeof registrosDoPlano>): Set<string> => new Set(planosDosRegistros(registros).planos.map(({ id }) => id));
    const tomado = registrosDoPlano(P1);
    expect(semContinuados(planos, meus(tomado))).toEqual(planos.filter(({ id }) => id !== P1.id));
    expect(semContinuados(planos, meus(tomado.map(lapide)))).toEqual(planos);
  });
});
