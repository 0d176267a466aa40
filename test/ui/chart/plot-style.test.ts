// @vitest-environment jsdom
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as Plot from "../../../src/ui/chart/plot-parts.ts";
import { drawPlot, PLOT_CLASS, PLOT_STYLE_HASH } from "../../../src/ui/chart/plot-style.ts";

const chartCss = readFileSync(
  join(dirname(fileURLToPath(import.meta.url)), "../../../src/ui/chart/chart.css"),
  "utf8",
);

describe("the style element Plot makes", () => {
  const style = Plot.plot({ className: PLOT_CLASS, marks: [] }).querySelector("style");

  it("hashes to the constant the policy may use", () => {
    const hash = createHash("sha256").update(style?.textContent ?? "").digest("base64");
    expect(`sha256-${hash}`).toBe(PLOT_STYLE_HASH);
  });

  it("is taken out of our charts, whose css says the same", () => {
    const drawn = drawPlot(Plot, () => ({ marks: [Plot.ruleY([0])] }), 300);
    expect(drawn.querySelectorAll("style")).toHaveLength(0);
    expect(style?.textContent).toContain("white-space: pre");
    expect(chartCss).toMatch(/\.chart-plot text,\s*\.chart-plot tspan \{\s*white-space: pre;/);
    expect(chartCss).toMatch(/\.chart-plot \{[^}]*--plot-background: var\(--surface\);/);
  });
});

describe("drawPlot", () => {
  it("draws at the width asked for and names its parts without aria-label", () => {
    const drawn = drawPlot(Plot, (largura) => ({ height: largura / 2, marks: [Plot.ruleY([0])] }), 300);
    expect([drawn.getAttribute("width"), drawn.getAttribute("height")]).toEqual(["300", "150"]);
    expect(drawn.querySelectorAll("g[aria-label]")).toHaveLength(0);
    expect(drawn.querySelectorAll("g[data-part='rule']")).toHaveLength(1);
  });
});
