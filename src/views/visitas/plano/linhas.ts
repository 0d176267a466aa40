import type { Viagem } from "../../../core/visitas/plano.ts";
import type { Equipe } from "../equipes.ts";

/** What is asked to be seen of the tours. */
export interface Recorte {
  readonly equipe: string | null;
  /** Null = all quarters. */
  readonly trimestre: number | null;
  /** Codes outside the filters of the page; a tour all of whose municipalities are there is left out. */
  readonly fora: ReadonlySet<number>;
}

/** The tours to show, in the order of the plan. */
export function viagensDoRecorte(viagens: readonly Viagem[], { equipe, trimestre, fora }: Recorte): Viagem[] {
  return viagens.filter(
    (viagem) =>
      (equipe === null || viagem.equipe === equipe) &&
      (trimestre === null || viagem.trimestre === trimestre) &&
      viagem.paradas.some(({ codigo }) => !fora.has(codigo)),
  );
}

/** Points of V a tour covers; municipalities without a score add none. */
export function valorDaViagem({ paradas }: Viagem): number {
  return paradas.reduce((soma, { valor }) => soma + (valor ?? 0), 0);
}

/** Team of a tour among those there are; null for one the settings no longer have. */
export function equipeDaViagem(equipes: readonly Equipe[], { equipe }: Viagem): Equipe | null {
  return equipes.find(({ id }) => id === equipe) ?? null;
}
