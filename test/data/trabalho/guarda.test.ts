import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lapide, registro, type Registro } from "../../../src/core/mescla/index.ts";
import { nomeDoBanco } from "../../../src/data/trabalho/banco.ts";
import { abrirGuarda, type Guarda, type OpcoesDaGuarda } from "../../../src/data/trabalho/guarda.ts";
import { openStore } from "../../../src/data/store/open-store.ts";
import { freshBrowser, openRaw, overwrite } from "../store/browser-parts.ts";
import { ACAO, acao, mudada, plano } from "./exemplos.ts";

const ESCOPO = "XX /";
const abertas: Guarda[] = [];

/** Opens a page (another one, where one is open already). */
async function pagina(opcoes: Partial<OpcoesDaGuarda> = {}): Promise<Guarda> {
  const guarda = await abrirGuarda({ escopo: ESCOPO, storage: null, ...opcoes });
  abertas.push(guarda);
  return guarda;
}

async function recarregar(guarda: Guarda): Promise<Guarda> {
  guarda.fechar();
  return pagina();
}

const registros = async (guarda: Guarda): Promise<readonly Registro[]> => (await guarda.ler()).registros;
const nova = (depois: Registro): { antes: null; depois: Registro } => ({ antes: null, depois });
const BEM = { guardado: true, aviso: null, conflitos: [] };

beforeEach(() => {
  freshBrowser();
});

afterEach(() => {
  for (const guarda of abertas.splice(0)) guarda.fechar();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("what the user enters", () => {
  it("is there after a reload: records, changes and tombstones", async () => {
    const guarda = await pagina();
    expect(await guarda.gravar([nova(plano), nova(acao)])).toEqual(BEM);
    expect(await guarda.gravar([{ antes: acao, depois: mudada({ prazo: "2026-07-31", orgao: null }) }])).toEqual(BEM);
    expect(await guarda.gravar([{ antes: plano, depois: lapide(plano) }])).toEqual(BEM);
    const depois = await (await recarregar(guarda)).ler();
    expect(depois).toEqual({ registros: [mudada({ prazo: "2026-07-31", orgao: null }), lapide(plano)], versoes: [], avisos: [] });
  });

  it("is of its installation only, and stays when the files brought by the user are erased", async () => {
    const guarda = await pagina();
    await guarda.gravar([nova(acao)]);
    expect(await registros(await pagina({ escopo: "YY /" }))).toEqual([]);
    const arquivos = await openStore({ escopo: ESCOPO });
    await arquivos.clear();
    arquivos.close();
    expect(await registros(guarda)).toEqual([acao]);
  });

  it("with a person's data is refused and is nowhere", async () => {
    const guarda = await pagina();
    await expect(async () => guarda.gravar([nova(mudada({ evidencia: "CPF 529.982.247-25" }))])).rejects.toThrow("dados de pessoas não são guardados");
    expect(guarda.pendentes()).toBe(0);
    expect(await registros(guarda)).toEqual([]);
  });

  it("is gone when the user says so, here and after a reload", async () => {
    const guarda = await pagina();
    await guarda.gravar([nova(acao)], ["a".repeat(64)]);
    await guarda.apagar();
    expect(await (await recarregar(guarda)).ler()).toEqual({ registros: [], versoes: [], avisos: [] });
  });

  it("typed quickly, each edit before the one before it is written, is all there and conflicts with nothing", async () => {
    const guarda = await pagina();
    await guarda.gravar([nova(acao)]);
    const passos = [acao, mudada({ prazo: "2026-07-01" }), mudada({ prazo: "2026-07-02" }), mudada({ prazo: "2026-07-02", orgao: "Gabinete" })];
    const gravacoes = passos.slice(1).map((depois, i) => guarda.gravar([{ antes: passos[i] ?? null, depois }]));
    expect(await Promise.all(gravacoes)).toEqual([BEM, BEM, BEM]);
    expect(guarda.pendentes()).toBe(0);
    expect(await registros(await recarregar(guarda))).toEqual([mudada({ prazo: "2026-07-02", orgao: "Gabinete" })]);
  });
});

it("an edit made while the one before it is being written goes on from it, and conflicts with nothing", async () => {
  const guarda = await pagina();
  await guarda.gravar([nova(acao)]);
  const [primeira, segunda] = [mudada({ prazo: "2026-07-01" }), mudada({ prazo: "2026-07-02" })];
  const real = Reflect.get(IDBObjectStore.prototype, "put") as (valor: unknown, chave?: IDBValidKey) => unknown;
  const seguintes: Promise<unknown>[] = [];
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, valor: unknown, chave?: IDBValidKey) {
    if (seguintes.length === 0) seguintes.push(guarda.gravar([{ antes: primeira, depois: segunda }]));
    return real.call(this, valor, chave) as never;
  } as never);
  expect(await guarda.gravar([{ antes: acao, depois: primeira }])).toEqual(BEM);
  expect(await Promise.all(seguintes)).toEqual([BEM]);
  expect(guarda.pendentes()).toBe(0);
  expect(await registros(await recarregar(guarda))).toEqual([segunda]);
});

