import { wrapText } from "../../core/wrap-text.ts";
import { type FormatoDaImagem, fontStyle, linhaDosDados, svgFile } from "../download/svg-file.ts";
import { svgToPng } from "../download/svg-to-png.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import { formatDate, joinPt } from "../../core/format.ts";
import type { LegendItem } from "./props.ts";

export interface ImageFrame {
  readonly titulo: string;
  readonly subtitulo: string;
  readonly legenda: readonly LegendItem[];
  readonly cabecalho: ExportHeader;
  /** SHA-256 of the data in use; null where the page does not know it. */
  readonly hash: string | null;
  /** Printed at the foot: of a map, its scale, mesh and datum. */
  readonly notas?: readonly string[];
}

const SVG = "http://www.w3.org/2000/svg";
const SCALE = 2;
const MARGIN = 24;
const LINE = 20;

/** Properties a chart takes from the page's style and must carry on its own. */
const CARRIED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "color",
  "font-family",
  "font-size",
  "font-weight",
  "font-variant-numeric",
  "text-anchor",
  "white-space",
  "paint-order",
  "stroke-linecap",
  "stroke-linejoin",
  "vector-effect",
  "dominant-baseline",
  "display",
] as const;

/**
 * A drawn chart as a file, a PNG at twice its size or an SVG, on the page's surface colour, with
 * title, legend, sources, filters, date, data's hash and the demonstration mark around it.
 * Rejects when the browser cannot draw it.
 */
export async function chartImage(svg: SVGSVGElement, frame: ImageFrame, formato: FormatoDaImagem): Promise<Blob> {
  const page = composeSvg(svg, frame);
  const width = Number(page.getAttribute("width"));
  const height = Number(page.getAttribute("height"));
  page.prepend(await fontStyle());
  return formato === "svg" ? svgFile(page) : svgToPng(page, { width, height }, SCALE);
}

/** The chart and the words around it as one self-contained svg. */
export function composeSvg(svg: SVGSVGElement, frame: ImageFrame): SVGSVGElement {
  const { width: chartWidth, height: chartHeight } = sizeOf(svg);
  const width = chartWidth + 2 * MARGIN;
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const color = token("--text") || "#1b1b1b";
  const muted = token("--text-muted") || "#555";

  const page = document.createElementNS(SVG, "svg");
  const background = append(page, "rect", { width: "100%", height: "100%" });
  background.setAttribute("fill", token("--surface") || "#fff");
  let y = MARGIN;
  const write = (text: string, size: number, fill: string, weight = "400"): void => {
    for (const line of wrapText(text, Math.floor(chartWidth / (size * 0.5)))) {
      y += size;
      const element = append(page, "text", { x: String(MARGIN), y: String(y), fill });
      element.setAttribute("font-size", String(size));
      element.setAttribute("font-weight", weight);
      element.textContent = line;
      y += LINE - 14;
    }
  };

  if (frame.cabecalho.demonstracao) write("DADOS DE DEMONSTRAÇÃO", 14, color, "700");
  write(frame.titulo, 20, color, "600");
  write(frame.subtitulo, 14, muted);
  y = writeLegend(page, frame.legenda, y + 8, width, color);

  const chart = svg.cloneNode(true) as SVGSVGElement;
  carryStyle(svg, chart);
  chart.setAttribute("width", String(chartWidth));
  chart.setAttribute("height", String(chartHeight));
  chart.setAttribute("x", String(MARGIN));
  chart.setAttribute("y", String(y));
  page.append(chart);
  y += chartHeight + 8;

  const { fontes, filtros, dataReferencia } = frame.cabecalho;
  write(`Fonte: ${fontes.join("; ")}`, 14, muted);
  write(filtros.length === 0 ? "Sem filtros." : `Filtros: ${joinPt(filtros)}.`, 14, muted);
  write(`Data de referência: ${formatDate(dataReferencia)}`, 14, muted);
  for (const nota of frame.notas ?? []) write(nota, 14, muted);
  if (frame.hash !== null) write(linhaDosDados(frame.hash), 14, muted);
  y += MARGIN - 8;

  page.setAttribute("width", String(width));
  page.setAttribute("height", String(Math.ceil(y)));
  page.setAttribute("viewBox", `0 0 ${width} ${Math.ceil(y)}`);
  page.setAttribute("font-family", getComputedStyle(document.body).fontFamily || "sans-serif");
  return page;
}

/** Least width that lets the words around a drawing be read, px. */
const LEAST = 480;

/** The size the drawing says of itself or, where it takes that of its box, what its box has; a small one grows to fit the words. */
function sizeOf(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const said = { width: Number(svg.getAttribute("width")), height: Number(svg.getAttribute("height")) };
  if (said.width > 0 && said.height > 0) return said;
  const box = svg.getBoundingClientRect();
  const { width, height } = svg.viewBox.baseVal;
  const shown = box.width > 0 ? { width: box.width, height: box.height } : { width, height };
  const growth = Math.max(1, LEAST / shown.width);
  return { width: shown.width * growth, height: shown.height * growth };
}

function writeLegend(
  page: SVGSVGElement,
  legenda: readonly LegendItem[],
  top: number,
  width: number,
  color: string,
): number {
  if (legenda.length === 0) return top;
  let x = MARGIN;
  let y = top;
  for (const { rotulo, cor } of legenda) {
    const advance = 24 + rotulo.length * 8 + 16;
    if (x > MARGIN && x + advance > width - MARGIN) {
      x = MARGIN;
      y += LINE;
    }
    append(page, "rect", { x: String(x), y: String(y), width: "14", height: "14", fill: resolve(cor) });
    const text = append(page, "text", { x: String(x + 20), y: String(y + 12), fill: color });
    text.setAttribute("font-size", "14");
    text.textContent = rotulo;
    x += advance;
  }
  return y + LINE + 8;
}

/** "var(--cat-1)" → "#1351b4". */
function resolve(color: string): string {
  const name = /^var\((--[\w-]+)\)$/.exec(color)?.[1];
  if (name === undefined) return color;
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function carryStyle(source: Element, target: Element): void {
  const from = [source, ...source.querySelectorAll("*")];
  const to = [target, ...target.querySelectorAll("*")];
  from.forEach((element, index) => {
    const copy = to[index];
    if (!(copy instanceof SVGElement)) return;
    const style = getComputedStyle(element);
    copy.removeAttribute("style");
    copy.removeAttribute("class");
    for (const name of CARRIED) {
      const value = style.getPropertyValue(name);
      if (value !== "") copy.setAttribute(name, value);
    }
  });
}

function append(page: SVGSVGElement, name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  page.append(element);
  return element;
}
