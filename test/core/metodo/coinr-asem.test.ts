import { describe, expect, it } from "vitest";
import { composite, type Composite } from "../../../src/core/metodo/composite.ts";
import { leaveOneOut } from "../../../src/core/metodo/leave-one-out.ts";
import { normalise, type Normalisation } from "../../../src/core/metodo/normalise.ts";
import { denominate, imputeGroupMean, sampleShape, screenByAvailability, winsoriseBySkew } from "../../../src/core/metodo/stages.ts";
import type { Aggregation, Table } from "../../../src/core/metodo/tree.ts";
import { asemFolder, asemMethod, asemRows, asemTable, farthest, inOrder } from "./asem.ts";

const MIN_MAX: Normalisation = { kind: "min-max" };
const SCORED = ["Index", "Conn", "Sust", "Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin"];

function raw(): Table {
  const all = asemRows("asem_idata.csv");
  return { units: all.map((row) => row["uCode"] ?? ""), columns: columnsOf(all, Object.keys(asemMethod().directions)) };
}

function columnsOf(rows: readonly Readonly<Record<string, string>>[], ids: readonly string[]): Table["columns"] {
  return Object.fromEntries(ids.map((id) => [id, rows.map((row) => (row[id] === "" || row[id] === "NA" ? null : Number(row[id])))]));
}

function denominated(): Table {
  const rows = asemRows("asem_idata.csv");
  return denominate(raw(), asemMethod().denominators, columnsOf(rows, ["Area", "Energy", "GDP", "Population"]));
}

function imputed(): Table {
  return imputeGroupMean(denominated(), asemRows("asem_idata.csv").map((row) => row["EurAsia_group"] ?? ""));
}

function treated(): Table {
  const table = screenByAvailability(imputed(), 0.9).table;
  return { units: table.units, columns: Object.fromEntries(Object.entries(table.columns).map(([id, values]) => [id, winsoriseBySkew(values).values])) };
}

function index(table: Table, normalisation: Normalisation = MIN_MAX, aggregation: Aggregation = { kind: "arithmetic" }): Composite {
  const { tree, directions } = asemMethod();
  return composite({ table, tree, directions, normalisation, aggregation });
}

/** Greatest difference of any column both have, units matched by their code. */
function gap(ours: Table, file: string): number {
  const theirs = asemTable(file);
  expect(theirs.units.length).toBe(51);
  expect(Object.keys(ours.columns).length).toBeGreaterThan(0);
  return Math.max(...Object.entries(ours.columns).map(([id, values]) => farthest(values, inOrder(theirs, id, ours.units))));
}

function expectScores(ours: Composite, file: string): void {
  const theirs = asemTable(file);
  for (const id of SCORED) expect(farthest(ours.scores[id] ?? [], inOrder(theirs, id, ours.units)), `${file} ${id}`).toBeLessThan(1e-9);
  expect(ours.rank).toEqual(inOrder(theirs, "Rank", ours.units));
}

