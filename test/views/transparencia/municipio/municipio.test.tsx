// @vitest-environment jsdom
import { act } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { figuraDeTeste, municipioDeTeste } from "../../../core/publico/municipio-de-teste.ts";
import { compararComOGrupo } from "../../../../src/core/publico/municipio-comparar.ts";
import { only, render } from "../../../ui/render.tsx";
import { Parte } from "./props.tsx";

let isLarga = true;

beforeEach(() => {
  isLarga = true;
  vi.stubGlobal("matchMedia", (media: string) => ({ media, matches: isLarga, addEventListener: () => undefined, removeEventListener: () => undefined }));
});

function digitar(host: HTMLElement, texto: string): void {
  const campo = only(host, "input[type=search]", HTMLInputElement);
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(campo, texto);
    campo.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

const achados = (host: HTMLElement): string[] => [...host.querySelectorAll(".municipio-achados a")].map((link) => link.textContent);

describe("choosing a municipality", () => {
  it("finds a name typed without accents or apostrophe, and the link leads to it", () => {
    const { host } = render(<Parte codigo={null} />);
    digitar(host, "sao joao doeste");
    expect(achados(host)).toEqual(["São João d'Oeste"]);
    expect(only(host, ".municipio-achados a").getAttribute("href")).toBe("#/transparencia?parte=municipio&codigo=9900002");
    digitar(host, "agua");
    expect(achados(host)).toEqual(["Água Nova"]);
  });

  it("says that no name is like that, and what to do", () => {
    const { host } = render(<Parte codigo={null} />);
    digitar(host, "xyz");
    expect(host.textContent).toContain("Nenhuma cidade com “xyz” no nome. Confira como se escreve, ou use a lista.");
  });

  it("has every municipality in a list, in the order of names", () => {
    const { host } = render(<Parte codigo={null} />);
    expect([...host.querySelectorAll(".municipio-todos a")].map((link) => link.textContent)).toEqual(["Água Nova", "São João d'Oeste", "Serra Alta"]);
  });

  it("folds the list away where there is no room beside the map", () => {
    const aberta = (): boolean => only(render(<Parte codigo={null} />).host, "details", HTMLDetailsElement).open;
    expect(aberta()).toBe(true);
    isLarga = false;
    expect(aberta()).toBe(false);
  });

  it("chooses on the map with a click, one without a polygon by its seat", () => {
    const mudar = vi.fn();
    const { host } = render(<Parte codigo={null} mudar={mudar} />);
    act(() => {
      host.querySelectorAll(".municipio-mapa-area")[1]?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      host.querySelector(".municipio-mapa-sede")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    });
    expect(mudar.mock.calls).toEqual([[{ codigo: 9900002 }], [{ codigo: 9900003 }]]);
  });

  it("walks the map with the arrows and chooses with Enter", () => {
    const mudar = vi.fn();
    const { host } = render(<Parte codigo={null} mudar={mudar} />);
    const mapa = only(host, "[role=application]");
    const tecla = (key: string): void => {
      act(() => {
        mapa.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      });
    };
    // The middle first, then its neighbour to the left.
    tecla("ArrowRight");
    expect(only(host, "figcaption strong").textContent).toBe("São João d'Oeste");
    tecla("ArrowLeft");
    tecla("Enter");
    expect(mudar).toHaveBeenCalledExactlyOnceWith({ codigo: 9900001 });
  });

  it("says that a code is of no municipality instead of showing another", () => {
    const { host } = render(<Parte codigo={1234567} />);
    expect(host.textContent).toContain("O código 1234567 não é de nenhum município da Terra.");
    expect(host.querySelector(".municipio-pagina")).toBeNull();
  });
});

describe("the page of a municipality", () => {
  const hidden = { tabela: "m", nivel: "municipio", lugar: "Serra Alta", doMunicipio: true, tempo: "ano", linhas: [{ periodo: "2024", valor: 14 }, { periodo: "2025", valor: "oculto" as const }] };
  const pagina = municipioDeTeste({
    figuras: [figuraDeTeste({ porte: compararComOGrupo(3, [1, 2, 3, 4, 5], false) }), figuraDeTeste({ indicador: "outra", nome: "Nota dos CREAS", valor: null })],
    denuncias: { demonstracao: true, k: 10, inicio: null, lugares: [hidden] },
  });

  it("answers its question with the name, and says each figure with its caution and source", () => {
    const { host } = render(<Parte codigo={9900001} pagina={pagina} />);
    expect(only(host, "h1").textContent).toBe("Como está Serra Alta?");
    const figuras = host.querySelectorAll(".municipio-figura");
    expect(figuras).toHaveLength(1);
    expect(figuras[0]?.textContent).toContain("Em 2021, a nota dos CRAS da cidade era 3,0. Está perto da mediana das cidades de mesmo porte, que é 3,0.");
    expect(figuras[0]?.textContent).toContain("Cuidado ao ler: Não diz se as pessoas gostaram.");
    expect(figuras[0]?.textContent).toContain("Fonte: Censo SUAS (MDS).");
  });

  it("reads its strip to who does not see it", () => {
    const { host } = render(<Parte codigo={9900001} pagina={pagina} />);
    // 1 2 3 4 5: quartiles 2 and 4.
    expect(only(host, ".municipio-faixa svg").getAttribute("aria-label")).toBe("Mesmo porte, 5 cidades: aqui 3,0; mediana 3,0; metade delas de 2,0 a 4,0; de 1,0 a 5,0 ao todo.");
  });

  it("shows a hidden figure by its word and look, never a number nor a blank", () => {
    const { host } = render(<Parte codigo={9900001} pagina={pagina} />);
    const oculta = only(host, "td.municipio-falta-oculto");
    expect(oculta.textContent).toBe("oculto para proteger pessoas");
  });

  it("marks what is of a demonstration", () => {
    const { host } = render(<Parte codigo={9900001} pagina={pagina} />);
    const marcadas = [...host.querySelectorAll("section")].filter((secao) => secao.querySelector(".states-demo") !== null).map((secao) => secao.querySelector("h2")?.textContent);
    expect(marcadas).toEqual(["Que apoio o Estado deu", "Denúncias"]);
  });

  it("tells how to read the figures only where there are some", () => {
    const semNumeros = municipioDeTeste({ figuras: [figuraDeTeste({ valor: null })] });
    const { host } = render(<Parte codigo={9900001} pagina={semNumeros} />);
    expect(host.textContent).toContain("Não há nenhum destes números de Serra Alta.");
    expect(host.textContent).not.toContain("Ser maior ou menor que a mediana");
  });

  it("leads down to each of its sections, by their headings", () => {
    const { host } = render(<Parte codigo={9900001} pagina={pagina} />);
    Element.prototype.scrollIntoView = vi.fn();
    const vistos = [...host.querySelectorAll("nav button")].map((botao) => {
      act(() => {
        botao.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      });
      return document.activeElement?.textContent;
    });
    expect(vistos).toEqual(["Onde buscar ajuda", "O que os números dizem", "Que apoio o Estado deu", "Denúncias"]);
  });

  it("keeps its heading where its file does not come, and says which file", () => {
    const { host } = render(<Parte codigo={9900001} falta />);
    expect(only(host, "h1").textContent).toBe("Como está Serra Alta?");
    expect(only(host, "[role=alert]").textContent).toContain("municipio/9900001.json");
  });

  it("says a municipality without a figure as without data in the table too", () => {
    const { host } = render(<Parte codigo={9900001} pagina={pagina} />);
    const linha = [...host.querySelectorAll("tr")].find((tr) => tr.querySelector("th")?.textContent === "Nota dos CREAS");
    expect(linha?.querySelector("td")?.textContent).toBe("sem dado");
  });
});
