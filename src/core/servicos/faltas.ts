import type { RegistroDeServico } from "./montar.ts";

/** Figures that art. 20 asks of each service. */
export const PARTES_DO_PAINEL = ["em-andamento", "concluidas", "tempo-medio", "tempo-mediano", "satisfacao"] as const;

export type ParteDoPainel = (typeof PARTES_DO_PAINEL)[number];

export const PARTE_DO_PAINEL_ROTULO: Readonly<Record<ParteDoPainel, string>> = {
  "em-andamento": "Em andamento",
  concluidas: "Concluídas",
  "tempo-medio": "Tempo médio",
  "tempo-mediano": "Tempo mediano",
  satisfacao: "Satisfação",
};

/** What is not there of a service and year. */
export interface Faltas {
  /** Codes with no row at all, in the order given. */
  readonly semLinha: readonly number[];
  /** Codes that have a row and not the figure, in the order of the rows. A year without concluded requests owes no time. */
  readonly semParte: Readonly<Record<ParteDoPainel, readonly number[]>>;
}

/**
 * What the municipalities did not say of a service and year.
 * @param codigos those that could have
 * @param registros rows of one service and year
 */
export function faltasDe(codigos: readonly number[], registros: readonly RegistroDeServico[]): Faltas {
  const comLinha = new Set(registros.map(({ codigo }) => codigo));
  const sem = (falta: (registro: RegistroDeServico) => boolean): number[] => registros.filter(falta).map(({ codigo }) => codigo);
  return {
    semLinha: codigos.filter((codigo) => !comLinha.has(codigo)),
    semParte: {
      "em-andamento": sem(({ emAndamento }) => emAndamento === null),
      concluidas: sem(({ concluidas }) => concluidas === null),
      "tempo-medio": sem(({ tempoMedio, concluidas }) => tempoMedio === null && concluidas !== 0),
      "tempo-mediano": sem(({ tempoMediano, concluidas }) => tempoMediano === null && concluidas !== 0),
      satisfacao: sem(({ satisfacao }) => satisfacao === null),
    },
  };
}
