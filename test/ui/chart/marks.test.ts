// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { findMarks, flagMark } from "../../../src/ui/chart/marks.ts";
import * as Plot from "../../../src/ui/chart/plot-parts.ts";
import { drawPlot, MARCA } from "../../../src/ui/chart/plot-style.ts";

const rows = [
  { x: "b", y: 2, serie: "p" },
  { x: "a", y: 0, serie: "p" },
  { x: "c", y: 5, serie: "q" },
];

const widths = (elements: readonly SVGElement[] | undefined): (string | null)[] =>
  (elements ?? []).map((element) => element.getAttribute("height"));

describe("findMarks", () => {
  it("binds each bar to its row, whatever the order of the axis", () => {
    const drawn = drawPlot(
      Plot,
      () => ({ y: { domain: [0, 5] }, marginTop: 0, marginBottom: 0, height: 50, marks: [Plot.barY(rows, { x: "x", y: "y", ...MARCA })] }),
      300,
    );
    const shapes = findMarks(drawn, rows.length);
    expect([...shapes.keys()].sort()).toEqual([0, 1, 2]);
    expect([widths(shapes.get(0)), widths(shapes.get(1)), widths(shapes.get(2))]).toEqual([["20"], ["0"], ["50"]]);
  });

  it("still binds rows when Plot stacks, sorts or facets them", () => {
    const drawn = drawPlot(
      Plot,
      () => ({ marks: [Plot.barY(rows, Plot.stackY({ fx: "serie", x: "x", y: "y", sort: { x: "y" }, ...MARCA }))] }),
      300,
    );
    expect([...findMarks(drawn, rows.length).keys()].sort()).toEqual([0, 1, 2]);
  });

  it("leaves out lines, which stand for many rows, and marks not spread with MARCA", () => {
    const drawn = drawPlot(
      Plot,
      () => ({ marks: [Plot.line(rows, { x: "x", y: "y", ...MARCA }), Plot.dot(rows, { x: "x", y: "y" })] }),
      300,
    );
    expect(findMarks(drawn, rows.length).size).toBe(0);
  });

  it("flags one row's shapes and no other's", () => {
    const drawn = drawPlot(Plot, () => ({ marks: [Plot.dot(rows, { x: "x", y: "y", ...MARCA })] }), 300);
    const shapes = findMarks(drawn, rows.length);
    flagMark(shapes, 2, "is-selected");
    flagMark(shapes, 1, "is-selected");
    expect(drawn.querySelectorAll(".is-selected")).toHaveLength(1);
    expect(shapes.get(1)?.[0]?.classList.contains("is-selected")).toBe(true);
  });
});
