// @vitest-environment jsdom
import { File } from "node:buffer";
import { act } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { methodHash } from "../../../../src/core/metodo/method.ts";
import { gatilhosDaAba } from "../../../../src/data/metodo/gatilhos.ts";
import Ciclo from "../../../../src/views/prioridades/ciclo/Ciclo.tsx";
import { button, click, only, settle, type } from "../../../ui/render.tsx";
import { METODO } from "../fixture.ts";
import { abrirParte, escolherArquivo, SEM_VISITAS } from "../metodo/abrir-parte.tsx";

const texto = (host: HTMLElement): string => host.textContent.replaceAll("\u00a0", " ");
const linha = (host: HTMLElement, nome: string): string[] => {
  const cell = [...host.querySelectorAll("tbody th")].find((th) => th.textContent === nome);
  return [...(cell?.parentElement?.children ?? [])].map((td) => td.textContent);
};
const campoDe = (host: HTMLElement, rotulo: string): HTMLInputElement => {
  const label = [...host.querySelectorAll("label")].find((l) => l.textContent === rotulo);
  const found = label === undefined ? null : document.getElementById(label.htmlFor);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field "${rotulo}"`);
  return found;
};

/** What a saved file holds; the blobs of this environment have no `text()`. */
function textoDe(blob: Blob | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    if (blob === undefined) throw new Error("nothing was saved");
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === "string" ? reader.result : "");
    };
    reader.onerror = () => {
      reject(new Error("the saved file could not be read"));
    };
    reader.readAsText(blob);
  });
}

beforeEach(() => {
  vi.stubGlobal("matchMedia", (media: string) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  act(() => {
    for (const gatilho of gatilhosDaAba.ler()) gatilhosDaAba.retirar(gatilho);
  });
  vi.unstubAllGlobals();
});

describe("the list of the cycle", () => {
  it("says who is visited, by what, with the parts of the priority and the norm", () => {
    const { host } = abrirParte(Ciclo, { ...SEM_VISITAS, ultima: new Map([[9900002, "2026-04-30"]]) });
    expect(texto(host)).toContain("A lista do ciclo de 01/11/2026 a 30/04/2027 tem 2 municípios para 2 vagas: 2 pela prioridade e 0 da reserva sorteada.");
    expect(texto(host)).toContain("Prioridade = 0,8 × nota + 0,2 × 100 × (meses sem visita ÷ 12, no máximo 1).");
    expect(only(host, "a.norma-link").textContent).toBe("Res. ZZ 1/2020, art. 9º");
    // All 100: the score, 80 points, and the whole term without a visit, 20.
    expect(linha(host, "Água Fria").slice(1, 8)).toEqual(["1º", "pela prioridade", "100,00", "80,00", "20,00", "100,00", "sem registro"]);
    expect(linha(host, "Fronteira")[2]).toBe("sem nota");
    expect(linha(host, "Barra d'Oeste").slice(7, 9)).toEqual(["30/04/2026", "6"]);
  });

  it("marks made-up visits", () => {
    const { host } = abrirParte(Ciclo, { ...SEM_VISITAS, demonstracao: true });
    expect(only(host, ".states-demo").textContent).toBe("dados de demonstração");
    expect(texto(host)).toContain("As datas das visitas são inventadas.");
  });

  it("waits for the visits, or says why they cannot be read, and the seal works meanwhile", () => {
    const esperando = abrirParte(Ciclo, { estado: "carregando", ultima: null, demonstracao: false, erro: null });
    expect(texto(esperando.host)).toContain("Lendo as datas das visitas");
    expect(texto(esperando.host)).toContain(methodHash(METODO));
    const falhou = abrirParte(Ciclo, { estado: "erro", ultima: null, demonstracao: false, erro: "O motor parou." });
    expect(only(falhou.host, ".states-error").textContent).toContain("O motor parou.");
  });

  it("puts a municipality in by a trigger, keeps the reason off the table, and takes it back with undo", () => {
    const { host, estados } = abrirParte(Ciclo);
    const [municipio] = host.querySelectorAll<HTMLSelectElement>(".prioridades-gatilhos select");
    if (municipio === undefined) throw new Error("no field for the municipality");
    click(button(host, "Exigir visita"));
    expect(texto(host)).toContain("Escolha o município.");
    type(municipio, "9900004");
    click(button(host, "Exigir visita"));
    expect(texto(host)).toContain("sem motivo não há exigência a defender");
    type(campoDe(host, "Motivo"), "decisão judicial");
    click(button(host, "Exigir visita"));
    expect(linha(host, "Divisa").slice(1, 3)).toEqual(["1º", "visita exigida"]);
    expect(linha(host, "Divisa").join(" ")).not.toContain("judicial");
    expect(texto(host)).toContain("1 por visita exigida");
    click(button(host, "Retirar a exigência de Divisa"));
    expect(linha(host, "Divisa")[2]).toBe("fora deste ciclo");
    click(button(host, "Desfazer"));
    expect(linha(host, "Divisa")[2]).toBe("visita exigida");
    expect(estados).toEqual([]);
  });

  it("shows in the table only who passes the filters, and plans for all", () => {
    const { host } = abrirParte(Ciclo, SEM_VISITAS, { busca: "divisa" });
    expect(host.querySelectorAll("tbody tr.table-row")).toHaveLength(1);
    expect(texto(host)).toContain("A lista é do território inteiro; a tabela mostra só quem passa pelos filtros (busca: divisa).");
    expect(texto(host)).toContain("2 municípios para 2 vagas");
  });

  it("refuses a plan for a study normalisation without ends, and marks any other", () => {
    expect(texto(abrirParte(Ciclo, SEM_VISITAS, { metodo: "normalizacao:z" }).host)).toContain("A lista do ciclo não pode ser feita");
    const { host } = abrirParte(Ciclo, SEM_VISITAS, { metodo: "normalizacao:percentil" });
    expect(only(host, ".prioridades-estudo").textContent).toContain("Para estudo");
    expect(texto(host)).toContain("A lista do ciclo de");
  });

  it("leads to the method", () => {
    const { host, estados } = abrirParte(Ciclo);
    click(button(host, "Ver e baixar o método"));
    expect(estados.at(-1)?.parte).toBe("metodo");
  });
});

describe("the seal on the page", () => {
  it("says whether a pasted hash is the method's", () => {
    const { host } = abrirParte(Ciclo);
    type(campoDe(host, "SHA-256 publicado"), methodHash(METODO));
    expect(only(host, ".prioridades-veredito-certo").textContent).toContain("Confere. O método em vigor é o publicado");
    type(campoDe(host, "SHA-256 publicado"), "0".repeat(64));
    expect(only(host, ".prioridades-veredito-errado").textContent).toContain("Não confere. O método em vigor não é o publicado");
  });

  it("saves a list that it confirms, and tells the one line that was changed", async () => {
    const salvos: Blob[] = [];
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: (blob: Blob) => (salvos.push(blob), "blob:x"), revokeObjectURL: () => undefined }));
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
    const { host } = abrirParte(Ciclo);
    click(button(host, "Baixar a lista (CSV)"));
    const csv = await textoDe(salvos[0]);
    expect(csv.split("\n")[1]).toMatch(/^1,9900001,Água Fria,100\.00,sim,/);
    escolherArquivo(host, "Abrir a lista publicada", new File([csv], "lista.csv"));
    await settle();
    expect(only(host, ".prioridades-veredito-certo").textContent).toContain("letra por letra");
    escolherArquivo(host, "Abrir a lista publicada", new File([csv.replace(",100.00,sim,", ",97.00,sim,")], "mudada.csv"));
    await settle();
    expect(only(host, ".prioridades-veredito-errado").textContent).toContain("1 diferença em 1 município.");
    const rows = [...host.querySelectorAll(".prioridades-conferir tbody tr.table-row")].map((row) => [...row.children].map((td) => td.textContent));
    expect(rows).toEqual([["Água Fria", "nota", "97.00", "100.00"]]);
  });
});
