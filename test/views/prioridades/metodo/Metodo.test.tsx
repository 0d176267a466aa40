// @vitest-environment jsdom
import { File } from "node:buffer";
import { act } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { methodFileText, methodHash } from "../../../../src/core/metodo/method.ts";
import Metodo from "../../../../src/views/prioridades/metodo/Metodo.tsx";
import { button, click, only, settle, type } from "../../../ui/render.tsx";
import { METODO } from "../fixture.ts";
import { abrirParte, escolherArquivo } from "./abrir-parte.tsx";

const texto = (host: HTMLElement): string => host.textContent.replaceAll("\u00a0", " ");
const campo = (host: HTMLElement, rotulo: string): HTMLInputElement | HTMLSelectElement => {
  const label = [...host.querySelectorAll("label")].find((l) => l.textContent === rotulo);
  const found = label === undefined ? null : document.getElementById(label.htmlFor);
  if (!(found instanceof HTMLInputElement) && !(found instanceof HTMLSelectElement)) throw new Error(`no field "${rotulo}"`);
  return found;
};

beforeEach(() => {
  vi.stubGlobal("matchMedia", (media: string) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the method on one screen", () => {
  it("says name, whole hash, places, dates, seeds, and goalposts with their source", () => {
    const { host } = abrirParte(Metodo);
    expect(only(host, "h2").textContent).toBe("Método inventado");
    expect(texto(host)).toContain(methodHash(METODO));
    expect(texto(host)).toContain("3 indicadores em 2 dimensões escolhem 2 de 6 municípios para o ciclo de 01/11/2026 a 30/04/2027. É o método padrão.");
    expect(texto(host)).toContain("semente “semente-zz”");
    expect(texto(host)).toContain("semente “reserva-zz”");
    const celulas = [...host.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent.replaceAll("\u00a0", " ")));
    expect(celulas[0]?.slice(0, 7)).toEqual(["Índice de vulnerabilidade", "Vulnerabilidade social", "60,0", "10 %", "50 %", "limite da escala", "escala inventada"]);
  });

  it("takes a number of places as it is typed, and keeps the last good one for anything else", () => {
    const { host } = abrirParte(Metodo);
    type(campo(host, "Vagas do ciclo (K)"), "4");
    expect(texto(host)).toContain("Vagas da lista: 4; no padrão, 2.");
    type(campo(host, "Vagas do ciclo (K)"), "0");
    expect(texto(host)).toContain("Escreva um número inteiro de 1 a 10.000; continua valendo 4.");
    expect(texto(host)).toContain("Vagas da lista: 4; no padrão, 2.");
    click(button(host, "Voltar ao padrão"));
    expect(texto(host)).toContain("É o método padrão.");
  });

  it("marks a study normalisation, and refuses an aggregation that has no sense with it", () => {
    const { host } = abrirParte(Metodo);
    type(campo(host, "Normalização"), "z");
    expect(only(host, ".prioridades-estudo").textContent).toContain("Para estudo: não serve para definir visitas.");
    type(campo(host, "Agregação"), "potencia-2");
    expect(texto(host)).toContain("esta agregação não se aplica");
    expect(texto(host)).toContain("Nada mudou.");
    expect(texto(host)).not.toContain("Agregação: média de potência 2");
  });

  it("comes back to the default itself when a slider comes back to its place", () => {
    const { host } = abrirParte(Metodo);
    const barra = campo(host, "Variação dos pesos nos sorteios (c)");
    expect(campo(host, "Peso mínimo com dado").getAttribute("aria-valuetext")?.replaceAll("\u00a0", " ")).toBe("50 %");
    type(barra, "45");
    expect(texto(host)).toContain("Variação dos pesos nos sorteios: 45 %; no padrão, 30 %.");
    type(barra, "30");
    expect(texto(host)).toContain("É o método padrão.");
  });

  it("writes the change to the address after the hand rests", () => {
    vi.useFakeTimers();
    const { host, estados } = abrirParte(Metodo);
    type(campo(host, "Vagas do ciclo (K)"), "3");
    expect(estados).toEqual([]);
    act(() => {
      vi.advanceTimersByTime(200);
    });
    expect(estados.at(-1)?.metodo).toBe("k:3");
  });

  it("opens the file it saves, and refuses one of another version with the last good method kept", async () => {
    const { host } = abrirParte(Metodo);
    escolherArquivo(host, "Abrir um método", new File([methodFileText({ ...METODO, nome: "Método do semestre" })], "semestre.json"));
    await settle();
    expect(only(host, "h2").textContent).toBe("Método do semestre");
    expect(texto(host)).toContain("O método de semestre.json está em vigor");
    escolherArquivo(host, "Abrir um método", new File([JSON.stringify({ ...METODO, versao: 9 })], "velho.json"));
    await settle();
    expect(texto(host)).toContain("velho.json não pode ser usado. O método que estava em vigor continua.");
    expect(texto(host)).toContain("versao: O arquivo é de outra versão do método.");
    expect(only(host, "h2").textContent).toBe("Método do semestre");
  });
});
