// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Edicao } from "../../../../src/views/visitas/parte.ts";
import Motivos from "../../../../src/views/visitas/motivos/Motivos.tsx";
import { button, click, only, settle, type } from "../../../ui/render.tsx";
import { AJUSTES, BARRA, DIVISA, ESPERANCA } from "../mapa/amostra.ts";
import { abrirParte } from "../mapa/abrir.tsx";

beforeEach(() => {
  vi.stubGlobal("matchMedia", (media: string) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const nomes = (host: HTMLElement): string[] => [...host.querySelectorAll("tbody th")].map((th) => th.textContent);
const motivo = (host: HTMLElement, nome: string): string =>
  [...host.querySelectorAll("tbody tr")].find((tr) => tr.querySelector("th")?.textContent === nome)?.querySelectorAll("td")[1]?.textContent ?? "";
const situacao = (host: HTMLElement): HTMLSelectElement => {
  const found = [...host.querySelectorAll("select")].find((s) => s.textContent.includes("todas ("));
  if (found === undefined) throw new Error("no field of the situation");
  return found;
};

describe("the part of the reasons", () => {
  it("tells the reason of every municipality, each a link to what is known of it", () => {
    const { host } = abrirParte(Motivos);
    expect(host.textContent).toContain("3 dos 6 municípios têm visita no plano.");
    expect(nomes(host)).toHaveLength(6);
    expect(motivo(host, "Esperança")).toBe("Custaria 6,2 dias; tiraria Divisa");
    expect(only(host, `tbody a[href="#/prioridades?municipio=${DIVISA}"]`).textContent).toBe("Divisa");
  });

  it("tells which visit is required only when asked for the internal version", () => {
    const { host } = abrirParte(Motivos);
    expect(motivo(host, "Barra d'Oeste")).toBe("Planejado");
    expect(host.textContent).not.toContain("Visita exigida");
    click(only(host, ".visitas-motivos-interno input"));
    expect(motivo(host, "Barra d'Oeste")).toBe("Visita exigida");
  });

  it("keeps one situation, or what the page's filters keep, and the sentence stays of all", () => {
    const { host } = abrirParte(Motivos, {}, { porte: ["pequeno-1"] });
    expect(nomes(host)).toEqual(["Barra d'Oeste", "Água Fria", "Esperança"]);
    type(situacao(host), "carencia");
    expect(nomes(host)).toEqual(["Água Fria"]);
    type(situacao(host), "sem-nota");
    expect(host.textContent).toContain("Nenhum município passa pelos filtros.");
    expect(host.textContent).toContain("3 dos 6 municípios");
  });

  it("shows the chosen one in full and locks it, saying when that counts, or why it cannot be done", async () => {
    const edicoes: Edicao[] = [];
    const respostas = [null, "A trava não cabe."];
    const aplicar = (edicao: Edicao): Promise<string | null> => {
      edicoes.push(edicao);
      return Promise.resolve(respostas.shift() ?? null);
    };
    const { host } = abrirParte(Motivos, { aplicar }, { municipio: DIVISA });
    const painel = only(host, ".visitas-motivo-municipio");
    expect(painel.textContent).toContain("Visita de 06/01/2027, Equipe 1, na viagem de 04/01 a 06/01/2027. 4ª maior prioridade.");
    click(button(host, "Travar dentro do plano"));
    await settle();
    expect(painel.textContent).toContain("Divisa está travado dentro: vale quando o plano for feito de novo.");
    click(button(host, "Travar fora do plano"));
    await settle();
    expect(painel.textContent).toContain("A trava não cabe.");
    expect(edicoes).toEqual([
      { tipo: "exigir-lugar", codigo: DIVISA, lugar: "dentro" },
      { tipo: "exigir-lugar", codigo: DIVISA, lugar: "fora" },
    ]);
  });

  it("offers to unlock one that is locked, and says what a swap would cost", () => {
    const { host } = abrirParte(Motivos, { ajustes: AJUSTES }, { municipio: ESPERANCA });
    expect(only(host, ".visitas-motivo-municipio").textContent).toContain("Fora do plano. Custaria 6,2 dias; tiraria Divisa. A troca tiraria 14,3 pontos do plano.");
    expect(button(host, "Destravar Esperança (fora do plano)")).toBeDefined();
  });

  it("chooses by a click on the row, and goes to the tour in the plan", () => {
    const { host, estados } = abrirParte(Motivos);
    const linha = [...host.querySelectorAll("tbody tr")].find((tr) => tr.textContent.includes("Barra"));
    const celula = linha?.querySelector("td");
    if (celula === null || celula === undefined) throw new Error("no row of Barra");
    click(celula);
    expect(estados.at(-1)?.municipio).toBe(BARRA);
    click(button(host, "Ver a viagem no plano"));
    expect(estados.at(-1)).toMatchObject({ parte: "plano", viagem: "9900001-1/2027-01-04" });
  });

  it("waits for a plan", () => {
    expect(abrirParte(Motivos, { feito: null }).host.textContent).toBe("Os motivos aparecem quando houver um plano.");
  });
});
