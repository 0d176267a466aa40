// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as Plot from "../../src/ui/chart/plot-parts.ts";
import { drawPlot } from "../../src/ui/chart/plot-style.ts";
import { entriesOf, GALLERY_WIDTH } from "../gallery/gallery.ts";
import { stableSvg } from "./stable-svg.ts";

const entries = entriesOf(import.meta.glob("../gallery/*.gallery.{ts,tsx}", { eager: true }));
const folder = dirname(fileURLToPath(import.meta.url));
const isUpdate = process.env["GOLDEN"] === "update";

describe("golden charts", () => {
  it("have one id each", () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it("have no svg left over from a chart that is gone", () => {
    const ids = new Set(entries.map(({ id }) => `${id}.svg`));
    const files = readdirSync(folder).filter((file) => file.endsWith(".svg"));
    expect(files.filter((file) => !ids.has(file))).toEqual([]);
  });

  it.each(entries.map((entry) => [entry.id, entry] as const))("%s is drawn as before", (id, entry) => {
    const svg = stableSvg(drawPlot(Plot, entry.options, entry.largura ?? GALLERY_WIDTH));
    const file = join(folder, `${id}.svg`);
    if (isUpdate) writeFileSync(file, svg);
    expect(existsSync(file), `${id}.svg is missing: run "npm run golden" and look at it`).toBe(true);
    expect(svg).toBe(readFileSync(file, "utf8"));
  });
});
