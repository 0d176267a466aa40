import { csvText } from "../../data/csv-text.ts";
import { describe, expect, it } from "vitest";
import type { ImportOptions } from "../../../src/data/import/import-file.ts";
import type { FileResult } from "../../../src/data/import/report.ts";
import { mappingText, type Mapping } from "../../../src/data/layouts/mapping.ts";
import { isEmUso, type Entrada } from "../../../src/views/dados/entrada.ts";
import { memoryGuarda, type Guarda } from "../../../src/views/dados/guarda.ts";
import type { ImportStore } from "../../../src/views/dados/importacao.ts";
import { createImportStore } from "../../../src/views/dados/import-store.ts";
import { EngineDoor } from "./engine-door.ts";
import { CARREGADA_EM, contexto, CONTEXTO, DESCONHECIDA, NOMINAL, readHere } from "./readings.ts";

const SO_NESTA_ABA = memoryGuarda("teste.");

function opened(guarda: Guarda = SO_NESTA_ABA, read = readHere): { door: EngineDoor; store: ImportStore } {
  const door = new EngineDoor();
  return { door, store: createImportStore(door, guarda, read, () => CARREGADA_EM) };
}

const good = (name: string, valor = "0,4"): File => new File([`codigo;periodo;indicador;valor\n510340;2023;ivs;${valor}\n`], name);
const bad = (): File => new File(["codigo;periodo;indicador;valor\n9;x;ivs;y\n"], "ruim.csv");
const unknown = (name = "minha.csv"): File => new File([DESCONHECIDA], name);
const MAPPING: Mapping = {
  tipo: "mapeamento-mirante",
  versao: 1,
  nome: "Planilha da equipe",
  titulos: ["Cod", "Cidade", "NIS do responsável", "Mês", "Ano", "Total de pessoas", "Taxa"],
  municipio: { codigo: 0, siafi: null, nome: null, uf: null },
  periodo: { tipo: "ano-mes", ano: 4, mes: 3 },
  valores: [{ coluna: 5, indicador: "cadunico-pessoas" }],
};

const outcomes = (store: ImportStore): [string, string][] => store.state().entradas.map(({ arquivo, desfecho }) => [arquivo, desfecho.tipo]);
const first = (store: ImportStore): Entrada => {
  const [entrada] = store.state().entradas;
  if (entrada === undefined) throw new Error("no file was read");
  return entrada;
};
const emUso = (store: ImportStore): string[] =>
  store.state().entradas.filter((entrada) => isEmUso(entrada, store.state().emUso)).map(({ arquivo }) => arquivo);

async function removeFirst(store: ImportStore): Promise<void> {
  const { carga } = first(store);
  if (carga === null) throw new Error("nothing was loaded");
  await store.remove(carga.extrato, carga.id);
}

