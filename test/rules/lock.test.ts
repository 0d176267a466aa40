import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly resolved?: string; readonly optionalDependencies?: Record<string, string> }>
  >;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;

it("names every optional dependency, of other systems too: npm ci refuses a lock file that leaves one out", () => {
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});

it("records no download address, so that any registry serves it", () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
