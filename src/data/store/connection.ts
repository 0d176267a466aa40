import { openDB } from "idb";
import { type Database, type LocalSchema, type Migration, MIGRATIONS } from "./schema.ts";

/** Why there is no database, in words. */
export interface Unavailable {
  readonly motivo: string;
  readonly conserto: string;
  readonly detalhe: string;
}

export type Opening = { readonly db: Database } | { readonly falta: Unavailable };

export interface ConnectionOptions {
  readonly nome: string;
  readonly openMs: number;
  /** The connection ended by itself; `definitivo` when another tab has a newer app, so that opening again is of no use. */
  readonly onLost: (falta: Unavailable, definitivo: boolean) => void;
  readonly migrations?: readonly Migration[];
}

/**
 * Opens the database, upgrading it where it is older. Resolves with the reason in
 * words where the browser has none, denies it, or does not answer in `openMs`
 * (another tab may hold an older version open). Never rejects.
 */
export async function connect(options: ConnectionOptions): Promise<Opening> {
  if (!hasIndexedDb()) return { falta: MISSING };
  const { nome, openMs, onLost, migrations = MIGRATIONS } = options;
  let isLate = false;
  let isBlocked = false;
  const open = (): Promise<Database> =>
    openDB<LocalSchema>(nome, migrations.length, {
      upgrade: (db, oldVersion, _newVersion, transaction) => {
        for (const migrate of migrations.slice(oldVersion)) migrate(db, transaction);
      },
      blocked: () => {
        isBlocked = true;
      },
      blocking: (_current, wanted, event) => {
        // Until this closes, the other tab cannot go on; transactions under way still end.
        (event.target as IDBDatabase).close();
        onLost(wanted === null ? DELETED : NEWER_TAB, wanted !== null);
      },
      terminated: () => {
        onLost(TERMINATED, false);
      },
    });
  // In a frame that may store nothing, the browser throws before there is a promise.
  const opening = Promise.resolve().then(open);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Opening>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      resolve({ falta: isBlocked ? BLOCKED : SLOW });
    }, openMs);
  });
  const opened = opening.then(
    (db): Opening => {
      if (isLate) db.close();
      return { db };
    },
    (error: unknown): Opening => ({ falta: refused(error) }),
  );
  try {
    return await Promise.race([opened, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Reading the property itself throws where the page may not store anything. */
function hasIndexedDb(): boolean {
  try {
    return (globalThis as { indexedDB?: IDBFactory | null }).indexedDB instanceof IDBFactory;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

function refused(error: unknown): Unavailable {
  const detalhe = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const name = error instanceof Error ? error.name : "";
  if (name === "VersionError") return { ...NEWER, detalhe };
  if (name === "QuotaExceededError") return { ...FULL, detalhe };
  if (name === "SecurityError" || name === "InvalidStateError") return { ...DENIED, detalhe };
  return { ...BROKEN, detalhe };
}

const UNTIL_CLOSED = "Os arquivos que você trouxer valem até fechar esta página";

const MISSING: Unavailable = {
  motivo: `Este navegador não guarda dados. ${UNTIL_CLOSED}.`,
  conserto: "Use um navegador atual, fora de janela anônima, para que os arquivos fiquem guardados.",
  detalhe: "indexedDB is missing or denied",
};

const DENIED: Unavailable = {
  motivo: `O navegador não permite que esta página guarde dados. ${UNTIL_CLOSED}.`,
  conserto: "Permita dados de sites nas configurações do navegador, ou saia da janela anônima, e recarregue a página.",
  detalhe: "",
};

const FULL: Unavailable = {
  motivo: `O navegador não tem espaço para guardar dados. ${UNTIL_CLOSED}.`,
  conserto: "Libere espaço no computador ou apague dados de outros sites no navegador, e recarregue a página.",
  detalhe: "",
};

const NEWER: Unavailable = {
  motivo: `Os dados deste computador foram guardados por uma versão mais nova do aplicativo. ${UNTIL_CLOSED}.`,
  conserto: "Recarregue a página para receber a versão nova do aplicativo.",
  detalhe: "",
};

const BROKEN: Unavailable = {
  motivo: `O navegador não conseguiu abrir o que estava guardado. ${UNTIL_CLOSED}.`,
  conserto: "Recarregue a página; se continuar, use “Apagar dados locais” e carregue os arquivos de novo.",
  detalhe: "",
};

const SLOW: Unavailable = {
  motivo: `O navegador não respondeu ao abrir o que estava guardado. ${UNTIL_CLOSED}.`,
  conserto: "Feche outras abas deste aplicativo e recarregue a página.",
  detalhe: "indexedDB.open did not answer",
};

const BLOCKED: Unavailable = {
  motivo: `Outra aba está aberta com uma versão mais antiga do aplicativo. ${UNTIL_CLOSED}.`,
  conserto: "Feche as outras abas deste aplicativo e recarregue esta página.",
  detalhe: "indexedDB.open is blocked by an older connection",
};

const NEWER_TAB: Unavailable = {
  motivo: `Outra aba abriu uma versão mais nova do aplicativo. ${UNTIL_CLOSED}.`,
  conserto: "Recarregue esta página para continuar com a versão nova.",
  detalhe: "versionchange",
};

const DELETED: Unavailable = {
  motivo: "O que estava guardado foi apagado em outra aba.",
  conserto: "Recarregue esta página para continuar sem os dados apagados.",
  detalhe: "versionchange to null",
};

const TERMINATED: Unavailable = {
  motivo: "O navegador fechou o que estava guardado, por falta de espaço ou porque os dados do site foram apagados.",
  conserto: "Recarregue a página.",
  detalhe: "the connection was terminated",
};
