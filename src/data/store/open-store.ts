import { deleteDB } from "idb";
import { connect, type Unavailable } from "./connection.ts";
import { deleteLoad, inOrder, readLoads, sealLoad, writeLoad } from "./loads.ts";
import { askPersistence, isQuota, readSpace } from "./room.ts";
import { type Database, type Migration, STORES } from "./schema.ts";
import {
  type KeepOutcome,
  type KeptLoad,
  type LocalStore,
  StoreError,
  type StoreOptions,
  type StoreProblem,
  type StoreState,
} from "./store.ts";
import { oneAtATime, openTabs } from "./tabs.ts";
import type { VersionStore } from "./version-store.ts";
import { databaseVersions, memoryVersions } from "./versions.ts";
import { whole } from "./whole.ts";

const APP = "mirante-suas";
const OPEN_MS = 5_000;
const DELETE_MS = 5_000;

/** Parts that are missing on plain http and in older browsers. */
interface Browser {
  readonly navigator?: { readonly locks?: LockManager; readonly storage?: StorageManager };
  readonly caches?: CacheStorage;
}

/** Prefix of the names of everything this installation keeps: database, caches, locks and channel. */
export const storeName = (escopo: string): string => `${APP} ${escopo}`;

/**
 * Opens what the browser keeps for this installation. Always resolves: where the
 * browser keeps nothing, the store works in memory and `state()` says why.
 * `migrations` is for tests.
 */
export async function openStore(options: StoreOptions, migrations?: readonly Migration[]): Promise<LocalStore> {
  const nome = storeName(options.escopo);
  const browser = globalThis as Browser;
  const { locks = browser.navigator?.locks ?? null, storage = browser.navigator?.storage ?? null } = options;
  const { caches = browser.caches ?? null } = options;
  const tabs = openTabs(nome);
  const writing = oneAtATime(`${nome} guardar`, locks);
  const refreshing = oneAtATime(`${nome} atualizar`, locks);
  const inMemory = new Map<string, KeptLoad>();
  let db: Database | null = null;
  let state: StoreState = { onde: "navegador" };
  let problems: readonly StoreProblem[] = [];
  let isClosed = false;
  let opening: Promise<void> | null = null;

  const setState = (next: StoreState): void => {
    state = next;
    tabs.tell("estado", null);
  };

  function lose(falta: Unavailable, definitivo: boolean): void {
    db = null;
    if (definitivo) setState({ onde: "memoria", ...falta });
  }

  async function open(): Promise<void> {
    const opened = await connect({
      nome,
      openMs: options.openMs ?? OPEN_MS,
      onLost: lose,
      ...(migrations === undefined ? {} : { migrations }),
    });
    if ("db" in opened) db = opened.db;
    else setState({ onde: "memoria", ...opened.falta });
  }

  /** The connection, opened again when the browser has closed it; null once there is none to be had. */
  async function database(): Promise<Database | null> {
    if (db === null && state.onde === "navegador" && !isClosed) {
      opening ??= open().finally(() => {
        opening = null;
      });
      await opening;
    }
    return db;
  }

  async function keep(load: KeptLoad): Promise<KeepOutcome> {
    const outcome = await tryToKeep(load);
    if (outcome.guardada) inMemory.delete(load.id);
    else inMemory.set(load.id, load);
    return outcome;
  }

  async function tryToKeep(load: KeptLoad): Promise<KeepOutcome> {
    const connection = await database();
    if (connection === null) return notKept(state);
    try {
      const sealed = await sealLoad(load);
      await writing(() => writeLoad(connection, sealed));
    } catch (error) {
      return isQuota(error) ? FULL : refusedWrite(error);
    }
    tabs.tell("guardada", load.id);
    void persist(connection);
    return { guardada: true };
  }

  /** Never in the way of keeping: Firefox leaves the question open until the user answers. */
  async function persist(connection: Database): Promise<void> {
    const answered = await askPersistence(connection, storage).catch(() => false);
    if (answered) tabs.tell("estado", null);
  }

  async function list(): Promise<readonly KeptLoad[]> {
    const connection = await database();
    const kept = connection === null ? NOTHING : await readLoads(connection).catch(notListed);
    problems = kept.problemas;
    if (problems.length > 0) tabs.tell("estado", null);
    const cargas = new Map(kept.cargas.map((load) => [load.id, load]));
    for (const load of inMemory.values()) cargas.set(load.id, load);
    return [...cargas.values()].sort(inOrder);
  }

  async function drop(id: string): Promise<void> {
    const connection = await database();
    if (connection === null && !inMemory.has(id)) throw cannotErase(state);
    if (connection !== null) await writing(() => deleteLoad(connection, id)).catch(failedErase);
    inMemory.delete(id);
    tabs.tell("retirada", id);
  }

  async function clear(): Promise<void> {
    const connection = await database();
    await (connection === null ? eraseClosed(nome) : writing(() => eraseAll(connection))).catch(failedErase);
    for (const cache of (await caches?.keys()) ?? []) if (cache.startsWith(nome)) await caches?.delete(cache);
    inMemory.clear();
    inPage = memoryVersions(refreshing, toldVersion);
    problems = [];
    tabs.tell("apagado", null);
  }

  const toldVersion = (id: string): void => {
    tabs.tell("atualizada", id);
  };
  const kept = databaseVersions(database, refreshing, toldVersion);
  let inPage = memoryVersions(refreshing, toldVersion);
  const versionsNow = (): VersionStore => (state.onde === "navegador" ? kept : inPage);

  await database();
  return {
    list,
    keep,
    drop,
    clear,
    problems: () => problems,
    state: () => state,
    subscribe: tabs.subscribe,
    space: () => readSpace(storage),
    versions: {
      alone: refreshing,
      active: () => versionsNow().active(),
      read: (sha256) => versionsNow().read(sha256),
      put: (sha256, bytes) => versionsNow().put(sha256, bytes),
      activate: (registro) => versionsNow().activate(registro),
      collect: () => versionsNow().collect(),
    },
    close() {
      isClosed = true;
      db?.close();
      db = null;
      tabs.close();
    },
  };
}

