import { describe, expect, it, vi } from "vitest";
import { readActive } from "../../../src/data/refresh/active.ts";
import type { RefreshStep } from "../../../src/data/refresh/refresh.ts";
import { freshBrowser } from "../store/browser-parts.ts";
import { reload, visit } from "../store/visits.ts";
import { body, contents, INDICADORES, NEW, OLD, published, scenario } from "./scenario.ts";

const now = scenario();

describe("a refresh that is stopped", () => {
  const STEPS: readonly RefreshStep[] = [
    "comeco",
    "versao-ativa-lida",
    "lista-lida",
    "arquivo-recebido:0",
    "arquivo-guardado:0",
    "arquivo-recebido:1",
    "arquivo-guardado:1",
    "tudo-guardado",
    "ponteiro-trocado",
    "antigos-apagados",
  ];

  it("goes through these steps and no others", async () => {
    await now().oldThenNew();
    const seen: RefreshStep[] = [];
    await now().run({ onStep: (step) => seen.push(step) });
    expect(seen).toEqual(STEPS);
  });

  it.each(STEPS.slice(0, 8))("by a kill after %s leaves the old version whole, and the next one ends the work", async (last) => {
    await now().oldThenNew();
    const killed = now().run({ onStep: (step) => kill(step === last) });
    await expect(killed).rejects.toThrow("killed");
    await now().expectOldWhole();
    expect((await now().run()).tipo).toBe("atualizada");
    await now().expectNewWhole();
  });

  it.each(STEPS.slice(8))("by a kill after %s has the new version whole", async (last) => {
    await now().oldThenNew();
    await expect(now().run({ onStep: (step) => kill(step === last) })).rejects.toThrow("killed");
    now().store = await reload(now().store);
    expect(contents(await readActive(now().store.versions))).toEqual(published(NEW));
    await now().run();
    expect(contents(await readActive(now().store.versions))).toEqual(published(NEW));
  });

  it("by a kill at any write to the database leaves one version or the other whole, never a mixture", async () => {
    const ended: string[] = [];
    for (let nth = 1; ended.at(-1) !== "nunca"; nth += 1) {
      freshBrowser();
      now().store = await visit();
      await now().oldThenNew();
      ended.push(await killedAtWrite(nth));
      const data = await readActive((now().store = await reload(now().store)).versions);
      expect([published(OLD), published(NEW)]).toContainEqual(contents(data));
    }
    // Two files of three writes each and the pointer; after the switch, two files of two deletions each.
    const old = Array.from({ length: 7 }, () => OLD.manifest.versao);
    expect(ended).toEqual([...old, ...Array.from({ length: 4 }, () => NEW.manifest.versao), "nunca"]);
  });

  it.each(["comeco", "lista-lida", "arquivo-recebido:0", "arquivo-guardado:1", "tudo-guardado"] as const)(
    "by the user at %s is cancelled with the old version whole",
    async (at) => {
      await now().oldThenNew();
      const stop = new AbortController();
      const outcome = await now().run({ signal: stop.signal, onStep: (step) => step === at && stop.abort() });
      expect(outcome).toMatchObject({ tipo: "cancelada", versao: { id: OLD.manifest.versao } });
      await now().expectOldWhole();
    },
  );

  it("by the user in the middle of a body does not wait for its end", async () => {
    await now().oldThenNew();
    now().server.fault(INDICADORES, (_request, response) => void response.write(body(INDICADORES).subarray(0, 9)));
    const stop = new AbortController();
    const outcome = await now().run({
      signal: stop.signal,
      silenceMs: 20_000,
      onProgress: ({ recebidos }) => {
        if (recebidos > 0) stop.abort();
      },
    });
    expect(outcome.tipo).toBe("cancelada");
    await now().expectOldWhole();
  });

  function kill(now: boolean): void {
    if (now) throw new Error("killed");
  }

  /** Refreshes with the nth write from now on failing; the version active at the end, or "nunca" when there is no nth write. */
  async function killedAtWrite(nth: number): Promise<string> {
    let count = 0;
    const failing = (name: "put" | "delete"): void => {
      const real = Reflect.get(IDBObjectStore.prototype, name) as (...args: unknown[]) => IDBRequest;
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...args: unknown[]) {
        count += 1;
        if (count === nth) throw new Error("killed");
        return real.apply(this, args) as never;
      });
    };
    failing("put");
    failing("delete");
    const outcome = await now().run().then(
      () => "nunca",
      () => "parou",
    );
    vi.restoreAllMocks();
    if (outcome === "nunca") return "nunca";
    const reading = await now().store.versions.active();
    return reading.tipo === "ativa" ? reading.registro.versao.id : reading.tipo;
  }
});
