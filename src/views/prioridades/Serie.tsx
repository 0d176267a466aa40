import type { Municipio } from "../../core/municipio.ts";
import type { Session } from "../../data/session/session.ts";
import type { Medida } from "./medida.ts";

export interface SerieProps {
  readonly session: Session;
  readonly municipio: Municipio;
  readonly medida: Medida;
  readonly dataReferencia: string;
}

export function Serie(props: SerieProps) {
  return <p>{props.medida.nome}</p>;
}
