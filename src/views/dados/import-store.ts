import type { ExtractId } from "../../data/contracts/contract.ts";
import { importFile, ImportError, type ImportOptions } from "../../data/import/import-file.ts";
import type { ImportProgress } from "../../data/import/read-extract.ts";
import type { ImportReport, ImportResult } from "../../data/import/report.ts";
import { EngineError, type CanonicalExtract, type Session } from "../../data/session/session.ts";

/** How the import of one file ended. */
export type Desfecho =
  | { readonly tipo: "carregado" }
  | { readonly tipo: "recusado" }
  | { readonly tipo: "cancelado" }
  | { readonly tipo: "falhou"; readonly erro: EngineError | ImportError };

export interface Entrada {
  readonly numero: number;
  readonly arquivo: string;
  /** Null when the reading did not come to an end. */
  readonly relatorio: ImportReport | null;
  readonly desfecho: Desfecho;
}

export interface Andamento {
  readonly arquivo: string;
  readonly etapa: ImportProgress["etapa"] | "entregando ao motor de dados";
  /** 0–1; null when it cannot be known. */
  readonly parte: number | null;
}

/** A change of what is loaded that can be taken back. */
export interface Volta {
  readonly extrato: ExtractId;
  readonly arquivo: string;
}

export interface ImportState {
  readonly andamento: Andamento | null;
  /** Newest first. */
  readonly entradas: readonly Entrada[];
  /** Numbers of the imports whose data are in use now; the others were replaced or taken back. */
  readonly emUso: readonly number[];
  /** The extract that last went back to the bundled data. */
  readonly volta: Volta | null;
  readonly erro: EngineError | null;
}

/** What a file is read against; asked anew for each, since the file before may have changed it. */
export type ReadingContext = () => Promise<Omit<ImportOptions, "signal" | "onProgress">>;

type ReadFile = (file: File, options: ImportOptions) => Promise<ImportResult>;

/**
 * The imports of a session, outside the page's component: leaving `#/dados` and
 * coming back finds them as they are. Files are read one after the other.
 */
export interface ImportStore {
  readonly state: () => ImportState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads and loads the files after those already waiting; resolves when none is left. */
  readonly start: (files: readonly File[], context: ReadingContext) => Promise<void>;
  /** Stops the file being read and forgets those waiting. */
  readonly cancel: () => void;
  /** Takes a load back: what was there before it returns. */
  readonly undo: (numero: number) => Promise<void>;
  /** Goes back to the bundled extract; `redo` brings the user's again. */
  readonly restore: (extrato: ExtractId) => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly dismiss: (numero: number) => void;
}

interface Loaded {
  readonly numero: number;
  readonly extract: CanonicalExtract;
  /** The user's extract it replaced; null when that was the bundled one. */
  readonly before: Loaded | null;
}

const EMPTY: ImportState = { andamento: null, entradas: [], emUso: [], volta: null, erro: null };

export function createImportStore(session: Session, read: ReadFile = importFile): ImportStore {
  const listeners = new Set<() => void>();
  const loaded = new Map<ExtractId, Loaded>();
  let returned: Loaded | null = null;
  let state = EMPTY;
  let serial = 0;
  let abort: AbortController | null = null;
  const queue: { readonly file: File; readonly context: ReadingContext }[] = [];

  const set = (change: Partial<ImportState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const close = (entrada: Entrada): void => {
    set({ entradas: [entrada, ...state.entradas.filter(({ numero }) => numero !== entrada.numero)] });
  };

  const record = (extrato: ExtractId, item: Loaded | null): void => {
    if (item === null) loaded.delete(extrato);
    else loaded.set(extrato, item);
    set({ emUso: [...loaded.values()].map(({ numero }) => numero) });
  };

  async function one(file: File, context: ReadingContext, signal: AbortSignal): Promise<void> {
    serial += 1;
    const numero = serial;
    const arquivo = file.name;
    let relatorio: ImportReport | null = null;
    try {
      set({ andamento: { arquivo, etapa: "lendo o arquivo", parte: 0 } });
      const { extract, ...report } = await read(file, {
        ...(await context()),
        signal,
        onProgress: ({ etapa, parte }) => {
          set({ andamento: { arquivo, etapa, parte } });
        },
      });
      relatorio = report;
      if (extract === null) {
        close({ numero, arquivo, relatorio, desfecho: { tipo: "recusado" } });
        return;
      }
      set({ andamento: { arquivo, etapa: "entregando ao motor de dados", parte: null } });
      await session.load(extract);
      record(extract.id, { numero, extract, before: loaded.get(extract.id) ?? null });
      close({ numero, arquivo, relatorio, desfecho: { tipo: "carregado" } });
    } catch (error) {
      if (signal.aborted) close({ numero, arquivo, relatorio, desfecho: { tipo: "cancelado" } });
      else if (error instanceof EngineError || error instanceof ImportError) {
        close({ numero, arquivo, relatorio, desfecho: { tipo: "falhou", erro: error } });
      } else throw error;
    }
  }

  /** Shows `target`, or the bundled extract, in place of what is loaded; on failure nothing changes. */
  async function swap(extrato: ExtractId, target: Loaded | null): Promise<boolean> {
    try {
      await (target === null ? session.restore(extrato) : session.load(target.extract));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      set({ erro: error });
      return false;
    }
    record(extrato, target);
    set({ erro: null });
    return true;
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start(files, context) {
      queue.push(...files.map((file) => ({ file, context })));
      if (abort !== null) return;
      const controller = new AbortController();
      abort = controller;
      set({ volta: null, erro: null });
      try {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          await one(next.file, next.context, controller.signal);
        }
      } finally {
        abort = null;
        set({ andamento: null });
      }
    },
    cancel: () => {
      queue.length = 0;
      abort?.abort();
    },
    async undo(numero) {
      const [extrato, current] = [...loaded].find(([, item]) => item.numero === numero) ?? [];
      if (extrato === undefined || current === undefined) return;
      await swap(extrato, current.before);
    },
    async restore(extrato) {
      const current = loaded.get(extrato) ?? null;
      if (!(await swap(extrato, null))) return;
      returned = current;
      set({ volta: current === null ? null : { extrato, arquivo: current.extract.fileName } });
    },
    async redo() {
      const target = returned;
      if (target === null || !(await swap(target.extract.id, target))) return;
      returned = null;
      set({ volta: null });
    },
    dismiss: (numero) => {
      set({ entradas: state.entradas.filter((entrada) => entrada.numero !== numero) });
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
