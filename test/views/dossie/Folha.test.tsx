// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import type { Dossie } from "../../../src/core/dossie/dossie.ts";
import { montarDossie } from "../../../src/core/dossie/montar.ts";
import { Folha } from "../../../src/views/dossie/Folha.tsx";
import { ESCALAS, PAPEL, porNoPapel } from "../../../src/views/dossie/papel.ts";
import { entrada, MUNICIPIOS, PECAS } from "../../core/dossie/quatro-municipios.ts";
import { render } from "../../ui/render.tsx";

/** Every text of a dossier in reading order, as the model has them: captions before headers, headers before rows. */
function textosDoModelo({ titulo, subtitulo, demonstracao, secoes, rodape }: Dossie): string[] {
  const blocos = secoes.flatMap((secao) => [
    secao.titulo,
    ...secao.blocos.flatMap((bloco) => {
      switch (bloco.tipo) {
        case "frase":
          return [bloco.texto];
        case "lista":
          return [...bloco.itens];
        case "tabela":
          return [bloco.legenda, ...bloco.colunas.map((coluna) => coluna.titulo), ...bloco.linhas.flat()];
        case "mapa":
          return [bloco.legenda];
      }
    }),
  ]);
  return [titulo, subtitulo, ...(demonstracao === null ? [] : [demonstracao]), ...blocos, ...rodape];
}

function textosDaTela(host: HTMLElement): string[] {
  return [...host.querySelectorAll("h1, h2, p, li, caption, th, td, figcaption")].map((um) => um.textContent);
}

describe("the sheet on the screen", () => {
  it.each(MUNICIPIOS.map(({ nome, codigo }) => [nome, codigo] as const))("says of %s every text of the model, in its order, and nothing else", (_, codigo) => {
    const dossie = montarDossie(entrada(), codigo);
    const { host } = render(<Folha dossie={dossie} mesh={PECAS.mesh} />);
    expect(textosDaTela(host)).toEqual(textosDoModelo(dossie));
  });

  it("has one title, a named section each, row and column headers, and the map in words", () => {
    const dossie = montarDossie(entrada(), 9_900_001);
    const { host } = render(<Folha dossie={dossie} mesh={PECAS.mesh} />);
    expect(host.querySelectorAll("h1")).toHaveLength(1);
    for (const secao of host.querySelectorAll("section")) {
      expect(host.querySelector(`[id="${secao.getAttribute("aria-labelledby") ?? ""}"]`)?.tagName).toBe("H2");
    }
    for (const linha of host.querySelectorAll("tbody tr")) expect(linha.firstElementChild?.getAttribute("scope")).toBe("row");
    const mapa = host.querySelector("svg");
    expect(mapa?.getAttribute("role")).toBe("img");
    expect(mapa?.getAttribute("aria-label")).toMatch(/^Mapa de Alfa, com 3 CRAS/);
    expect(mapa?.getAttribute("viewBox")).toBe("-10 -2.5 30 15");
    // Discs for CRAS, squares for CREAS: Alfa has 3 and none on record, Beta 1 and 1.
    expect(mapa?.querySelectorAll("circle.dossie-mapa-cras")).toHaveLength(2);
    expect(mapa?.querySelectorAll("rect.dossie-mapa-creas")).toHaveLength(1);
  });
});

describe("the sheet on paper", () => {
  const CABE = (PAPEL.height * 96) / 25.4;

  /** A sheet whose height goes with the size it is set at. */
  function folhaDe(altura: number): HTMLElement {
    const folha = document.createElement("article");
    folha.getBoundingClientRect = () => new DOMRect(0, 0, 0, altura * Number(folha.style.getPropertyValue("--dossie-escala")));
    return folha;
  }

  it("is at the largest size that fits on one page, and as it was on the screen afterwards", () => {
    expect(porNoPapel(folhaDe(CABE - 1)).escala).toBe(1);
    // 5 % too tall: 0.97 does not do, 0.94 does.
    const folha = folhaDe(CABE * 1.05);
    const posta = porNoPapel(folha);
    expect(posta.escala).toBe(0.94);
    expect(folha.className).toBe("dossie-papel");
    posta.undo();
    expect(folha.className).toBe("");
    expect(folha.style.getPropertyValue("--dossie-escala")).toBe("");
  });

  it("is at the least size where none fits", () => {
    expect(porNoPapel(folhaDe(CABE * 3)).escala).toBe(ESCALAS.at(-1));
  });

  it("goes on paper just before the browser prints and comes off just after", () => {
    const dossie = montarDossie(entrada(), 9_900_001);
    const { host } = render(<Folha dossie={dossie} mesh={PECAS.mesh} />);
    const folha = host.querySelector("article");
    document.title = "Município";
    window.dispatchEvent(new Event("beforeprint"));
    // The title of the page is the name of the file it is printed to.
    expect(document.title).toBe("Dossiê de Alfa");
    expect(folha?.classList.contains("dossie-papel")).toBe(true);
    window.dispatchEvent(new Event("afterprint"));
    expect(document.title).toBe("Município");
    expect(folha?.classList.contains("dossie-papel")).toBe(false);
  });
});
