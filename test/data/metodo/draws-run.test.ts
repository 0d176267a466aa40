import { describe, expect, it } from "vitest";
import { packDraws } from "../../../src/core/metodo/draw-data.ts";
import { rankDraws } from "../../../src/core/metodo/draws.ts";
import { flattenTree } from "../../../src/core/metodo/tree.ts";
import type { DrawsReply } from "../../../src/data/metodo/draws-messages.ts";
import { drawsRunner } from "../../../src/data/metodo/draws-run.ts";

const TREE = flattenTree({
  id: "nota",
  weight: 1,
  children: [
    { id: "a", weight: 1 },
    { id: "b", weight: 1 },
    { id: "c", weight: 2 },
  ],
});
const INPUT = { prepared: { tree: TREE, units: 4, y: Float64Array.from([90, 10, 50, 20, 80, 40, 60, 60, 60, 5, 5, 5]) } };
const DATA = packDraws(INPUT);
const OPTIONS = { seed: "semente", topK: 2, draws: 1_000 };

/** A worker's world with a clock that each look moves by `tick` ms, and a queue that runs when told. */
function world(tick = 1) {
  const replies: DrawsReply[] = [];
  const queue: (() => void)[] = [];
  let clock = 0;
  const run = drawsRunner({
    post: (reply) => replies.push(reply),
    now: () => (clock += tick),
    later: (task) => queue.push(task),
  });
  const turn = (): boolean => {
    const task = queue.shift();
    task?.();
    return task !== undefined;
  };
  const finish = (): void => {
    while (turn());
  };
  return { run, replies, turn, finish };
}

const drawnOf = (replies: readonly DrawsReply[]): number[] =>
  replies.flatMap((reply) => (reply.tipo === "estimativa" ? [reply.resumo.drawn] : []));

describe("the runner of the draws", () => {
  it("tells a first estimate of at least 20 draws, a few better ones, and at the end the same as all draws at once", () => {
    const { run, replies, finish } = world();
    run({ tipo: "dados", dados: DATA });
    run({ tipo: "sortear", pedido: 1, opcoes: OPTIONS });
    expect(replies).toEqual([]);
    finish();
    const drawn = drawnOf(replies);
    expect(drawn[0]).toBeGreaterThanOrEqual(20);
    expect(drawn[0]).toBeLessThan(150);
    expect(drawn.length).toBeLessThanOrEqual(5);
    expect(drawn.at(-1)).toBe(1_000);
    const last = replies.at(-1);
    expect(last?.tipo === "estimativa" ? last.resumo : null).toEqual(rankDraws(INPUT, OPTIONS));
  });

  it("looks at the mailbox at least every 12 ms, so that a stop is seen soon", () => {
    const { run, replies, turn } = world(3);
    run({ tipo: "dados", dados: DATA });
    run({ tipo: "sortear", pedido: 1, opcoes: OPTIONS });
    turn();
    run({ tipo: "parar" });
    // 12 ms of a clock that moves 3 ms a look: four draws and no more.
    expect(drawnOf(replies)).toEqual([4]);
  });

  it("drops what it was doing when another request comes, and never answers the former one again", () => {
    const { run, replies, turn, finish } = world();
    run({ tipo: "dados", dados: DATA });
    run({ tipo: "sortear", pedido: 1, opcoes: OPTIONS });
    turn();
    run({ tipo: "sortear", pedido: 2, opcoes: { ...OPTIONS, draws: 50 } });
    finish();
    expect(new Set(replies.map(({ pedido }) => pedido))).toEqual(new Set([2]));
    expect(drawnOf(replies)).toContain(50);
  });

  it("sums up once when stopped, and then is silent", () => {
    const { run, replies, turn, finish } = world();
    run({ tipo: "dados", dados: DATA });
    run({ tipo: "sortear", pedido: 1, opcoes: OPTIONS });
    turn();
    run({ tipo: "parar" });
    run({ tipo: "parar" });
    finish();
    expect(drawnOf(replies)).toHaveLength(1);
  });

  it("says nothing when stopped with nothing under way", () => {
    const { run, replies } = world();
    run({ tipo: "parar" });
    expect(replies).toEqual([]);
  });

  it("tells how far it is when estimates are far apart", () => {
    // Each look takes 40 ms: one draw a slice, an estimate at 20 draws, the next at 80.
    const { run, replies, finish } = world(40);
    run({ tipo: "dados", dados: DATA });
    run({ tipo: "sortear", pedido: 1, opcoes: { ...OPTIONS, draws: 200 } });
    finish();
    // 80 × 4 is beyond 60 % of 200: the next is the last.
    expect(drawnOf(replies)).toEqual([20, 80, 200]);
    const progress = replies.flatMap((reply) => (reply.tipo === "andamento" ? [reply.feitos] : []));
    expect(progress.length).toBeGreaterThan(5);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it("answers options that cannot be with the reason, and goes on with the next request", () => {
    const { run, replies, finish } = world();
    run({ tipo: "dados", dados: DATA });
    run({ tipo: "sortear", pedido: 1, opcoes: { ...OPTIONS, topK: 0 } });
    expect(replies).toEqual([{ tipo: "falha", pedido: 1, detalhe: "RangeError: the places on the list must be a whole number ≥ 1, got 0" }]);
    run({ tipo: "sortear", pedido: 2, opcoes: { ...OPTIONS, draws: 30 } });
    finish();
    expect(drawnOf(replies)).toEqual([30]);
  });

  it("refuses to draw before any data came", () => {
    const { run, replies } = world();
    run({ tipo: "sortear", pedido: 1, opcoes: OPTIONS });
    expect(replies).toEqual([{ tipo: "falha", pedido: 1, detalhe: "TypeError: draws were asked for before any data came" }]);
  });
});
