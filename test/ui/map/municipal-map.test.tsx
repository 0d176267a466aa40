// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MunicipalMap } from "../../../src/ui/map/MunicipalMap.tsx";
import type { MunicipalMapProps } from "../../../src/ui/map/props.ts";
import { buildLayer, fixedClasses } from "../../../src/core/classes.ts";
import { settle } from "../render.tsx";
import { MESH, MUNICIPIOS, sampleLayer } from "./sample.ts";

let root: Root;
let host: HTMLElement;
let onSelecionar: ReturnType<typeof vi.fn<(codigo: number | null) => void>>;
let onDestacar: ReturnType<typeof vi.fn<(codigo: number | null) => void>>;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  history.replaceState(null, "", "?mapa=svg");
  host = document.createElement("div");
  document.body.append(host);
  root = createRoot(host);
  onSelecionar = vi.fn();
  onDestacar = vi.fn();
});
afterEach(async () => {
  await act(async () => {
    root.unmount();
    await Promise.resolve();
  });
  host.remove();
  vi.unstubAllGlobals();
});

async function draw(changes: Partial<MunicipalMapProps> = {}): Promise<void> {
  const props: MunicipalMapProps = {
    mesh: MESH,
    topologyUrl: "malha.topo.json",
    municipios: MUNICIPIOS,
    layer: sampleLayer(),
    selecionado: null,
    onSelecionar,
    destacado: null,
    onDestacar,
    card: (codigo) => [{ rotulo: "Casos", texto: codigo === 9900002 ? "30 casos" : "outro" }],
    leitura: "Um município concentra os casos.",
    rotulados: [9900002],
    foraDoFiltro: new Set(),
    ...changes,
  };
  await act(async () => {
    root.render(<MunicipalMap {...props} />);
    await Promise.resolve();
  });
}

