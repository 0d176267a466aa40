import { EXTRACTS } from "../../data/contracts/contract.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import { importFile, type ImportOptions } from "../../data/import/import-file.ts";
import type { FileReport } from "../../data/import/report.ts";
import type { Mapping } from "../../data/layouts/mapping.ts";
import { nextTask } from "../../data/next-task.ts";
import { EngineError, type CanonicalExtract, type Session } from "../../data/session/session.ts";
import {
  chaveDaEntrada,
  chaveDe,
  emVigor,
  entradaDaCarga,
  NADA_LIDO,
  type Andamento,
  type CargaFeita,
  type Entrada,
  type Escolha,
  type ImportState,
} from "./entrada.ts";
import { guardaOf, type Guarda } from "./guarda.ts";
import { createGuardador } from "./guardador.ts";
import type { Contexto, ImportStore, ReadFile, ReadingContext } from "./importacao.ts";
import { loadOrAbort, failedOutcome, failureOf, isJson, lerPeloConteudo, mappingIn, outcomeOf, rereadFailure, unchanged } from "./leitura.ts";
import { ritmo } from "./ritmo.ts";

interface Job {
  readonly file: File;
  readonly context: ReadingContext;
  readonly escolha: Escolha;
  readonly lote: number;
  /** The entry it is read again for. */
  readonly numero: number | null;
}

/** A load taken back, at hand to return. */
interface Removed {
  readonly extract: CanonicalExtract;
  readonly relatorio: FileReport | null;
}

/** The page draws progress at most this often. */
const PROGRESS_MS = 100;

