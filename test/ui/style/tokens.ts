import { readFileSync } from "node:fs";

const css = readFileSync(new URL("../../../src/ui/style/tokens.css", import.meta.url), "utf8").replace(
  /\/\*[\s\S]*?\*\//g,
  "",
);

/** Declarations of the first block that follows `selector`. */
function block(selector: string): Map<string, string> {
  const at = css.indexOf(selector);
  if (at < 0) throw new Error(`tokens.css has no "${selector}"`);
  const body = css.slice(css.indexOf("{", at) + 1, css.indexOf("}", at));
  const tokens = new Map<string, string>();
  for (const [, name, value] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    if (name !== undefined && value !== undefined) tokens.set(name, value.trim());
  }
  return tokens;
}

export const LIGHT = block(":root {");
export const DARK_BY_SYSTEM = block(':root:not([data-theme="light"])');
export const DARK_BY_CHOICE = block(':root[data-theme="dark"]');

export type Theme = ReadonlyMap<string, string>;

export const THEMES: readonly (readonly [name: string, tokens: Theme])[] = [
  ["light", LIGHT],
  ["dark", new Map([...LIGHT, ...DARK_BY_SYSTEM])],
];

/** A token's colour; fails naming it when there is none. */
export function color(theme: Theme, name: string): string {
  const value = theme.get(`--${name}`);
  if (value === undefined) throw new Error(`no token --${name}`);
  return value;
}