async function eraseAll(db: Database): Promise<void> {
  const transaction = db.transaction([...STORES], "readwrite", { durability: "strict" });
  await whole(transaction, () => Promise.all(STORES.map((store) => transaction.objectStore(store).clear())));
}

/** A database that does not open can still be deleted, unless another tab holds it. */
async function eraseClosed(nome: string): Promise<void> {
  if ((globalThis as { indexedDB?: unknown }).indexedDB === undefined) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error("indexedDB.deleteDatabase did not answer"));
    }, DELETE_MS);
  });
  try {
    await Promise.race([deleteDB(nome), late]);
  } finally {
    clearTimeout(timer);
  }
}

const NOTHING = { cargas: [], problemas: [] };

const FULL: KeepOutcome = {
  guardada: false,
  motivo: "O navegador não tem mais espaço para guardar este arquivo. Ele está em uso, mas só até fechar esta página.",
  conserto: "Apague arquivos guardados que não usa mais, ou libere espaço no computador, e carregue o arquivo de novo.",
};

function notKept(state: StoreState): KeepOutcome {
  if (state.onde === "memoria") return { guardada: false, motivo: state.motivo, conserto: state.conserto };
  return { guardada: false, motivo: "A página está sendo fechada.", conserto: "Abra a página de novo." };
}

function refusedWrite(error: unknown): KeepOutcome {
  return {
    guardada: false,
    motivo: `O navegador não guardou o arquivo (${nameOf(error)}). Ele está em uso, mas só até fechar esta página.`,
    conserto: "Carregue o arquivo de novo; se continuar, recarregue a página antes.",
  };
}

function notListed(error: unknown): { cargas: readonly KeptLoad[]; problemas: readonly StoreProblem[] } {
  const problema: StoreProblem = {
    id: null,
    mensagem: `O navegador não conseguiu ler os arquivos guardados (${nameOf(error)}).`,
    conserto: "Recarregue a página; se continuar, use “Apagar dados locais” e carregue os arquivos de novo.",
    retirada: false,
  };
  return { cargas: [], problemas: [problema] };
}

function cannotErase(state: StoreState): StoreError {
  const conserto = state.onde === "memoria" ? state.conserto : "Recarregue a página e tente de novo.";
  return new StoreError("Não foi possível apagar o que está guardado.", conserto, "no connection");
}

function failedErase(error: unknown): never {
  throw new StoreError(
    "Não foi possível apagar o que está guardado.",
    "Feche as outras abas deste aplicativo, recarregue a página e tente de novo; se continuar, apague os dados do site nas configurações do navegador.",
    nameOf(error),
  );
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}
