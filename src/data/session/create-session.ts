import { CONTRACTS } from "../contracts/index.ts";
import { EXTRACTS, type ExtractId } from "../contracts/contract.ts";
import type { Answer, ColumnsAnswer, Query, RowContract, RowOf } from "../queries/query.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";
import { bundledTable, dropTable, pointView, WARM_UP } from "./database.ts";
import type { Engine } from "./engine.ts";
import { detailOf, died, loadFailed, questionFailed } from "./failures.ts";
import { laidSummary, layLoads } from "./layers.ts";
import { openEngine } from "./open-engine.ts";
import type { SessionOptions } from "./options.ts";
import { readRows } from "./read-rows.ts";
import { EngineError, type CanonicalExtract, type EnginePhase, type Session } from "./session.ts";
import { showing } from "./showing.ts";

/** A working engine and the tables its views show, where they are not the bundled ones. */
interface Running {
  readonly engine: Engine;
  readonly userTables: Map<ExtractId, string>;
}

/** Makes the page's session; nothing is fetched before `start`, `ask` or `load`. */
export function createSession(options: SessionOptions): Session {
  const listeners = new Set<() => void>();
  let loads: readonly CanonicalExtract[] = [];
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
      for (const id of EXTRACTS) await lay(result, id, showing(loads, id), null);
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
    return askInTurn(query, params, async (engine) => ({
      rows: readRows(await engine.ask(query.sql, query.params(params)), query.row),
    }));
  }

  async function askColumns<P, C extends RowContract>(query: Query<P, C>, params: P): Promise<ColumnsAnswer<P>> {
    return askInTurn(query, params, async (engine) => ({
      bytes: await engine.askBytes(query.sql, query.params(params)),
    }));
  }

  async function askInTurn<P, T>(
    { name }: { readonly name: string },
    params: P,
    task: (engine: Engine) => Promise<T>,
  ): Promise<T & { readonly params: P; readonly version: number; readonly ms: number }> {
    const { engine } = await running();
    return inTurn(async () => {
      const from = performance.now();
      try {
        return { ...(await task(engine)), params, version, ms: performance.now() - from };
      } catch (error) {
        throw error instanceof EngineError ? error : questionFailed(name, detailOf(error));
      }
    });
  }

  /** Lays loads on a table, shows the result and returns its summary; on failure nothing changes. */
  async function lay(
    to: Running,
    id: ExtractId,
    added: readonly CanonicalExtract[],
    on: string | null,
    signal?: AbortSignal,
  ): Promise<number | null> {
    const built = await layLoads(to.engine, on, added, () => (serial += 1), signal);
    if (built === null && !to.userTables.has(id)) return null;
    await show(to, id, built?.table ?? null);
    return built?.linhas ?? null;
  }

  /** Makes `next` the loads in use; `added` alone is laid when the rest is there already. `what` names the file in a failure. */
  async function change(
    id: ExtractId,
    next: readonly CanonicalExtract[],
    added: CanonicalExtract | null,
    what: string,
    signal?: AbortSignal,
  ): Promise<void> {
    const to = await running();
    await inTurn(async () => {
      try {
        const visible = showing(next, id);
        const linhas =
          added === null
            ? await lay(to, id, visible, null, signal)
            : await lay(to, id, [added], to.userTables.get(id) ?? null, signal);
        loads = next;
        replaceSummary(laidSummary(bundledSummary(id), visible, linhas ?? 0));
      } catch (error) {
        if (signal?.aborted === true && error === signal.reason) throw error;
        throw error instanceof EngineError ? error : loadFailed(what, detailOf(error));
      }
    });
  }

  async function load(extract: CanonicalExtract, signal?: AbortSignal): Promise<void> {
    const others = loads.filter(({ id, carga }) => id !== extract.id || carga.id !== extract.carga.id);
    const isAgain = others.length < loads.length;
    await change(extract.id, [...others, extract], isAgain ? null : extract, extract.fileName, signal);
  }

  async function remove(id: ExtractId, carga: string): Promise<void> {
    const removed = loads.find((each) => each.id === id && each.carga.id === carga);
    if (removed === undefined) return;
    await change(id, loads.filter((each) => each !== removed), null, removed.fileName);
  }

  async function restore(id: ExtractId): Promise<void> {
    const next = loads.filter((each) => each.id !== id);
    if (next.length < loads.length) await change(id, next, null, CONTRACTS[id].title);
  }

  function bundledSummary(id: ExtractId): ExtractSummary {
    const bundled = options.snapshot.extratos.find((summary) => summary.id === id);
    return bundled ?? { id, linhas: 0, inicio: null, fim: null, demonstracao: false, origem: "nenhum dado incluído" };
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
    askColumns,
    load,
    remove,
    restore,
    loads: () => loads,
  };
}
