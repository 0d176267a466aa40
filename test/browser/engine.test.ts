import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import sirv from "sirv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp, type App } from "./harness.ts";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

let app: App;
let stranger: Server;
let strangerUrl = "";
let reached: string[] = [];

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  app = await openApp();
  stranger = createServer((request, response) => {
    reached.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end("a\n1\n");
  });
  strangerUrl = await listening(stranger);
});

afterAll(async () => {
  await app.close();
  stranger.close();
});

async function engineReady(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("mirante:engine").length > 0, null, { timeout: 40_000 });
}

/** What the engine's worker gets when it asks another origin for something, as DuckDB would. */
async function askStranger(page: Page): Promise<string> {
  const worker = page.workers().find((candidate) => !candidate.url().includes("maplibre"));
  if (worker === undefined) throw new Error("the engine has no worker");
  reached = [];
  return worker.evaluate(
    (url) =>
      fetch(url).then(
        () => "answered",
        () => "blocked",
      ),
    `${strangerUrl}/dados.csv`,
  );
}

describe("the engine in the browser", () => {
  it.each([
    ["o motor", /\.wasm$/],
    ["a base", /\.duckdb$/],
    ["o programa", /engine-worker[^/]*\.js$/],
  ])("%s missing once: the page says so, and its retry truly retries", async (_, file) => {
    let missing = 1;
    const { page } = await app.open("#/cobertura", {
      prepare: (context) =>
        context.route(file, async (route) => {
          missing -= 1;
          if (missing >= 0) await route.fulfill({ status: 404, body: "" });
          else await route.continue();
        }),
    });
    const retry = page.getByRole("button", { name: "Tentar de novo" }).first();
    await retry.waitFor({ timeout: 40_000 });
    expect(await page.locator("body").innerText()).toContain("não chegou inteiro a este computador");
    await retry.click();
    await engineReady(page);
    await page.context().close();
  });

  it("cannot reach another origin where the policy comes as a header", async () => {
    const { page } = await app.open("#/cobertura");
    await engineReady(page);
    expect(await askStranger(page)).toBe("blocked");
    expect(reached).toEqual([]);
    await page.context().close();
  });

  it("works and cannot reach another origin on a host that sends no headers", async () => {
    const files = sirv(DIST, { dev: true });
    const plain = createServer((request, response) => files(request, response));
    const url = await listening(plain);
    const context = await app.browser.newContext();
    const page = await context.newPage();
    const violations: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") violations.push(message.text());
    });
    await page.goto(`${url}/#/cobertura`);
    await engineReady(page);
    expect(page.workers().some((worker) => worker.url().startsWith("blob:"))).toBe(true);
    expect(violations).toEqual([]);
    expect(await askStranger(page)).toBe("blocked");
    expect(reached).toEqual([]);
    await context.close();
    plain.close();
    plain.closeAllConnections();
  });
});
