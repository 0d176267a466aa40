import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../scripts/browser.mjs";
import { createAppServer } from "../../scripts/serve.ts";

export interface App {
  readonly url: string;
  readonly browser: Browser;
  /** Opens a page in a context of its own; `hash` like `#/dados`. */
  readonly open: (hash: string, options?: OpenOptions) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: "light" | "dark";
  /** Query string before the hash, for instance `?mapa=svg`. */
  readonly query?: string;
  readonly javaScript?: boolean;
  /** Called before the first navigation, to intercept requests. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
}

export interface OpenPage {
  readonly page: Page;
  /** Addresses of every request the page and its workers made. */
  readonly requests: readonly string[];
  /** Console errors and page errors, in order. */
  readonly errors: readonly string[];
}

/** Serves the built app (of `APP_DIST`, where that is set), or what is given, on a free port and opens a browser on it. */
export async function openApp(server: Server = createAppServer(process.env["APP_DIST"])): Promise<App> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No Chrome or Chromium: set CHROME_PATH.");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    url,
    browser,
    open: (hash, options) => openPage(browser, url, hash, options),
    close: async () => {
      await browser.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function openPage(browser: Browser, url: string, hash: string, options: OpenOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.theme ?? "light",
    locale: "pt-BR",
    timezoneId: "America/Cuiaba",
    acceptDownloads: true,
    javaScriptEnabled: options.javaScript ?? true,
  });
  await options.prepare?.(context);
  const requests: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${url}/${options.query ?? ""}${hash}`);
  return { page, requests, errors };
}

/** Rule ids and targets of what axe finds at WCAG 2.2 AA; empty when clean. */
export async function axeFindings(page: Page): Promise<string[]> {
  // A colour on its way from one theme to the other is of neither.
  await page.waitForFunction(() => document.getAnimations().every((one) => !(one instanceof CSSTransition) || one.playState !== "running"));
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
