// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import Comparar from "../../../../src/views/visitas/comparar/Comparar.tsx";
import { type } from "../../../ui/render.tsx";
import { OUTRO } from "../mapa/amostra.ts";
import { abrirParte, FEITO } from "../mapa/abrir.tsx";

beforeEach(() => {
  vi.stubGlobal("matchMedia", (media: string) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const cabecas = (host: HTMLElement): string[] => [...(host.querySelector("table")?.querySelectorAll("thead th") ?? [])].map((th) => th.textContent);

describe("the part that compares", () => {
  it("sets the plan beside the list in order, in figures and in words", () => {
    const { host } = abrirParte(Comparar);
    expect(cabecas(host)).toEqual(["Medida", "Este plano", "Lista em ordem"]);
    expect(host.textContent).toContain("Este plano faz 3 visitas em 470 km; a lista seguida em ordem, 2 em 600 km");
    expect(host.textContent).toContain("Em relação à lista seguida em ordem: 2 municípios estão só neste plano");
  });

  it("compares with the plan before when the reader chooses it", () => {
    const { host } = abrirParte(Comparar, { anterior: { ...FEITO, plano: { ...OUTRO, km: 900 } } });
    expect(cabecas(host)).toEqual(["Medida", "Este plano", "Lista em ordem", "Plano anterior"]);
    const com = [...host.querySelectorAll("select")].find((s) => s.textContent.includes("Plano anterior"));
    if (com === undefined) throw new Error("no field of the other plan");
    type(com, "anterior");
    expect(host.textContent).toContain("o plano anterior, 2 em 900 km");
    expect(host.textContent).toContain("Em relação ao plano anterior");
  });

  it("measures the plan alone while there is nothing to compare with", () => {
    const { host } = abrirParte(Comparar, { feito: { ...FEITO, ordemDaLista: null } });
    expect(cabecas(host)).toEqual(["Medida", "Este plano"]);
    expect(host.querySelector("figure")).toBeNull();
  });
});
