// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import Feitas from "../../../../src/views/visitas/feitas/Feitas.tsx";
import { only, settle, type } from "../../../ui/render.tsx";
import { BARRA, ESPERANCA } from "../mapa/amostra.ts";
import { abrirParte, sessaoCom } from "../mapa/abrir.tsx";

beforeEach(() => {
  vi.stubGlobal("matchMedia", (media: string) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const session = sessaoCom([
  { codigo: BARRA, dia: "2027-01-12" },
  { codigo: ESPERANCA, dia: "2027-01-15" },
]);
const linhas = (host: HTMLElement): string[] =>
  [...host.querySelectorAll("tbody tr")].map((tr) => [...tr.children].slice(0, 2).map((c) => c.textContent).join(": "));

describe("the part of the visits held", () => {
  it("matches what the supports have on record to the plan", async () => {
    const { host } = abrirParte(Feitas, { session, hoje: "2027-01-31" });
    await settle();
    await settle();
    expect(linhas(host)).toEqual([
      "Barra d'Oeste: feita no prazo",
      "Divisa: sem registro depois do prazo",
      "Esperança: feita fora do plano",
      "Campo Novo: por vir",
    ]);
    const [tolerancia] = host.querySelectorAll<HTMLInputElement>("input[type=range]");
    if (tolerancia === undefined) throw new Error("no field of the tolerance");
    type(tolerancia, "3");
    expect(linhas(host)[0]).toBe("Barra d'Oeste: feita com atraso");
  });

  it("marks made-up visits", async () => {
    const { host } = abrirParte(Feitas, { session, visitas: { estado: "pronto", ultima: new Map(), demonstracao: true, erro: null } });
    await settle();
    expect(only(host, ".states-demo").textContent).toBe("dados de demonstração");
  });
});
