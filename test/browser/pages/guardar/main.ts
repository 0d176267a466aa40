/** The browser's store without the app around it, for a test to work by hand. */
import { joined, lengthOf } from "../../../../src/data/pieces.ts";
import { readActive } from "../../../../src/data/refresh/active.ts";
import { refresh, type RefreshOutcome } from "../../../../src/data/refresh/refresh.ts";
import { openStore } from "../../../../src/data/store/open-store.ts";
import { sha256Hex } from "../../../../src/data/sha256.ts";
import type { KeepOutcome, KeptLoad, StoreEvent, StoreSpace, StoreState } from "../../../../src/data/store/store.ts";

export interface Listed {
  readonly id: string;
  readonly linhas: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface GuardarPage {
  /** Keeps a load of so many bytes, none of which repeat in a way a disk could squeeze. */
  readonly keep: (id: string, ordem: number, bytes: number) => Promise<KeepOutcome>;
  readonly list: () => Promise<readonly Listed[]>;
  readonly problems: () => readonly string[];
  readonly drop: (id: string) => Promise<void>;
  readonly clear: () => Promise<void>;
  readonly state: () => StoreState;
  readonly space: () => Promise<StoreSpace>;
  readonly heard: readonly StoreEvent[];
  readonly refresh: () => Promise<RefreshOutcome>;
  /** Extract → text of the active version; the kind of trouble where there is none. */
  readonly active: () => Promise<Readonly<Record<string, string>> | string>;
  /** Longest task of the page since the last `keep` had its bytes or this was last asked, ms; 0 when all were under 50. */
  readonly longestTask: () => number;
}

declare global {
  var guardar: GuardarPage | undefined;
}

const AT = "2026-11-22T12:00:00.000Z";
const store = await openStore({ escopo: "XX /" });
const heard: StoreEvent[] = [];
store.subscribe((event) => heard.push(event));

let longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
}).observe({ type: "longtask" });

function load(id: string, ordem: number, length: number): KeptLoad {
  const csv = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(csv.subarray(at, at + 65_536));
  const summary = { id: "denuncias", linhas: length, inicio: null, fim: null, demonstracao: false, origem: `${id}.csv` } as const;
  const carga = { id, arquivo: `${id}.csv`, sha256: "0".repeat(64), titulo: "Denúncias", fonte: null, inicio: null, fim: null, carregadaEm: AT };
  return { id, ordem, guardadaEm: AT, extract: { id: "denuncias", fileName: `${id}.csv`, csv: [csv], summary, modo: "acrescenta", carga }, relatorio: null };
}

globalThis.guardar = {
  keep: async (id, ordem, bytes) => {
    const made = load(id, ordem, bytes);
    await new Promise((resolve) => setTimeout(resolve, 100));
    longest = 0;
    return store.keep(made);
  },
  list: async () => {
    const loads = await store.list();
    return Promise.all(
      loads.map(async ({ id, extract: { csv, summary } }) => ({ id, linhas: summary.linhas, bytes: lengthOf(csv), sha256: await sha256Hex(csv) })),
    );
  },
  problems: () => store.problems().map(({ mensagem }) => mensagem),
  drop: store.drop,
  clear: store.clear,
  state: store.state,
  space: store.space,
  heard,
  refresh: () =>
    refresh({ manifestUrl: new URL("dados/manifest.json", location.href).href, versions: store.versions, territorio: "XX", agora: AT, silenceMs: 20_000 }),
  active: async () => {
    const data = await readActive(store.versions);
    if (data.tipo !== "ativa") return data.tipo;
    return Object.fromEntries(data.arquivos.map(({ extrato, csv }) => [extrato, new TextDecoder().decode(joined(csv))]));
  },
  longestTask: () => {
    const told = longest;
    longest = 0;
    return told;
  },
};
