import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { HtmlTagDescriptor, Plugin } from "vite";
import { FirstPicture } from "../src/app/first-picture/FirstPicture.tsx";
import { MENU } from "../src/app/menu.ts";
import { parseSnapshot } from "../src/data/snapshot/parse.ts";
import { TECHNICAL_POLICY } from "./csp.ts";

const PICTURE_PLACE = "<!-- first picture -->";
const CHARSET = '<meta charset="utf-8" />';
const SNAPSHOT = fileURLToPath(new URL("../.generated/snapshot.json", import.meta.url));

function metaTag(name: string, files: readonly string[]): HtmlTagDescriptor {
  return { tag: "meta", attrs: { name, content: files.map((file) => `./${file}`).join(" ") }, injectTo: "head" };
}

/** What an edition of the app puts into its page. */
export interface PageParts {
  readonly policy: string;
  /** What stands on screen before any script runs. */
  readonly picture: () => ReactElement;
  /** Name of the asset that the app's code asks for first. */
  readonly data: RegExp;
  /** Other files that it will ask for, by their addresses beside the page. */
  readonly others: readonly string[];
  /** The font that the picture is set in, asked for with the style where the picture would move when it comes. */
  readonly font?: RegExp;
}

/** The technical edition: its front page as static markup, from the snapshot of the build. */
export const TECHNICAL_PAGE: PageParts = {
  policy: TECHNICAL_POLICY.meta,
  picture: () => createElement(FirstPicture, { snapshot: parseSnapshot(JSON.parse(readFileSync(SNAPSHOT, "utf8"))), menu: MENU }),
  data: /^assets\/snapshot-.*\.json$/,
  others: [],
};

/**
 * Finishes the built page: the policy for hosts that cannot send headers, the first
 * picture, and the addresses of the app's code and of its first data.
 */
export function finishPage({ policy, picture, data, others, font }: PageParts): Plugin {
  return {
    name: "mirante-finish-page",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) => {
        // Pages of the benches and of the gallery are built with the same configuration.
        if (!html.includes(PICTURE_PLACE)) return html;
        const asset = (name: RegExp) => Object.values(bundle ?? {}).find(({ type, fileName }) => type === "asset" && name.test(fileName));
        const first = asset(data);
        if (first === undefined) throw new Error(`The build has no asset ${String(data)}: run npm run extracts first.`);
        const main = Object.values(bundle ?? {}).find((file) => file.type === "chunk" && file.isEntry);
        if (main?.type !== "chunk") throw new Error("The build has no entry chunk.");
        // Addresses only: inicio.js asks for them when the first picture is on its way to the
        // screen. Asked for from here, they would compete with it on a machine with few cores.
        const fontFile = font === undefined ? undefined : asset(font);
        const tags: HtmlTagDescriptor[] = [
          metaTag("app-code", [main.fileName]),
          metaTag("app-parts", main.imports),
          metaTag("app-data", [first.fileName, ...others]),
          ...(fontFile === undefined ? [] : [{ tag: "link", attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: `./${fontFile.fileName}` }, injectTo: "head" as const }]),
        ];
        // After the character set, which must stand early, and before anything the policy governs.
        const withPolicy = html.replace(CHARSET, `${CHARSET}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
        const quiet = withPolicy
          .replace(/\s*<script type="module"[^>]*><\/script>/, "")
          .replace(/\s*<link rel="modulepreload"[^>]*>/g, "");
        return { html: quiet.replace(PICTURE_PLACE, () => renderToStaticMarkup(picture())), tags };
      },
    },
  };
}
