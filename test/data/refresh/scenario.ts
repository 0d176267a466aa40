import { csvText } from "../csv-text.ts";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type ActiveData, datedData, readActive } from "../../../src/data/refresh/active.ts";
import { refresh, type RefreshOptions, type RefreshOutcome } from "../../../src/data/refresh/refresh.ts";
import { storeName } from "../../../src/data/store/open-store.ts";
import type { LocalStore } from "../../../src/data/store/store.ts";
import { everythingKept, freshBrowser } from "../store/browser-parts.ts";
import { closeAll, ESCOPO, reload, visit } from "../store/visits.ts";
import { publication, type Published, type PublishingServer, publishingServer, sha256 } from "./published.ts";

export const NAME = storeName(ESCOPO);
const HEAD = "codigo,periodo,indicador,valor\n";
const MUNICIPIOS = "codigo,nome\n1100015,A\n1100023,B\n";

export const OLD = publication("2026-06-30", {
  municipios: MUNICIPIOS,
  indicadores: `${HEAD}1100015,2026-06,x,1\n`,
  apoios: "apoio\na1\n",
});

/** One file as before, one changed, one new, one gone. */
export const NEW = publication("2026-07-31", {
  municipios: MUNICIPIOS,
  indicadores: `${HEAD}1100015,2026-07,x,${"9".repeat(50_000)}\n`,
  denuncias: "protocolo\np1\n",
});

export const INDICADORES = NEW.manifest.arquivos[1]?.nome ?? "";
export const body = (name: string): Buffer => NEW.files.get(name) ?? Buffer.alloc(0);
export const flipped = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte, i) => (i === 30 ? byte ^ 1 : byte)));
export const contents = (data: ActiveData): Readonly<Record<string, string>> =>
  data.tipo === "ativa" ? Object.fromEntries(data.arquivos.map(({ nome, csv }) => [nome, csvText(csv)])) : {};
export const published = (what: Published): Readonly<Record<string, string>> =>
  Object.fromEntries([...what.files].map(([nome, bytes]) => [nome, bytes.toString()]));

/** A page and a server, made anew for each test of a file. */
export interface Scenario {
  readonly server: PublishingServer;
  store: LocalStore;
  readonly run: (options?: Partial<RefreshOptions>, of?: LocalStore) => Promise<RefreshOutcome>;
  /** The page has the old version, and the new one is published. */
  readonly oldThenNew: () => Promise<void>;
  /** Opened again after whatever happened, the old version reads whole and says its date. */
  readonly expectOldWhole: () => Promise<void>;
  /** The new version reads whole, and nothing of the old one takes room. */
  readonly expectNewWhole: () => Promise<void>;
}

export function scenario(): () => Scenario {
  let current: Scenario | null = null;
  let server: PublishingServer;
  beforeAll(async () => {
    server = await publishingServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    freshBrowser();
    server.heal();
    server.forgetLog();
    current = made(server, await visit());
  });
  afterEach(closeAll);
  return () => {
    if (current === null) throw new Error("the scenario is there inside of tests only");
    return current;
  };
}

function made(server: PublishingServer, store: LocalStore): Scenario {
  const it: Scenario = {
    server,
    store,
    run: (options = {}, of = it.store) =>
      refresh({
        manifestUrl: server.manifestUrl,
        versions: of.versions,
        territorio: "XX",
        agora: "2026-08-01T12:00:00.000Z",
        silenceMs: 300,
        ...options,
      }),
    async oldThenNew() {
      server.publish(OLD);
      expect((await it.run()).tipo).toBe("atualizada");
      server.publish(NEW);
      server.forgetLog();
    },
    async expectOldWhole() {
      it.store = await reload(it.store);
      const data = await readActive(it.store.versions);
      expect(contents(data)).toEqual(published(OLD));
      expect(data.tipo === "ativa" && data.versao.id).toBe(OLD.manifest.versao);
      expect(data.tipo === "ativa" && datedData(data.versao.dataReferencia, "2026-08-01")).toBe("dados de 30/06");
    },
    async expectNewWhole() {
      expect(contents(await readActive(it.store.versions))).toEqual(published(NEW));
      const kept = await everythingKept(NAME);
      expect(kept.arquivos).toHaveLength(3);
      expect((kept.pedacos as Uint8Array[]).map((piece) => sha256(piece)).sort()).toEqual(
        NEW.manifest.arquivos.map((file) => file.sha256).sort(),
      );
    },
  };
  return it;
}
