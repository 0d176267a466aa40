import { wrapText } from "../../core/wrap-text.ts";
import { svgToPng } from "../download/svg-to-png.ts";

const SVG = "http://www.w3.org/2000/svg";
/** Mean width of a letter as a share of its size, in the fonts a picture is drawn with. */
const LETTER = 0.5;
const LEADING = 1.35;
const FONT = "'Source Sans 3 Variable', 'Segoe UI', Arial, sans-serif";

interface TextStyle {
  readonly size: number;
  readonly color: string;
  readonly weight?: number;
  readonly halo?: string;
}

interface PatternTile {
  readonly size: number;
  readonly d: string;
  readonly strokeWidth: number;
  readonly ink: string;
  /** Behind the strokes; white when absent. */
  readonly ground?: string;
}

type Attributes = Readonly<Record<string, string>>;

/** A page of SVG written from top to bottom, self-contained, that becomes a PNG. */
export interface Sheet {
  readonly svg: SVGSVGElement;
  readonly y: () => number;
  readonly moveTo: (y: number) => void;
  readonly skip: (height: number) => void;
  /** Writes a paragraph at the left margin, wrapped, and moves below it. */
  readonly write: (text: string, style: TextStyle) => void;
  /** One line at a place, left-aligned on its baseline. */
  readonly text: (text: string, x: number, y: number, style: TextStyle) => void;
  /** One line centred on a point. */
  readonly label: (text: string, x: number, y: number, style: TextStyle) => void;
  readonly rect: (r: { x: number; y: number; width: number; height: number; fill: string; stroke: string }) => void;
  readonly group: (transform: string) => { readonly add: (name: string, attributes: Attributes) => void };
  /** A tile to fill with (`url(#id)`), drawn `zoom` times its size. */
  readonly pattern: (id: string, tile: PatternTile, zoom: number) => void;
  /** Gives the sheet its size, from the top to what was last written; `toPng` does it by itself. */
  readonly finish: () => void;
  /** Rasterises the sheet at `ratio` px per unit. Rejects when the browser cannot. */
  readonly toPng: (ratio: number) => Promise<Blob>;
}

/** An empty white sheet. */
export function createSheet(width: number, margin: number): Sheet {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("font-family", FONT);
  let bottom = margin;
  const add = (parent: Element, name: string, attributes: Attributes): SVGElement => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.append(element);
    return element;
  };
  const background = add(svg, "rect", { width: String(width), fill: "#fff" });
  const put = (text: string, x: number, y: number, style: TextStyle, extra: Attributes = {}): void => {
    const halo: Attributes = style.halo
      ? { stroke: style.halo, "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke" }
      : {};
    const element = add(svg, "text", {
      x: String(x),
      y: String(y),
      fill: style.color,
      "font-size": String(style.size),
      "font-weight": String(style.weight ?? 400),
      ...halo,
      ...extra,
    });
    element.textContent = text;
  };
  const finish = (): { width: number; height: number } => {
    const height = Math.ceil(bottom + margin);
    svg.setAttribute("width", String(width));
    svg.setAttribute("height", String(height));
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    background.setAttribute("height", String(height));
    return { width, height };
  };
  return {
    svg,
    y: () => bottom,
    moveTo: (y) => {
      bottom = y;
    },
    skip: (height) => {
      bottom += height;
    },
    write: (text, style) => {
      for (const line of wrapText(text, Math.floor((width - 2 * margin) / (style.size * LETTER)))) {
        bottom += style.size * LEADING;
        put(line, margin, bottom, style);
      }
    },
    text: (text, x, y, style) => {
      put(text, x, y, style);
    },
    label: (text, x, y, style) => {
      put(text, x, y, style, { "text-anchor": "middle", "dominant-baseline": "central" });
    },
    rect: ({ x, y, width: w, height, fill, stroke }) => {
      add(svg, "rect", { x: String(x), y: String(y), width: String(w), height: String(height), fill, stroke });
    },
    group: (transform) => {
      const group = add(svg, "g", { transform });
      return {
        add: (name, attributes) => {
          add(group, name, attributes);
        },
      };
    },
    pattern: (id, { size, d, strokeWidth, ink, ground = "#fff" }, zoom) => {
      const side = { width: String(size), height: String(size) };
      const pattern = add(svg, "pattern", {
        id,
        patternUnits: "userSpaceOnUse",
        patternTransform: `scale(${zoom})`,
        ...side,
      });
      add(pattern, "rect", { ...side, fill: ground });
      add(pattern, "path", { d, fill: "none", stroke: ink, "stroke-width": String(strokeWidth), "stroke-linecap": "round" });
    },
    finish: () => {
      finish();
    },
    toPng: (ratio) => svgToPng(svg, finish(), ratio),
  };
}
