import { toScreen } from "../../core/camera.ts";
import type { Box, Camera, Frame } from "../../core/camera.ts";
import type { Ponto } from "../../core/neighbour.ts";
import type { MapModel } from "./map-model.ts";

/** A tour over the map: from its base through its stops and back. */
export interface MapTour {
  readonly id: string;
  /** Municipal code of where it starts and ends. */
  readonly base: number;
  /** Municipal codes in the order of the visits. */
  readonly paradas: readonly number[];
  /** Index in `MapTours.grupos`: the team. */
  readonly grupo: number;
}

/** What a map draws over its municipalities besides their colours. */
export interface MapTours {
  /** Names of the teams, in the order of the legend. */
  readonly grupos: readonly string[];
  readonly viagens: readonly MapTour[];
  /** Id of the tour that stands out; null for none. */
  readonly selecionada: string | null;
}

/** How a team's lines look, the same on the page, in the legend and in the image. */
export interface TourLook {
  /** Index of a category colour, 0 to 5. */
  readonly cor: number;
  /** SVG dash array in px; empty for a solid line. */
  readonly traco: string;
}

const HUES = 6;
const DASHES = ["", "9 4", "2 4", "10 3 2 3"] as const;

/**
 * Look of the n-th team. Colour and dash change together, so that neighbours in the
 * legend differ without colour too; 24 looks before one comes again.
 */
export function tourLook(grupo: number): TourLook {
  const cycle = Math.floor(grupo / (HUES * 2));
  return { cor: grupo % HUES, traco: DASHES[(grupo + cycle) % DASHES.length] ?? "" };
}

/** CSS colour of a look. */
export function tourColor({ cor }: TourLook): string {
  return `var(--cat-${cor + 1})`;
}

/**
 * The line of a tour in the units of `anchors`, base to base; out and no way back
 * when it has one stop alone. Stops without a known place are passed over. Empty
 * when there is nothing to join.
 */
