import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { registro, type Registro } from "../../../src/core/mescla/index.ts";
import { escreverTrabalho, lerTrabalho } from "../../../src/data/trabalho/arquivo.ts";
import { abrirGuarda, type Guarda, type Mudanca } from "../../../src/data/trabalho/guarda.ts";
import { createTrocaClient, TrocaInterrompida, type TrocaClient, type TrocaWorker } from "../../../src/data/trabalho/troca-client.ts";
import type { Etapa, MensagemDaTroca } from "../../../src/data/trabalho/troca-mensagens.ts";
import { trocaRunner } from "../../../src/data/trabalho/troca-run.ts";
import { freshBrowser } from "../store/browser-parts.ts";
import { acao, mudada, plano, TERRITORIO } from "./exemplos.ts";

const ESCOPO = "XX /";
const NOTA = registro(`nota-${"c".repeat(32)}`, { texto: "Conferir", sobre: acao.id });
const SEM_ETAPA = (): void => undefined;
let pagina: Guarda;

beforeEach(async () => {
  freshBrowser();
  pagina = await abrirGuarda({ escopo: ESCOPO, storage: null });
});

afterEach(() => {
  pagina.fechar();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The worker's runner behind the client, in this process. */
function client(): TrocaClient {
  return createTrocaClient(() => {
    const worker: TrocaWorker = { postMessage: (pedido) => void run(pedido), terminate: () => undefined, onmessage: null, onerror: null, onmessageerror: null };
    const run = trocaRunner({
      post: (mensagem) => worker.onmessage?.({ data: mensagem } as MessageEvent<MensagemDaTroca>),
      abrir: (opcoes) => abrirGuarda({ ...opcoes, storage: null }),
    });
    return worker;
  });
}

const daPagina = (pendentes: readonly Mudanca[] = []) => ({ escopo: ESCOPO, territorio: TERRITORIO, pendentes });
const anotar = (...registros: readonly Registro[]): Promise<unknown> => pagina.gravar(registros.map((depois) => ({ antes: null, depois })));
const arquivo = async (registros: readonly Registro[], versoes: readonly string[] = []): Promise<Blob> =>
  new Blob([(await escreverTrabalho({ territorio: TERRITORIO, versoes, registros })).texto]);
const noNavegador = async (): Promise<readonly Registro[]> => (await pagina.ler()).registros;

async function exportado(troca: TrocaClient): Promise<{ readonly sha256: string; readonly registros: readonly Registro[] }> {
  const lido = await lerTrabalho(await (await troca.exportar(daPagina(), SEM_ETAPA)).arquivo.text(), TERRITORIO);
  if (lido.trabalho === null) throw new Error("the export does not read");
  return { sha256: lido.sha256, registros: lido.trabalho.registros };
}

describe("an exchange away from the page", () => {
  it("exports all of the work with what the browser could not keep yet", async () => {
    await anotar(plano);
    const { registros, arquivo: blob } = await client().exportar(daPagina([{ antes: null, depois: acao }]), SEM_ETAPA);
    expect(registros).toBe(2);
    expect(await lerTrabalho(await blob.text(), TERRITORIO)).toMatchObject({ trabalho: { registros: [acao, plano] } });
  });

  it("shows what comes in and what is to be decided, with the records that these speak of, and writes nothing", async () => {
    await anotar(plano, acao);
    const troca = client();
    const { sha256 } = await exportado(troca);
    await pagina.gravar([{ antes: acao, depois: mudada({ prazo: "2026-07-31" }) }]);
    const etapas: Etapa[] = [];
    const preparado = await troca.preparar(daPagina(), await arquivo([plano, mudada({ prazo: "2026-08-31" }), NOTA], [sha256]), (etapa) => etapas.push(etapa));
    expect(etapas).toEqual(["lendo-o-arquivo", "lendo-o-navegador", "comparando"]);
    expect(preparado).toEqual({
      previa: {
        noArquivo: 3,
        temBase: true,
        meus: { novos: 0, mudados: 1, removidos: 0 },
        deles: { novos: 1, mudados: 1, removidos: 0 },
        chegam: 1,
        conflitos: 1,
        registrosEmConflito: 1,
      },
      avisos: [],
    });
    expect(await troca.verChegadas(0, 10)).toMatchObject({ itens: [{ antes: null, depois: NOTA, campos: ["sobre", "texto"] }], total: 1, ligados: [{ id: acao.id }, plano] });
    const { itens, ligados } = await troca.verConflitos(0, 10);
    expect(itens).toEqual([
      {
        registro: mudada({ prazo: "2026-07-31" }),
        conflitos: [{ tipo: "campo", id: acao.id, campo: "prazo", base: "2026-06-30", meu: "2026-07-31", deles: "2026-08-31" }],
      },
    ]);
    expect(ligados).toEqual([plano]);
    expect(await noNavegador()).toEqual([mudada({ prazo: "2026-07-31" }), plano]);
  });

  it.each([
    [[[`${acao.id} prazo`, "deles"]], null, "2026-08-31"],
    [[], "deles", "2026-08-31"],
    [[[`${acao.id} prazo`, "meu"]], "deles", "2026-07-31"],
  ] as const)("keeps what was decided (%j, the rest %s)", async (escolhas, resto, prazo) => {
    await anotar(plano, acao);
    const troca = client();
    const { sha256 } = await exportado(troca);
    await pagina.gravar([{ antes: acao, depois: mudada({ prazo: "2026-07-31" }) }]);
    await troca.preparar(daPagina(), await arquivo([plano, mudada({ prazo: "2026-08-31" })], [sha256]), SEM_ETAPA);
    expect(await troca.concluir({ escolhas, resto }, SEM_ETAPA)).toEqual({ gravacao: { guardado: true, aviso: null, conflitos: [] }, porGravar: [] });
    expect(await noNavegador()).toEqual([mudada({ prazo }), plano]);
  });

  it("refuses to conclude with something undecided, and what it shows stands", async () => {
    await anotar(acao);
    const troca = client();
    await troca.preparar(daPagina(), await arquivo([mudada({ prazo: "2026-08-31" })]), SEM_ETAPA);
    await expect(troca.concluir({ escolhas: [], resto: null }, SEM_ETAPA)).rejects.toThrow("is not decided");
    expect((await troca.verConflitos(0, 10)).total).toBe(1);
    expect(await noNavegador()).toEqual([acao]);
  });

  it("gives the page what the browser did not keep, so that it is not lost", async () => {
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const troca = client();
    await troca.preparar(daPagina(), await arquivo([plano, acao]), SEM_ETAPA);
    const { gravacao, porGravar } = await troca.concluir({ escolhas: [], resto: null }, SEM_ETAPA);
    expect(gravacao.guardado).toBe(false);
    expect(porGravar).toEqual([{ antes: null, depois: acao }, { antes: null, depois: plano }]);
  });

  it("refuses a file that does not read with its problems located", async () => {
    const preparado = await client().preparar(daPagina(), new Blob(["{}"]), SEM_ETAPA);
    expect(preparado).toMatchObject({ previa: null, total: 1, problemas: [{ caminho: "formato" }] });
  });

  it("cancelled forgets the file, changes nothing, and the next request is answered", async () => {
    await anotar(plano);
    const troca = client();
    const preparando = troca.preparar(daPagina(), await arquivo([acao]), SEM_ETAPA);
    const vendo = troca.verChegadas(0, 1);
    troca.cancelar();
    await expect(preparando).rejects.toMatchObject({ name: "TrocaInterrompida", isCancelada: true });
    await expect(vendo).rejects.toBeInstanceOf(TrocaInterrompida);
    expect(await noNavegador()).toEqual([plano]);
    expect((await exportado(troca)).registros).toEqual([plano]);
  });
});

it("a list is shown a page at a time, and every page together is all of it", async () => {
  const muitas = Array.from({ length: 45 }, (_, i) => registro(`nota-${String(i).padStart(32, "0")}`, { texto: `Nota ${i}` }));
  const troca = client();
  await troca.preparar(daPagina(), await arquivo(muitas), SEM_ETAPA);
  const paginas = [await troca.verChegadas(0, 20), await troca.verChegadas(20, 20), await troca.verChegadas(40, 20)];
  expect(paginas.map(({ itens, total }) => [itens.length, total])).toEqual([[20, 45], [20, 45], [5, 45]]);
  expect(paginas.flatMap(({ itens }) => itens.map(({ depois }) => depois))).toEqual(muitas);
});
