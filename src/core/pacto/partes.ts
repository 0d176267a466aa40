import type { CoberturaDoPacto } from "./cobertura.ts";
import type { Pacto } from "./plano.ts";

/** Shares 0–1 of one casa; null where there is nothing to be a share of. */
export interface PartesDaCobertura {
  readonly municipios: number | null;
  readonly populacao: number | null;
  readonly necessitados: number | null;
}

/** Share of the municipalities, of the inhabitants and of the most-in-need third that a casa reached. */
export function partesDa(cobertura: CoberturaDoPacto, casa: number): PartesDaCobertura {
  const { base } = cobertura;
  const parte = (quantos: number | undefined, de: number): number | null => (de > 0 ? (quantos ?? 0) / de : null);
  return {
    municipios: parte(cobertura.municipios[casa], base.municipios),
    populacao: parte(cobertura.populacao[casa], base.populacao),
    necessitados: parte(cobertura.necessitados[casa], base.necessitados),
  };
}

/** A line of the plan with nothing held. */
export interface LinhaSemRealizacao {
  /** Position in the pact's lines. */
  readonly linha: number;
  /** Events still planned, and events on its theme by another strategy. */
  readonly previstos: number;
  readonly porOutraEstrategia: number;
}

/** Lines of the plan with no event held by one of their strategies, in the order of the norm. */
export function linhasSemRealizacao(cobertura: CoberturaDoPacto, { linhas }: Pick<Pacto, "linhas">): LinhaSemRealizacao[] {
  return linhas.flatMap((_, linha) =>
    cobertura.realizados[linha] === 0 ? [{ linha, previstos: cobertura.previstos[linha] ?? 0, porOutraEstrategia: cobertura.porOutraEstrategia[linha] ?? 0 }] : [],
  );
}

/**
 * The third of the municipalities with the highest score: `ceil(m / 3)` of the `m` with
 * one, and whoever ties with the last of them.
 * @param notas score by municipality, higher = more need; null = none, and then never in the third
 * @returns 1 = in the third
 */
export function maisNecessitados(notas: readonly (number | null)[]): Uint8Array {
  const ordem = notas.filter((nota) => nota !== null).sort((a, b) => b - a);
  const corte = ordem[Math.ceil(ordem.length / 3) - 1] ?? Number.POSITIVE_INFINITY;
  return Uint8Array.from(notas, (nota) => (nota !== null && nota >= corte ? 1 : 0));
}