describe("the imports of a session", () => {
  it("load a good file and leave it in use when a bad one follows", async () => {
    const { door, store } = opened();
    await store.start([good("bom.csv"), bad()], contexto);
    expect(door.files("indicadores")).toEqual(["bom.csv"]);
    expect(outcomes(store)).toEqual([["ruim.csv", "recusado"], ["bom.csv", "carregado"]]);
    expect(emUso(store)).toEqual(["bom.csv"]);
    expect(store.andamento()).toBeNull();
  });

  it("of which the newest replaces the others show in its place, and return when it is taken back", async () => {
    const { door, store } = opened();
    await store.start([good("um.csv", "0,1"), good("dois.csv", "0,2")], contexto);
    expect(emUso(store)).toEqual(["dois.csv"]);
    await removeFirst(store);
    expect(door.files("indicadores")).toEqual(["um.csv"]);
    expect(emUso(store)).toEqual(["um.csv"]);
    expect(store.state().volta).toMatchObject({ titulo: "dois.csv" });
    await store.redo(store.state().volta?.chaves ?? []);
    expect(emUso(store)).toEqual(["dois.csv"]);
    expect([store.state().volta, store.state().retiradas]).toEqual([null, []]);
  });

  it("of the very same bytes are one load, told once", async () => {
    const { door, store } = opened();
    await store.start([good("um.csv"), good("copia.csv")], contexto);
    expect(door.files("indicadores")).toEqual(["copia.csv"]);
    expect(outcomes(store)).toEqual([["copia.csv", "carregado"]]);
    expect(first(store).carga).toMatchObject({ deNovo: true });
  });

  it("go back to the bundled data all at once, and forth again", async () => {
    const { door, store } = opened();
    await store.start([good("um.csv", "0,1"), good("dois.csv", "0,2")], contexto);
    await store.restore("indicadores");
    expect([door.files("indicadores"), emUso(store)]).toEqual([[], []]);
    await store.redo(store.state().volta?.chaves ?? []);
    expect(door.files("indicadores")).toEqual(["um.csv", "dois.csv"]);
  });

  it("that the engine refuses change nothing and say why; the next try works", async () => {
    const { door, store } = opened();
    await store.start([good("um.csv", "0,1")], contexto);
    door.fail();
    await store.start([good("dois.csv", "0,2")], contexto);
    expect(door.files("indicadores")).toEqual(["um.csv"]);
    expect(first(store)).toMatchObject({ arquivo: "dois.csv", desfecho: { tipo: "falhou", erro: { message: "O motor parou." } } });
    door.fail();
    await store.restore("indicadores");
    expect([door.files("indicadores"), store.state().falha?.mensagem]).toEqual([["um.csv"], "O motor parou."]);
    await store.restore("indicadores");
    expect([door.files("indicadores"), store.state().falha]).toEqual([[], null]);
  });

  it("are read each against what the one before left loaded", async () => {
    const { door, store } = opened();
    await store.start([new File(["codigo;nome\n2304400;Fortaleza\n"], "ceara.csv"), good("um.csv")], () =>
      Promise.resolve({ ...CONTEXTO, municipios: door.files("municipios").length > 0 ? [] : CONTEXTO.municipios }),
    );
    expect(outcomes(store)).toEqual([["um.csv", "recusado"], ["ceara.csv", "carregado"]]);
  });

  it("that arrive while another is being read wait for their turn", async () => {
    const { store } = opened();
    const reading = store.start([good("um.csv", "0,1")], contexto);
    await store.start([good("dois.csv", "0,2")], contexto);
    await reading;
    expect(outcomes(store).map(([arquivo]) => arquivo)).toEqual(["dois.csv", "um.csv"]);
    expect(store.state().lote).toEqual({ vez: 1, numeros: [2, 1] });
  });

  it("when cancelled stop, read no further file and change nothing", async () => {
    const waiting = (_: File, { signal }: ImportOptions): Promise<FileResult> =>
      new Promise((_resolve, reject) => {
        const stop = (): void => {
          reject(new DOMException("cancelado", "AbortError"));
        };
        if (signal?.aborted === true) stop();
        else signal?.addEventListener("abort", stop);
      });
    const { door, store } = opened(SO_NESTA_ABA, waiting);
    const running = store.start([good("um.csv"), good("dois.csv")], contexto);
    expect(store.andamento()).toMatchObject({ arquivo: "um.csv", faltam: 1 });
    store.cancel();
    await running;
    expect(outcomes(store)).toEqual([["um.csv", "cancelado"]]);
    expect([door.loads(), store.andamento()]).toEqual([[], null]);
  });

  it("when cancelled while the engine takes the file, end at once, and what the engine still loads is taken back", async () => {
    const { door, store } = opened();
    const release = door.hold();
    const running = store.start([good("um.csv")], contexto);
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (store.andamento()?.etapa === "entregando ao motor de dados") resolve();
        else setTimeout(look);
      };
      look();
    });
    store.cancel();
    await running;
    expect(outcomes(store)).toEqual([["um.csv", "cancelado"]]);
    release();
    await new Promise((resolve) => setTimeout(resolve));
    expect(door.files("indicadores")).toEqual([]);
    expect(emUso(store)).toEqual([]);
  });

  it("keep no copy of the file's rows in what the page draws", async () => {
    const { store } = opened();
    await store.start([good("um.csv")], contexto);
    expect(Object.keys(first(store).relatorio ?? {})).not.toContain("extract");
  });

  it("refuse a list of persons without offering to map it", async () => {
    const { door, store } = opened();
    await store.start([new File([NOMINAL], "lista.csv")], contexto);
    expect(first(store)).toMatchObject({ desfecho: { tipo: "recusado" }, previa: null });
    expect(door.loads()).toEqual([]);
  });
});

