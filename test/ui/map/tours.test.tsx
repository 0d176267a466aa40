// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { HOME } from "../../../src/core/camera.ts";
import { mapModel } from "../../../src/ui/map/map-model.ts";
import { composeMap } from "../../../src/ui/map/map-image.ts";
import { TOUR_INKS } from "../../../src/ui/map/map-image-tours.ts";
import { TourLegend } from "../../../src/ui/map/TourLegend.tsx";
import { TourLines } from "../../../src/ui/map/TourLines.tsx";
import { arrowPath, placesIn, tourLegend, tourLook, tourMarks, tourPath, tourStops, type MapTours } from "../../../src/ui/map/tours.ts";
import { MESH, MUNICIPIOS, sampleLayer } from "./sample.ts";

// Seats at (50, 50), (150, 50), (250, 50), the middle of a square (350, 50) and (150, 150).
const [OESTE, CENTRO, LESTE, LONGE, SUL] = [9900001, 9900002, 9900003, 9900004, 9900005];
const model = mapModel(MESH, MUNICIPIOS);
const placeOf = placesIn(model);
const FRAME = { width: 400, height: 200, margin: 0 };
const VIEW = { camera: HOME, frame: FRAME, box: { width: 400, height: 200 } };
const tours = (selecionada: string | null): MapTours => ({
  grupos: ["Equipe 1", "Equipe 2", "Equipe 3"],
  viagens: [
    { id: "a", base: OESTE, paradas: [CENTRO, LESTE], grupo: 0 },
    { id: "b", base: OESTE, paradas: [SUL], grupo: 1 },
  ],
  selecionada,
});

describe("tourPath", () => {
  it("goes from the base through the stops in order and back", () => {
    expect(tourPath({ id: "a", base: OESTE, paradas: [LESTE, LONGE, CENTRO], grupo: 0 }, placeOf)).toBe("M50 50L250 50L350 50L150 50L50 50");
  });

  it("is one leg for one stop, so that a dashed line is not drawn over itself", () => {
    expect(tourPath({ id: "a", base: OESTE, paradas: [SUL], grupo: 0 }, placeOf)).toBe("M50 50L150 150");
  });

  it("has a dot at each stop, numbered or not", () => {
    expect(tourStops({ paradas: [CENTRO, 1, SUL] }, placeOf)).toBe("M150 50h.01M150 150h.01");
  });

  it("passes over places nobody knows, and is empty when none is left", () => {
    expect(tourPath({ id: "a", base: OESTE, paradas: [1, LESTE], grupo: 0 }, placeOf)).toBe("M50 50L250 50");
    expect(tourPath({ id: "a", base: OESTE, paradas: [1], grupo: 0 }, placeOf)).toBe("");
    expect(tourPath({ id: "a", base: OESTE, paradas: [OESTE], grupo: 0 }, placeOf)).toBe("");
  });
});

describe("tourLook", () => {
  it("gives 24 teams looks of their own, six colours in all, and neighbours different dashes", () => {
    const looks = Array.from({ length: 24 }, (_, i) => tourLook(i));
    expect(new Set(looks.map(({ cor, traco }) => `${cor} ${traco}`)).size).toBe(24);
    expect(new Set(looks.map(({ cor }) => cor)).size).toBe(6);
    looks.slice(1, 12).forEach(({ traco }, i) => {
      expect(traco).not.toBe(looks[i]?.traco);
    });
  });
});

describe("tourMarks", () => {
  it("numbers the stops of every tour from 1 where they stand on the screen", () => {
    const { ordinais, bases } = tourMarks(tours(null), placeOf, VIEW);
    expect(ordinais.map(({ codigo, texto, x, y }) => [codigo, texto, x, y])).toEqual([
      [CENTRO, "1", 150, 50],
      [LESTE, "2", 250, 50],
      [SUL, "1", 150, 150],
    ]);
    expect(bases).toEqual([{ x: 50, y: 50 }]);
  });

  it("points along each leg that is long enough: right, right, back left over neither, and down right", () => {
    // Legs of a: 50→150, 150→250 (middles 100 and 200, angle 0) and 250→50, whose middle is on the number at 150.
    // Leg of b: (50, 50)→(150, 150), middle (100, 100), 45° down.
    const { setas } = tourMarks(tours(null), placeOf, VIEW);
    expect(setas.map(({ x, y, graus }) => [x, y, graus])).toEqual([
      [100, 50, 0],
      [200, 50, 0],
      [100, 100, 45],
    ]);
  });

  it("draws each arrow where it stands, turned to where it points", () => {
    expect(arrowPath({ x: 100, y: 50, graus: 0 })).toBe("M95 45L105 50L95 55z");
    expect(arrowPath({ x: 100, y: 50, graus: 90 })).toBe("M105 45L100 55L95 45z");
    expect(arrowPath({ x: 100, y: 50, graus: 180 })).toBe("M105 55L95 50L105 45z");
  });

  it("keeps every number of the chosen tour and drops others' that would touch one", () => {
    // At a tenth of the size the seats are 10 px apart, less than two circles.
    const small = { ...VIEW, box: { width: 40, height: 20 } };
    const chosen = tourMarks(tours("b"), placeOf, small).ordinais;
    expect(chosen.map(({ codigo, isChosen }) => [codigo, isChosen])).toEqual([[SUL, true]]);
    const none = tourMarks(tours(null), placeOf, { ...VIEW, box: { width: 80, height: 40 } }).ordinais;
    // 20 px apart: exactly two circles and the gap; Centro (30, 10), Leste (50, 10), Sul (30, 30), the base at (10, 10).
    expect(none.map(({ codigo }) => codigo)).toEqual([CENTRO, LESTE, SUL]);
  });

  it("leaves out what is not in sight", () => {
    const zoomed = { ...VIEW, camera: { k: 4, x: 10, y: 0 } };
    // 4 × 50 + 10 = 210: the base alone is inside 400 × 200; the first middle is at 4 × 100 + 10.
    expect(tourMarks(tours(null), placeOf, zoomed)).toEqual({ ordinais: [], setas: [], bases: [{ x: 210, y: 200 }] });
  });
});

