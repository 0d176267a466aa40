import { CONTRACTS } from "../contracts/index.ts";
import type { ExtractId } from "../contracts/contract.ts";
import type { Answer, Query, RowContract, RowOf } from "../queries/query.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";
import { bundledTable, dropTable, pointView, stageExtract, WARM_UP } from "./database.ts";
import type { Engine } from "./engine.ts";
import { detailOf, died, loadFailed, questionFailed } from "./failures.ts";
import { openEngine } from "./open-engine.ts";
import type { SessionOptions } from "./options.ts";
import { readRows } from "./read-rows.ts";
import { EngineError, type CanonicalExtract, type EnginePhase, type Session } from "./session.ts";

/** A working engine and the tables its views show, where they are not the bundled ones. */
interface Running {
  readonly engine: Engine;
  readonly userTables: Map<ExtractId, string>;
}

/** Makes the page's session; nothing is fetched before `start`, `ask` or `load`. */
export function createSession(options: SessionOptions): Session {
  const listeners = new Set<() => void>();
  const userExtracts = new Map<ExtractId, CanonicalExtract>();
  let phase: EnginePhase = { phase: "idle" };
  let version = 0;
  let extracts = options.snapshot.extratos;
  let starting: Promise<Running> | null = null;
  let attempt = 0;
  let serial = 0;
  let waiting = 0;
  let tail: Promise<unknown> = Promise.resolve();

  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const setPhase = (next: EnginePhase): void => {
    phase = next;
    notify();
  };

  /** One start shared by all callers; a failure is forgotten, so that the next caller starts anew. */
  function running(): Promise<Running> {
    if (starting === null) {
      attempt += 1;
      const mine = attempt;
      starting = Promise.resolve().then(() => boot(mine));
    }
    return starting;
  }

  async function boot(mine: number): Promise<Running> {
    const from = performance.now();
    const tell = (next: EnginePhase): void => {
      if (mine === attempt) setPhase(next);
    };
    const fail = (error: EngineError): void => {
      if (mine !== attempt) return;
      // What this attempt still has to tell concerns nobody from here on.
      attempt += 1;
      starting = null;
      setPhase({ phase: "failed", error });
    };
    const total = options.wasmBytes ?? null;
    tell({ phase: "downloading", received: 0, total });
    let engine: Engine | null = null;
    try {
      engine = await openEngine(options, {
        onBytes: (received, announced) => tell({ phase: "downloading", received, total: total ?? announced }),
        onCompiled: () => tell({ phase: "starting" }),
        onDeath: fail,
      });
      const result: Running = { engine, userTables: new Map() };
      for (const extract of userExtracts.values()) await take(result, extract);
      tell({ phase: "ready", ms: performance.now() - from });
      void warmUp(result);
      return result;
    } catch (error) {
      engine?.terminate();
      const failure = error instanceof EngineError ? error : died(detailOf(error));
      fail(failure);
      throw failure;
    }
  }

  /** Steps aside as soon as someone asks: a real question warms the engine as well. */
  async function warmUp({ engine }: Running): Promise<void> {
    for (const sql of WARM_UP) {
      if (waiting > 0) return;
      // A failure here is a broken engine, which the phase already tells.
      await inTurn(() => engine.run(sql)).catch(() => undefined);
    }
  }

  /** The engine does one thing at a time; so a question never sees half a load. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    waiting += 1;
    const turn = tail.then(task).finally(() => {
      waiting -= 1;
    });
    tail = turn.catch(() => undefined);
    return turn;
  }

  async function ask<P, C extends RowContract>(
    query: Query<P, C>,
    params: P,
  ): Promise<Answer<P, RowOf<C>>> {
    const { engine } = await running();
    return inTurn(async () => {
      const from = performance.now();
      try {
        const table = await engine.ask(query.sql, query.params(params));
        const rows = readRows(table, query.row);
        return { params, rows, version, ms: performance.now() - from };
      } catch (error) {
        throw error instanceof EngineError ? error : questionFailed(query.name, detailOf(error));
      }
    });
  }

  /** Reads an extract into a table of its own and shows it; on failure nothing changes. */
  async function take(to: Running, extract: CanonicalExtract): Promise<void> {
    serial += 1;
    const table = await stageExtract(to.engine, extract, serial);
    await show(to, extract.id, table);
  }

  async function load(extract: CanonicalExtract): Promise<void> {
    const to = await running();
    await inTurn(async () => {
      try {
        await take(to, extract);
      } catch (error) {
        throw error instanceof EngineError ? error : loadFailed(extract.fileName, detailOf(error));
      }
      userExtracts.set(extract.id, extract);
      replaceSummary(extract.summary);
    });
  }

  async function restore(id: ExtractId): Promise<void> {
    const bundled = options.snapshot.extratos.find((summary) => summary.id === id);
    if (bundled === undefined || !userExtracts.has(id)) return;
    const to = await running();
    await inTurn(async () => {
      await show(to, id, null);
      userExtracts.delete(id);
      replaceSummary(bundled);
    });
  }

  /** Swaps what the view shows and only then drops what it showed before; null is the bundled table. */
  async function show(
    { engine, userTables }: Running,
    id: ExtractId,
    table: string | null,
  ): Promise<void> {
    const contract = CONTRACTS[id];
    const previous = userTables.get(id);
    await engine.forgetPlans();
    await pointView(engine, contract, table ?? bundledTable(contract));
    if (table === null) userTables.delete(id);
    else userTables.set(id, table);
    if (previous !== undefined) await dropTable(engine, previous);
  }

  function replaceSummary(summary: ExtractSummary): void {
    extracts = extracts.map((current) => (current.id === summary.id ? summary : current));
    version += 1;
    notify();
  }

  return {
    phase: () => phase,
    version: () => version,
    extracts: () => extracts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: async () => void (await running()),
    ask,
    load,
    restore,
  };
}
