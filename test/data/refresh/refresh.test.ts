import { describe, expect, it, vi } from "vitest";
import { datedData, readActive } from "../../../src/data/refresh/active.ts";
import type { RefreshProgress } from "../../../src/data/refresh/refresh.ts";
import { LocksOfOneBrowser, overwrite } from "../store/browser-parts.ts";
import { visit } from "../store/visits.ts";
import { contents, flipped, NAME, NEW, OLD, published, scenario } from "./scenario.ts";

const now = scenario();

describe("a refresh that goes well", () => {
  it("fetches everything the first time, and every byte is as published after a reload", async () => {
    now().server.publish(OLD);
    expect((await readActive(now().store.versions)).tipo).toBe("nenhuma");
    const outcome = await now().run();
    expect(outcome).toEqual({
      tipo: "atualizada",
      versao: { id: OLD.manifest.versao, dataReferencia: "2026-06-30", arquivos: OLD.manifest.arquivos },
      baixados: 3,
      reaproveitados: 0,
    });
    await now().expectOldWhole();
  });

  it("then fetches only the files that changed and deletes the ones no longer used", async () => {
    await now().oldThenNew();
    expect(await now().run()).toMatchObject({ tipo: "atualizada", baixados: 2, reaproveitados: 1 });
    const [, indicadores, denuncias] = NEW.manifest.arquivos;
    expect(now().server.log).toEqual(["manifest.json 200", `${indicadores?.nome ?? ""} 200`, `${denuncias?.nome ?? ""} 200`]);
    await now().expectNewWhole();
  });

  it("asks the server only whether the list changed when nothing did", async () => {
    await now().oldThenNew();
    await now().run();
    now().server.forgetLog();
    expect(await now().run()).toMatchObject({ tipo: "em-dia", versao: { id: NEW.manifest.versao } });
    expect(now().server.log).toEqual(["manifest.json 304"]);
  });

  it("is up to date also when the server has forgotten its validator", async () => {
    await now().oldThenNew();
    await now().run();
    now().server.forgetLog();
    now().server.fault("manifest.json", (_request, response) => response.end(JSON.stringify(NEW.manifest)));
    expect((await now().run()).tipo).toBe("em-dia");
    expect(now().server.log).toEqual(["manifest.json 200"]);
    await now().expectNewWhole();
  });

  it("tells how far it is, from nothing to all the bytes that had to come", async () => {
    await now().oldThenNew();
    const told: RefreshProgress[] = [];
    await now().run({ onProgress: (progress) => told.push(progress) });
    const total = NEW.manifest.arquivos.slice(1).reduce((sum, { bytes }) => sum + bytes, 0);
    expect(told[0]).toEqual({ etapa: "lista", total: null, recebidos: 0 });
    expect(told.at(-1)).toEqual({ etapa: "troca", total, recebidos: total });
    const received = told.filter(({ etapa }) => etapa === "arquivos").map(({ recebidos }) => recebidos);
    expect(received).toEqual([...received].sort((a, b) => a - b));
    expect(received.at(-1)).toBe(total);
  });

  it("tells the other tabs, and two tabs at once fetch the files once", async () => {
    await now().oldThenNew();
    const locks = new LocksOfOneBrowser() as unknown as LockManager;
    const [here, there] = [await visit({ locks }), await visit({ locks })];
    const heard: unknown[] = [];
    there.subscribe((event) => heard.push(event));
    const outcomes = await Promise.all([now().run({}, here), now().run({}, there)]);
    expect(outcomes.map(({ tipo }) => tipo)).toEqual(["atualizada", "em-dia"]);
    expect(now().server.log).toHaveLength(4);
    expect(heard).toContainEqual({ tipo: "atualizada", id: NEW.manifest.versao, deOutraAba: true });
  });

  it("works in memory where the browser keeps nothing", async () => {
    vi.stubGlobal("indexedDB", undefined);
    now().store = await visit();
    await now().oldThenNew();
    expect(await now().run()).toMatchObject({ tipo: "atualizada", baixados: 2, reaproveitados: 1 });
    expect(contents(await readActive(now().store.versions))).toEqual(published(NEW));
  });
});

describe("what is kept of a version", () => {
  it("with a flipped bit is announced, the bundled data serve, and the next refresh brings it again", async () => {
    now().server.publish(OLD);
    await now().run();
    const [file] = OLD.manifest.arquivos;
    await overwrite(NAME, "pedacos", [`arquivo:${file?.sha256 ?? ""}`, 0], (piece) => flipped(Buffer.from(piece as Uint8Array)));
    expect(await readActive(now().store.versions)).toMatchObject({
      tipo: "estragada",
      mensagem: "Os dados atualizados guardados neste navegador se estragaram. O aplicativo usa os que vieram com ele.",
    });
    now().server.forgetLog();
    expect(await now().run()).toMatchObject({ tipo: "atualizada", baixados: 1, reaproveitados: 2 });
    expect(now().server.log).toEqual(["manifest.json 200", `${file?.nome ?? ""} 200`]);
    await now().expectOldWhole();
  });

  it("with an unreadable pointer is announced, and the next refresh mends it without fetching the files again", async () => {
    now().server.publish(OLD);
    await now().run();
    await overwrite(NAME, "ajustes", "versao-ativa", () => ({ versao: 3 }));
    expect(await readActive(now().store.versions)).toMatchObject({ tipo: "estragada", versao: null });
    expect(await now().run()).toMatchObject({ tipo: "atualizada", baixados: 0, reaproveitados: 3 });
    await now().expectOldWhole();
  });

  it("is gone after the local data were cleared", async () => {
    now().server.publish(OLD);
    await now().run();
    await now().store.clear();
    expect((await readActive(now().store.versions)).tipo).toBe("nenhuma");
    expect(await now().run()).toMatchObject({ tipo: "atualizada", baixados: 3 });
  });

  it("cannot become active with a file missing", async () => {
    now().server.publish(OLD);
    await now().run();
    const registro = { versao: { id: "x", dataReferencia: "2026-07-31", arquivos: NEW.manifest.arquivos }, endereco: "x", etag: null, ativadaEm: "2026-08-01T12:00:00.000Z" };
    await expect(now().store.versions.activate(registro)).rejects.toThrow("the version is not whole");
    await now().expectOldWhole();
  });
});

it("a date of another year is shown with its year", () => {
  expect(datedData("2025-12-31", "2026-01-02")).toBe("dados de 31/12/2025");
  expect(datedData("2026-01-01", "2026-12-31")).toBe("dados de 01/01");
});
