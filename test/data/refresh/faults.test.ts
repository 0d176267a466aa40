import { describe, expect, it, vi } from "vitest";
import { readActive } from "../../../src/data/refresh/active.ts";
import { everythingKept } from "../store/browser-parts.ts";
import type { PublishingServer } from "./published.ts";
import { body, flipped, INDICADORES, NAME, NEW, OLD, scenario } from "./scenario.ts";

const now = scenario();

type Fault = Parameters<PublishingServer["fault"]>[1];
const PAGE = "<!doctype html><title>Entrar na rede</title>";
const manifestWith = (change: object): Fault => (_request, response) => response.end(JSON.stringify({ ...NEW.manifest, ...change }));

const FAULTS: readonly (readonly [string, string, Fault, string])[] = [
  ["a body cut by the connection", INDICADORES, (_q, r) => void r.writeHead(200, { "Content-Length": 50_000 }).write(body(INDICADORES).subarray(0, 20_000), () => r.destroy()), `Sem conexão: ${INDICADORES} não chegou, ou chegou cortado.`],
  ["a body cut without a word", INDICADORES, (_q, r) => r.end(body(INDICADORES).subarray(0, 20_000)), `${INDICADORES} chegou cortado.`],
  ["a flipped bit", INDICADORES, (_q, r) => r.end(flipped(body(INDICADORES))), `${INDICADORES} chegou diferente do que foi publicado.`],
  ["a longer body", INDICADORES, (_q, r) => r.end(Buffer.concat([body(INDICADORES), Buffer.from("\n")])), `${INDICADORES} veio maior do que o anunciado.`],
  ["an empty body", INDICADORES, (_q, r) => r.end(), `${INDICADORES} chegou cortado.`],
  ["a file that is not there", INDICADORES, (_q, r) => r.writeHead(404).end(), `${INDICADORES} não está mais no servidor (resposta 404).`],
  ["a server error", INDICADORES, (_q, r) => r.writeHead(500).end("x"), `${INDICADORES} não pôde ser buscado (resposta 500).`],
  ["a page with status 200", INDICADORES, (_q, r) => r.end(PAGE), `O servidor respondeu uma página da internet em vez de ${INDICADORES}.`],
  ["a page longer than the file", "denuncias", (_q, r) => r.end(`\n${PAGE}`), `O servidor respondeu uma página da internet em vez de ${NEW.manifest.arquivos[2]?.nome ?? ""}.`],
  ["silence in the middle of a body", INDICADORES, (_q, r) => void r.write(body(INDICADORES).subarray(0, 9)), `O servidor parou de responder durante a busca de ${INDICADORES}.`],
  ["silence", "manifest.json", () => undefined, "O servidor parou de responder durante a busca de manifest.json."],
  ["no list", "manifest.json", (_q, r) => r.writeHead(404).end(), "manifest.json não está mais no servidor (resposta 404)."],
  ["a page for a list", "manifest.json", (_q, r) => r.end(PAGE), "O servidor respondeu uma página da internet em vez de manifest.json."],
  ["a list cut short", "manifest.json", (_q, r) => r.end(JSON.stringify(NEW.manifest).slice(0, -9)), "A lista de arquivos publicados chegou cortada ou ilegível."],
  ["a list of megabytes", "manifest.json", (_q, r) => r.end(Buffer.alloc(2_000_000, 32)), "manifest.json veio maior do que o anunciado."],
  ["another app's list", "manifest.json", manifestWith({ aplicativo: "outro" }), "A lista de arquivos publicados é de outro aplicativo."],
  ["a web app's own manifest", "manifest.json", (_q, r) => r.end('{"name":"PWA","icons":[]}'), "A lista de arquivos publicados é de outro aplicativo."],
  ["a newer list", "manifest.json", manifestWith({ esquema: 2, arquivos: "outra coisa" }), "Os dados publicados são para uma versão mais nova do aplicativo."],
  ["another territory's list", "manifest.json", manifestWith({ territorio: "YY" }), "Os dados publicados são de outro território."],
  ["an older list", "manifest.json", manifestWith({ dataReferencia: "2026-06-29" }), "O servidor ofereceu dados mais antigos do que os que você já tem."],
  ["a list without files", "manifest.json", manifestWith({ arquivos: [] }), "A lista de arquivos publicados não está no formato combinado."],
  ["a list that leads elsewhere", "manifest.json", manifestWith({ arquivos: [{ ...NEW.manifest.arquivos[0], nome: "../../segredo-0123456789abcdef.csv" }] }), "A lista de arquivos publicados não está no formato combinado."],
  ["a file not named by its hash", "manifest.json", manifestWith({ arquivos: [{ ...NEW.manifest.arquivos[0], nome: "municipios-0123456789abcdef.csv" }] }), "A lista de arquivos publicados se contradiz."],
  ["an extract twice", "manifest.json", manifestWith({ arquivos: [NEW.manifest.arquivos[0], NEW.manifest.arquivos[0]] }), "A lista de arquivos publicados se contradiz."],
  ["a file larger than the page takes", "manifest.json", manifestWith({ arquivos: [{ ...NEW.manifest.arquivos[1], bytes: 200 * 1024 * 1024 }] }), `${INDICADORES} é grande demais para esta página.`],
];

