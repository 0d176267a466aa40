import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as metodo from "../../src/core/metodo/index.ts";
import { clusters, classes, draws, index, printed, rates } from "../fixtures/programmatic-interface.ts";

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const contributing = text("CONTRIBUTING.md");

describe("the programmatic interface that CONTRIBUTING documents", () => {
  it("shows the example of test/fixtures word for word", () => {
    const example = text("test/fixtures/programmatic-interface.ts").replace("../../src/core/", "src/core/").replaceAll(/^export const/gm, "const");
    expect(contributing).toContain(`\`\`\`ts\n${example}\`\`\``);
  });

  it("names every function it exports", () => {
    const functions = Object.entries(metodo).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
    expect(functions.length).toBeGreaterThan(30);
    expect(functions.filter((name) => !contributing.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("the documented example", () => {
  it("shrinks the rates by Marshall's prior, worked by hand", () => {
    // m = 63/2400 = 0.02625; s² = (0.00390625 + 0.1890625 + 0.005625 + 0.15015625)/2400 = 0.0001453125;
    // a = s² − m/600 = 0.0001015625. Unit A: p = 0.02, w = a/(a + m/100) = 0.0001015625/0.0003640625.
    const w = 0.0001015625 / 0.0003640625;
    expect(rates.priors[0]?.variance).toBeCloseTo(0.0001015625, 15);
    expect(rates.ownWeight[0]).toBeCloseTo(w, 12);
    expect(rates.estimate[0]).toBeCloseTo(0.02625 + w * (0.02 - 0.02625), 12);
  });

  it("scores, ranks and bounds as written: D has no score, and could have had 28 to 68", () => {
    // A: need = (2·2·1000·r + 30)/3 with r as above, network = 100·(5 − 1)/4; 0.6·need + 0.4·100.
    const rate = 0.02625 + (0.0001015625 / 0.0003640625) * (0.02 - 0.02625);
    expect(index.score[0]).toBeCloseTo((0.6 * (2 * 2 * 1000 * rate + 30)) / 3 + 40, 9);
    expect(index.rank).toEqual([2, 1, 3, null, 4]);
    // D: share 90 is 1/3 of the dimension, below 2/3. S_min = 0.6·(90/3) + 0.4·25 = 28; missing 0.6·2/3 adds 40.
    expect(index.bounds[3]?.min).toBeCloseTo(28, 9);
    expect(index.bounds[3]?.max).toBeCloseTo(68, 9);
  });

  it("prints points that add up: rate and share to need, need and network to the score", () => {
    expect(index.nodes.map(({ id }) => id)).toEqual(["rate", "share", "need", "level", "network", "score"]);
    expect(printed).toEqual([19.61, 6, 25.61, 40, 40, 65.61]);
  });

  it("parts the score in two classes, finds no neighbour for nobody, and draws 2,000 times", () => {
    expect(classes.classes.map(({ count }) => count)).toEqual([1, 3]);
    expect(clusters.units.map(({ reason }) => reason)).toEqual([null, null, null, "missing", "no-neighbours"]);
    expect(draws.drawn).toBe(2000);
    expect([...draws.all.top].slice(3)).toEqual([0, 0]);
  });
});
