// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { equipesDe } from "../../../../src/views/visitas/equipes.ts";
import Figura from "../../../../src/views/visitas/mapa/Mapa.tsx";
import { foraDosFiltros } from "../../../../src/views/visitas/motivos/filtro.ts";
import type { ParteDeVisitasProps } from "../../../../src/views/visitas/parte.ts";
import { button, click, settle } from "../../../ui/render.tsx";
import { AGUA, BARRA, CAMPO } from "./amostra.ts";
import { abrirParte } from "./abrir.tsx";

beforeEach(() => {
  vi.stubGlobal("matchMedia", (media: string) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  history.replaceState(null, "", "?mapa=svg");
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(400);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const viagens = (host: HTMLElement): (string | null)[] => [...host.querySelectorAll(".map-tour")].map((g) => g.getAttribute("data-viagem"));
const area = (host: HTMLElement, codigo: number): Element => {
  const found = host.querySelector(`[data-codigo="${codigo}"]`);
  if (found === null) throw new Error(`no area of ${codigo}`);
  return found;
};

function Mapa({ feito, ...props }: ParteDeVisitasProps) {
  if (feito === null) return null;
  const equipes = equipesDe(feito.entrada.ajustes, props.nome);
  return <Figura {...props} feito={feito} equipes={equipes} fora={foraDosFiltros(props.municipios, props.estado)} />;
}

describe("the map of the tours", () => {
  it("draws every tour, its stops numbered, and counts them in the legend", async () => {
    const { host } = abrirParte(Mapa);
    await settle();
    expect(viagens(host)).toEqual(["9900001-1/2027-01-04", "9900001-2/2027-02-01"]);
    expect([...host.querySelectorAll(".map-tour-stop")].map((g) => `${g.getAttribute("data-parada") ?? ""} ${g.textContent}`)).toEqual([
      `${BARRA} 1`,
      "9900004 2",
      `${CAMPO} 1`,
    ]);
    expect(host.querySelector(".map-tour-legend")?.textContent).toContain("Equipe 1 (1 viagem, 2 municípios)");
  });

  it("chooses the tour of the municipality that is clicked, and none where there is none", async () => {
    const { host, estados } = abrirParte(Mapa);
    await settle();
    click(area(host, BARRA));
    expect(estados.at(-1)).toMatchObject({ municipio: BARRA, viagem: "9900001-1/2027-01-04" });
    expect(host.querySelector(".map-tour.map-tour-chosen")?.getAttribute("data-viagem")).toBe("9900001-1/2027-01-04");
    click(area(host, AGUA));
    expect(estados.at(-1)).toMatchObject({ municipio: AGUA, viagem: null });
  });

  it("keeps to the team chosen on the page", async () => {
    const { host } = abrirParte(Mapa, {}, { equipe: `${AGUA}-2` });
    await settle();
    expect(viagens(host)).toEqual(["9900001-2/2027-02-01"]);
    expect(host.textContent).toContain("1 viagem da equipe 2 passa por 1 município.");
  });

  it("has a table with every municipality", async () => {
    const { host } = abrirParte(Mapa);
    await settle();
    click(button(host, "Ver como tabela"));
    expect(host.querySelectorAll("tbody tr")).toHaveLength(6);
  });
});
