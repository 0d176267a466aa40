import { satisfacaoContada } from "./agregar.ts";
import type { RegistroDeServico } from "./montar.ts";
import { chaveDaEscala } from "./registro.ts";

/** Figures of a service that may be set side by side between municipalities. */
export const MEDIDAS = ["tempo-medio", "tempo-mediano", "satisfacao", "concluidas-por-mil", "em-andamento-por-cem"] as const;

export type MedidaDoServico = (typeof MEDIDAS)[number];

export const MEDIDA_ROTULO: Readonly<Record<MedidaDoServico, string>> = {
  "tempo-medio": "Tempo médio",
  "tempo-mediano": "Tempo mediano",
  satisfacao: "Satisfação",
  "concluidas-por-mil": "Concluídas por mil habitantes",
  "em-andamento-por-cem": "Em andamento para cada 100 concluídas",
};

/** Under this many requests or answers a mean moves much with one more or less: it is shown and marked. House rule. */
export const POUCAS = 30;

/** A figure of a row as it is compared. */
export interface ValorDaMedida {
  readonly valor: number;
  /** How many requests or answers it stands on; null when not known. */
  readonly n: number | null;
  /** Figures are compared only within the same: the scale of the satisfaction, "" for the others. */
  readonly escala: string;
}

export interface OpcoesDaMedida {
  readonly medida: MedidaDoServico;
  /** Satisfaction stretched to 0–100. */
  readonly cem: boolean;
  /** Inhabitants by code; null when not known. */
  readonly populacao: (codigo: number) => number | null;
}

/** The figure of a row; null when it was not informed, cannot be had, or is in doubt. */
export function valorDaMedida(registro: RegistroDeServico, { medida, cem, populacao }: OpcoesDaMedida): ValorDaMedida | null {
  const { concluidas, emAndamento, tempoEmDuvida } = registro;
  switch (medida) {
    case "tempo-medio":
    case "tempo-mediano": {
      const dias = medida === "tempo-medio" ? registro.tempoMedio : registro.tempoMediano;
      return dias === null || tempoEmDuvida ? null : { valor: dias, n: concluidas, escala: "" };
    }
    case "satisfacao": {
      const contada = satisfacaoContada(registro, cem);
      return contada === null ? null : { valor: contada.valor, n: contada.respostas, escala: chaveDaEscala(contada.escala) };
    }
    case "concluidas-por-mil": {
      const habitantes = populacao(registro.codigo);
      return concluidas === null || habitantes === null || habitantes === 0
        ? null
        : { valor: (concluidas / habitantes) * 1000, n: concluidas, escala: "" };
    }
    case "em-andamento-por-cem":
      return concluidas === null || emAndamento === null || concluidas === 0
        ? null
        : { valor: (emAndamento / concluidas) * 100, n: concluidas, escala: "" };
  }
}