describe.skipIf(asemFolder === null)("COINr 1.1.14 on its ASEM data", () => {
  it.each([
    ["the raw data", "stage_raw.csv", raw],
    ["denominated by area, energy, GDP and population", "stage_denominated.csv", denominated],
    ["imputed by the mean of Europe and of Asia", "stage_imputed.csv", imputed],
    ["screened at 90 % of the data", "stage_screened.csv", () => screenByAvailability(imputed(), 0.9).table],
    ["winsorised by skew and kurtosis", "stage_treated.csv", treated],
  ])("%s come out within 1e-9", (_, file, stage) => {
    const ours = stage();
    expect(Object.keys(ours.columns).length).toBe(49);
    expect(gap(ours, file)).toBeLessThan(1e-9);
  });

  it("the share of raw figures present agrees, unit by unit", () => {
    const { availability } = screenByAvailability(raw(), 0.9);
    expect(farthest(availability, inOrder(asemTable("data_availability.csv"), "Dat_Avail", raw().units))).toBeLessThan(1e-9);
  });

  it("skew, kurtosis and the number of points winsorised agree, indicator by indicator", () => {
    const table = screenByAvailability(imputed(), 0.9).table;
    const rows = asemRows("treatment_details.csv");
    expect(rows.length).toBe(49);
    for (const row of rows) {
      const id = row["iCode"] ?? "";
      const { moved, before, after } = winsoriseBySkew(table.columns[id] ?? []);
      const skew0 = Number(row["check_SkewKurt0.Skew"]);
      const kurt0 = Number(row["check_SkewKurt0.Kurt"]);
      const treated = row["winsorise.nwin"] !== "";
      expect(moved, id).toBe(treated ? Number(row["winsorise.nwin"]) : 0);
      expect(farthest([before.skew, before.kurtosis], [skew0, kurt0]), id).toBeLessThan(1e-9);
      const last = treated ? [Number(row["check_SkewKurt1.Skew"]), Number(row["check_SkewKurt1.Kurt"])] : [skew0, kurt0];
      expect(farthest([after.skew, after.kurtosis], last), id).toBeLessThan(1e-9);
    }
  });

  it("the moments of the raw data agree with its statistics", () => {
    const { columns } = raw();
    for (const row of asemRows("stats_raw.csv")) {
      const id = row["iCode"] ?? "";
      const { skew, kurtosis } = sampleShape(columns[id] ?? []);
      expect(farthest([skew, kurtosis], [Number(row["Skew"]), Number(row["Kurt"])]), id).toBeLessThan(1e-9);
    }
  });

  it("the min–max of each direction agrees", () => {
    const { directions } = asemMethod();
    const { units, columns } = treated();
    const normalised = Object.fromEntries(Object.entries(columns).map(([id, values]) => [id, normalise(values, directions[id] ?? 1, MIN_MAX)]));
    expect(gap({ units, columns: normalised }, "stage_normalised.csv")).toBeLessThan(1e-9);
  });

  it("effective weights agree at every level", () => {
    const { nodes } = index(treated());
    const theirs = asemRows("effective_weights.csv");
    expect(theirs.length).toBe(nodes.length);
    for (const row of theirs) {
      const ours = nodes.find(({ id }) => id === row["iCode"])?.effectiveWeight ?? Number.NaN;
      expect(Math.abs(ours - Number(row["EffWeight"])), row["iCode"] ?? "").toBeLessThan(1e-12);
    }
  });

  it("scores agree at all 60 nodes and ranks at every level", () => {
    const ours = index(treated());
    expect(Object.keys(ours.scores).length).toBe(60);
    expect(gap({ units: ours.units, columns: ours.scores }, "stage_aggregated.csv")).toBeLessThan(1e-9);
    expectScores(ours, "expected_scores_ranks.csv");
    const ranks = asemTable("expected_ranks_all_levels.csv");
    for (const id of SCORED) expect(ours.ranks[id], id).toEqual(inOrder(ranks, id, ours.units));
  });

  it("printed at two decimals, the scores are the published ones", () => {
    const ours = index(treated());
    const printed = asemTable("expected_scores_2dp.csv");
    for (const id of SCORED) expect(ours.scores[id]?.map((s) => Number(s?.toFixed(2)))).toEqual(inOrder(printed, id, ours.units));
  });

  it.each<[string, string, () => Composite]>([
    ["Borda scores", "alt_amean_borda.csv", () => index(treated(), { kind: "borda" })],
    ["ranks", "alt_amean_rank.csv", () => index(treated(), { kind: "rank" })],
    ["min–max without winsorising", "alt_amean_minmax_notreat.csv", () => index(screenByAvailability(imputed(), 0.9).table)],
    ["geometric means of min–max 1–100", "alt_gmean_minmax1_100.csv", () => index(treated(), { kind: "min-max", a: 1, b: 100 }, { kind: "geometric" })],
  ])("the variant with %s agrees", (_, file, variant) => {
    expectScores(variant(), file);
  });

  it("contributions add up to the scores", () => {
    const ours = index(treated());
    const sums = ours.units.map((_, i) => Object.values(ours.contributions).reduce((sum, points) => sum + (points[i] ?? 0), 0));
    expect(farthest(sums, ours.score)).toBeLessThan(1e-9);
  });

  it.each(["indicator", "pillar"])("leaving out each %s gives its scores, ranks and mean change of rank", (kind) => {
    const { units, prepared, weights, aggregation } = index(treated());
    const scores = asemTable(`leave_one_out_${kind}_scores.csv`);
    const ranks = asemTable(`leave_one_out_${kind}_ranks.csv`);
    const changes = new Map(asemRows(`leave_one_out_${kind}_mard.csv`).map((row) => [row["elem"], Number(row["mean_abs_rank_diff"])]));
    const elements = Object.keys(scores.columns).filter((id) => id !== "Nominal");
    expect(elements.length).toBe(kind === "indicator" ? 49 : 8);
    const ours = leaveOneOut(prepared, weights, aggregation, { elements });
    expect(farthest(Array.from(ours.scores), inOrder(scores, "Nominal", units))).toBeLessThan(1e-9);
    for (const left of ours.without) {
      expect(farthest(Array.from(left.scores), inOrder(scores, left.id, units)), left.id).toBeLessThan(1e-9);
      expect(Array.from(left.ranks), left.id).toEqual(inOrder(ranks, left.id, units));
      expect(Math.abs((left.meanAbsRankChange ?? Number.NaN) - (changes.get(left.id) ?? Number.NaN)), left.id).toBeLessThan(1e-12);
    }
  });
});
