import { useMemo } from "react";
import type { CivilDate } from "../../core/civil-date.ts";
import { ultimaVisitaDosMunicipios } from "../../data/queries/prioridades-visitas.ts";
import type { Session } from "../../data/session/session.ts";
import { useAnswer } from "../use-answer.ts";

/** Last technical visit of each municipality, as far as the loaded extract of supports knows. */
export interface Visitas {
  readonly estado: "carregando" | "pronto" | "erro";
  /** By municipal code; one that is not here has no visit on record. Null until they are read. */
  readonly ultima: ReadonlyMap<number, CivilDate> | null;
  /** The supports are made up: whatever shows a visit says so. */
  readonly demonstracao: boolean;
  readonly erro: string | null;
}

/** Asks the engine for the last visit of each municipality up to a day. */
export function useVisitas(session: Session, ate: CivilDate, demonstracao: boolean): Visitas {
  const params = useMemo(() => ({ ate }), [ate]);
  const answer = useAnswer(session, ultimaVisitaDosMunicipios, params);
  const rows = answer.estado === "pronto" ? answer.answer.rows : null;
  const erro = answer.estado === "erro" ? `${answer.erro.message} ${answer.erro.whatToDo}` : null;
  return useMemo(
    () => ({
      estado: erro !== null ? "erro" : rows === null ? "carregando" : "pronto",
      ultima: rows === null ? null : new Map(rows.map(({ codigo, ultima }) => [codigo, ultima])),
      demonstracao,
      erro,
    }),
    [rows, erro, demonstracao],
  );
}
