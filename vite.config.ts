import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { finishPage, TECHNICAL_PAGE } from "./scripts/html-plugin.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const WITH_A_PAGE = ["test/**/*.test.tsx", "test/{app,ui,golden}/**/*.test.ts", "test/views/visitas/plano/abrir-plano.test.ts"];

export default defineConfig({
  root: path("./src"),
  publicDir: path("./public"),
  base: "./",
  plugins: [react(), finishPage(TECHNICAL_PAGE)],
  resolve: { alias: { "@generated": path("./.generated") } },
  build: {
    outDir: path("./dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // One stylesheet: the picture built into the page needs most of it, at once.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  worker: {
    format: "es",
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: { fs: { allow: [path(".")] } },
  test: {
    root: path("."),
    // Vitest's own default leaves one of two processors idle.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          // Pure code keeps nothing from one file to the next: its tests share their workers.
          name: "core",
          environment: "node",
          include: ["test/core/**/*.test.ts"],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // A process for each file took longer than the tests: these keep nothing from one to the next either.
          name: "unit",
          environment: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/core/**", ...WITH_A_PAGE],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Tests that draw: each file has a document of its own.
          name: "page",
          environment: "node",
          include: WITH_A_PAGE,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          environment: "node",
          include: ["test/browser/**/*.test.ts"],
          exclude: ["test/browser/alone/**"],
          // A busy machine can make a browser late; what passes only at the second try is named at the end.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Tests that count what the page does in a while: nothing else may run beside them.
          name: "browser-alone",
          environment: "node",
          include: ["test/browser/alone/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
