import type { Ajustes } from "../../core/visitas/ajustes.ts";

/** A team that travels. */
export interface Equipe {
  /** As in `Viagem.equipe`: "1100015-1". */
  readonly id: string;
  readonly base: number;
  /** 1 = first of its base. */
  readonly numero: number;
  /** "Equipe 1"; with more than one base, "Alfa, equipe 1". */
  readonly rotulo: string;
  /** Position among all teams, from 0: decides its colour and, past the colours, its dash. */
  readonly indice: number;
}

/** Hues there are for teams; the seventh takes the first again, dashed. */
export const CORES_DE_EQUIPE = 6;

/** Teams of the settings, in the order of the bases. */
export function equipesDe({ bases }: Pick<Ajustes, "bases">, nome: (codigo: number) => string): Equipe[] {
  return bases
    .flatMap(({ codigo, equipes }) =>
      Array.from({ length: equipes }, (_, i) => ({
        id: `${codigo}-${i + 1}`,
        base: codigo,
        numero: i + 1,
        rotulo: bases.length === 1 ? `Equipe ${i + 1}` : `${nome(codigo)}, equipe ${i + 1}`,
      })),
    )
    .map((equipe, indice) => ({ ...equipe, indice }));
}

/** Class of the team's hue ("visitas-cor-1" to "visitas-cor-6"), with the dash of the second round. */
export function corDaEquipe({ indice }: Pick<Equipe, "indice">): string {
  const cor = `visitas-cor-${(indice % CORES_DE_EQUIPE) + 1}`;
  return indice < CORES_DE_EQUIPE ? cor : `${cor} visitas-tracejada`;
}

/** Team and quarter of a tour in words: "Equipe 2". A team the settings no longer have shows its id. */
export function rotuloDaEquipe(equipes: readonly Equipe[], id: string): string {
  return equipes.find((equipe) => equipe.id === id)?.rotulo ?? id;
}
