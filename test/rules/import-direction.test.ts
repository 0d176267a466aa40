import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const trees: string[] = [];

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

/** Runs the project's own rules over a made-up tree; returns exit code and report. */
function cruise(files: Readonly<Record<string, string>>): { code: number | null; report: string } {
  const tree = mkdtempSync(join(tmpdir(), "mirante-rules-"));
  trees.push(tree);
  for (const [path, text] of Object.entries({ "tsconfig.json": "{}", ...files })) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const result = spawnSync(
    process.execPath,
    [
      join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      "src",
      "--config",
      join(ROOT, ".dependency-cruiser.cjs"),
      "--output-type",
      "err",
    ],
    { cwd: tree, encoding: "utf8" },
  );
  return { code: result.status, report: result.stdout + result.stderr };
}

const A = "export const a = 1;\n";
const importing = (path: string): string => `import { a } from "${path}";\nexport const b = a;\n`;

it("lets each layer import the layers before it", () => {
  const { code, report } = cruise({
    "src/core/a.ts": A,
    "src/data/b.ts": importing("../core/a.ts"),
    "src/ui/b.ts": importing("../core/a.ts"),
    "src/views/dados/b.ts": importing("../../core/a.ts"),
    "src/app/b.ts": importing("../core/a.ts"),
  });
  expect(report).not.toContain("error");
  expect(code).toBe(0);
});

it.each([
  ["core importing ui", "src/core/b.ts", "../ui/a.ts", "src/ui/a.ts"],
  ["data importing ui", "src/data/b.ts", "../ui/a.ts", "src/ui/a.ts"],
  ["ui importing a view", "src/ui/b.ts", "../views/dados/a.ts", "src/views/dados/a.ts"],
  ["a view importing the app", "src/views/dados/b.ts", "../../app/a.ts", "src/app/a.ts"],
  ["a view importing another view", "src/views/dados/b.ts", "../cobertura/a.ts", "src/views/cobertura/a.ts"],
  ["a layer importing a folder nobody declared", "src/views/dados/b.ts", "../../helpers/a.ts", "src/helpers/a.ts"],
  ["the product importing a script", "src/app/b.ts", "../../scripts/a.ts", "scripts/a.ts"],
])("refuses %s", (_what, from, specifier, to) => {
  const { code, report } = cruise({ [from]: importing(specifier), [to]: A });
  expect(report).toContain(`${from} → ${to}`);
  expect(code).not.toBe(0);
});

it("refuses a cycle", () => {
  const { code, report } = cruise({
    "src/core/a.ts": 'import { b } from "./b.ts";\nexport const a = (): number => b();\n',
    "src/core/b.ts": 'import { a } from "./a.ts";\nexport const b = (): number => a();\n',
  });
  expect(report).toContain("no-circular");
  expect(code).not.toBe(0);
});

it.each([
  ["papaparse outside the raw reader and export", "src/data/import/b.ts", "papaparse", "papaparse-only-at-the-door"],
  ["a workbook library outside the raw reader", "src/data/import/b.ts", "saxen", "workbook-readers-only-in-raw"],
  ["the zip library outside the raw reader and the PDF writer", "src/data/import/b.ts", "fflate", "zip-only-in-raw-and-pdf"],
  ["the PDF library outside its writer", "src/views/dossie/b.ts", "pdfkit", "pdf-writer-only-in-pdf"],
  ["the browser's store outside its folder", "src/data/session/b.ts", "idb", "idb-only-in-store"],
  ["the map library outside ui/map", "src/ui/b.ts", "maplibre-gl", "maplibre-only-in-map"],
  ["the engine outside the session", "src/ui/b.ts", "apache-arrow", "duckdb-only-in-session"],
  ["React in core", "src/core/b.ts", "react", "core-is-pure"],
])("refuses %s", (_what, from, library, rule) => {
  const { code, report } = cruise({
    [from]: importing(library),
    [`node_modules/${library}/package.json`]: JSON.stringify({ name: library, main: "index.js" }),
    [`node_modules/${library}/index.js`]: "exports.a = 1;\n",
  });
  expect(report).toContain(rule);
  expect(code).not.toBe(0);
});
