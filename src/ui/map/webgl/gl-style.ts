import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { AUSENCIAS } from "../../../core/classes.ts";
import { MAX_COLORS } from "../../../core/ramps.ts";

/** Source of municipal polygons and of seats without one; their ids are municipal codes. */
export const AREAS = "areas";
export const POINTS = "points";
const REGIONS = "regions";

/** What a municipality's feature-state holds; colours come from it alone. */
export interface AreaState {
  /** Class index, −1 for an absence. */
  readonly classe: number;
  /** Index in `AUSENCIAS`, −1 for a class. */
  readonly ausencia: number;
  readonly fora: boolean;
  /** The class is uncertain. */
  readonly incerta: boolean;
}

/** Colours of the page's theme, read from the map's CSS. */
export interface GlColors {
  readonly classes: readonly string[];
  readonly ground: string;
  readonly border: string;
  readonly region: string;
  readonly surface: string;
  readonly selected: string;
  readonly halo: string;
}

const TRANSPARENT = "rgba(0,0,0,0)";

const state = (name: string, otherwise: number | boolean): ExpressionSpecification => [
  "coalesce",
  ["feature-state", name],
  otherwise,
];

const widthWhen = (name: string, width: number): ExpressionSpecification => ["case", state(name, false), width, 0];

/** Colour of the class in the feature-state. */
export function classFill(colors: GlColors, otherwise: string): ExpressionSpecification {
  const cases = Array.from({ length: MAX_COLORS }, (_, i) => [i, colors.classes[i] ?? otherwise] as const);
  return ["match", state("classe", -1), ...cases.flat(), otherwise] as unknown as ExpressionSpecification;
}

export function patternName(i: number): string {
  return `ausencia-${i}`;
}

/** Image of the hatch over an uncertain class. */
export const HATCH = "incerta";

interface GlData {
  readonly areas: FeatureCollection;
  readonly regions: FeatureCollection;
  readonly points: FeatureCollection;
}

/** The whole style, inline: no address in it, so nothing is asked of anyone. */
export function glStyle(data: GlData, colors: GlColors): StyleSpecification {
  return {
    version: 8,
    sources: {
      [AREAS]: { type: "geojson", data: data.areas, tolerance: 0.1 },
      [REGIONS]: { type: "geojson", data: data.regions, tolerance: 0.1 },
      [POINTS]: { type: "geojson", data: data.points },
    },
    layers: layers(colors),
  };
}

/** Layers whose colours are those of the classes. */
export const CLASS_LAYERS: readonly string[] = ["classes", "seats"];

/** Layers from bottom to top, painted in the theme's colours. */
export function layers(colors: GlColors): LayerSpecification[] {
  const line = (id: string, source: string, color: string, width: number | ExpressionSpecification): LayerSpecification => ({
    id,
    type: "line",
    source,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": color, "line-width": width },
  });
  return [
    { id: "classes", type: "fill", source: AREAS, paint: { "fill-color": classFill(colors, TRANSPARENT), "fill-antialias": false } },
    ...AUSENCIAS.map(
      (_, i): LayerSpecification => ({
        id: patternName(i),
        type: "fill",
        source: AREAS,
        paint: {
          "fill-pattern": patternName(i),
          "fill-opacity": ["case", ["==", state("ausencia", -1), i], 1, 0],
        },
      }),
    ),
    {
      id: HATCH,
      type: "fill",
      source: AREAS,
      paint: { "fill-pattern": HATCH, "fill-opacity": ["case", state("incerta", false), 1, 0] },
    },
    {
      id: "dimmed",
      type: "fill",
      source: AREAS,
      paint: { "fill-color": colors.surface, "fill-opacity": ["case", state("fora", false), 0.75, 0] },
    },
    line("borders", AREAS, colors.border, 0.5),
    line("regions", REGIONS, colors.region, 1.6),
    line("hover-halo", AREAS, colors.halo, widthWhen("destacado", 4)),
    line("hover", AREAS, colors.selected, widthWhen("destacado", 1.5)),
    line("halo", AREAS, colors.halo, widthWhen("selecionado", 6)),
    line("outline", AREAS, colors.selected, widthWhen("selecionado", 2)),
    {
      id: "seats",
      type: "circle",
      source: POINTS,
      paint: {
        "circle-radius": 6,
        "circle-color": classFill(colors, colors.ground),
        "circle-stroke-color": colors.border,
        "circle-stroke-width": ["case", state("selecionado", false), 4, state("destacado", false), 3, 1.5],
        "circle-opacity": ["case", state("fora", false), 0.25, 1],
      },
    },
    // A circle takes no pattern: the seat of an uncertain class has a dot instead of a hatch.
    {
      id: "seats-uncertain",
      type: "circle",
      source: POINTS,
      paint: {
        "circle-radius": 2,
        "circle-color": colors.border,
        "circle-opacity": ["case", state("incerta", false), 1, 0],
      },
    },
  ];
}