export function createImportStore(
  session: Session,
  guarda: Guarda = guardaOf(session),
  read: ReadFile = importFile,
  now: () => string = () => new Date().toISOString(),
): ImportStore {
  const listeners = new Set<() => void>();
  const files = new Map<number, File>();
  const removed = new Map<string, Removed>();
  let state: ImportState = { ...NADA_LIDO, emUso: shown() };
  let andamento: Andamento | null = null;
  let serial = 0;
  let abort: AbortController | null = null;
  let queue: Job[] = [];

  const set = (change: Partial<ImportState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const guardador = createGuardador(
    guarda,
    (chave, guardado) => {
      set({ entradas: state.entradas.map((entrada) => (chaveDaEntrada(entrada) === chave ? { ...entrada, guardado } : entrada)) });
    },
    (error) => {
      set({ falha: failureOf(error) });
    },
  );
  const tellProgress = (next: Andamento | null): void => {
    andamento = next;
    for (const listener of listeners) listener();
  };
  const progress = ritmo(tellProgress, PROGRESS_MS);
  session.subscribe(() => {
    const emUso = shown();
    if (emUso.join("\n") !== state.emUso.join("\n")) set({ emUso });
  });

  function shown(): readonly string[] {
    return emVigor(session.loads()).map(({ id, carga }) => chaveDe(id, carga.id));
  }

  const entry = (numero: number): Entrada | undefined => state.entradas.find((entrada) => entrada.numero === numero);

  /** Puts an entry in its place, or on top; older ones of the same load leave, since it took theirs. */
  function close(entrada: Entrada): void {
    const chave = chaveDaEntrada(entrada);
    const others = state.entradas.filter((other) => other.numero === entrada.numero || chave === null || chaveDaEntrada(other) !== chave);
    const isKnown = others.some(({ numero }) => numero === entrada.numero);
    set({
      emUso: shown(),
      retiradas: [...removed.keys()],
      entradas: isKnown ? others.map((other) => (other.numero === entrada.numero ? entrada : other)) : [entrada, ...others],
    });
  }

  async function one({ file, context, escolha, lote, numero: known }: Job, signal: AbortSignal): Promise<number> {
    const before = known === null ? undefined : entry(known);
    if (known === null) serial += 1;
    const numero = known ?? serial;
    files.set(numero, file);
    const base: Omit<Entrada, "desfecho"> = {
      numero,
      arquivo: file.name,
      relatorio: null,
      carga: null,
      guardado: null,
      escolha,
      previa: before?.previa ?? null,
      lote,
      releitura: null,
      podeReler: true,
    };
    const tell = (etapa: Andamento["etapa"], parte: number | null): void => {
      progress.push({ arquivo: file.name, etapa, parte, faltam: queue.length });
    };
    let relatorio: FileReport | null = null;
    try {
      tell("lendo o arquivo", 0);
      const mapping = await mappingIn(file);
      if (mapping !== null) {
        keepMapping(mapping);
        close({ ...base, podeReler: false, desfecho: { tipo: "mapeamento", mapeamento: mapping } });
        return numero;
      }
      const options = (choice: Escolha, against: Contexto): ImportOptions => ({
        ...against,
        ...choice,
        carregadaEm: now(),
        signal,
        onProgress: ({ etapa, parte }) => {
          tell(etapa, parte);
        },
      });
      const against = await context();
      const { result, usada, previa } = await lerPeloConteudo((choice) => read(file, options(choice, against)), escolha, state.mapeamentos);
      const { extract, ...report } = result;
      relatorio = report;
      if (extract === null) {
        const desfecho = outcomeOf(result);
        const stays = before !== undefined && (before.carga !== null || desfecho.tipo === "recusado" || desfecho.tipo === "sem-valores");
        close(stays ? unchanged(before, report) : { ...base, relatorio, desfecho, escolha: usada, previa: previa ?? base.previa });
        return numero;
      }
      tell("entregando ao motor de dados", null);
      const deNovo = session.loads().some(({ id, carga }) => id === extract.id && carga.id === extract.carga.id);
      await loadOrAbort(session, extract, signal);
      await nextTask();
      const former = before?.carga ?? null;
      if (former !== null && (former.extrato !== extract.id || former.id !== extract.carga.id)) await session.remove(former.extrato, former.id);
      removed.delete(chaveDe(extract.id, extract.carga.id));
      const { id, carregadaEm } = extract.carga;
      const carga: CargaFeita = { extrato: extract.id, id, modo: extract.modo, carregadaEm, deNovo };
      close({ ...base, relatorio, carga, escolha: usada, previa: previa ?? base.previa, desfecho: { tipo: "carregado" } });
      guardador.keep(extract, report);
    } catch (error) {
      const desfecho = failedOutcome(error, signal);
      if (desfecho === null) throw error;
      close(before === undefined ? { ...base, relatorio, desfecho } : { ...before, releitura: rereadFailure(desfecho) });
    }
    return numero;
  }

  function keepMapping(mapeamento: Mapping): void {
    const others = state.mapeamentos.filter(({ nome, titulos }) => nome !== mapeamento.nome || titulos.join("\n") !== mapeamento.titulos.join("\n"));
    set({ mapeamentos: [...others, mapeamento] });
  }

  async function run(jobs: readonly Job[]): Promise<void> {
    queue.push(...jobs);
    if (abort !== null) return;
    const controller = new AbortController();
    abort = controller;
    set({ volta: null, falha: null });
    const numeros: number[] = [];
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        numeros.unshift(await one(next, controller.signal));
      }
    } finally {
      abort = null;
      progress.stop();
      andamento = null;
      // What was read is drawn before the focus goes to it, which lays the page out.
      await nextTask();
      set({ lote: { vez: state.lote.vez + 1, numeros } });
    }
  }

  /** Does something to the session; on failure nothing changed and the page says why. */
  async function attempt(task: () => Promise<void>): Promise<boolean> {
    try {
      await task();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      set({ falha: failureOf(error) });
      return false;
    }
    return true;
  }

  /** What just left can come back. */
  function left(extracts: readonly CanonicalExtract[], titulo: string, isRestauro: boolean): void {
    const chaves = extracts.map(({ id, carga }) => chaveDe(id, carga.id));
    for (const extract of extracts) {
      const { id, carga } = extract;
      const chave = chaveDe(id, carga.id);
      const relatorio = state.entradas.find((entrada) => chaveDaEntrada(entrada) === chave)?.relatorio ?? guarda.relatorio(id, carga.id);
      removed.set(chave, { extract, relatorio });
      guardador.forget(id, carga.id);
    }
    set({ falha: null, emUso: shown(), retiradas: [...removed.keys()], volta: { titulo, isRestauro, chaves } });
  }

  return {
    state: () => state,
    andamento: () => andamento,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: (incoming, context, escolha = {}) => {
      // A mapping dropped together with the file it is for must be known before it.
      const ordered = [...incoming].sort((a, b) => Number(isJson(b)) - Number(isJson(a)));
      return run(ordered.map((file) => ({ file, context, escolha, lote: ordered.length, numero: null })));
    },
    reread: async (numero, escolha, context) => {
      const file = files.get(numero);
      const lote = entry(numero)?.lote ?? 1;
      if (file !== undefined) await run([{ file, context, escolha, lote, numero }]);
    },
    cancel: () => {
      queue = [];
      abort?.abort();
    },
    async remove(extrato, cargaId) {
      const extract = session.loads().find(({ id, carga }) => id === extrato && carga.id === cargaId);
      if (extract === undefined) return;
      if (await attempt(() => session.remove(extrato, cargaId))) left([extract], extract.fileName, false);
    },
    async restore(extrato) {
      const own = session.loads().filter(({ id }) => id === extrato);
      if (await attempt(() => session.restore(extrato))) left(own, CONTRACTS[extrato].title, true);
    },
    async redo(chaves) {
      for (const chave of chaves) {
        const item = removed.get(chave);
        if (item === undefined || !(await attempt(() => session.load(item.extract)))) continue;
        removed.delete(chave);
        if (item.relatorio !== null) guardador.keep(item.extract, item.relatorio);
      }
      set({ emUso: shown(), retiradas: [...removed.keys()], volta: null });
    },
    show(extract) {
      const relatorio = guarda.relatorio(extract.id, extract.carga.id);
      serial += 1;
      const guardado = guarda.estado().itens.some(({ cargaId }) => cargaId === extract.carga.id);
      close(entradaDaCarga(serial, extract, relatorio, guardado));
      set({ lote: { vez: state.lote.vez + 1, numeros: [serial] } });
    },
    dismiss: (numero) => {
      files.delete(numero);
      const chave = chaveDaEntrada(entry(numero)) ?? "";
      if (state.volta?.chaves.includes(chave) !== true) removed.delete(chave);
      set({ entradas: state.entradas.filter((entrada) => entrada.numero !== numero) });
    },
    keepMapping,
    async clear() {
      try {
        await guardador.clear();
      } catch (error) {
        set({ falha: failureOf(error) });
        return;
      }
      set({ falha: null });
      for (const extrato of EXTRACTS) await attempt(() => session.restore(extrato));
      removed.clear();
      files.clear();
      set({ ...NADA_LIDO, falha: state.falha, emUso: shown(), lote: state.lote });
    },
  };
}

const stores = new WeakMap<Session, ImportStore>();

/** The one store of a session. */
export function importStoreOf(session: Session): ImportStore {
  const known = stores.get(session);
  if (known !== undefined) return known;
  const store = createImportStore(session);
  stores.set(session, store);
  return store;
}
