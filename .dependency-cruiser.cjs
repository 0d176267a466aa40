/**
 * One import direction: core → data → ui → views → app. Default-deny: what is not
 * in `allowed` is an error, so a new folder is guarded without a change here.
 * @type {import("dependency-cruiser").IConfiguration}
 */
const LAYERS = ["core", "data", "ui", "views", "app"];

/** Modules that exist only as types (`@types/…`); nothing of them is there at run time. */
const TYPES_ONLY = "^(geojson|topojson-specification)$";

/** Addresses of the engine's own files, which the bundler resolves. */
const ENGINE_FILES = "^@duckdb/duckdb-wasm/dist/[\\w.-]+\\?url$";

const upTo = (layer) => LAYERS.slice(0, LAYERS.indexOf(layer) + 1).join("|");

module.exports = {
  allowedSeverity: "error",
  allowed: [
    { from: { path: "^src/core/" }, to: { path: "^src/core/" } },
    { from: { path: "^src/data/" }, to: { path: `^src/(${upTo("data")})/` } },
    { from: { path: "^src/ui/" }, to: { path: `^src/(${upTo("ui")})/` } },
    { from: { path: "^src/views/([^/]+)/" }, to: { path: `^src/(core|data|ui|views/$1)/` } },
    { from: { path: "^src/app/" }, to: { path: "^src/" } },
    { from: { path: "^src/" }, to: { path: "^node_modules/" } },
    { from: { path: "^src/" }, to: { path: TYPES_ONLY } },
    { from: { path: "^src/data/session/" }, to: { path: ENGINE_FILES } },
    { from: { path: "^src/app/" }, to: { path: "^\\.generated/" } },
    { from: { path: "^(scripts|test|vite\\.config\\.ts)" }, to: {} },
  ],
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "core-is-pure",
      comment: "core knows only itself and small pure libraries",
      severity: "error",
      from: { path: "^src/core/" },
      to: { path: "^node_modules/", pathNot: "^node_modules/(temporal-polyfill|d3-array|d3-geo|d3-scale-chromatic|d3-color|d3-random|simple-statistics|jstat|@noble/hashes|@types/)" },
    },
    {
      name: "duckdb-only-in-session",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(data/session|app/boot)" },
      to: { path: "^node_modules/(@duckdb|apache-arrow)/" },
    },
    {
      name: "papaparse-only-at-the-door",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/data/(raw|export)/" },
      to: { path: "^node_modules/papaparse/" },
    },
    {
      name: "workbook-readers-only-in-raw",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/data/raw/" },
      to: { path: "^node_modules/(read-excel-file|saxen)/" },
    },
    {
      name: "zip-only-in-raw-and-pdf",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/data/(raw|pdf)/" },
      to: { path: "^node_modules/fflate/" },
    },
    {
      name: "pdf-writer-only-in-pdf",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/data/pdf/" },
      to: { path: "^node_modules/(pdfkit|fontkit)/" },
    },
    {
      name: "idb-only-in-store",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/data/store/" },
      to: { path: "^node_modules/idb/" },
    },
    {
      name: "highs-only-in-the-limit-and-disclosure",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/data/(visitas/limite|sdc/)" },
      to: { path: "^node_modules/highs/" },
    },
    {
      name: "file-writers-only-in-exports",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/data/(visitas/export|denuncias/exportar|export)/" },
      to: { path: "^node_modules/(ics|write-excel-file)/" },
    },
    {
      name: "holidays-only-in-data",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/data/" },
      to: { path: "^node_modules/@brazilian-utils/" },
    },
    {
      name: "maplibre-only-in-map",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/ui/map/" },
      to: { path: "^node_modules/maplibre-gl/" },
    },
    {
      name: "product-does-not-import-scripts-or-tests",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(scripts|test)/" },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true, pathNot: `^@generated/|${TYPES_ONLY}|${ENGINE_FILES}` },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".css"],
      conditionNames: ["import", "browser", "default", "types"],
    },
  },
};
