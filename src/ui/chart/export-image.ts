import { wrapText } from "../../core/wrap-text.ts";
import { svgToPng } from "../download/svg-to-png.ts";
import fontUrl from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import type { ExportHeader } from "../../core/export-header.ts";
import { formatDate, joinPt } from "../../core/format.ts";
import type { LegendItem } from "./props.ts";

export interface ImageFrame {
  readonly titulo: string;
  readonly subtitulo: string;
  readonly legenda: readonly LegendItem[];
  readonly cabecalho: ExportHeader;
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
] as const;

/**
 * A PNG of a drawn chart at twice its size, on the page's surface colour, with
 * title, legend, sources, filters, date and the demonstration mark around it.
 * Rejects when the browser cannot draw it.
 */
export async function chartImage(svg: SVGSVGElement, frame: ImageFrame): Promise<Blob> {
  const page = composeSvg(svg, frame);
  const width = Number(page.getAttribute("width"));
  const height = Number(page.getAttribute("height"));
  page.prepend(await fontStyle());
  return svgToPng(page, { width, height }, SCALE);
}

/** An image document sees no font of the page: it carries ours inside. */
async function fontStyle(): Promise<SVGStyleElement> {
  const response = await fetch(fontUrl);
  if (!response.ok) throw new Error(`${fontUrl}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const style = document.createElementNS(SVG, "style");
  style.textContent = `@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;src:url(data:font/woff2;base64,${btoa(binary)})}`;
  return style;
}

/** The chart and the words around it as one self-contained svg. */
export function composeSvg(svg: SVGSVGElement, frame: ImageFrame): SVGSVGElement {
  const chartWidth = Number(svg.getAttribute("width"));
  const chartHeight = Number(svg.getAttribute("height"));
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
  chart.setAttribute("x", String(MARGIN));
  chart.setAttribute("y", String(y));
  page.append(chart);
  y += chartHeight + 8;

  const { fontes, filtros, dataReferencia } = frame.cabecalho;
  write(`Fonte: ${fontes.join("; ")}`, 14, muted);
  write(filtros.length === 0 ? "Sem filtros." : `Filtros: ${joinPt(filtros)}.`, 14, muted);
  write(`Data de referência: ${formatDate(dataReferencia)}`, 14, muted);
  y += MARGIN - 8;

  page.setAttribute("width", String(width));
  page.setAttribute("height", String(Math.ceil(y)));
  page.setAttribute("viewBox", `0 0 ${width} ${Math.ceil(y)}`);
  page.setAttribute("font-family", getComputedStyle(document.body).fontFamily || "sans-serif");
  return page;
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
