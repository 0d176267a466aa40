import { AUSENCIAS, INCERTA_ROTULO, MAP_ABSENCE_LABEL } from "../../core/classes.ts";
import { formatNumber } from "../../core/format.ts";
import type { MapLayer } from "../../core/map-layer.ts";
import { BORDA, rampColors } from "../../core/ramps.ts";
import { wrapText } from "../../core/wrap-text.ts";
import { ABSENCE_PATTERNS, UNCERTAIN_HATCH } from "./absence-patterns.ts";
import type { Sheet } from "./sheet.ts";

const INK = "#1b1b1b";
const MUTED = "#444";
const PATTERN_INK = { forte: "#5b6470", suave: "#7d8693" };
const NOTE = { size: 14, color: MUTED };
const CELL = { width: 56, height: 36 };

/**
 * Gives the sheet the patterns of the map (`m-…`, drawn `zoom` times their size, so
 * that they stay the same under the map's scale) and of its legend (`p-…`).
 */
export function addPatterns(sheet: Sheet, layer: MapLayer, zoom: number): void {
  const add = (id: string, tile: Parameters<Sheet["pattern"]>[1]): void => {
    sheet.pattern(`p-${id}`, tile, 1);
    sheet.pattern(`m-${id}`, tile, zoom);
  };
  for (const ausencia of AUSENCIAS) {
    const { ink, ...tile } = ABSENCE_PATTERNS[ausencia];
    add(ausencia, { ...tile, ink: PATTERN_INK[ink] });
  }
  if (isMarked(layer))
    colorsOf(layer).forEach((ground, i) => {
      add(`incerta-${i}`, { ...UNCERTAIN_HATCH, ink: BORDA.claro, ground });
    });
}

/** Fills of the municipalities on the map, by code. */
export function looksIn(layer: MapLayer): (codigo: number) => string {
  const cores = colorsOf(layer);
  return (codigo) => {
    const classe = layer.classe.get(codigo);
    if (classe === undefined) return `url(#m-${layer.ausencia.get(codigo) ?? "sem-dado"})`;
    return layer.incertas?.has(codigo) ? `url(#m-incerta-${classe})` : (cores[classe] ?? "none");
  };
}

/**
 * Writes the legend with its counts from `top` down.
 * @returns where it ends.
 */
export function drawLegend(
  sheet: Sheet,
  layer: MapLayer,
  { x, top, width }: { readonly x: number; readonly top: number; readonly width: number },
): number {
  let y = top + 16;
  const note = (text: string): void => {
    for (const line of wrapText(text, Math.floor(width / (NOTE.size * 0.5)))) {
      y += 20;
      sheet.text(line, x, y, NOTE);
    }
  };
  sheet.text(layer.unidade === "" ? "Legenda" : layer.unidade, x, y, { size: 16, weight: 600, color: INK });
  if (layer.eixos !== undefined) {
    y = drawSquare(sheet, layer, x, y + 14);
    note(`Da esquerda para a direita: ${layer.eixos.colunas.passos.join(", ")}.`);
  }
  for (const { rotulo, contagem, fill } of rowsOf(layer)) {
    y += 30;
    sheet.rect({ x, y: y - 16, width: 32, height: 20, fill, stroke: BORDA.claro });
    wrapText(`${rotulo} (${formatNumber(contagem)})`, Math.floor((width - 44) / 7.5)).forEach((line, i) => {
      if (i > 0) y += 20;
      sheet.text(line, x + 44, y, { size: 15, color: INK });
    });
  }
  y += 8;
  note(layer.eixos === undefined ? "Entre parênteses, número de municípios." : "Nos quadrados e entre parênteses, número de municípios.");
  if (layer.nota !== undefined) note(layer.nota);
  return y;
}

/** The 3 × 3 square, strongest row on top. */
function drawSquare(sheet: Sheet, layer: MapLayer, x: number, top: number): number {
  const cores = colorsOf(layer);
  let y = top;
  for (const [i, passo] of (layer.eixos?.linhas.passos ?? []).map((p, k) => [k, p] as const).toReversed()) {
    for (let c = 0; c < 3; c += 1) {
      const classe = 3 * i + c;
      const left = x + c * CELL.width;
      sheet.rect({ x: left, y, ...CELL, fill: cores[classe] ?? "none", stroke: BORDA.claro });
      const contagem = formatNumber(layer.classes[classe]?.contagem ?? 0);
      sheet.label(contagem, left + CELL.width / 2, y + CELL.height / 2, { size: 15, color: INK, halo: "#fff" });
    }
    sheet.text(passo, x + 3 * CELL.width + 10, y + CELL.height / 2 + 5, { size: 15, color: INK });
    y += CELL.height;
  }
  return y;
}

function rowsOf(layer: MapLayer): { readonly rotulo: string; readonly contagem: number; readonly fill: string }[] {
  const cores = colorsOf(layer);
  return [
    ...(layer.eixos === undefined
      ? layer.classes.map(({ rotulo, contagem }, i) => ({ rotulo, contagem, fill: cores[i] ?? "none" }))
      : []),
    ...(isMarked(layer)
      ? [{ rotulo: INCERTA_ROTULO, contagem: layer.incertas?.size ?? 0, fill: `url(#p-incerta-${Math.floor(cores.length / 2)})` }]
      : []),
    ...layer.ausencias.map(({ ausencia, contagem }) => ({ rotulo: MAP_ABSENCE_LABEL[ausencia], contagem, fill: `url(#p-${ausencia})` })),
  ];
}

function isMarked({ incertas }: MapLayer): boolean {
  return incertas !== undefined && incertas.size > 0;
}

function colorsOf({ ramp, classes }: MapLayer): readonly string[] {
  return rampColors(ramp, classes.length, "claro");
}
