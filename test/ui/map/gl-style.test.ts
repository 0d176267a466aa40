import { describe, expect, it } from "vitest";
import { AUSENCIAS } from "../../../src/core/classes.ts";
import { rampColors } from "../../../src/core/ramps.ts";
import { classFill, HATCH, layers } from "../../../src/ui/map/webgl/gl-style.ts";

const colors = {
  classes: rampColors("bivariada", 9, "claro"),
  ground: "#fff",
  border: "#111",
  region: "#222",
  surface: "#333",
  selected: "#444",
  halo: "#555",
};
const ids = layers(colors).map(({ id }) => id);

describe("the WebGL drawing's layers", () => {
  it("colour each of nine classes, and leave the rest to what is below", () => {
    const [, , ...cases] = classFill(colors, "none") as readonly unknown[];
    expect(cases).toEqual([...colors.classes.flatMap((cor, i) => [i, cor]), "none"]);
  });

  it("lay the hatch of uncertain classes over the colours and under the borders", () => {
    expect(ids.indexOf(HATCH)).toBeGreaterThan(ids.indexOf("classes"));
    expect(ids.indexOf(HATCH)).toBeLessThan(ids.indexOf("borders"));
  });

  it("have one layer an absence and one for the hatch, so that a change of class costs no new layer", () => {
    expect(ids.filter((id) => id.startsWith("ausencia-"))).toHaveLength(AUSENCIAS.length);
    expect(ids.filter((id) => id === HATCH)).toHaveLength(1);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
