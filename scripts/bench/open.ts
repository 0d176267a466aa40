import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";
import { findBrowser } from "../browser.mjs";

/** One answered request, as the server saw it. */
export interface Served {
  readonly path: string;
  /** Bytes on the wire, headers included. */
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly from: number;
}

export interface Serving {
  readonly url: string;
  /** What was served since the last call. */
  readonly take: () => readonly Served[];
  readonly close: () => Promise<void>;
}

/** Listens on a free port and keeps an account of the bytes sent. */
export async function listen(server: Server): Promise<Serving> {
  let served: Served[] = [];
  server.on("request", (request, response) => {
    const { socket } = request;
    const before = socket.bytesWritten;
    const from = Date.now();
    response.once("close", () => {
      served.push({ path: request.url ?? "", bytes: socket.bytesWritten - before, from });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = served;
      served = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const WARM_MS = 500;

export interface Link {
  readonly mbits: number;
  readonly rttMs: number;
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly version: string;
}

/**
 * Runs a task on a page of a browser whose profile is new: nothing cached, nothing
 * compiled. No GL flags: they would send the page's own painting through a software GPU.
 */
export async function withFreshBrowser<T>(link: Link | null, task: (opened: Opened) => Promise<T>): Promise<T> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No Chrome or Chromium: set CHROME_PATH.");
  const profile = await mkdtemp(join(tmpdir(), "mirante-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    viewport: { width: 1280, height: 800 },
    args: [
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto("about:blank");
    if (link !== null) {
      const devtools = await context.newCDPSession(page);
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: link.rttMs,
        downloadThroughput: (link.mbits * 1e6) / 8,
        uploadThroughput: (link.mbits * 1e6) / 8,
      });
    }
    return await task({ page, context, version: context.browser()?.version() ?? "unknown" });
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/**
 * Has the browser show one plain page of another site, so that what a visit measures is the app and
 * not the start of the browser. Nothing of the app is fetched or compiled by it.
 */
export async function warmUp(page: Page): Promise<void> {
  const other = await listen(
    createServer((_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end("<!doctype html><title>outra</title><p>Uma página qualquer.</p><svg width=9 height=9><path d='M0 0h9v9z'/></svg>");
    }),
  );
  try {
    await page.goto(other.url.replace("127.0.0.1", "localhost"), { waitUntil: "load" });
    await page.waitForTimeout(WARM_MS);
  } finally {
    await other.close();
  }
}

/** Middle value; the mean of the two middle ones of an even number. Throws on none. */
export function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const low = ordered[Math.floor((ordered.length - 1) / 2)];
  const high = ordered[Math.ceil((ordered.length - 1) / 2)];
  if (low === undefined || high === undefined) throw new RangeError("no values");
  return (low + high) / 2;
}

/** Rounds to a tenth: more would only be noise. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
