import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lapide, retirar } from "../../../src/core/mescla/index.ts";
import { abrirGuarda, type Guarda } from "../../../src/data/trabalho/guarda.ts";
import { criarTrabalhoDaAba, type TrabalhoDaAba } from "../../../src/ui/trabalho/trabalho-da-aba.ts";
import { ACAO, acao, mudada, plano } from "../../data/trabalho/exemplos.ts";
import { freshBrowser } from "../../data/store/browser-parts.ts";

const abertas: Guarda[] = [];

/** A tab of the same browser, open and read. */
async function aba(): Promise<TrabalhoDaAba> {
  const feita = criarTrabalhoDaAba(async () => {
    const guarda = await abrirGuarda({ escopo: "XX /", storage: null });
    abertas.push(guarda);
    return guarda;
  });
  feita.subscribe(() => undefined);
  await vi.waitFor(() => {
    expect(feita.estado().estado).toBe("pronto");
  });
  return feita;
}

const nova = (depois: typeof acao): { antes: null; depois: typeof acao } => ({ antes: null, depois });
const cheio = (): void => {
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
};

beforeEach(() => {
  freshBrowser();
});

afterEach(() => {
  for (const guarda of abertas.splice(0)) guarda.fechar();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("the work of a tab", () => {
  it("shows an edit before it is kept, and is there in the next visit", async () => {
    const uma = await aba();
    const gravando = uma.gravar([nova(plano), nova(acao)]);
    await Promise.resolve();
    expect(uma.estado().registros).toEqual([acao, plano]);
    await gravando;
    expect(uma.estado()).toMatchObject({ pendentes: 0, avisos: [], perde: false });
    expect((await aba()).estado().registros).toEqual([acao, plano]);
  });

  it("gives the same records while none changes", async () => {
    const uma = await aba();
    await uma.gravar([nova(acao)]);
    const { registros } = uma.estado();
    await uma.gravar([]);
    expect(uma.estado().registros).toBe(registros);
  });

  it("takes back what was done, the newest first, and then has nothing to take back", async () => {
    const uma = await aba();
    await uma.gravar([nova(plano), nova(acao)]);
    expect(uma.estado().desfaz).toBeNull();
    await uma.gravar([{ antes: acao, depois: mudada({ prazo: "2026-07-31" }) }], "editar a ação");
    await uma.gravar(retirar(plano, uma.estado().registros), "apagar o plano");
    expect(uma.estado().registros).toEqual([]);
    expect(uma.estado().desfaz).toBe("apagar o plano");
    await uma.desfazer();
    expect(uma.estado().registros).toEqual([mudada({ prazo: "2026-07-31" }), plano]);
    await uma.desfazer();
    expect(uma.estado()).toMatchObject({ registros: [acao, plano], desfaz: null });
    expect(await uma.desfazer()).toBeNull();
    expect((await aba()).estado().registros).toEqual([acao, plano]);
  });

  it("undoing a new record takes it out", async () => {
    const uma = await aba();
    await uma.gravar([nova(acao)], "criar a ação");
    await uma.desfazer();
    expect(uma.estado().registros).toEqual([]);
    expect(await (await uma.guarda()).lerUns([ACAO])).toEqual([lapide(acao)]);
  });

  it("with a person's data is refused, is nowhere, and cannot be undone", async () => {
    const uma = await aba();
    await expect(uma.gravar([nova(mudada({ evidencia: "CPF 529.982.247-25" }))], "criar a ação")).rejects.toThrow("dados de pessoas");
    expect(uma.estado()).toMatchObject({ registros: [], pendentes: 0, desfaz: null });
  });
});

describe("no more room", () => {
  it("is said while something waits, the page would lose it until it is exported, and is said no more when kept", async () => {
    const uma = await aba();
    cheio();
    await uma.gravar([nova(acao)]);
    expect(uma.estado()).toMatchObject({ registros: [acao], pendentes: 1, perde: true, avisos: [{ motivo: "O navegador não tem mais espaço: as últimas mudanças estão só nesta página." }] });
    uma.exportado();
    expect(uma.estado().perde).toBe(false);
    await uma.gravar([{ antes: acao, depois: mudada({ prazo: null }) }]);
    expect(uma.estado().perde).toBe(true);
    vi.restoreAllMocks();
    await uma.gravar([]);
    expect(uma.estado()).toMatchObject({ registros: [mudada({ prazo: null })], pendentes: 0, perde: false, avisos: [] });
  });
});

describe("another tab", () => {
  it("is seen: new records, changes, and all gone", async () => {
    const [uma, outra] = [await aba(), await aba()];
    await uma.gravar([nova(plano), nova(acao)]);
    await vi.waitFor(() => {
      expect(outra.estado().registros).toEqual([acao, plano]);
    });
    await uma.gravar([{ antes: acao, depois: lapide(acao) }]);
    await vi.waitFor(() => {
      expect(outra.estado().registros).toEqual([plano]);
    });
    await uma.apagar();
    await vi.waitFor(() => {
      expect(outra.estado().registros).toEqual([]);
    });
  });

  it.each([
    ["meu", "2026-08-31"],
    ["deles", "2026-07-31"],
  ] as const)("that changed the same field is asked about, and %s is what stays in both", async (lado, prazo) => {
    const [uma, outra] = [await aba(), await aba()];
    await uma.gravar([nova(acao)]);
    await uma.gravar([{ antes: acao, depois: mudada({ prazo: "2026-07-31" }) }]);
    await outra.gravar([{ antes: acao, depois: mudada({ prazo: "2026-08-31", orgao: "Gabinete" }) }]);
    expect(outra.estado().conflitos).toMatchObject([{ id: ACAO, campo: "prazo", base: "2026-06-30", meu: "2026-08-31", deles: "2026-07-31" }]);
    await outra.decidir(ACAO, new Map([[`${ACAO} prazo`, lado]]));
    const decidida = mudada({ prazo, orgao: "Gabinete" });
    expect(outra.estado()).toMatchObject({ conflitos: [], pendentes: 0, registros: [decidida] });
    await vi.waitFor(() => {
      expect(uma.estado().registros).toEqual([decidida]);
    });
  });

  it("that took out what this one changed: to follow it leaves nothing waiting", async () => {
    const [uma, outra] = [await aba(), await aba()];
    await uma.gravar([nova(acao), nova(plano)]);
    await uma.gravar([{ antes: acao, depois: lapide(acao) }]);
    await outra.gravar([{ antes: acao, depois: mudada({ prazo: null }) }]);
    expect(outra.estado().conflitos).toMatchObject([{ tipo: "remocao", id: ACAO }]);
    await outra.decidir(ACAO, new Map([[ACAO, "deles"]]));
    expect(outra.estado()).toMatchObject({ conflitos: [], pendentes: 0, registros: [plano] });
  });
});