export function tourPath(tour: MapTour, placeOf: (codigo: number) => Ponto | null): string {
  const base = placeOf(tour.base);
  const stops = tour.paradas.flatMap((codigo) => (codigo === tour.base ? [] : (placeOf(codigo) ?? [])));
  const points = [...(base ? [base] : []), ...stops, ...(base && stops.length > 1 ? [base] : [])];
  return points.length < 2 ? "" : points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

/** A dot at each stop of a tour, as strokes without length: they keep their size when zoomed. */
export function tourStops({ paradas }: Pick<MapTour, "paradas">, placeOf: (codigo: number) => Ponto | null): string {
  return paradas.flatMap((codigo) => placeOf(codigo) ?? []).map(({ x, y }) => `M${round(x)} ${round(y)}h.01`).join("");
}

/** Place of a municipality in the drawing's units; null when it has neither seat nor polygon. */
export function placesIn(model: MapModel): (codigo: number) => Ponto | null {
  return (codigo) => model.ancoras[model.indice.get(codigo) ?? -1] ?? null;
}

/** Number of a stop in its tour, in px. */
export interface TourOrdinal extends Ponto {
  readonly codigo: number;
  readonly texto: string;
  readonly grupo: number;
  readonly isChosen: boolean;
}

/** Head of an arrow half way along a leg, in px. */
export interface TourArrow extends Ponto {
  /** Clockwise from the right. */
  readonly graus: number;
  readonly grupo: number;
  readonly isChosen: boolean;
}

export interface TourMarks {
  readonly ordinais: readonly TourOrdinal[];
  readonly setas: readonly TourArrow[];
  /** Every base in sight, once. */
  readonly bases: readonly Ponto[];
}

/** Radius of the circle of an ordinal, px. */
export const ORDINAL = 9;
/** A leg shorter than this has no arrow, px. */
const SHORTEST_LEG = 44;
const MOST_ORDINALS = 400;
/** An arrow that points right from its middle, px. */
const ARROW = [
  [-5, -5],
  [5, 0],
  [-5, 5],
] as const;
/** No two marks are kept further apart than this, px. */
const CELL = 24;

/**
 * Ordinals and arrows that fit where one looks: the chosen tour's always and first,
 * then the others' where they touch nothing already placed.
 */
export function tourMarks(
  tours: MapTours,
  placeOf: (codigo: number) => Ponto | null,
  view: { readonly camera: Camera; readonly frame: Frame; readonly box: Box },
): TourMarks {
  const { camera, frame, box } = view;
  const at = (codigo: number): Ponto | null => {
    const place = placeOf(codigo);
    return place && toScreen(place, camera, frame, box);
  };
  const isSeen = ({ x, y }: Ponto): boolean => x >= 0 && y >= 0 && x <= box.width && y <= box.height;
  const bases = [...new Set(tours.viagens.map(({ base }) => base))].flatMap((base) => at(base) ?? []).filter(isSeen);
  const ordinais: TourOrdinal[] = [];
  const setas: TourArrow[] = [];
  const taken = createTaken(bases);
  const chosenFirst = tours.viagens.toSorted(
    (a, b) => Number(b.id === tours.selecionada) - Number(a.id === tours.selecionada),
  );
  for (const { id, grupo, paradas } of chosenFirst) {
    const isChosen = id === tours.selecionada;
    paradas.forEach((codigo, i) => {
      const p = at(codigo);
      if (!p || !isSeen(p) || (!isChosen && (ordinais.length >= MOST_ORDINALS || !taken.isFree(p, 2 * ORDINAL + 2)))) return;
      ordinais.push({ ...p, codigo, texto: String(i + 1), grupo, isChosen });
      taken.add(p);
    });
  }
  for (const { id, grupo, base, paradas } of chosenFirst) {
    if (setas.length >= MOST_ORDINALS) break;
    const isChosen = id === tours.selecionada;
    const stops = paradas.filter((codigo) => codigo !== base);
    const points = [base, ...stops, ...(stops.length > 1 ? [base] : [])].map(at);
    for (let i = 1; i < points.length; i += 1) {
      const [from, to] = [points[i - 1], points[i]];
      if (!from || !to || Math.hypot(to.x - from.x, to.y - from.y) < SHORTEST_LEG) continue;
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      if (!isSeen(middle) || !taken.isFree(middle, ORDINAL + 8)) continue;
      setas.push({ ...middle, graus: round((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI), grupo, isChosen });
      taken.add(middle);
    }
  }
  return { ordinais, setas, bases };
}

/** Outline of an arrow's head, in px. */
export function arrowPath({ x, y, graus }: Pick<TourArrow, "x" | "y" | "graus">): string {
  const [cos, sin] = [Math.cos((graus * Math.PI) / 180), Math.sin((graus * Math.PI) / 180)];
  const corners = ARROW.map(([dx, dy]) => `${round(x + dx * cos - dy * sin)} ${round(y + dx * sin + dy * cos)}`);
  return `M${corners.join("L")}z`;
}

/** Places already taken, px, by cells of the greatest distance asked about, so that thousands of stops are placed within a frame. */
function createTaken(first: readonly Ponto[]): { readonly isFree: (p: Ponto, gap: number) => boolean; readonly add: (p: Ponto) => void } {
  const cells = new Map<number, Ponto[]>();
  const at = (x: number): number => Math.floor(x / CELL);
  const keyOf = (i: number, j: number): number => i * 100_000 + j;
  const add = (p: Ponto): void => {
    const key = keyOf(at(p.x), at(p.y));
    const cell = cells.get(key);
    if (cell) cell.push(p);
    else cells.set(key, [p]);
  };
  for (const p of first) add(p);
  const isFree = (p: Ponto, gap: number): boolean => {
    for (let i = at(p.x) - 1; i <= at(p.x) + 1; i += 1)
      for (let j = at(p.y) - 1; j <= at(p.y) + 1; j += 1)
        if (cells.get(keyOf(i, j))?.some((other) => (other.x - p.x) ** 2 + (other.y - p.y) ** 2 < gap * gap)) return false;
    return true;
  };
  return { isFree, add };
}

/** One line of the legend of tours. */
export interface TourLegendRow {
  readonly grupo: number;
  readonly rotulo: string;
  readonly viagens: number;
  readonly municipios: number;
}

/** The teams with their counts, those without a tour on the map too. */
export function tourLegend({ grupos, viagens }: MapTours): TourLegendRow[] {
  return grupos.map((rotulo, grupo) => {
    const suas = viagens.filter((viagem) => viagem.grupo === grupo);
    return { grupo, rotulo, viagens: suas.length, municipios: new Set(suas.flatMap(({ paradas }) => paradas)).size };
  });
}

function round(x: number): number {
  return Math.round(x * 10) / 10;
}
