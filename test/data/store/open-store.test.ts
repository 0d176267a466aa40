import { joined, lengthOf } from "../../../src/data/pieces.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { storeName } from "../../../src/data/store/open-store.ts";
import type { LocalStore } from "../../../src/data/store/store.ts";
import { everythingKept, freshBrowser, load, overwrite } from "./browser-parts.ts";
import { closeAll, ESCOPO, ids, reload, texts, visit } from "./visits.ts";

const NAME = storeName(ESCOPO);

beforeEach(() => {
  freshBrowser();
});

afterEach(closeAll);

describe("what is kept", () => {
  it("is there after a reload, byte for byte and word for word, in the order it was loaded", async () => {
    const first = load("b", 1);
    const second = load("a", 2, "protocolo\nçãé\n");
    const store = await visit();
    expect(await store.keep(second)).toEqual({ guardada: true });
    expect(await store.keep(first)).toEqual({ guardada: true });
    const again = await reload(store);
    expect(await again.list()).toEqual([first, second]);
    expect(again.problems()).toEqual([]);
    expect(again.state()).toEqual({ onde: "navegador" });
  });

  it("larger than one piece comes back whole, and without the buffer it was a part of", async () => {
    const buffer = new Uint8Array(40 * 1024 * 1024);
    const view = buffer.subarray(1024, 1024 + 9 * 1024 * 1024 + 1);
    for (let at = 0; at < view.length; at += 1000) view[at] = at % 251;
    const store = await visit();
    await store.keep(load("grande", 1, view));
    const [kept] = await (await reload(store)).list();
    const bytes = joined(kept?.extract.csv ?? []);
    expect(bytes.length).toBe(view.length);
    expect(Buffer.compare(bytes, view)).toBe(0);
    const pieces = (await everythingKept(NAME)).pedacos as Uint8Array[];
    expect(pieces.map((piece) => piece.buffer.byteLength)).toEqual([...Array.from({ length: 9 }, () => 1_048_576), 1]);
  });

  it("under an id that is kept already takes its place, pieces and all", async () => {
    const store = await visit();
    await store.keep(load("a", 1, new Uint8Array(9 * 1024 * 1024)));
    await store.keep(load("a", 1, "menor\n"));
    const again = await reload(store);
    expect((await again.list()).map(({ extract }) => texts(extract.csv))).toEqual(["menor\n"]);
    expect((await everythingKept(NAME)).pedacos).toHaveLength(1);
  });

  it("of another installation on the same origin is not seen", async () => {
    await (await visit()).keep(load("a"));
    expect(await ids(await visit({ escopo: "YY /" }))).toEqual([]);
  });

  it("may be an empty file", async () => {
    const store = await visit();
    await store.keep(load("vazio", 1, ""));
    expect((await (await reload(store)).list()).map(({ extract }) => lengthOf(extract.csv))).toEqual([0]);
  });

  it("is gone after it was dropped, and dropping what is not there does nothing", async () => {
    const store = await visit();
    await store.keep(load("a", 1));
    await store.keep(load("b", 2));
    await store.drop("a");
    await store.drop("nunca");
    expect(await ids(await reload(store))).toEqual(["b"]);
    expect((await everythingKept(NAME)).pedacos).toHaveLength(1);
  });
});

describe("a damaged record", () => {
  async function twoKept(): Promise<LocalStore> {
    const store = await visit();
    await store.keep(load("bom", 1));
    await store.keep(load("ruim", 2));
    return reload(store);
  }

  const SAID = {
    id: "ruim",
    mensagem: "ruim.csv: o que estava guardado neste navegador se estragou e foi retirado. Os outros arquivos continuam.",
    conserto: "Carregue o arquivo de novo.",
    retirada: true,
  };

  it.each([
    ["a flipped bit of the bytes", "pedacos", ["carga:ruim", 0], (piece: unknown) => flip(piece as Uint8Array)],
    ["a piece that is no bytes", "pedacos", ["carga:ruim", 0], () => "texto"],
    ["a piece cut short", "pedacos", ["carga:ruim", 0], (piece: unknown) => (piece as Uint8Array).slice(1)],
    ["another number of rows in the record", "cargas", "ruim", (record: unknown) => renumbered(record)],
    ["a record of another id", "cargas", "ruim", (record: unknown) => ({ ...(record as object), id: "outro" })],
    ["a record without an extract's id", "cargas", "ruim", (record: unknown) => withExtract(record, { id: "votos" })],
  ] as const)("%s is announced and dropped; the rest stays", async (_name, where, key, change) => {
    const store = await twoKept();
    await overwrite(NAME, where, key as IDBValidKey, change);
    expect(await ids(store)).toEqual(["bom"]);
    expect(store.problems()).toEqual([SAID]);
    const again = await reload(store);
    expect(await ids(again)).toEqual(["bom"]);
    expect(again.problems()).toEqual([]);
    expect((await everythingKept(NAME)).pedacos).toHaveLength(1);
  });

  it("that is nothing like a load is announced without a name", async () => {
    const store = await twoKept();
    await overwrite(NAME, "cargas", "ruim", () => 7);
    expect(await ids(store)).toEqual(["bom"]);
    expect(store.problems()[0]?.mensagem).toMatch(/^Um arquivo guardado: /);
  });

  it("written by a newer app is announced and left for that app", async () => {
    const store = await twoKept();
    await overwrite(NAME, "cargas", "ruim", (record) => ({ ...(record as object), formato: 2 }));
    expect(await ids(store)).toEqual(["bom"]);
    expect(store.problems()).toEqual([
      {
        id: "ruim",
        mensagem: "ruim.csv: foi guardado por uma versão mais nova do aplicativo, que esta não sabe ler.",
        conserto: "Recarregue a página para receber a versão nova.",
        retirada: false,
      },
    ]);
    expect((await everythingKept(NAME)).cargas).toHaveLength(2);
  });

  it("that the browser cannot read this time is announced and stays", async () => {
    const store = await twoKept();
    const get = vi.spyOn(IDBObjectStore.prototype, "get").mockImplementationOnce(() => {
      throw new DOMException("Failed to read large IndexedDB value", "NotReadableError");
    });
    expect(await ids(store)).toEqual(["ruim"]);
    expect(store.problems()).toMatchObject([{ id: "bom", retirada: false }]);
    get.mockRestore();
    expect(await ids(await reload(store))).toEqual(["bom", "ruim"]);
  });

  it("in the report only costs the report", async () => {
    const store = await visit();
    const odd = { ...load("a"), relatorio: { arquivo: "de outra versão" } } as unknown as ReturnType<typeof load>;
    await store.keep(odd);
    const again = await reload(store);
    const [kept] = await again.list();
    expect(kept?.extract).toEqual(odd.extract);
    expect(kept?.relatorio).toBeNull();
    expect(again.problems()).toMatchObject([{ id: "a", retirada: false }]);
  });
});

function flip(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy[0] = (copy[0] ?? 0) ^ 1;
  return copy;
}

function withExtract(record: unknown, change: object): object {
  const { extract, ...rest } = record as { extract: object };
  return { ...rest, extract: { ...extract, ...change } };
}

function renumbered(record: unknown): object {
  const { extract } = record as { extract: { summary: object } };
  return withExtract(record, { summary: { ...extract.summary, linhas: 2 } });
}
