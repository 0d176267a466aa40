import { describe, expect, it } from "vitest";
import { isValor } from "../../../../src/core/absence.ts";
import { ESTADOS } from "../../../../src/core/denuncias/reproducao.ts";
import {
  barrasDosEstados,
  leituraDosEstados,
  leituraDosPassos,
  linhasDosEstados,
  linhasDosPassos,
} from "../../../../src/views/denuncias/fluxo/estados.ts";
import { FLUXO, porEstado, porPasso } from "./amostra.ts";

const ESPERAM = { ouvidoria: 3, estado: 0, municipio: 3, ninguem: 0, principal: 0 };

describe("where the cases stand", () => {
  const linhas = linhasDosEstados(FLUXO.porEstado);
  const de = (estado: string) => linhas.find((linha) => linha.estado === estado);

  it("has a row for every state in the order of the norm, zeros included", () => {
    expect(linhas.map(({ estado }) => estado)).toEqual(ESTADOS);
    expect(de("em-verificacao")?.casos).toBe(0);
  });

  it("gives shares of the cases that count by themselves: 10, not the 12 with the apensadas", () => {
    expect(de("registrada")?.parte).toEqual({ valor: 20 });
    expect(de("apensada")?.parte).toEqual({ ausencia: "dados-insuficientes" });
    const partes = linhas.flatMap(({ parte }) => (isValor(parte) ? [parte.valor] : []));
    expect(partes.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 10);
  });

  it("calls open what still waits: a case sent on and answered is closed", () => {
    expect(["registrada", "aguardando-controle", "aguardando-resposta"].map((e) => de(e)?.andamento)).toEqual(["aberto", "aberto", "aberto"]);
    expect(["encaminhada-municipio", "encerrada", "arquivada"].map((e) => de(e)?.andamento)).toEqual(["fechado", "fechado", "fechado"]);
    expect(de("apensada")?.andamento).toBe("apensado");
  });

  it("is read as open of all, who they wait for, and where there are most", () => {
    expect(leituraDosEstados(linhas, ESPERAM)).toBe(
      "6 casos estão abertos, de 10: 3 esperam o município e 3 esperam a Ouvidoria. Onde há mais abertos: “Aguardando manifestação” (3). Fechados: 3 em “Encerrada” e 1 em “Arquivada”. Mais 2 apensadas seguem o seu caso principal e não contam à parte.",
    );
  });

  it("is read without the waits while they are not known", () => {
    expect(leituraDosEstados(linhas, null)).toContain("6 casos estão abertos, de 10. Onde há mais");
  });

  it("says so where nothing is open and where there is nothing", () => {
    expect(leituraDosEstados(linhasDosEstados(porEstado({ encerrada: 1 })), null)).toBe("Nenhum caso está aberto, de 1. Fechados: 1 em “Encerrada”.");
    expect(leituraDosEstados(linhasDosEstados(porEstado({})), null)).toBe("Nenhum caso que conte por si com os filtros em uso.");
    expect(leituraDosEstados(linhasDosEstados(porEstado({ registrada: 1 })), { ...ESPERAM, municipio: 0, ouvidoria: 1 })).toContain(
      "1 caso está aberto, de 1: 1 espera a Ouvidoria.",
    );
  });

  it("draws the open ones alone, with their share of the 6 open", () => {
    const textos = new Map(barrasDosEstados(linhas).map(({ chave, texto }) => [chave, texto]));
    expect(textos.get("registrada")).toBe("2 · 33,3\u00a0%");
    expect(textos.get("em-verificacao")).toBe("0");
    expect(["encerrada", "arquivada", "apensada"].some((estado) => textos.has(estado))).toBe(false);
  });
});

describe("the steps reached", () => {
  it("are shares of the registered", () => {
    const linhas = linhasDosPassos(FLUXO.porPasso);
    expect(linhas.find(({ passo }) => passo === "notificacao")?.parte).toEqual({ valor: 60 });
    expect(leituraDosPassos(linhas)).toBe(
      "De 10 casos registrados: notificação do município em 6 (60,0\u00a0%), manifestação em 4 (40,0\u00a0%), manifestação técnica em 3 (30,0\u00a0%), verificação no local (só quando é necessária) em 0 e resposta em 4 (40,0\u00a0%).",
    );
  });

  it("have no share without a registration", () => {
    const linhas = linhasDosPassos(porPasso({ resposta: 1 }));
    expect(linhas.every(({ parte }) => !isValor(parte))).toBe(true);
    expect(leituraDosPassos(linhas)).toBe("Nenhum caso com dia de registro nos filtros em uso.");
  });
});
