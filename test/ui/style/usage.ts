import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const src = fileURLToPath(new URL("../../../src", import.meta.url));

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(css|tsx?)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(src, file), "utf8") }));

/** Custom properties defined anywhere in the sources: in css, or set by a component. */
const defined = new Set(
  files.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)["'\]]*\s*:/g)].map(([, name]) => name)),
);

/** Beginnings of names that a component builds ("--map-${tema}-"). */
const built = files.flatMap(({ text }) =>
  [...text.matchAll(/(--[\w-]+-)\$\{/g)].map(([, start]) => start ?? ""),
);

/** "file: --token" for each custom property that is used but defined or built nowhere. */
export function undefinedTokens(): string[] {
  return files.flatMap(({ file, text }) =>
    [...text.matchAll(/var\((--[\w-]+)[,)]/g)]
      .map(([, name]) => name ?? "")
      .filter((name) => !defined.has(name) && !built.some((start) => name.startsWith(start)))
      .map((name) => `${file}: ${name}`),
  );
}

/** "file: declaration" for each colour written by hand elsewhere than in a token or in print. */
export function looseColors(): string[] {
  return files
    .filter(({ file }) => file.endsWith(".css") && !file.endsWith("print.css"))
    .flatMap(({ file, text }) =>
      screenOnly(text)
        .split(/[;{}]/)
        .map((declaration) => declaration.trim())
        .filter((line) => /^[a-z-]+:.*(#[0-9a-f]{3,8}\b|rgba?\()/i.test(line) && !line.startsWith("--"))
        .map((line) => `${file}: ${line}`),
    );
}

function screenOnly(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/@media print \{[\s\S]*?\n\}/g, "");
}
