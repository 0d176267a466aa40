import type { CivilDate } from "../../../core/civil-date.ts";
import type { Perguntas } from "../../../data/apoio/perguntas.ts";
import type { ParteDeCoberturaProps } from "../parte.ts";

export interface ContadoProps extends ParteDeCoberturaProps {
  readonly resposta: Perguntas["minimo"]["responde"];
  readonly perguntado: Perguntas["minimo"]["pede"];
  /** First day of the record; null = unknown. */
  readonly inicio: CivilDate | null;
}
