import type { PlotOptions } from "@observablehq/plot";
import type { ChartOptions, PlotModule } from "./props.ts";

/** Class of every chart's svg; fixed, so that the style Plot makes is always the same text. */
export const PLOT_CLASS = "chart-plot";

/**
 * Spread over the options of a mark whose shapes can be clicked and reached by
 * keyboard. Its data must be the rows given to the frame, in the same order and
 * not grouped by a transform: Plot binds each shape to the index of its row.
 */
export const MARCA = { className: "chart-marca" } as const;

/**
 * Source expression, for a content security policy, of the `<style>` Plot 0.6.17
 * makes for `PLOT_CLASS`. A policy can do without it: `drawPlot` takes the element
 * out before the chart enters the document, and chart.css carries its rules. A test
 * pins it, so that a Plot whose style changed is noticed.
 */
export const PLOT_STYLE_HASH =
  "sha256-po1X/Tzm0Ml06k5rovAtw7FhoXN1na5hY1Nfl3YDpnA=";

/** What every chart shares; a chart's own options win. */
const SHARED: PlotOptions = { marginLeft: 56, marginRight: 16 };

/**
 * Draws options as a chart detached from the document, with no inline `<style>`.
 * The names Plot gives to its groups move from `aria-label`, which ARIA does not
 * allow on them, to `data-part` ("bar", "y-axis tick label").
 */
export function drawPlot(
  plot: PlotModule,
  options: ChartOptions,
  largura: number,
): SVGSVGElement | HTMLElement {
  const own = options(largura, plot);
  const drawn = plot.plot({ ...SHARED, width: largura, ...own, className: PLOT_CLASS });
  for (const style of drawn.querySelectorAll("style")) style.remove();
  for (const part of drawn.querySelectorAll("g[aria-label]")) {
    part.setAttribute("data-part", part.getAttribute("aria-label") ?? "");
    part.removeAttribute("aria-label");
  }
  return drawn;
}