describe("a crash in the middle of a write", () => {
  const MUITOS = Array.from({ length: 20 }, (_, i) => registro(`nota-${String(i).padStart(32, "0")}`, { texto: "Conferir" }));

  it.each([1, 2, 10, 20])("at record %i of 20 leaves what was there before, whole", async (n) => {
    const guarda = await pagina();
    await guarda.gravar([nova(acao)]);
    fecharNaEscrita(n);
    const gravacao = await guarda.gravar([{ antes: acao, depois: lapide(acao) }, ...MUITOS.map(nova)].slice(0, 20));
    expect(gravacao.guardado).toBe(false);
    vi.restoreAllMocks();
    expect((await (await recarregar(guarda)).ler()).registros).toEqual([acao]);
  });

  /** The n-th write ends its transaction, as the end of the page does. */
  function fecharNaEscrita(n: number): void {
    const real = Reflect.get(IDBObjectStore.prototype, "put") as (valor: unknown, chave?: IDBValidKey) => unknown;
    let vez = 0;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, valor: unknown, chave?: IDBValidKey) {
      vez += 1;
      if (vez !== n) return real.call(this, valor, chave) as never;
      this.transaction.abort();
      throw new DOMException("gone", "AbortError");
    } as never);
  }
});

describe("no more room", () => {
  it("is said, the edits stay on the page, and the next edit keeps them all", async () => {
    const guarda = await pagina();
    await guarda.gravar([nova(plano)]);
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const cheio = await guarda.gravar([nova(acao)]);
    expect(cheio).toMatchObject({ guardado: false, aviso: { motivo: "O navegador não tem mais espaço: as últimas mudanças estão só nesta página." } });
    expect(cheio.aviso?.conserto).toMatch(/^Antes de fechar, exporte o trabalho para um arquivo\./);
    await guarda.gravar([{ antes: acao, depois: mudada({ orgao: "Gabinete" }) }]);
    expect(guarda.pendentes()).toBe(1);
    expect(await registros(guarda)).toEqual([mudada({ orgao: "Gabinete" }), plano]);
    vi.restoreAllMocks();
    expect(await guarda.gravar([])).toEqual(BEM);
    expect(guarda.pendentes()).toBe(0);
    expect(await registros(await recarregar(guarda))).toEqual([mudada({ orgao: "Gabinete" }), plano]);
  });

  it("does not tell that a version is part of the work when its records are not", async () => {
    const guarda = await pagina();
    const real = Reflect.get(IDBObjectStore.prototype, "put") as (valor: unknown, chave?: IDBValidKey) => unknown;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, valor: unknown, chave?: IDBValidKey) {
      if (this.name === "ajustes") throw new DOMException("full", "QuotaExceededError");
      return real.call(this, valor, chave) as never;
    } as never);
    expect((await guarda.gravar([nova(acao)], ["a".repeat(64)])).guardado).toBe(false);
    vi.restoreAllMocks();
    expect(await (await recarregar(guarda)).ler()).toEqual({ registros: [], versoes: [], avisos: [] });
  });
});

