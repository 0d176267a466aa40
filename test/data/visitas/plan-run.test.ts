import { describe, expect, it } from "vitest";
import { planejar } from "../../../src/core/visitas/planejar.ts";
import type { PlanNews, PlanReply, PlanTask } from "../../../src/data/visitas/plan-messages.ts";
import { planRunner } from "../../../src/data/visitas/plan-run.ts";
import { ENTRADA } from "../../views/visitas/plano/amostra.ts";

/** A world whose clock goes one slice at each look, and whose mailbox is read by hand. */
function world() {
  const said: PlanReply[] = [];
  const waiting: (() => void)[] = [];
  let time = 0;
  const receive = planRunner({
    post: (reply) => said.push(reply),
    now: () => (time += 10),
    later: (task) => waiting.push(task),
  });
  return {
    receive,
    said,
    news: (): PlanNews[] => said.map(({ news }) => news),
    /** One slice; false when nothing waits. */
    slice: (): boolean => {
      const task = waiting.shift();
      task?.();
      return task !== undefined;
    },
  };
}

const PLANEJAR: PlanTask = { tipo: "planejar", entrada: ENTRADA };

describe("the worker of the plan", () => {
  it("tells the greedy plan before any step of the search", () => {
    const { receive, news } = world();
    receive({ tipo: "tarefa", pedido: 1, tarefa: PLANEJAR });
    expect(news().map(({ tipo }) => tipo)).toEqual(["gulosa"]);
  });

  it("ends with the very plan the terminal makes", () => {
    const { receive, news, slice } = world();
    receive({ tipo: "tarefa", pedido: 1, tarefa: PLANEJAR });
    while (slice());
    const last = news().at(-1);
    expect(last).toMatchObject({ tipo: "melhor", pronto: true, feitas: 100, total: 100 });
    expect(last?.tipo === "melhor" ? last.plano : null).toEqual(planejar(ENTRADA));
    expect(news().some(({ tipo }) => tipo === "lista")).toBe(true);
  });

  it("stops within one slice, with the best so far as its last word", () => {
    const { receive, news, slice } = world();
    receive({ tipo: "tarefa", pedido: 1, tarefa: PLANEJAR });
    slice();
    receive({ tipo: "parar" });
    const last = news().at(-1);
    expect(last).toMatchObject({ tipo: "melhor", pronto: true });
    expect(last?.tipo === "melhor" ? last.feitas : 100).toBeLessThan(100);
    while (slice());
    expect(news().at(-1)).toBe(last);
  });

  it("drops a task for a newer one", () => {
    const { receive, said, slice } = world();
    receive({ tipo: "tarefa", pedido: 1, tarefa: PLANEJAR });
    receive({ tipo: "tarefa", pedido: 2, tarefa: PLANEJAR });
    const before = said.length;
    while (slice());
    expect(new Set(said.slice(before).map(({ pedido }) => pedido))).toEqual(new Set([2]));
  });

  it("moves a municipality at once", () => {
    const { receive, news } = world();
    const plano = planejar(ENTRADA);
    const codigo = plano.viagens[0]?.paradas[0]?.codigo ?? 0;
    receive({ tipo: "tarefa", pedido: 1, tarefa: { tipo: "mover", entrada: ENTRADA, plano, codigo, destino: { tipo: "fora" } } });
    const [movido] = news();
    expect(movido?.tipo === "movido" && movido.edicao.feita ? movido.edicao.plano.fora.map((fora) => fora.codigo) : []).toContain(codigo);
  });

  it("prices a rule, never below zero", () => {
    const { receive, news, slice } = world();
    receive({ tipo: "tarefa", pedido: 1, tarefa: { tipo: "preco", entrada: ENTRADA, plano: planejar(ENTRADA), regra: { tipo: "mais-um-dia" } } });
    while (slice());
    const preco = news().at(-1);
    expect(preco?.tipo === "preco" ? preco.preco.pontos : -1).toBeGreaterThanOrEqual(0);
  });

  it("says why a task failed, and serves the next", () => {
    const { receive, news } = world();
    receive({ tipo: "tarefa", pedido: 1, tarefa: { tipo: "planejar", entrada: { ...ENTRADA, ajustes: { ...ENTRADA.ajustes, trimestres: 0 } } } });
    expect(news().at(-1)).toMatchObject({ tipo: "falha", detalhe: expect.stringContaining("RangeError") as string });
    receive({ tipo: "tarefa", pedido: 2, tarefa: PLANEJAR });
    expect(news().at(-1)?.tipo).toBe("gulosa");
  });
});
