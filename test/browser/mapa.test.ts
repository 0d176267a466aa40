import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp } from "./harness.ts";
import type { App } from "./harness.ts";

let app: App;
beforeAll(async () => {
  app = await openApp();
});
afterAll(async () => {
  await app.close();
});

const PAGE = "#/prioridades";

async function drawn(page: Page, desenho: "svg" | "webgl"): Promise<void> {
  await page.waitForSelector(`.map[data-desenho="${desenho}"] .map-area`, { timeout: 45_000 });
}

/** Middle of the map's widest municipalities, px: far from borders and names. */
async function openGround(page: Page): Promise<{ x: number; y: number }[]> {
  return page.evaluate(() => {
    const stage = document.querySelector(".map-stage")?.getBoundingClientRect();
    if (!stage) return [];
    const names = [...document.querySelectorAll(".map-label")].map((n) => n.getBoundingClientRect());
    const isFree = (x: number, y: number): boolean =>
      names.every((n) => x < n.left - 8 || x > n.right + 8 || y < n.top - 8 || y > n.bottom + 8);
    const points = [];
    for (let x = stage.left + 20; x < stage.right; x += 12)
      for (let y = stage.top + 20; y < Math.min(stage.bottom, innerHeight); y += 12) {
        const around = [[0, 0], [-5, -5], [5, -5], [-5, 5], [5, 5]].map(([dx = 0, dy = 0]) =>
          document.elementFromPoint(x + dx, y + dy),
        );
        const [middle] = around;
        const isClass = middle instanceof SVGElement && middle.style.fill.startsWith("var(");
        if (isClass && around.every((e) => e === middle) && isFree(x, y)) points.push({ x, y });
      }
    return points.filter((_, i) => i % Math.ceil(points.length / 12) === 0);
  });
}

const pixel = async (page: Page, { x, y }: { x: number; y: number }): Promise<string> =>
  (await page.screenshot({ clip: { x, y, width: 1, height: 1 } })).toString("base64");

describe("the two drawings of the map", () => {
  it("paint each municipality in the same colour, and WebGL asks only our own origin", async () => {
    const svg = await app.open(PAGE, { query: "?mapa=svg" });
    await drawn(svg.page, "svg");
    const gl = await app.open(PAGE, { query: "?mapa=webgl" });
    await drawn(gl.page, "webgl");
    const points = await openGround(svg.page);
    expect(points.length).toBeGreaterThan(5);
    for (const point of points) expect(await pixel(gl.page, point)).toBe(await pixel(svg.page, point));
    expect(gl.requests.filter((url) => !url.startsWith(app.url) && !url.startsWith("data:"))).toEqual([]);
    expect(gl.errors).toEqual([]);
  });

  it("give way to the SVG one when the browser takes the WebGL context away", async () => {
    const { page } = await app.open(PAGE, { query: "?mapa=webgl" });
    await drawn(page, "webgl");
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".map-gl canvas");
      canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    });
    await drawn(page, "svg");
    await expect.poll(() => page.locator(".map").innerText()).toContain("O desenho acelerado do mapa parou");
  });

  it("stay on the SVG one, saying so, when the WebGL code does not arrive", async () => {
    const { page } = await app.open(PAGE, {
      query: "?mapa=webgl",
      prepare: (context) => context.route(/gl-drawing/, (route) => route.abort()),
    });
    await expect
      .poll(() => page.locator(".map").innerText(), { timeout: 20_000 })
      .toContain("O desenho acelerado do mapa não pôde ser carregado");
    await drawn(page, "svg");
  });
});

describe("the map by keyboard and wheel", () => {
  it("walks to a neighbour, says its name and selects it into the address", async () => {
    const { page } = await app.open(PAGE, { query: "?mapa=svg" });
    await drawn(page, "svg");
    await page.focus(".map-surface");
    await page.keyboard.press("ArrowRight");
    const first = await page.locator(".map-card-name").innerText();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator(".map-card-name").innerText()).not.toBe(first);
    const second = await page.locator(".map-card-name").innerText();
    expect(await page.locator(".map > [role=status].ui-hidden").innerText()).toContain(second);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toMatch(/municipio=\d{7}/);
  });

  it("lets the wheel scroll the page, and zooms with Ctrl held", async () => {
    const { page } = await app.open(PAGE, { query: "?mapa=svg", height: 500, width: 900 });
    await drawn(page, "svg");
    await page.locator(".map-stage").scrollIntoViewIfNeeded();
    const box = await page.locator(".map-stage").boundingBox();
    if (!box) throw new Error("the map has no place on the page");
    const world = (): Promise<string | null> => page.locator(".map-svg > g").getAttribute("transform");
    // The gestures come in their own chunk after the first picture.
    await page.waitForFunction(() => "__zoom" in (document.querySelector(".map-svg") ?? {}));
    const before = await page.evaluate(() => scrollY);
    await page.mouse.move(box.x + box.width / 2, Math.min(box.y + box.height / 2, 450));
    await page.mouse.wheel(0, 60);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
    expect(await world()).toBe("translate(0 0) scale(1)");
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -200);
    await page.keyboard.up("Control");
    await expect.poll(world).not.toContain("scale(1)");
  });
});
