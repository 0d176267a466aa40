// @vitest-environment jsdom
import { Blob as NodeBlob, File as NodeFile } from "node:buffer";
import { useSyncExternalStore } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import fontes from "../../../data/fontes.json?raw";
import territorio from "../../../data/territorio.json?raw";
import type { Fonte } from "../../../src/core/indicador.ts";
import type { Territorio } from "../../../src/core/territorio.ts";
import { LAYOUTS } from "../../../src/data/layouts/index.ts";
import { parseMapping } from "../../../src/data/layouts/mapping.ts";
import { chaveDe, combinar, isEmUso } from "../../../src/views/dados/entrada.ts";
import { memoryGuarda } from "../../../src/views/dados/guarda.ts";
import type { ImportStore } from "../../../src/views/dados/importacao.ts";
import { createImportStore } from "../../../src/views/dados/import-store.ts";
import { Relatorio } from "../../../src/views/dados/Relatorio.tsx";
import { button, click, render, settle, type } from "../../ui/render.tsx";
import { EngineDoor } from "./engine-door.ts";
import { CARREGADA_EM, CATALOGO, contexto, DESCONHECIDA, NOMINAL, readHere } from "./readings.ts";

const FONTES = JSON.parse(fontes) as Fonte[];
const TERRITORIO = JSON.parse(territorio) as Territorio;

let store: ImportStore;

