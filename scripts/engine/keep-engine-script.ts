import type { Plugin } from "vite";

/**
 * Keeps DuckDB's worker script in the bundle. Its package declares that no file of
 * it has side effects, so a bare import of the script, which is nothing but side
 * effects, would be dropped without a word.
 */
export function keepEngineScript(): Plugin {
  return {
    name: "mirante-keep-engine-script",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (!source.endsWith("duckdb-browser-eh.worker.js")) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved === null ? null : { ...resolved, moduleSideEffects: true };
    },
  };
}
