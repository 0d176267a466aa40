import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chaveDoConflito, type Escolha, lapide, registro, type Registro } from "../../../src/core/mescla/index.ts";
import { abrirGuarda, type Guarda } from "../../../src/data/trabalho/guarda.ts";
import { concluirImportacao, exportarTrabalho, type Importacao, prepararImportacao } from "../../../src/data/trabalho/troca.ts";
import { freshBrowser } from "../store/browser-parts.ts";
import { ACAO, acao, mudada, plano, TERRITORIO } from "./exemplos.ts";

const NOTA = registro(`nota-${"c".repeat(32)}`, { texto: "Conferir", municipio: 1100015 });
let ana: Guarda;
let rui: Guarda;

beforeEach(async () => {
  freshBrowser();
  [ana, rui] = [await abrirGuarda({ escopo: "ana", storage: null }), await abrirGuarda({ escopo: "rui", storage: null })];
});

afterEach(() => {
  for (const guarda of [ana, rui]) guarda.fechar();
  vi.restoreAllMocks();
});

const exportar = async (de: Guarda): Promise<string> => (await exportarTrabalho(de, TERRITORIO)).arquivo.texto;
const registros = async (de: Guarda): Promise<readonly Registro[]> => (await de.ler()).registros;
const mudar = async (de: Guarda, ...[antes, depois]: [Registro | null, Registro]): Promise<void> => {
  expect((await de.gravar([{ antes, depois }])).guardado).toBe(true);
};

async function preparar(em: Guarda, texto: string): Promise<Importacao> {
  const { importacao } = await prepararImportacao(em, TERRITORIO, texto);
  if (importacao === null) throw new Error("refused");
  return importacao;
}

/** Brings a file in, deciding every conflict alike; how many there were. */
async function trazer(em: Guarda, texto: string, escolha: Escolha = "meu"): Promise<number> {
  const importacao = await preparar(em, texto);
  const { conflitos } = importacao.mescla;
  expect(await concluirImportacao(em, importacao, new Map(conflitos.map((conflito) => [chaveDoConflito(conflito), escolha])))).toMatchObject({ guardado: true });
  return conflitos.length;
}

describe("two people and files between them", () => {
  it("end with the same work, each edit once, and no question where they touched different things", async () => {
    await mudar(ana, null, plano);
    await mudar(ana, null, acao);
    expect(await trazer(rui, await exportar(ana))).toBe(0);
    expect(await registros(rui)).toEqual([acao, plano]);
    await mudar(rui, acao, mudada({ orgao: "Gabinete" }));
    await mudar(rui, null, NOTA);
    await mudar(ana, acao, mudada({ prazo: "2026-07-31" }));
    const importacao = await preparar(ana, await exportar(rui));
    expect(importacao).toMatchObject({ temBase: true, mescla: { conflitos: [], deles: { novos: 1, mudados: 1, removidos: 0 }, meus: { novos: 0, mudados: 1, removidos: 0 } } });
    expect(await trazer(ana, await exportar(rui))).toBe(0);
    expect(await trazer(rui, await exportar(ana))).toBe(0);
    const todos = [mudada({ orgao: "Gabinete", prazo: "2026-07-31" }), NOTA, plano];
    expect(await registros(ana)).toEqual(todos);
    expect(await registros(rui)).toEqual(todos);
    expect(await exportar(ana)).toContain((await exportarTrabalho(rui, TERRITORIO)).arquivo.sha256);
  });

  it("that decided a conflict are not asked again by the same file, nor by the next", async () => {
    await mudar(ana, null, acao);
    await trazer(rui, await exportar(ana));
    await mudar(ana, acao, mudada({ prazo: "2026-07-31" }));
    await mudar(rui, acao, mudada({ prazo: "2026-08-31" }));
    const doRui = await exportar(rui);
    expect(await trazer(ana, doRui, "meu")).toBe(1);
    expect(await trazer(ana, doRui, "meu")).toBe(0);
    expect(await trazer(rui, await exportar(ana))).toBe(0);
    expect(await registros(rui)).toEqual([mudada({ prazo: "2026-07-31" })]);
  });

  it("where one took out what the other kept, the older file does not bring it back", async () => {
    await mudar(ana, null, acao);
    const velho = await exportar(ana);
    await trazer(rui, velho);
    await mudar(ana, acao, lapide(acao));
    expect(await trazer(ana, velho)).toBe(0);
    expect(await registros(ana)).toEqual([lapide(acao)]);
    await trazer(rui, await exportar(ana));
    expect(await registros(rui)).toEqual([lapide(acao)]);
  });

  it("who never exchanged have no base: what is equal is one, what differs is asked field by field", async () => {
    await mudar(ana, null, acao);
    await mudar(ana, null, plano);
    await mudar(rui, null, mudada({ prazo: "2026-08-31" }));
    await mudar(rui, null, plano);
    const importacao = await preparar(ana, await exportar(rui));
    expect(importacao.temBase).toBe(false);
    expect(importacao.mescla.conflitos).toEqual([{ tipo: "campo", id: ACAO, campo: "prazo", base: null, meu: "2026-06-30", deles: "2026-08-31" }]);
  });
});

