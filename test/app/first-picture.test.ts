// @vitest-environment jsdom
import { existsSync, readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, it } from "vitest";
import { FirstPicture } from "../../src/app/first-picture/FirstPicture.tsx";
import { MENU } from "../../src/app/menu.ts";
import { rampColors, BORDA } from "../../src/core/ramps.ts";
import { parseSnapshot } from "../../src/data/snapshot/parse.ts";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";

const SNAPSHOT = ".generated/snapshot.json";
const CSS = "src/app/first-picture/first-picture.css";

let snapshot: Snapshot;
let page: Document;

beforeAll(() => {
  if (!existsSync(SNAPSHOT)) throw new Error("Run npm run extracts first.");
  snapshot = parseSnapshot(JSON.parse(readFileSync(SNAPSHOT, "utf8")));
  const html = renderToStaticMarkup(createElement(FirstPicture, { snapshot, menu: MENU }));
  page = new DOMParser().parseFromString(html, "text/html");
});

it("draws every municipality that has a polygon, each in a class or in the look of missing data", () => {
  const comPoligono = snapshot.mesh.paths.filter((path) => path !== "").length;
  const areas = [...page.querySelectorAll(".map-area")];
  expect(areas).toHaveLength(comPoligono);
  expect(areas.every((area) => /first-(class-[0-4]|absent)/.test(area.getAttribute("class") ?? ""))).toBe(true);
});

it("uses all five classes of need", () => {
  for (const classe of [0, 1, 2, 3, 4]) {
    expect(page.querySelectorAll(`.first-class-${classe}`).length, `class ${classe}`).toBeGreaterThan(0);
  }
});

it("opens with the sentence of the priorities page and links to every page", () => {
  expect(page.querySelector("h1")?.textContent).toContain("Pelo índice de prioridade");
  expect([...page.querySelectorAll("nav a")].map((a) => a.getAttribute("href"))).toEqual(
    MENU.map(({ id }) => `#/${id}`),
  );
});

it("has no inline style, which the policy would refuse", () => {
  expect(page.querySelectorAll("[style], style")).toHaveLength(0);
});

it.each(["claro", "escuro"] as const)("has the same colours as the live map's ramp of need, %s theme", (tema) => {
  const css = readFileSync(CSS, "utf8");
  const name = { claro: "light", escuro: "dark" }[tema];
  const colours = [...css.matchAll(new RegExp(`--map-${name}-(\\w+): (#\\w+)`, "g"))].map((match) => match[2]);
  expect(colours).toEqual([...rampColors("necessidade", 5, tema), BORDA[tema]]);
});
