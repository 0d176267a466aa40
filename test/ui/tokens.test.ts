import { describe, expect, it } from "vitest";
import { contrast, distance, VISION } from "./style/color.ts";
import { color, DARK_BY_CHOICE, DARK_BY_SYSTEM, LIGHT, THEMES } from "./style/tokens.ts";
import { looseColors, undefinedTokens } from "./style/usage.ts";

const SURFACES = ["surface", "surface-raised", "surface-sunken", "surface-hover"];
const CATEGORIES = [1, 2, 3, 4, 5, 6].map((n) => `cat-${n}`);

describe("contrast arithmetic", () => {
  it("gives the published ratios", () => {
    expect(contrast("#000", "#fff")).toBeCloseTo(21, 5);
    expect(contrast("#767676", "#fff")).toBeCloseTo(4.54, 2);
  });
});

describe("dark theme", () => {
  it("is the same by the system's choice and by data-theme", () => {
    expect(Object.fromEntries(DARK_BY_CHOICE)).toEqual(Object.fromEntries(DARK_BY_SYSTEM));
  });

  it("redefines every colour of the light one", () => {
    const colors = [...LIGHT].filter(([, value]) => /^#|^rgb/.test(value)).map(([name]) => name);
    expect(colors.filter((name) => !DARK_BY_SYSTEM.has(name))).toEqual([]);
  });
});

describe.each(THEMES)("%s theme", (_name, theme) => {
  const ratio = (a: string, b: string): number => contrast(color(theme, a), color(theme, b));

  it.each(["text", "text-muted", "absence", "link", "accent", "danger", "success", "warning", "info"])(
    "reads %s at 4.5:1 or more on every surface",
    (token) => {
      expect(Math.min(...SURFACES.map((surface) => ratio(token, surface)))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ["on-accent", "accent"],
    ["on-accent", "accent-hover"],
    ["on-shell", "shell"],
    ["on-shell-muted", "shell"],
    ["on-demo", "demo"],
    ["text", "selected-soft"],
    ["text", "accent-soft"],
    ["absence", "selected-soft"],
    ["danger", "danger-soft"],
    ["success", "success-soft"],
    ["warning", "warning-soft"],
    ["info", "info-soft"],
  ])("reads %s on %s at 4.5:1 or more", (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["focus", "selected", "border-strong", "chart-accent", "chart-muted", "chart-reference", "cat-other", ...CATEGORIES])(
    "draws %s at 3:1 or more on the surfaces of a page",
    (token) => {
      expect(Math.min(...SURFACES.slice(0, 3).map((surface) => ratio(token, surface)))).toBeGreaterThanOrEqual(3);
    },
  );

  it("rings the focus on the dark bar at 3:1 or more", () => {
    expect(ratio("focus-on-dark", "shell")).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(VISION))("keeps the six categories apart in %s vision", (vision, matrix) => {
    const pairs = CATEGORIES.flatMap((a, i) => CATEGORIES.slice(i + 1).map((b) => [a, b] as const));
    const closest = Math.min(
      ...pairs.map(([a, b]) => distance(color(theme, a), color(theme, b), matrix)),
    );
    expect(closest).toBeGreaterThanOrEqual(vision === "full" ? 0.13 : 0.06);
  });

  it("lets the diverging ramp meet in a middle closest to the surface", () => {
    const from = [1, 2, 3, 4, 5, 6, 7].map((n) => ratio(`div-${n}`, "surface"));
    expect(from[3]).toBe(Math.min(...from));
    expect(from.slice(0, 4)).toEqual([...from.slice(0, 4)].sort((a, b) => b - a));
    expect(from.slice(3)).toEqual([...from.slice(3)].sort((a, b) => a - b));
  });
});

describe("use of tokens", () => {
  it("names none that is defined nowhere", () => {
    expect(undefinedTokens()).toEqual([]);
  });

  it("leaves no colour written by hand outside the token files and print", () => {
    expect(looseColors()).toEqual([]);
  });
});