it("edits that were exported but lost with the page are not taken for undone when the file comes back", async () => {
  await mudar(ana, null, acao);
  await exportar(ana);
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  expect((await ana.gravar([{ antes: acao, depois: mudada({ orgao: "Gabinete" }) }])).guardado).toBe(false);
  const salvo = await exportar(ana);
  vi.restoreAllMocks();
  expect(salvo).toContain("Gabinete");
  ana.fechar();
  ana = await abrirGuarda({ escopo: "ana", storage: null });
  expect(await registros(ana)).toEqual([acao]);
  expect(await trazer(ana, salvo)).toBe(0);
  expect(await registros(ana)).toEqual([mudada({ orgao: "Gabinete" })]);
});

it("an edit exported while it was in conflict with another tab, and lost with the page, is asked about when the file comes back", async () => {
  await mudar(ana, null, acao);
  const outraAba = await abrirGuarda({ escopo: "ana", storage: null });
  await mudar(ana, acao, mudada({ prazo: "2026-07-31" }));
  expect((await outraAba.gravar([{ antes: acao, depois: mudada({ prazo: "2026-08-31" }) }])).conflitos).toHaveLength(1);
  const salvo = await exportar(outraAba);
  outraAba.fechar();
  expect((await preparar(ana, salvo)).mescla.conflitos).toMatchObject([{ campo: "prazo", meu: "2026-07-31", deles: "2026-08-31" }]);
});

it("a file exported, all erased and the file brought back is the work as it was", async () => {
  await mudar(ana, null, acao);
  await mudar(ana, null, plano);
  await mudar(ana, plano, lapide(plano));
  const salvo = await exportar(ana);
  await ana.apagar();
  expect(await trazer(ana, salvo)).toBe(0);
  expect(await exportar(ana)).toContain(JSON.stringify((JSON.parse(salvo) as { sha256: string }).sha256));
  expect(await registros(ana)).toEqual([acao, lapide(plano)]);
});

it("a file that is refused changes nothing and says why", async () => {
  await mudar(ana, null, acao);
  const ruim = (await exportar(ana)).replace("2026-06-30", "2026-07-30");
  expect(await prepararImportacao(rui, TERRITORIO, ruim)).toMatchObject({ importacao: null, problemas: [{ caminho: "sha256" }], total: 1 });
  expect(await registros(rui)).toEqual([]);
});

it("a value of one's own that the field does not take is refused, and nothing is written", async () => {
  await mudar(ana, null, acao);
  await mudar(rui, null, mudada({ prazo: "2026-08-31" }));
  const importacao = await preparar(ana, await exportar(rui));
  await expect(concluirImportacao(ana, importacao, new Map([[`${ACAO} prazo`, { valor: "logo" }]]))).rejects.toThrow("O campo “Prazo” não é um dia do calendário");
  expect(await registros(ana)).toEqual([acao]);
});
