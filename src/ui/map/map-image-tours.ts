import { count } from "../../core/format.ts";
import { wrapText } from "../../core/wrap-text.ts";
import { placesIn, tourLegend, tourLook, tourMarks, tourPath, tourStops } from "./tours.ts";
import type { MapModel } from "./map-model.ts";
import type { MapTours, TourMarks } from "./tours.ts";
import type { Sheet } from "./sheet.ts";

/** Category colours of the light theme: a picture is always on white, and cannot read the page's tokens. */
export const TOUR_INKS = ["#1351b4", "#cf4900", "#008480", "#9355dc", "#5c4809", "#d72d79"] as const;

const INK = "#1b1b1b";

interface Place {
  readonly x: number;
  readonly y: number;
  /** px per unit of the drawing. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** Draws the tours over a map whose top left corner is at (x, y) of the sheet. Returns the codes whose place has a number. */
export function drawTours(sheet: Sheet, tours: MapTours, model: MapModel, place: Place): ReadonlySet<number> {
  const { x, y, scale, width, height } = place;
  const placeOf = placesIn(model);
  const world = sheet.group(`translate(${x} ${y}) scale(${scale})`);
  const chosenLast = tours.viagens.toSorted((a, b) => Number(a.id === tours.selecionada) - Number(b.id === tours.selecionada));
  for (const viagem of chosenLast) {
    const d = tourPath(viagem, placeOf);
    const { cor, traco } = tourLook(viagem.grupo);
    const px = viagem.id === tours.selecionada ? 5 : 3;
    const dash = traco.split(" ").map((n) => (n === "" ? "" : String(Number(n) / scale)));
    const line = { d, fill: "none", "stroke-linejoin": "round" };
    world.add("path", { ...line, stroke: "#fff", "stroke-width": String((px + 3) / scale) });
    world.add("path", {
      ...line,
      stroke: TOUR_INKS[cor] ?? INK,
      "stroke-width": String(px / scale),
      ...(traco === "" ? {} : { "stroke-dasharray": dash.join(" ") }),
    });
    const ink = TOUR_INKS[cor] ?? INK;
    world.add("path", { d: tourStops(viagem, placeOf), fill: "none", stroke: ink, "stroke-width": String(8 / scale), "stroke-linecap": "round" });
  }
  const marks = marksOf(tours, placeOf, scale, { width, height });
  const over = sheet.group(`translate(${x} ${y})`);
  for (const base of marks.bases)
    over.add("rect", { x: String(base.x - 6), y: String(base.y - 6), width: "12", height: "12", fill: INK, stroke: "#fff", "stroke-width": "2" });
  for (const { x: cx, y: cy, graus, grupo } of marks.setas)
    over.add("path", { d: "M-5-5L5 0-5 5z", fill: TOUR_INKS[tourLook(grupo).cor] ?? INK, stroke: "#fff", "stroke-width": "1", transform: `translate(${cx} ${cy}) rotate(${graus})` });
  for (const { x: cx, y: cy, texto, grupo } of marks.ordinais) {
    over.add("circle", { cx: String(cx), cy: String(cy), r: "9", fill: "#fff", stroke: TOUR_INKS[tourLook(grupo).cor] ?? INK, "stroke-width": "2" });
    sheet.label(texto, x + cx, y + cy, { size: 14, weight: 600, color: INK });
  }
  return new Set(marks.ordinais.map(({ codigo }) => codigo));
}

function marksOf(
  tours: MapTours,
  placeOf: ReturnType<typeof placesIn>,
  scale: number,
  box: { readonly width: number; readonly height: number },
): TourMarks {
  const frame = { width: box.width / scale, height: box.height / scale, margin: 0 };
  return tourMarks(tours, placeOf, { camera: { k: 1, x: 0, y: 0 }, frame, box });
}

/**
 * Writes the teams and their counts from `top` down.
 * @returns where it ends.
 */
export function drawTourLegend(
  sheet: Sheet,
  tours: MapTours,
  { x, top, width }: { readonly x: number; readonly top: number; readonly width: number },
): number {
  let y = top;
  sheet.text("Viagens", x, y, { size: 16, weight: 600, color: INK });
  for (const { grupo, rotulo, viagens, municipios } of tourLegend(tours)) {
    y += 26;
    const { cor, traco } = tourLook(grupo);
    const dash: Readonly<Record<string, string>> = traco === "" ? {} : { "stroke-dasharray": traco };
    sheet.group(`translate(${x} ${y - 5})`).add("path", { d: "M0 0h44", fill: "none", stroke: TOUR_INKS[cor] ?? INK, "stroke-width": "3", ...dash });
    const texto = `${rotulo} (${count(viagens, "viagem", "viagens", "f")}, ${count(municipios, "município", "municípios")})`;
    wrapText(texto, Math.floor((width - 56) / 7.5)).forEach((line, i) => {
      if (i > 0) y += 20;
      sheet.text(line, x + 56, y, { size: 15, color: INK });
    });
  }
  y += 26;
  sheet.rect({ x: x + 16, y: y - 11, width: 12, height: 12, fill: INK, stroke: "#fff" });
  sheet.text("base das equipes", x + 56, y, { size: 15, color: INK });
  return y;
}
