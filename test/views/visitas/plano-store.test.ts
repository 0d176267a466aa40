import { describe, expect, it } from "vitest";
import { criarPlanoStore } from "../../../src/views/visitas/plano-store.ts";
import { ENTRADA, FEITO, PLANO } from "./plano/amostra.ts";
import { ClienteAMao } from "./plano/cliente-a-mao.ts";

const PEDIDO = { entrada: ENTRADA, metodo: "m", dados: "d" };
const MELHOR = { ...PLANO, objetivo: 45, iteracoes: 100 };
const OUTRO = { ...PLANO, objetivo: 42, km: 600 };

function comeco() {
  const cliente = new ClienteAMao();
  const store = criarPlanoStore(() => cliente);
  return { cliente, store };
}

/** A store whose first plan is ready. */
function pronto() {
  const tudo = comeco();
  tudo.store.planejar(PEDIDO, "planejar");
  tudo.cliente.diz({ tipo: "gulosa", plano: PLANO, total: 100 });
  tudo.cliente.diz({ tipo: "lista", plano: OUTRO });
  tudo.cliente.diz({ tipo: "melhor", plano: MELHOR, feitas: 100, total: 100, pronto: true });
  return tudo;
}

describe("the tab's plan", () => {
  it("shows the greedy plan at once, then better ones in its place, as one step", () => {
    const { cliente, store } = comeco();
    store.planejar(PEDIDO, "planejar");
    expect(store.estado().andamento.estado).toBe("andando");
    cliente.diz({ tipo: "gulosa", plano: PLANO, total: 100 });
    expect(store.estado().feito?.plano).toBe(PLANO);
    cliente.diz({ tipo: "andamento", feitas: 30, total: 100 });
    expect(store.estado().andamento).toMatchObject({ estado: "andando", feitas: 30, total: 100 });
    cliente.diz({ tipo: "melhor", plano: MELHOR, feitas: 100, total: 100, pronto: true });
    expect(store.estado().feito).toMatchObject({ plano: MELHOR, gulosa: PLANO, origem: "calculado" });
    expect(store.estado().andamento.estado).toBe("pronto");
    expect(store.estado().desfaz).toBeNull();
  });

  it("keeps the plan on screen until the next one is there, and then to compare with and to go back to", () => {
    const { cliente, store } = pronto();
    store.planejar(PEDIDO, "planejar de novo");
    expect(store.estado().feito?.plano).toBe(MELHOR);
    cliente.diz({ tipo: "gulosa", plano: OUTRO, total: 100 });
    expect(store.estado().feito?.plano).toBe(OUTRO);
    expect(store.estado().anterior?.plano).toBe(MELHOR);
    expect(store.estado().desfaz).toBe("planejar de novo");
    cliente.diz({ tipo: "melhor", plano: OUTRO, feitas: 100, total: 100, pronto: true });
    expect(store.desfazer()?.plano).toBe(MELHOR);
    expect(store.estado().anterior).toBeNull();
    expect(store.estado().refaz).toBe("planejar de novo");
    expect(store.refazer()?.plano.objetivo).toBe(42);
    expect(store.estado().anterior?.plano).toBe(MELHOR);
  });

  it("stops with the best plan so far, and says it was stopped", async () => {
    const { cliente, store } = comeco();
    store.planejar(PEDIDO, "planejar");
    cliente.diz({ tipo: "gulosa", plano: PLANO, total: 100 });
    const parado = store.parar();
    expect(cliente.paradas).toBe(1);
    cliente.diz({ tipo: "melhor", plano: MELHOR, feitas: 40, total: 100, pronto: true });
    await parado;
    expect(store.estado()).toMatchObject({ feito: { plano: MELHOR }, andamento: { estado: "parado", feitas: 40 } });
  });

  it("keeps the plan there was when the worker fails", () => {
    const { cliente, store } = pronto();
    store.planejar(PEDIDO, "planejar de novo");
    cliente.diz({ tipo: "falha", detalhe: "RangeError: x" });
    expect(store.estado()).toMatchObject({ feito: { plano: MELHOR }, andamento: { estado: "falhou", erro: "RangeError: x" } });
  });

  it("moves a municipality over the plan's own input, and takes it back", async () => {
    const { cliente, store } = pronto();
    const movido = store.mover(9900002, { tipo: "fora" }, "retirar Beta");
    await Promise.resolve();
    expect(cliente.tarefas.at(-1)).toEqual({ tipo: "mover", entrada: ENTRADA, plano: MELHOR, codigo: 9900002, destino: { tipo: "fora" } });
    cliente.diz({ tipo: "movido", edicao: { feita: true, plano: OUTRO }, pronto: true });
    expect(await movido).toBeNull();
    expect(store.estado()).toMatchObject({ feito: { plano: OUTRO, origem: "editado" }, desfaz: "retirar Beta", anterior: null });
    expect(store.desfazer()?.plano).toBe(MELHOR);
  });

  it("changes nothing when a move is refused, and says why", async () => {
    const { cliente, store } = pronto();
    const movido = store.mover(9900002, { tipo: "fora" }, "retirar Beta");
    await Promise.resolve();
    cliente.diz({ tipo: "movido", edicao: { feita: false, recusa: { tipo: "sem-datas" } }, pronto: true });
    expect(await movido).toEqual({ tipo: "sem-datas" });
    expect(store.estado()).toMatchObject({ feito: { plano: MELHOR, origem: "calculado" }, desfaz: null });
  });

  it("waits for the search to stop before it moves anything", async () => {
    const { cliente, store } = comeco();
    store.planejar(PEDIDO, "planejar");
    cliente.diz({ tipo: "gulosa", plano: PLANO, total: 100 });
    const movido = store.mover(9900002, { tipo: "fora" }, "retirar Beta");
    expect(cliente.tarefas).toHaveLength(1);
    cliente.diz({ tipo: "melhor", plano: MELHOR, feitas: 10, total: 100, pronto: true });
    await Promise.resolve();
    await Promise.resolve();
    expect(cliente.tarefas.at(-1)).toMatchObject({ tipo: "mover", plano: MELHOR });
    cliente.diz({ tipo: "movido", edicao: { feita: true, plano: OUTRO }, pronto: true });
    expect(await movido).toBeNull();
  });

  it("forgets what was undone once something else is done", () => {
    const { store } = pronto();
    store.trocar({ ...FEITO, plano: OUTRO }, "abrir o arquivo", true);
    expect(store.estado().anterior?.plano).toBe(MELHOR);
    store.desfazer();
    store.trocar({ ...FEITO, plano: PLANO }, "travar Beta");
    expect(store.estado().refaz).toBeNull();
    expect(store.refazer()).toBeNull();
  });
});
