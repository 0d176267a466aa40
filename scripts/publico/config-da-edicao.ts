import { createElement } from "react";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { InlineConfig, Plugin } from "vite";
import { PrimeiraTela } from "../../src/app/publico/PrimeiraTela.tsx";
import { parseGeografia } from "../../src/data/publico/geografia.ts";
import { PUBLIC_POLICY } from "../csp.ts";
import { finishPage } from "../html-plugin.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** Modules of the map that want a graphics card, and what stands for them: the public page draws in SVG alone. */
const WITHOUT_WEBGL: ReadonlyMap<string, string> = new Map([
  [path("src/ui/map/choose-drawing.ts"), 'export const chooseDrawing = () => "svg";'],
  [path("src/ui/map/webgl/gl-drawing.ts"), "export const openGlDrawing = () => Promise.resolve(null);"],
]);

function withoutWebgl(): Plugin {
  return {
    name: "mirante-without-webgl",
    load: (id) => WITHOUT_WEBGL.get(id) ?? null,
  };
}

/** How the public edition is built into `out`, from its own page and entry. */
export function configDaEdicao(out: string, geografia: string): InlineConfig {
  const picture = () => createElement(PrimeiraTela, parseGeografia(JSON.parse(readFileSync(geografia, "utf8"))));
  return {
    configFile: false,
    root: path("src"),
    // Of the technical edition's public folder only what edicao.ts names goes out.
    publicDir: false,
    base: "./",
    logLevel: "warn",
    plugins: [
      react(),
      withoutWebgl(),
      finishPage({
        policy: PUBLIC_POLICY.meta,
        picture,
        data: /^assets\/geografia-.*\.json$/,
        others: ["publico/publicacao.json"],
        font: /^assets\/source-sans-3-latin-wght-normal-.*\.woff2$/,
      }),
    ],
    resolve: { alias: { "@generated": `${ROOT}.generated` } },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: { input: path("src/publico.html"), checks: { pluginTimings: false } },
    },
  };
}
