import { describe, expect, it } from "vitest";
import type { ImportOptions } from "../../../src/data/import/import-file.ts";
import { readExtract } from "../../../src/data/import/read-extract.ts";
import type { ImportResult } from "../../../src/data/import/report.ts";
import { EngineError, type CanonicalExtract, type Session } from "../../../src/data/session/session.ts";
import { createImportStore } from "../../../src/views/dados/import-store.ts";
import { MUNICIPIOS } from "../../data/import/reading.ts";

/** The engine's door, remembering what each extract shows; `fail` makes the next change fail. */
function engineDoor(): { session: Session; showing: Map<string, string>; fail: () => void } {
  const showing = new Map<string, string>();
  let failing = false;
  const change = (act: () => void): Promise<void> => {
    if (failing) {
      failing = false;
      return Promise.reject(new EngineError("O motor parou.", "Tente de novo.", "test"));
    }
    act();
    return Promise.resolve();
  };
  const session: Session = {
    phase: () => ({ phase: "ready", ms: 1 }),
    version: () => 0,
    extracts: () => [],
    subscribe: () => () => undefined,
    start: () => Promise.resolve(),
    ask: () => Promise.reject(new Error("no questions here")),
    load: (extract: CanonicalExtract) => change(() => showing.set(extract.id, extract.fileName)),
    restore: (id) => change(() => showing.delete(id)),
  };
  return { session, showing, fail: () => (failing = true) };
}

const read = async (file: File, options: ImportOptions): Promise<ImportResult> =>
  readExtract(new Uint8Array(await file.arrayBuffer()), file.name, options);
const context = () => Promise.resolve({ municipios: MUNICIPIOS });
const good = (name: string): File => new File(["codigo;periodo;indicador;valor\n510340;2023;ivs;0,4\n"], name);
const bad = (): File => new File(["a;b\n1;2\n"], "ruim.csv");

describe("the imports of a session", () => {
  it("load a good file and leave it in use when a bad one follows", async () => {
    const { session, showing } = engineDoor();
    const store = createImportStore(session, read);
    await store.start([good("bom.csv"), bad()], context);
    expect(showing.get("indicadores")).toBe("bom.csv");
    const { entradas, emUso, andamento } = store.state();
    expect(entradas.map(({ arquivo, desfecho }) => [arquivo, desfecho.tipo])).toEqual([
      ["ruim.csv", "recusado"],
      ["bom.csv", "carregado"],
    ]);
    expect(emUso).toEqual([entradas[1]?.numero]);
    expect(andamento).toBeNull();
  });

  it("are undone one by one: each brings back what it replaced", async () => {
    const { session, showing } = engineDoor();
    const store = createImportStore(session, read);
    await store.start([good("um.csv"), good("dois.csv")], context);
    const [dois, um] = store.state().entradas;
    await store.undo(dois?.numero ?? -1);
    expect(showing.get("indicadores")).toBe("um.csv");
    await store.undo(um?.numero ?? -1);
    expect(showing.has("indicadores")).toBe(false);
    expect(store.state().emUso).toEqual([]);
  });

  it("go back to the bundled data and forth again", async () => {
    const { session, showing } = engineDoor();
    const store = createImportStore(session, read);
    await store.start([good("um.csv")], context);
    await store.restore("indicadores");
    expect([showing.has("indicadores"), store.state().volta]).toEqual([false, { extrato: "indicadores", arquivo: "um.csv" }]);
    await store.redo();
    expect([showing.get("indicadores"), store.state().volta]).toEqual(["um.csv", null]);
  });

  it("that the engine refuses change nothing and say why; the next try works", async () => {
    const { session, showing, fail } = engineDoor();
    const store = createImportStore(session, read);
    await store.start([good("um.csv")], context);
    fail();
    await store.start([good("dois.csv")], context);
    expect(showing.get("indicadores")).toBe("um.csv");
    expect(store.state().entradas[0]).toMatchObject({ arquivo: "dois.csv", desfecho: { tipo: "falhou", erro: { message: "O motor parou." } } });
    fail();
    await store.restore("indicadores");
    expect([showing.get("indicadores"), store.state().erro?.message]).toEqual(["um.csv", "O motor parou."]);
    await store.restore("indicadores");
    expect([showing.has("indicadores"), store.state().erro]).toEqual([false, null]);
  });

  it("are read each against what the one before left loaded", async () => {
    const { session, showing } = engineDoor();
    const store = createImportStore(session, read);
    await store.start([new File(["codigo;nome\n2304400;Fortaleza\n"], "ceara.csv"), good("um.csv")], () =>
      Promise.resolve({ municipios: showing.has("municipios") ? [] : MUNICIPIOS }),
    );
    expect(store.state().entradas.map(({ arquivo, desfecho }) => [arquivo, desfecho.tipo])).toEqual([
      ["um.csv", "recusado"],
      ["ceara.csv", "carregado"],
    ]);
  });

  it("that arrive while another is being read wait for their turn", async () => {
    const { session } = engineDoor();
    const store = createImportStore(session, read);
    const first = store.start([good("um.csv")], context);
    await store.start([good("dois.csv")], context);
    await first;
    expect(store.state().entradas.map(({ arquivo }) => arquivo)).toEqual(["dois.csv", "um.csv"]);
  });

  it("when cancelled stop, read no further file and change nothing", async () => {
    const { session, showing } = engineDoor();
    const waiting = (_: File, { signal }: ImportOptions): Promise<ImportResult> =>
      new Promise((_resolve, reject) => {
        const stop = (): void => {
          reject(new DOMException("cancelado", "AbortError"));
        };
        if (signal?.aborted === true) stop();
        else signal?.addEventListener("abort", stop);
      });
    const store = createImportStore(session, waiting);
    const running = store.start([good("um.csv"), good("dois.csv")], context);
    expect(store.state().andamento).toMatchObject({ arquivo: "um.csv" });
    store.cancel();
    await running;
    expect(store.state().entradas.map(({ arquivo, desfecho }) => [arquivo, desfecho.tipo])).toEqual([["um.csv", "cancelado"]]);
    expect([showing.size, store.state().andamento]).toEqual([0, null]);
  });

  it("keep no copy of the file's rows in what the page draws", async () => {
    const { session } = engineDoor();
    const store = createImportStore(session, read);
    await store.start([good("um.csv")], context);
    expect(Object.keys(store.state().entradas[0]?.relatorio ?? {})).not.toContain("extract");
  });
});