const area = (codigo: number): SVGElement => {
  const element = host.querySelector<SVGElement>(`[data-codigo="${codigo}"]`);
  if (!element) throw new Error(`no element for ${codigo}`);
  return element;
};
const map = (): HTMLElement => host.querySelector<HTMLElement>('[role="application"]') ?? host;
const press = (key: string): void => {
  act(() => {
    map().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
};
const spoken = (): string => [...host.querySelectorAll('[role="status"]')].map((s) => s.textContent).join("");

/** `n` squares in a row, the last with a value of its own class. */
function country(n: number): Pick<MunicipalMapProps, "mesh" | "municipios" | "layer"> {
  const [model] = MUNICIPIOS;
  if (model === undefined) throw new Error("the sample has a municipality");
  const municipios = Array.from({ length: n }, (_, i) => ({ ...model, codigo: 1_000_000 + i, nome: `M${String(i)}` }));
  const celulas = new Map(municipios.map(({ codigo }, i) => [codigo, { valor: i === n - 1 ? 30 : 1 }]));
  return {
    municipios,
    mesh: { ...MESH, paths: municipios.map((_, i) => `M${String(i)} 0l1 0 0 1-1 0z`), sedes: municipios.map((_, i) => ({ x: i, y: 0 })), vizinhos: municipios.map(() => []) },
    layer: buildLayer({ titulo: "Casos", unidade: "casos", ramp: "quantidade", celulas, classes: fixedClasses([1, 30], [0, 20], String) }),
  };
}

describe("MunicipalMap", () => {
  it("draws a country's outlines over several turns, and in the end every one in its colour", async () => {
    const areas = (): number => host.querySelectorAll(".map-area").length;
    await draw(country(2600));
    expect(areas()).toBeLessThan(2600);
    await vi.waitFor(
      async () => {
        await settle();
        expect(areas()).toBe(2600);
      },
      { timeout: 20_000 },
    );
    expect(area(1_000_000).style.fill).toBe("var(--map-0)");
    expect(area(1_002_599).style.fill).toBe("var(--map-1)");
  });

  it("fills classes with the ramp and absences with their own patterns", async () => {
    await draw();
    expect(area(9900001).style.fill).toBe("var(--map-0)");
    expect(area(9900002).style.fill).toBe("var(--map-1)");
    expect(area(9900003).style.fill).toContain("oculto");
    expect(area(9900004).style.fill).toContain("sem-dado");
    const used = /#([\w-]+)/.exec(area(9900003).style.fill)?.[1] ?? "";
    expect(host.querySelector(`pattern[id="${used}"]`)).not.toBeNull();
  });

  it("hatches uncertain classes over their own colour, polygons and seats, and says so on the card", async () => {
    const layer = { ...sampleLayer(), incertas: new Set([9900002, 9900005]) };
    await draw({ layer, destacado: 9900002 });
    expect(area(9900001).style.fill).toBe("var(--map-0)");
    const usado = /#([\w-]+)/.exec(area(9900002).style.fill)?.[1] ?? "";
    const pattern = host.querySelector(`pattern[id="${usado}"]`);
    expect(pattern?.querySelector("rect")?.getAttribute("style")).toContain("var(--map-1)");
    const tracos = [...host.querySelectorAll("pattern")].map((p) => p.querySelector("path")?.getAttribute("d"));
    const traco = pattern?.querySelector("path")?.getAttribute("d");
    // One hatch a colour, and none of the absences': nine, whatever the ramp.
    expect(tracos.filter((d) => d === traco)).toHaveLength(9);
    expect(area(9900005).style.stroke).toContain("incerta-0");
    expect(host.querySelector(".map-card")?.textContent).toContain("classe incerta");
    await draw({ layer, destacado: 9900001 });
    expect(host.querySelector(".map-card")?.textContent).not.toContain("incerta");
  });

  it("takes the hatch away when the class is certain again", async () => {
    await draw({ layer: { ...sampleLayer(), incertas: new Set([9900002]) } });
    expect(area(9900002).style.fill).toContain("incerta-1");
    await draw({ layer: { ...sampleLayer(), incertas: new Set() } });
    expect(area(9900002).style.fill).toBe("var(--map-1)");
  });

  it("draws the seat of a municipality without a polygon and says so", async () => {
    await draw();
    expect(area(9900005).getAttribute("class")).toContain("map-point");
    expect(area(9900005).style.stroke).toBe("var(--map-0)");
    expect(host.textContent).toContain("Sem Polígono sem polígono na malha: sede desenhada como ponto.");
    expect(host.textContent).toContain("Malha de teste, 2015; datum SIRGAS 2000.");
  });

  it("recolours the same elements when the layer changes", async () => {
    await draw();
    const before = area(9900001);
    await draw({ layer: sampleLayer(25) });
    expect(area(9900001)).toBe(before);
    expect(before.style.fill).toBe("var(--map-1)");
  });

  it("selects the clicked municipality and clears on empty ground", async () => {
    await draw();
    act(() => {
      area(9900003).dispatchEvent(new MouseEvent("click", { bubbles: true }));
    });
    expect(onSelecionar).toHaveBeenLastCalledWith(9900003);
    await draw({ selecionado: 9900003 });
    expect(host.querySelector(".map-outline")?.getAttribute("d")).toBe(MESH.paths[2]);
    act(() => {
      host.querySelector(".map-svg")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    });
    expect(onSelecionar).toHaveBeenLastCalledWith(null);
  });

  it("walks to the neighbour with the arrows and says what is there", async () => {
    await draw({ destacado: 9900001 });
    press("ArrowRight");
    expect(onDestacar).toHaveBeenLastCalledWith(9900002);
    expect(spoken()).toContain("Centro. Casos: 30 casos");
    await draw({ destacado: 9900002 });
    press("ArrowDown");
    expect(onDestacar).toHaveBeenLastCalledWith(9900005);
    press("ArrowUp");
    expect(spoken()).toContain("Não há município nessa direção.");
  });

  it("walks to a municipality whose seat is unknown by the middle of its polygon", async () => {
    await draw({ destacado: 9900003 });
    press("ArrowRight");
    expect(onDestacar).toHaveBeenLastCalledWith(9900004);
  });

  it("starts at the labelled municipality, selects with Enter and clears with Esc", async () => {
    await draw();
    press("ArrowLeft");
    expect(onDestacar).toHaveBeenLastCalledWith(9900002);
    await draw({ destacado: 9900002 });
    press("Enter");
    expect(onSelecionar).toHaveBeenLastCalledWith(9900002);
    press("Escape");
    expect(onDestacar).toHaveBeenLastCalledWith(null);
    expect(onSelecionar).toHaveBeenLastCalledWith(null);
  });

  it("describes the whole map on request and leaves browser shortcuts alone", async () => {
    await draw();
    press("d");
    expect(spoken()).toContain("Um município concentra os casos.");
    const reload = new KeyboardEvent("keydown", { key: "0", ctrlKey: true, bubbles: true, cancelable: true });
    map().dispatchEvent(reload);
    expect(reload.defaultPrevented).toBe(false);
  });

  it("shows the card of the pointed municipality", async () => {
    await draw({ destacado: 9900002 });
    expect(host.querySelector(".map-card")?.textContent).toBe("CentroCasos30 casos");
    await draw({ destacado: null });
    expect(host.querySelector(".map-card")).toBeNull();
  });

  it("dims what a filter leaves out, and only that", async () => {
    await draw({ foraDoFiltro: new Set([9900001]) });
    expect(area(9900001).classList.contains("map-fora")).toBe(true);
    expect(area(9900002).classList.contains("map-fora")).toBe(false);
    await draw({ foraDoFiltro: new Set([9900002]) });
    expect(area(9900001).classList.contains("map-fora")).toBe(false);
    expect(area(9900002).classList.contains("map-fora")).toBe(true);
  });

  it("zooms with the buttons and goes back with “Ver tudo”", async () => {
    await draw();
    const world = (): string => host.querySelector(".map-svg > g")?.getAttribute("transform") ?? "";
    const click = (name: string): void => {
      const button = [...host.querySelectorAll("button")].find((b) => (b.getAttribute("aria-label") ?? b.textContent) === name);
      act(() => {
        button?.click();
      });
    };
    expect(world()).toBe("translate(0 0) scale(1)");
    click("Aproximar");
    expect(world()).toContain("scale(1.6)");
    click("Ver tudo");
    expect(world()).toBe("translate(0 0) scale(1)");
  });

  it("is one tab stop, with the buttons outside of it", async () => {
    await draw();
    expect(map().tabIndex).toBe(0);
    expect(map().querySelectorAll('[tabindex], a, button, input')).toHaveLength(0);
    expect(document.getElementById(map().getAttribute("aria-describedby") ?? "")?.textContent).toContain("setas");
  });
});