beforeEach(() => {
  store = createImportStore(new EngineDoor(), memoryGuarda("teste."), readHere, () => CARREGADA_EM);
  // The files of this environment cannot be read.
  vi.stubGlobal("File", NodeFile);
  vi.stubGlobal("Blob", NodeBlob);
  vi.stubGlobal("ResizeObserver", class {
    observe(): void {
      // No layout in this environment.
    }
    unobserve(): void {
      // No layout in this environment.
    }
    disconnect(): void {
      // No layout in this environment.
    }
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The reports of the page, wired as the page wires them. */
function Relatorios() {
  const { entradas, emUso, retiradas, mapeamentos } = useSyncExternalStore(store.subscribe, store.state);
  return entradas.map((entrada) => {
    const { numero, carga, escolha } = entrada;
    const chave = carga === null ? "" : chaveDe(carga.extrato, carga.id);
    return (
      <Relatorio
        key={numero}
        entrada={entrada}
        emUso={isEmUso(entrada, emUso)}
        podeVoltar={retiradas.includes(chave)}
        conhecido={{ catalogo: CATALOGO, fontes: FONTES, territorio: TERRITORIO, layouts: LAYOUTS, mapeamentos, dataReferencia: "2026-10-31" }}
        acoes={{
          onRetirar: () => {
            if (carga !== null) void store.remove(carga.extrato, carga.id);
          },
          onVoltar: () => void store.redo([chave]),
          onFechar: () => {
            store.dismiss(numero);
          },
          onReler: (nova) => void store.reread(numero, combinar(escolha, nova), contexto),
          onMapear: (mapeamento) => {
            store.keepMapping(mapeamento);
            void store.reread(numero, { mapeamento }, contexto);
          },
        }}
      />
    );
  });
}

async function dropped(texto: string, nome: string): Promise<HTMLElement> {
  const { host } = render(<Relatorios />);
  await settle(Promise.resolve().then(() => store.start([new File([texto], nome)], contexto)));
  return host;
}

/** Lets a reading that was asked for come to its end. */
async function read(): Promise<void> {
  await settle(vi.waitFor(() => {
    if (store.andamento() !== null) throw new Error("still reading");
  }));
  await settle();
}

const text = (host: HTMLElement): string => host.textContent.replace(/\s+/g, " ");
const select = (host: HTMLElement, label: string): HTMLSelectElement => {
  const labelled = [...host.querySelectorAll("label")].find(({ textContent }) => textContent === label)?.htmlFor ?? "";
  const found = host.ownerDocument.getElementById(labelled) ?? host.querySelector(`select[aria-label="${label}"]`);
  if (!(found instanceof HTMLSelectElement)) throw new Error(`no list "${label}"`);
  return found;
};

const MISOCIAL = "codigo_ibge,anomes_s,cadun_qtd_familias_cadastradas_i\n510340,202306,3568\n510790,202306,1000\n220345,202306,77\n";

describe("an official file that was loaded", () => {
  it("says what it is, what came in and where to see it, how rows are read, and that none is lost", async () => {
    const host = await dropped(MISOCIAL, "misocial.csv");
    const said = text(host);
    expect(said).toMatch(/É “MI Social[^”]*”, publicado por Ministério/);
    expect(said).toContain("Acrescenta a Indicadores");
    expect(said).toContain("Como as linhas viram números:");
    expect(said).toContain("4 linhas lidas = 2 carregadas + 0 deixadas de fora + 1 de município de fora do território + 1 de cabeçalho");
    expect(said).toContain("2 de 142");
    const links = [...host.querySelectorAll("a")].filter(({ textContent }) => textContent.startsWith("Ver no mapa"));
    expect(links.map((link) => link.getAttribute("href"))[0]).toMatch(/^#\/prioridades\?indicador=[a-z0-9-]+$/);
  });

  it("is taken back and brought again", async () => {
    const host = await dropped(MISOCIAL, "misocial.csv");
    click(button(host, "Retirar este arquivo"));
    await settle();
    expect(text(host)).toContain("misocial.csv: já não está em uso");
    expect(text(host)).not.toContain("Retirar este arquivo");
    click(button(host, "Usar de novo"));
    await settle();
    expect(text(host)).toContain("misocial.csv: carregado");
  });
});

describe("a file nobody recognised", () => {
  it("is mapped column by column and loaded; columns of persons cannot be chosen and never show", async () => {
    const host = await dropped(DESCONHECIDA, "minha.csv");
    expect(text(host)).toContain("minha.csv: não reconheci este arquivo");
    click(button(host, "Dizer o que é cada coluna"));
    expect(document.activeElement?.textContent).toContain("Dizer o que é cada coluna");
    expect(text(host)).toContain("Não é lida: traz dado de pessoa (NIS).");
    expect(text(host)).not.toContain("12345678901");
    expect(button(host, "Carregar").disabled).toBe(true);
    expect(text(host)).toContain("Diga ao menos uma coluna de valor");
    type(select(host, "Total de pessoas"), "valor");
    expect(text(host)).toContain("Escolha o indicador da coluna “Total de pessoas”.");
    type(select(host, "Indicador da coluna Total de pessoas"), "cadunico-pessoas");
    expect(text(host)).toContain("Pronto para carregar");
    click(button(host, "Carregar"));
    await read();
    expect(text(host)).toContain("minha.csv: carregado");
    expect(text(host)).toContain("Lido pelo seu mapeamento “minha”.");
    expect(text(host)).toContain("2 valores de 1 indicador, de jun. 2026");
  });

  it("is corrected after it was loaded, from what was said before", async () => {
    const host = await dropped(DESCONHECIDA, "minha.csv");
    click(button(host, "Dizer o que é cada coluna"));
    type(select(host, "Total de pessoas"), "valor");
    type(select(host, "Indicador da coluna Total de pessoas"), "cadunico-pessoas");
    click(button(host, "Carregar"));
    await read();
    click(button(host, "Corrigir o que é cada coluna"));
    expect(select(host, "Total de pessoas").value).toBe("valor");
    type(select(host, "Total de pessoas"), "ignorar");
    type(select(host, "Taxa"), "valor");
    type(select(host, "Indicador da coluna Taxa"), "ivs");
    click(button(host, "Carregar"));
    await read();
    expect(store.state().entradas[0]?.relatorio?.figuras.map(({ indicador }) => indicador)).toEqual(["ivs"]);
    expect(store.state().emUso).toHaveLength(1);
  });

  it("gives its mapping as a file that reads back", async () => {
    const saved: Blob[] = [];
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${String(saved.push(blob))}`, revokeObjectURL: () => undefined }));
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
    const host = await dropped(DESCONHECIDA, "minha.csv");
    click(button(host, "Dizer o que é cada coluna"));
    type(select(host, "Taxa"), "valor");
    type(select(host, "Indicador da coluna Taxa"), "ivs");
    click(button(host, "Guardar este mapeamento"));
    const [blob] = saved;
    const kept = parseMapping((await blob?.text()) ?? "");
    expect(kept).toMatchObject({ nome: "minha", valores: [{ coluna: 6, indicador: "ivs" }] });
    });

  it("read as something it is not says why and stays open to mapping", async () => {
    const host = await dropped(DESCONHECIDA, "minha.csv");
    click(button(host, "Ler como o escolhido"));
    await read();
    expect(host.querySelector('[role="alert"]')?.textContent).toContain("A leitura de novo não mudou nada. O arquivo não tem as colunas de");
    expect(button(host, "Dizer o que é cada coluna").disabled).toBe(false);
  });
});

describe("a question", () => {
  it("is answered with a button of its own and the file is read by the answer", async () => {
    const host = await dropped(DESCONHECIDA.replace("1200", "1.200").replace("800", "1.800"), "minha.csv");
    click(button(host, "Dizer o que é cada coluna"));
    type(select(host, "Total de pessoas"), "valor");
    type(select(host, "Indicador da coluna Total de pessoas"), "cadunico-pessoas");
    click(button(host, "Carregar"));
    await read();
    expect(text(host)).toContain("minha.csv: falta responder");
    expect(button(host, "Ler o arquivo com a resposta").disabled).toBe(true);
    const option = host.querySelector<HTMLInputElement>('input[type="radio"][value="virgula"]');
    if (option === null) throw new Error("no option to choose");
    click(option);
    click(button(host, "Ler o arquivo com a resposta"));
    await read();
    expect(text(host)).toContain("minha.csv: carregado");
  });
});

it("a list of persons is refused with the article of the law, and nothing of it is on the page", async () => {
  const host = await dropped(NOMINAL, "lista.csv");
  expect(text(host)).toContain("lista.csv: não foi carregado");
  expect(text(host)).toMatch(/LGPD, Lei 13\.709\/2018, art\. 6º/);
  expect(text(host)).not.toMatch(/MARIA|12345678901|111\.222/);
  expect(host.querySelector("form")).toBeNull();
});

it("hostile text in a file's name, header and cells stays text", async () => {
  const evil = '<img src=x onerror="window.__xss=1">';
  const host = await dropped(`Cod;${evil};UF\n510340;${evil};MT\n`, `${evil}.csv`);
  click(button(host, "Dizer o que é cada coluna"));
  expect(host.querySelector("img")).toBeNull();
  expect(text(host)).toContain(`${evil}.csv: não reconheci este arquivo`);
});