describe("a file nobody recognised", () => {
  it("waits with the beginning of its table, persons left out, and is loaded once its columns are said", async () => {
    const { door, store } = opened();
    await store.start([unknown()], contexto);
    expect(first(store)).toMatchObject({ desfecho: { tipo: "desconhecido" }, previa: { titulos: MAPPING.titulos } });
    expect(JSON.stringify(first(store).previa)).not.toContain("12345678901");
    await store.reread(first(store).numero, { mapeamento: MAPPING }, contexto);
    expect(first(store)).toMatchObject({ numero: 1, desfecho: { tipo: "carregado" }, relatorio: { figuras: [{ indicador: "cadunico-pessoas", figuras: 2 }] } });
    expect(first(store).previa).not.toBeNull();
    expect(door.files("indicadores")).toEqual(["minha.csv"]);
  });

  it("stays as it was when it is read as something it is not, and says why", async () => {
    const { store } = opened();
    await store.start([unknown()], contexto);
    await store.reread(1, { layout: "misocial" }, contexto);
    expect(first(store)).toMatchObject({ desfecho: { tipo: "desconhecido" }, previa: { titulos: MAPPING.titulos } });
    expect(first(store).releitura).toMatch(/^O arquivo não tem as colunas de /);
  });

  it("is read by the mapping that comes with it, whatever the order, and so is the next of its kind", async () => {
    const { store } = opened();
    await store.start([unknown(), new File([mappingText(MAPPING)], "mapa.json")], contexto);
    expect(outcomes(store)).toEqual([["minha.csv", "carregado"], ["mapa.json", "mapeamento"]]);
    await store.start([new File([DESCONHECIDA.replace("1200", "1201")], "outra.csv")], contexto);
    expect(outcomes(store)[0]).toEqual(["outra.csv", "carregado"]);
  });

  it("is not read by a broken mapping, which says what to do", async () => {
    const { store } = opened();
    await store.start([new File(['{"tipo":"mapeamento-mirante","versao":1}'], "mapa.json"), unknown()], contexto);
    expect(outcomes(store)).toEqual([["minha.csv", "desconhecido"], ["mapa.json", "mapeamento-recusado"]]);
    expect(store.state().mapeamentos).toEqual([]);
  });
});

describe("a file with a question", () => {
  const ASKED = new File([DESCONHECIDA.replace("1200", "1.200").replace("800", "1.800")], "minha.csv");

  it("loads nothing until it is answered, and then what the answer says", async () => {
    const { door, store } = opened();
    await store.start([ASKED], contexto, { mapeamento: MAPPING });
    expect(first(store)).toMatchObject({ desfecho: { tipo: "perguntas" }, relatorio: { perguntas: [{ id: "decimal:Total de pessoas" }] } });
    expect(door.loads()).toEqual([]);
    await store.reread(1, { mapeamento: MAPPING, respostas: new Map([["decimal:Total de pessoas", "virgula"]]) }, contexto);
    expect(first(store).desfecho.tipo).toBe("carregado");
    expect(csvText(door.loads()[0]?.csv)).toContain("5103403,2026-06,cadunico-pessoas,1200");
  });

  it("keeps what it had loaded when the second reading breaks down", async () => {
    const { door, store } = opened();
    await store.start([unknown()], contexto, { mapeamento: MAPPING });
    door.fail();
    await store.reread(1, { mapeamento: { ...MAPPING, valores: [{ coluna: 6, indicador: "ivs" }] } }, contexto);
    expect(first(store)).toMatchObject({ desfecho: { tipo: "carregado" }, releitura: "O motor parou. Tente de novo." });
    expect(emUso(store)).toEqual(["minha.csv"]);
  });
});

describe("what the browser keeps", () => {
  it("is told on the file once known, and forgotten when the file is taken back", async () => {
    const kept = new Set<string>();
    const guarda: Guarda = {
      ...SO_NESTA_ABA,
      keep: ({ fileName }) => {
        kept.add(fileName);
        return Promise.resolve({ guardado: true, motivo: null });
      },
      drop: () => {
        kept.clear();
        return Promise.resolve();
      },
    };
    const { store } = opened(guarda);
    await store.start([good("um.csv")], contexto);
    await Promise.resolve();
    expect([...kept]).toEqual(["um.csv"]);
    await expect.poll(() => first(store).guardado).toEqual({ guardado: true, motivo: null });
    await removeFirst(store);
    await expect.poll(() => kept.size).toBe(0);
  });

  it("is erased with all that is in use and all reports, and not when the browser refuses", async () => {
    let refuses = true;
    const guarda: Guarda = {
      ...SO_NESTA_ABA,
      clear: () => (refuses ? Promise.reject(new Error("O navegador não deixou apagar.")) : Promise.resolve()),
    };
    const { door, store } = opened(guarda);
    await store.start([good("um.csv"), new File([mappingText(MAPPING)], "mapa.json")], contexto);
    await store.clear();
    expect([door.files("indicadores"), store.state().falha?.mensagem]).toEqual([["um.csv"], "O navegador não deixou apagar."]);
    refuses = false;
    await store.clear();
    expect(door.loads()).toEqual([]);
    expect(store.state()).toMatchObject({ entradas: [], mapeamentos: [], retiradas: [], falha: null });
  });
});