describe("a refresh that meets a fault", () => {
  it.each(FAULTS)("%s: keeps the old version whole and says what happened; the next one works", async (_name, path, fault, motivo) => {
    await now().oldThenNew();
    now().server.fault(path, fault);
    const outcome = await now().run();
    expect(outcome).toMatchObject({ tipo: "mantida", motivo, versao: { id: OLD.manifest.versao } });
    expect(outcome.tipo === "mantida" && outcome.conserto).toMatch(/^(Tente|Confira|Avise|Recarregue)\b/);
    await now().expectOldWhole();
    now().server.heal();
    expect((await now().run()).tipo).toBe("atualizada");
    await now().expectNewWhole();
  });

  it("offline: says so, with the version there is", async () => {
    await now().oldThenNew();
    const outcome = await now().run({ manifestUrl: now().server.manifestUrl, fetch: () => Promise.reject(new TypeError("Failed to fetch")) });
    expect(outcome).toMatchObject({
      tipo: "mantida",
      motivo: "Sem conexão: manifest.json não chegou, ou chegou cortado.",
      versao: { dataReferencia: "2026-06-30" },
    });
    await now().expectOldWhole();
  });

  it("with nothing fetched before has no version to show, and invents none", async () => {
    now().server.publish(NEW);
    now().server.fault(INDICADORES, (_request, response) => response.writeHead(503).end());
    expect(await now().run()).toMatchObject({ tipo: "mantida", versao: null });
    expect((await readActive(now().store.versions)).tipo).toBe("nenhuma");
  });

  it("after a fault in the second file fetches only what had not come", async () => {
    await now().oldThenNew();
    now().server.fault("denuncias", (_request, response) => response.writeHead(500).end());
    await now().run();
    now().server.heal();
    now().server.forgetLog();
    expect(await now().run()).toMatchObject({ tipo: "atualizada", baixados: 1, reaproveitados: 2 });
    expect(now().server.log.some((line) => line.startsWith(INDICADORES))).toBe(false);
    await now().expectNewWhole();
  });

  it("no room in the browser: keeps the old version, says so and gives the room back", async () => {
    await now().oldThenNew();
    const real = Reflect.get(IDBObjectStore.prototype, "put") as (value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value: unknown, key) {
      if (value instanceof Uint8Array && value.length < 100) {
        this.transaction.abort();
        throw new DOMException("full", "QuotaExceededError");
      }
      return real.call(this, value, key);
    });
    expect(await now().run()).toMatchObject({ tipo: "mantida", motivo: "O navegador não tem espaço para os dados novos." });
    vi.restoreAllMocks();
    expect((await everythingKept(NAME)).arquivos).toHaveLength(3);
    await now().expectOldWhole();
  });
});
