import type { FileReport } from "../import/report.ts";
import type { CanonicalExtract } from "../session/session.ts";
import type { VersionStore } from "./version-store.ts";

/** A file the user brought, as it is kept between visits. */
export interface KeptLoad {
  /** The same id again takes the place of what was kept under it (`carga.id`). */
  readonly id: string;
  /** Loads are replayed in this order, lowest first. */
  readonly ordem: number;
  /** Instant in ISO 8601, UTC; an argument, never this layer's clock. */
  readonly guardadaEm: string;
  readonly extract: CanonicalExtract;
  readonly relatorio: FileReport | null;
}

/** Whether a load will be there after a reload; when not, why and what to do. */
export type KeepOutcome =
  | { readonly guardada: true }
  | { readonly guardada: false; readonly motivo: string; readonly conserto: string };

/** Where loads are kept now. */
export type StoreState =
  | { readonly onde: "navegador" }
  /** Only until the page is closed; `detalhe` is the browser's own message. */
  | { readonly onde: "memoria"; readonly motivo: string; readonly conserto: string; readonly detalhe: string };

/** Something kept that could not be used again. */
export interface StoreProblem {
  /** Id of the load; null when it concerns no single load. */
  readonly id: string | null;
  readonly mensagem: string;
  readonly conserto: string;
  /** True when what was damaged has been deleted; false when it is still there and may be tried again. */
  readonly retirada: boolean;
}

export interface StoreEvent {
  /**
   * `guardada`, `retirada`, `apagado`: what is kept changed; `atualizada`: another
   * version of the published data is active; `estado`: `state()` or `problems()` changed.
   */
  readonly tipo: "guardada" | "retirada" | "apagado" | "atualizada" | "estado";
  /** Id of the load or of the version; null when it concerns no single one. */
  readonly id: string | null;
  /** True when another tab did it: this page still shows what was there before, and can offer to reload. */
  readonly deOutraAba: boolean;
}

/** Room in the browser for this origin, in bytes as the browser estimates them. */
export interface StoreSpace {
  readonly usado: number | null;
  readonly disponivel: number | null;
  /** True when the browser promised not to clear it by itself; null when it does not say. */
  readonly persistente: boolean | null;
}

/** What the browser keeps for this installation between visits. Nothing leaves the machine. */
export interface LocalStore {
  /**
   * What is kept, in `ordem`, each checked against the SHA-256 taken when it was
   * kept. What does not check is left out and told in `problems()`. Never rejects.
   */
  readonly list: () => Promise<readonly KeptLoad[]>;
  /** Keeps a load whole or not at all. Never rejects: a load that cannot be kept stays in memory and the outcome says why. */
  readonly keep: (load: KeptLoad) => Promise<KeepOutcome>;
  /** Forgets one load; nothing happens when it is not there. Rejects with `StoreError` when the browser refuses. */
  readonly drop: (id: string) => Promise<void>;
  /** "Apagar dados locais": empties every store, cache and the refresh state of this installation. Rejects with `StoreError`. */
  readonly clear: () => Promise<void>;
  /** What the last `list` found damaged. */
  readonly problems: () => readonly StoreProblem[];
  readonly state: () => StoreState;
  /** What this tab and the others do; returns the function that stops it. */
  readonly subscribe: (listener: (event: StoreEvent) => void) => () => void;
  readonly space: () => Promise<StoreSpace>;
  /** The published data fetched since the app was built. */
  readonly versions: VersionStore;
  /** Ends the connection and the channel between tabs; what is kept stays. */
  readonly close: () => void;
}

export interface StoreOptions {
  /**
   * Names what belongs together: two installations on one origin (other territory,
   * other path) must not see each other's data. For instance `"MT /mirante/"`.
   */
  readonly escopo: string;
  /** How long to wait for the browser to open the store before working in memory, ms. */
  readonly openMs?: number;
  /** The browser's parts; the page's own by default, null where there is none. */
  readonly locks?: LockManager | null;
  readonly storage?: StorageManager | null;
  readonly caches?: CacheStorage | null;
}

/** The browser refused something that has no gentle fallback. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly whatToDo: string;
  readonly detail: string;
  constructor(message: string, whatToDo: string, detail: string) {
    super(message);
    this.whatToDo = whatToDo;
    this.detail = detail;
  }
}