describe("a browser that keeps nothing", () => {
  it.each([
    ["has no IndexedDB", () => vi.stubGlobal("indexedDB", undefined), "Este navegador não guarda dados."],
    ["denies it, as a private window may", () => recusar("SecurityError"), "O navegador não permite que esta página guarde dados."],
  ])("because it %s says so and what to do, and the page goes on with what is entered", async (_nome, negar, motivo) => {
    negar();
    const guarda = await pagina({ openMs: 50 });
    const gravacao = await guarda.gravar([nova(acao)]);
    expect(gravacao.guardado).toBe(false);
    expect(gravacao.aviso?.motivo.startsWith(motivo)).toBe(true);
    expect(gravacao.aviso?.motivo).toContain("O que você preencher também vale só até fechá-la.");
    expect(gravacao.aviso?.conserto).toContain("exporte o trabalho para um arquivo");
    expect(guarda.estado().onde).toBe("memoria");
    const lido = await guarda.ler();
    expect(lido.registros).toEqual([acao]);
    expect(lido.avisos).toEqual([gravacao.aviso]);
  });

  it("since a newer app wrote it, leaves it as it is", async () => {
    (await openRaw(nomeDoBanco(ESCOPO), 7, (db) => db.createObjectStore("novidades"))).close();
    const guarda = await pagina();
    expect(guarda.estado()).toMatchObject({ onde: "memoria", motivo: expect.stringContaining("versão mais nova do aplicativo") as unknown });
    expect((await indexedDB.databases()).map(({ version }) => version)).toEqual([7]);
  });

  function recusar(nome: string): void {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no", nome);
    });
  }
});

describe("a second tab", () => {
  it("is told of what the first wrote, and both tabs' edits of different fields are kept", async () => {
    const [uma, outra] = [await pagina(), await pagina()];
    await uma.gravar([nova(acao)]);
    const ouvidos: unknown[] = [];
    outra.subscribe((evento) => ouvidos.push(evento));
    expect(await uma.gravar([{ antes: acao, depois: mudada({ prazo: "2026-07-31" }) }])).toEqual(BEM);
    await vi.waitFor(() => {
      expect(ouvidos).toEqual([{ tipo: "guardada", id: ACAO, deOutraAba: true }]);
    });
    expect(await outra.gravar([{ antes: acao, depois: mudada({ orgao: "Gabinete" }) }])).toEqual(BEM);
    expect(await registros(uma)).toEqual([mudada({ prazo: "2026-07-31", orgao: "Gabinete" })]);
  });

  it("with another value in the same field gets the conflict, its edit stays on its page, and what is decided is kept", async () => {
    const [uma, outra] = [await pagina(), await pagina()];
    await uma.gravar([nova(acao)]);
    const [minha, sua] = [mudada({ prazo: "2026-07-31" }), mudada({ prazo: "2026-08-31" })];
    await uma.gravar([{ antes: acao, depois: minha }]);
    const gravacao = await outra.gravar([{ antes: acao, depois: sua }, nova(plano)], ["a".repeat(64)]);
    expect(gravacao).toEqual({
      guardado: false,
      aviso: { motivo: "Outra aba mudou os mesmos campos: a sua mudança está só nesta página.", conserto: "Escolha, campo por campo, qual das duas fica." },
      conflitos: [{ tipo: "campo", id: ACAO, campo: "prazo", base: "2026-06-30", meu: "2026-08-31", deles: "2026-07-31" }],
    });
    expect(await registros(uma)).toEqual([minha, plano]);
    expect(await registros(outra)).toEqual([sua, plano]);
    // Not all of that version is kept, so it is no base of this work yet.
    expect((await outra.ler()).versoes).toEqual([]);
    expect(await outra.gravar([{ antes: minha, depois: sua }])).toEqual(BEM);
    expect(await registros(uma)).toEqual([sua, plano]);
  });

  it("that took a record out asks the one that changed it; giving up leaves it out", async () => {
    const [uma, outra] = [await pagina(), await pagina()];
    await uma.gravar([nova(acao)]);
    await uma.gravar([{ antes: acao, depois: lapide(acao) }]);
    expect((await outra.gravar([{ antes: acao, depois: mudada({ prazo: null }) }])).conflitos).toMatchObject([{ tipo: "remocao", id: ACAO, campos: ["prazo"] }]);
    outra.desistir(ACAO);
    expect(await registros(outra)).toEqual([lapide(acao)]);
  });
});

it("a damaged record is told, not erased and not in the way of the others, and comes back with the file that has it", async () => {
  const guarda = await pagina();
  await guarda.gravar([nova(plano), nova(acao)]);
  await overwrite(nomeDoBanco(ESCOPO), "cargas", ACAO, () => ({ id: ACAO, tipo: "acao", prazo: 7 }));
  expect(await guarda.ler()).toEqual({
    registros: [plano],
    versoes: [],
    avisos: [
      {
        motivo: "Um registro guardado não se lê e não aparece aqui.",
        conserto: "Nada foi apagado. Importe o último arquivo que exportou, para ter de volta o que falta.",
      },
    ],
  });
  expect(await guarda.gravar([nova(acao)])).toEqual(BEM);
  expect(await guarda.ler()).toEqual({ registros: [acao, plano], versoes: [], avisos: [] });
});
