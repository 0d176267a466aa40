import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The live gallery: `npx vite test/gallery`. Not part of the build. */
export default defineConfig({
  root: path("."),
  plugins: [react()],
  server: { fs: { allow: [path("../..")] } },
  build: { outDir: path("../../.cache/gallery"), emptyOutDir: true },
});
