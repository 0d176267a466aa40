import { describe, expect, it } from "vitest";
import type { PrecoDaRegra, Regra } from "../../../../src/core/visitas/preco.ts";
import type { PlanClient } from "../../../../src/data/visitas/plan-client.ts";
import type { PlanNews, PlanTask } from "../../../../src/data/visitas/plan-messages.ts";
import { chaveDaRegra, criarCalculadora } from "../../../../src/views/visitas/regras/calculadora.ts";
import { BARRA, ENTRADA, PLANO } from "../mapa/amostra.ts";

const DIA: Regra = { tipo: "mais-um-dia" };
const RESERVA: Regra = { tipo: "reserva" };
const preco = (regra: Regra): PrecoDaRegra => ({
  regra,
  pontos: 2,
  valor: 2,
  km: 0,
  visitas: 0,
  dias: 0,
  demandas: 0,
  entram: [],
  saem: [],
  plano: PLANO,
});

/** A worker by hand: what was asked of it, and how to answer the last question. */
function porFora() {
  const pedidos: PlanTask[] = [];
  const feitos: string[] = [];
  let ouvir: (news: PlanNews) => void = () => undefined;
  const cliente: PlanClient = {
    run: (task, onNews) => {
      pedidos.push(task);
      ouvir = onNews;
    },
    stop: () => feitos.push("stop"),
    close: () => feitos.push("close"),
  };
  let abertos = 0;
  const calculadora = criarCalculadora(
    () => {
      abertos += 1;
      return cliente;
    },
    ENTRADA,
    PLANO,
  );
  return {
    calculadora,
    pedidos,
    feitos,
    abertos: () => abertos,
    responder: (news: PlanNews) => {
      ouvir(news);
    },
    estados: () => [...calculadora.precos()].map(([chave, { estado }]) => `${chave}: ${estado}`),
  };
}

describe("the prices of rules", () => {
  it("open no worker until one is asked for, and are worked out one at a time", () => {
    const { calculadora, pedidos, abertos, responder, estados } = porFora();
    expect(abertos()).toBe(0);
    calculadora.calcular([DIA, RESERVA]);
    expect(pedidos.map((pedido) => pedido.tipo === "preco" && pedido.regra)).toEqual([DIA]);
    expect(estados()).toEqual(["mais-um-dia: andando", "reserva: na-fila"]);
    responder({ tipo: "andamento", feitas: 50, total: 100 });
    expect(calculadora.precos().get("mais-um-dia")).toEqual({ estado: "andando", feitas: 50, total: 100 });
    responder({ tipo: "preco", preco: preco(DIA), feitas: 100, total: 100, pronto: true });
    expect(calculadora.precos().get("mais-um-dia")).toEqual({ estado: "pronto", preco: preco(DIA), cortado: false });
    expect(estados()[1]).toBe("reserva: andando");
    expect(abertos()).toBe(1);
  });

  it("are not asked again while known or waiting, and are after a failure", () => {
    const { calculadora, pedidos, responder, estados } = porFora();
    calculadora.calcular([DIA]);
    calculadora.calcular([DIA]);
    expect(pedidos).toHaveLength(1);
    responder({ tipo: "falha", detalhe: "boom" });
    expect(estados()).toEqual(["mais-um-dia: falhou"]);
    calculadora.calcular([DIA]);
    expect(pedidos).toHaveLength(2);
    responder({ tipo: "preco", preco: preco(DIA), feitas: 1, total: 1, pronto: true });
    calculadora.calcular([DIA]);
    expect(pedidos).toHaveLength(2);
  });

  it("that are stopped are told with what was found, and those that waited are forgotten", () => {
    const { calculadora, feitos, responder, estados } = porFora();
    calculadora.calcular([DIA, RESERVA]);
    calculadora.parar();
    expect(feitos).toEqual(["stop"]);
    responder({ tipo: "preco", preco: preco(DIA), feitas: 30, total: 100, pronto: true });
    expect(calculadora.precos().get("mais-um-dia")).toMatchObject({ estado: "pronto", cortado: true });
    expect(estados()).toEqual(["mais-um-dia: pronto"]);
  });

  it("known stay when the worker ends; what was under way can be asked again, and a late answer is not heard", () => {
    const { calculadora, feitos, responder, estados, abertos } = porFora();
    calculadora.calcular([DIA, RESERVA]);
    responder({ tipo: "preco", preco: preco(DIA), feitas: 1, total: 1, pronto: true });
    calculadora.fechar();
    expect(feitos).toEqual(["close"]);
    responder({ tipo: "preco", preco: preco(RESERVA), feitas: 1, total: 1, pronto: true });
    expect(estados()).toEqual(["mais-um-dia: pronto"]);
    calculadora.calcular([RESERVA]);
    expect(abertos()).toBe(2);
  });
});

describe("the key of a rule", () => {
  it("is another for another rule", () => {
    const regras: Regra[] = [
      DIA,
      RESERVA,
      { tipo: "cota", cota: 0 },
      { tipo: "cota", cota: 1 },
      { tipo: "trava", codigo: BARRA },
      { tipo: "viagem-travada", viagem: 0 },
      { tipo: "meses-proibidos", regiao: 990001 },
      { tipo: "mais-uma-equipe", base: BARRA },
    ];
    expect(new Set(regras.map(chaveDaRegra)).size).toBe(regras.length);
  });
});
