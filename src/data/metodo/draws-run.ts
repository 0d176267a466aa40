import type { DrawData } from "../../core/metodo/draw-data.ts";
import { createDraws, type Draws } from "../../core/metodo/draws.ts";
import type { DrawsReply, DrawsRequest } from "./draws-messages.ts";

/** Longest time between two looks at the mailbox, in ms, but for a single draw that takes longer. */
const SLICE_MS = 12;
/** The first estimate comes with so many draws, or after so long with fewer. */
const FIRST_DRAWS = 100;
const FIRST_MS = 40;
/** Fewer draws than this are told to nobody: shares would jump by more than 5 in 100. */
const LEAST_DRAWS = 20;
/** Each estimate has so many times the draws of the one before: the page draws itself again few times. */
const GROWTH = 4;
/** An estimate of more than this share of the draws waits for the last one. */
const NEAR_THE_END = 0.6;
const PROGRESS_MS = 150;

/** What the runner needs of the world. */
export interface DrawsWorld {
  readonly post: (reply: DrawsReply) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Calls back after the messages that wait. */
  readonly later: (task: () => void) => void;
}

interface Run {
  readonly pedido: number;
  readonly draws: Draws;
  readonly startedAt: number;
  /** Draws of the next estimate. */
  next: number;
  told: number;
  toldAt: number;
}

/**
 * Makes draws in slices, so that a newer request or a stop is seen within one
 * slice: a first estimate soon, then ever better ones, then all of them.
 */
export function drawsRunner({ post, now, later }: DrawsWorld): (request: DrawsRequest) => void {
  let dados: DrawData | null = null;
  let run: Run | null = null;

  const estimate = (current: Run): void => {
    current.told = current.draws.drawn;
    current.toldAt = now();
    post({ tipo: "estimativa", pedido: current.pedido, resumo: current.draws.summary() });
  };
  const slice = (current: Run): void => {
    if (run !== current) return;
    try {
      const until = now() + SLICE_MS;
      do {
        current.draws.step(1);
      } while (!current.draws.done && now() < until);
      const { drawn, done } = current.draws;
      const isFirst = current.told === 0 && drawn >= LEAST_DRAWS && (drawn >= FIRST_DRAWS || now() - current.startedAt >= FIRST_MS);
      if (done || isFirst || (current.told > 0 && drawn >= current.next)) {
        estimate(current);
        const next = drawn * GROWTH;
        current.next = next > NEAR_THE_END * current.draws.draws ? current.draws.draws : next;
      } else if (now() - current.toldAt >= PROGRESS_MS) {
        current.toldAt = now();
        post({ tipo: "andamento", pedido: current.pedido, feitos: drawn });
      }
      if (done) {
        run = null;
        return;
      }
    } catch (error) {
      fail(current.pedido, error);
      return;
    }
    later(() => {
      slice(current);
    });
  };
  const fail = (pedido: number, error: unknown): void => {
    run = null;
    post({ tipo: "falha", pedido, detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  };

  return (request) => {
    switch (request.tipo) {
      case "dados":
        run = null;
        dados = request.dados;
        return;
      case "parar": {
        const stopped = run;
        run = null;
        if (stopped !== null && stopped.draws.drawn > stopped.told) estimate(stopped);
        return;
      }
      case "sortear":
        run = null;
        try {
          if (dados === null) throw new TypeError("draws were asked for before any data came");
          const startedAt = now();
          const current: Run = { pedido: request.pedido, draws: createDraws(dados, request.opcoes), startedAt, next: 0, told: 0, toldAt: startedAt };
          run = current;
          later(() => {
            slice(current);
          });
        } catch (error) {
          fail(request.pedido, error);
        }
    }
  };
}
