import type { CivilDate } from "../../core/civil-date.ts";
import { conferirPlanos, contarPlanos, semContinuados, type PlanoContado, type PlanosMontados, type ProblemaDoPlano } from "../../core/planos/index.ts";
import { nextTask } from "../next-task.ts";

/** Plans as they stand on a day, and all that does not fit in them. */
export interface PlanosConferidos {
  readonly planos: readonly PlanoContado[];
  readonly problemas: readonly ProblemaDoPlano[];
}

export interface DiasDaContagem {
  readonly hoje: CivilDate;
  readonly doTrabalho: CivilDate;
}

/** Plans counted without looking at the time, and how long a turn of the page may take, ms. */
const BLOCO = 100;
const TURNO_MS = 12;

/**
 * Counts and checks plans, giving way to the page between turns; of a plan of the extract
 * that the user's work continues, only the work's counts. Rejects with the signal's reason
 * when it aborts.
 * @param dias the day they are counted on, and that of `conferirPlanos` for the user's own
 * @param conhecidos IBGE codes of the municipalities in use
 */
export async function contarEmTurnos(
  montados: readonly PlanosMontados[],
  { hoje, doTrabalho }: DiasDaContagem,
  conhecidos: ReadonlySet<number>,
  signal?: AbortSignal,
): Promise<PlanosConferidos> {
  const planos: PlanoContado[] = [];
  const problemas: ProblemaDoPlano[] = montados.flatMap((cada) => cada.problemas);
  const todos = montados.flatMap((cada) => cada.planos);
  const meus = new Set(todos.flatMap(({ fonte, id }) => (fonte === "trabalho" ? [id] : [])));
  let inicio = performance.now();
  for (let i = 0; i < todos.length; i += BLOCO) {
    if (performance.now() - inicio > TURNO_MS) {
      await nextTask();
      signal?.throwIfAborted();
      inicio = performance.now();
    }
    const bloco = semContinuados(todos.slice(i, i + BLOCO), meus);
    for (const contado of contarPlanos(bloco, hoje)) planos.push(contado);
    for (const problema of conferirPlanos(bloco, hoje, conhecidos, doTrabalho)) problemas.push(problema);
  }
  return { planos, problemas };
}
