import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPlan } from "../../src/core/routing/check-plan.ts";
import { greedyPlan } from "../../src/core/routing/greedy.ts";
import type { RoutePlan, RouteProblem } from "../../src/core/routing/problem.ts";
import { createSearch } from "../../src/core/routing/search.ts";
import { countryOfVisits, yearOfVisits } from "./plan-instances.ts";
import { teamOrienteering } from "./team-orienteering.ts";

const PUBLISHED = fileURLToPath(new URL("../../../shared/metodo/referencias/top_chao/", import.meta.url));
const STEPS = 20_000;
const SEEDS = [1, 2, 3] as const;
const INSTANCES = 5;

/** An upper bound of a problem and whether it is known to hold; given by who can find one. */
export type BoundOf = (problem: RouteProblem, plan: RoutePlan) => Promise<number | null>;

/**
 * Figures of the visit plan: gaps to the scores published for team-orienteering instances (where they stand
 * beside the repository), years of visits made up at the size of a state, and a country's greedy plans.
 * @param boundOf with it, years are measured against a proven bound
 */
export async function benchPlan(say: (text: string) => void, boundOf: BoundOf | null = null): Promise<Record<string, unknown>> {
  const years: unknown[] = [];
  for (let k = 1; k <= INSTANCES; k += 1) {
    say(`a year of visits, ${k} of ${INSTANCES}…`);
    years.push(await year(`ano-${k}`, boundOf));
  }
  say("greedy plans of a country…");
  return { equipesPublicadas: existsSync(PUBLISHED) ? published(say) : null, anos: years, pais: country() };
}

/** Gap to the published score of each instance, in %; negative = better than published. */
export function published(say: (text: string) => void, steps = STEPS, seed: number = SEEDS[0]): Record<string, unknown> {
  const scores = new Map(
    readFileSync(join(PUBLISHED, "chao_results.csv"), "utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(",") as [string, string]),
  );
  const lines: { instancia: string; publicado: number; achado: number; distancia: number; ms: number }[] = [];
  for (const file of readdirSync(join(PUBLISHED, "instances")).sort()) {
    const problem = teamOrienteering(readFileSync(join(PUBLISHED, "instances", file), "utf8"));
    const score = Number(scores.get(file));
    const begun = performance.now();
    const plan = searched(problem, seed, steps);
    lines.push({ instancia: file, publicado: score, achado: plan.objective, distancia: score > 0 ? (100 * (score - plan.objective)) / score : 0, ms: Math.round(performance.now() - begun) });
    say(`${file}: ${plan.objective} of ${score}`);
  }
  const gaps = lines.map(({ distancia }) => distancia);
  return { media: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length, maior: Math.max(...gaps), instancias: lines };
}

async function year(name: string, boundOf: BoundOf | null): Promise<Record<string, unknown>> {
  const problem = yearOfVisits(name);
  const begun = performance.now();
  const greedy = greedyPlan(problem);
  const greedyMs = Math.round(performance.now() - begun);
  const runs: unknown[] = [];
  for (const seed of SEEDS) {
    const from = performance.now();
    const plan = searched(problem, seed, STEPS);
    const ms = Math.round(performance.now() - from);
    const bound = boundOf === null ? null : await boundOf(problem, plan);
    const visits = plan.tours.reduce((sum, tour) => sum + tour.stops.length, 0);
    runs.push({ semente: seed, objetivo: plan.objective, visitas: visits, ms, distancia: bound === null ? null : (100 * (bound - plan.objective)) / bound });
  }
  return { nome: name, gulosa: greedy.objective, gulosaMs: greedyMs, buscas: runs };
}

function country(): Record<string, unknown> {
  const problems = countryOfVisits("pais");
  const begun = performance.now();
  const plans = problems.map((problem) => greedyPlan(problem));
  const ms = Math.round(performance.now() - begun);
  const largest = problems[0];
  const stops = problems.reduce((sum, { stops: n }) => sum + n, 0);
  const from = performance.now();
  if (largest !== undefined) searched(largest, SEEDS[0], STEPS);
  return { problemas: problems.length, paradas: stops, visitas: plans.reduce((sum, plan) => sum + plan.tours.reduce((count, tour) => count + tour.stops.length, 0), 0), gulosasMs: ms, buscaDoMaiorMs: Math.round(performance.now() - from) };
}

function searched(problem: RouteProblem, seed: number, steps: number): RoutePlan {
  const search = createSearch(problem, { seed, iterations: steps });
  search.step(steps);
  const plan = search.best();
  const broken = checkPlan(problem, plan);
  if (broken.length > 0) throw new Error(`The plan breaks ${broken.map(({ rule, detail }) => `${rule} (${detail})`).join("; ")}.`);
  return plan;
}