function drawn(node: React.ReactNode): HTMLElement {
  const host = document.createElement("div");
  host.innerHTML = renderToStaticMarkup(node);
  return host;
}

describe("TourLines", () => {
  const lines = (t: MapTours): HTMLElement =>
    drawn(<TourLines tours={t} marks={tourMarks(t, placeOf, VIEW)} model={model} {...VIEW} />);

  it("draws a line a tour in its team's colour and dash, moved by the camera", () => {
    const host = lines(tours(null));
    const [a, b] = [...host.querySelectorAll(".map-tour-line")];
    expect(a?.getAttribute("style")).toBe("stroke:var(--cat-1)");
    expect(a?.getAttribute("stroke-dasharray")).toBeNull();
    expect(b?.getAttribute("style")).toBe("stroke:var(--cat-2)");
    expect(b?.getAttribute("stroke-dasharray")).toBe("9 4");
    expect(host.querySelector("svg > g")?.getAttribute("transform")).toBe("translate(0 0) scale(1)");
    expect(host.querySelector(".map-tour-dimmed")).toBeNull();
  });

  it("puts the chosen tour on top and dims the others", () => {
    const groups = [...lines(tours("a")).querySelectorAll(".map-tour")];
    expect(groups.map((g) => g.getAttribute("data-viagem"))).toEqual(["b", "a"]);
    expect(groups.map((g) => g.getAttribute("class"))).toEqual(["map-tour map-tour-dimmed", "map-tour map-tour-chosen"]);
  });

  it("dims nothing for a choice that is not on the map", () => {
    expect(lines(tours("elsewhere")).querySelector(".map-tour-dimmed")).toBeNull();
  });
});

describe("the legend of tours", () => {
  it("counts tours and municipalities of each team, of those without any too", () => {
    expect(tourLegend(tours(null)).map(({ viagens, municipios }) => [viagens, municipios])).toEqual([
      [1, 2],
      [1, 1],
      [0, 0],
    ]);
    const text = [...drawn(<TourLegend tours={tours(null)} />).querySelectorAll("li")].map((li) => li.textContent);
    expect(text.slice(0, 3)).toEqual([
      "Equipe 1 (1 viagem, 2 municípios)",
      "Equipe 2 (1 viagem, 1 município)",
      "Equipe 3 (nenhuma viagem, nenhum município)",
    ]);
  });
});

describe("tours on the image of the map", () => {
  const picture = (viagens: MapTours | undefined): SVGSVGElement =>
    composeMap({
      mesh: MESH,
      model,
      layer: sampleLayer(),
      cabecalho: { titulo: "t", fontes: [], filtros: [], dataReferencia: "2026-06-30", demonstracao: false },
      leitura: "Frase.",
      selecionado: null,
      rotulados: [CENTRO],
      viagens,
      notas: [], hash: null,
    }).svg;

  it("draws the lines, the numbers and the legend with its counts", () => {
    const svg = picture(tours(null));
    const paths = [...svg.querySelectorAll("path")];
    expect(paths.filter((p) => p.getAttribute("d") === "M50 50L150 50L250 50L50 50").map((p) => p.getAttribute("stroke"))).toEqual([
      "#fff",
      TOUR_INKS[0],
    ]);
    const texts = [...svg.querySelectorAll("text")].map((t) => t.textContent);
    expect(texts).toContain("Equipe 1 (1 viagem, 2 municípios)");
    expect(texts).toContain("base das equipes");
    expect(texts.filter((t) => t === "1" || t === "2")).toEqual(["1", "2", "1"]);
  });

  it("keeps the name of a numbered municipality off its number", () => {
    const y = (svg: SVGSVGElement): number =>
      Number([...svg.querySelectorAll("text")].find((t) => t.textContent === "Centro")?.getAttribute("y"));
    expect(y(picture(undefined)) - y(picture(tours(null)))).toBe(17);
  });

  it("has the light theme's category colours", () => {
    const css = readFileSync(join(import.meta.dirname, "../../../src/ui/style/tokens.css"), "utf8");
    const light = TOUR_INKS.map((_, i) => new RegExp(`--cat-${i + 1}: (#[0-9a-f]{6})`).exec(css)?.[1]);
    expect(light).toEqual(TOUR_INKS);
  });
});
