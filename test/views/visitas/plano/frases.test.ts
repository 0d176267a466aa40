import { describe, expect, it } from "vitest";
import { equipesDe } from "../../../../src/views/visitas/equipes.ts";
import { distanciaEmPalavras, fraseDoPlano } from "../../../../src/views/visitas/frase.ts";
import { oQueMudou } from "../../../../src/views/visitas/mudou.ts";
import { mudancaDeTrava } from "../../../../src/views/visitas/edicoes.ts";
import { recusaEmPalavras } from "../../../../src/views/visitas/recusa.ts";
import { AJUSTES, ENTRADA, FEITO, nome, PLANO, VIAGEM } from "./amostra.ts";

const simples = (texto: string): string => texto.replaceAll("\u00a0", " ");

describe("the sentence of the page", () => {
  it("tells visits, period, teams, days, road and the share of the priority", () => {
    expect(simples(fraseDoPlano({ feito: FEITO, distancia: null, nome }))).toBe(
      "2 visitas cabem em jan.–mar. 2027 com 2 equipes: 3 dias de estrada e visita, 512 km, 50 % da prioridade.",
    );
  });

  it("says how near the best plan it is, never nearer than it is", () => {
    expect(simples(fraseDoPlano({ feito: FEITO, distancia: 0.0131, nome }))).toContain("; a no máximo 1,4 % do melhor plano possível.");
    expect(simples(distanciaEmPalavras(0.014))).toBe("a no máximo 1,4 % do melhor plano possível");
    expect(distanciaEmPalavras(0)).toBe("nenhum plano possível é melhor");
  });

  it("names what was asked for and did not fit", () => {
    const plano = { ...PLANO, naoAtendidas: [{ tipo: "municipio", codigo: 9900004 }, { tipo: "cota", cota: 0, faltam: 2 }] } as const;
    expect(fraseDoPlano({ feito: { ...FEITO, plano }, distancia: null, nome })).toContain(" Não couberam: Delta e 1 cota.");
  });

  it("has a plan without a visit in the singular", () => {
    const plano = { ...PLANO, viagens: [], valor: 0, km: 0, dias: 0 };
    expect(simples(fraseDoPlano({ feito: { ...FEITO, plano }, distancia: null, nome }))).toBe(
      "Nenhuma visita cabe em jan.–mar. 2027 com 2 equipes: nenhum dia de estrada e visita, 0 km, 0 % da prioridade.",
    );
  });
});

describe("what changed since the plan was made", () => {
  const agora = { entrada: ENTRADA, metodo: "m", dados: "d" };

  it("is nothing for the same input, even written in another order", () => {
    expect(oQueMudou(FEITO, agora)).toEqual([]);
    const { semente, ...resto } = AJUSTES;
    expect(oQueMudou(FEITO, { ...agora, entrada: { ...ENTRADA, ajustes: { semente, ...resto } } })).toEqual([]);
  });

  it("names each thing that changed, and only that", () => {
    expect(oQueMudou(FEITO, { ...agora, metodo: "outro" })).toEqual(["o método ou os seus pesos"]);
    expect(oQueMudou(FEITO, { ...agora, entrada: { ...ENTRADA, ajustes: { ...AJUSTES, trimestres: 2 } } })).toEqual(["os ajustes do plano"]);
    expect(oQueMudou(FEITO, { ...agora, entrada: { ...ENTRADA, hoje: "2026-12-01" } })).toEqual(["o dia contado como hoje"]);
    const exigido = { ...ENTRADA, municipios: ENTRADA.municipios.map((m) => ({ ...m, exigido: m.codigo === 9900004 })) };
    expect(oQueMudou(FEITO, { ...agora, entrada: exigido })).toEqual(["as visitas exigidas"]);
  });
});

describe("a lock", () => {
  it("of a municipality keeps its team and quarter, in the settings and in the plan's own input", () => {
    const mudanca = mudancaDeTrava(FEITO, { tipo: "travar", codigo: 9900002 }, nome);
    expect(mudanca?.ajustes(AJUSTES).travas).toEqual([{ codigo: 9900002, tipo: "dentro", equipe: "9900001-1", trimestre: 1 }]);
    expect(mudanca?.feito?.entrada.ajustes.travas).toEqual(mudanca?.ajustes(AJUSTES).travas);
    expect(mudanca?.oQue).toBe("travar Beta");
  });

  it("leaves the limit of the plan true; taking it away does not", () => {
    const travado = mudancaDeTrava(FEITO, { tipo: "travar", codigo: 9900002 }, nome)?.feito ?? FEITO;
    expect(travado.limitadoPor).toBe(ENTRADA);
    const solto = mudancaDeTrava(travado, { tipo: "destravar", codigo: 9900002 }, nome)?.feito;
    expect(solto?.limitadoPor).toBe(solto?.entrada);
    expect(solto?.entrada.ajustes.travas).toEqual([]);
  });

  it("of a tour marks it, and unlocking takes the mark away", () => {
    const travada = mudancaDeTrava(FEITO, { tipo: "travar-viagem", viagem: VIAGEM.id }, nome)?.feito ?? FEITO;
    expect(travada.plano.viagens.map((viagem) => viagem.travada)).toEqual([true]);
    expect(travada.entrada.ajustes.viagensTravadas).toEqual([{ equipe: "9900001-1", inicio: "2027-01-04", municipios: [9900002, 9900003] }]);
    const solta = mudancaDeTrava(travada, { tipo: "destravar-viagem", viagem: VIAGEM.id }, nome)?.feito;
    expect(solta?.plano.viagens.map((viagem) => viagem.travada)).toEqual([false]);
    expect(solta?.entrada.ajustes.viagensTravadas).toEqual([]);
  });

  it("that the plan does not meet yet leaves the plan as it is, for the next planning", () => {
    const fora = mudancaDeTrava(FEITO, { tipo: "exigir-lugar", codigo: 9900002, lugar: "fora" }, nome);
    expect(fora?.feito).toBeNull();
    expect(fora?.ajustes(AJUSTES).travas).toEqual([{ codigo: 9900002, tipo: "fora" }]);
    expect(mudancaDeTrava(FEITO, { tipo: "exigir-lugar", codigo: 9900004, lugar: "fora" }, nome)?.feito).not.toBeNull();
  });

  it("of what the plan does not have is none", () => {
    expect(mudancaDeTrava(FEITO, { tipo: "travar", codigo: 9900004 }, nome)).toBeNull();
    expect(mudancaDeTrava(FEITO, { tipo: "travar-viagem", viagem: "9900001-1/2027-02-01" }, nome)).toBeNull();
  });
});

describe("a refusal", () => {
  it("says what would be passed, and what to do", () => {
    const equipes = equipesDe(AJUSTES, nome);
    expect(recusaEmPalavras({ tipo: "passa-da-viagem", dias: 7, maximo: 5 }, 9900004, nome, equipes)).toBe(
      "Com Delta, a viagem levaria 7 dias úteis, e uma viagem tem no máximo 5 dias. Tire outro município dela ou escolha outra viagem.",
    );
    expect(recusaEmPalavras({ tipo: "outra-base", base: 9900001 }, 9900004, nome, equipes)).toContain("sai de Alfa, que não atende Delta");
  });
});
