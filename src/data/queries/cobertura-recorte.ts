import type { CivilDate } from "../../core/civil-date.ts";
import type { Porte } from "../../core/municipio.ts";
import type { Eixo, Estrategia } from "../contracts/apoios.ts";
import { list, type SqlValue } from "./query.ts";

/** What part of the support record a question looks at; empty lists mean "no filter". */
export interface Recorte {
  /** The period starts on the day after this one. */
  readonly apos: CivilDate;
  /** Last day of the period, included. */
  readonly em: CivilDate;
  /** Length of the period; `apos` is that many months before `em`. Not bound: it is for the words. */
  readonly meses: number;
  readonly estrategias: readonly Estrategia[];
  readonly eixos: readonly Eixo[];
  /** Codes of IBGE regiões imediatas. */
  readonly regioes: readonly number[];
  readonly portes: readonly Porte[];
}

/** Binds a `Recorte` as $1 to $6, in the order the conditions below read them. */
export function recorteParams(recorte: Recorte): SqlValue[] {
  return [
    recorte.apos,
    recorte.em,
    list(recorte.estrategias),
    list(recorte.eixos),
    list(recorte.regioes),
    list(recorte.portes),
  ];
}

/** A row of `apoio` that was held, by a last day that the caller compares: what is planned or called off covers nobody. */
export const REALIZADO = "coalesce(situacao, 'realizado') = 'realizado'";

/** Conditions on a row of `apoio` (one event reaching one municipality). */
export const NO_PERIODO = `${REALIZADO} AND data > CAST($1 AS DATE) AND data <= CAST($2 AS DATE)`;

export const NA_ESTRATEGIA_E_EIXO =
  "($3 = '' OR list_contains(string_split($3, '|'), estrategia)) AND ($4 = '' OR list_contains(string_split($4, '|'), eixo))";

export const NO_RECORTE = `${NO_PERIODO} AND ${NA_ESTRATEGIA_E_EIXO}
      AND codigo_ibge IN (
        SELECT codigo FROM municipio
        WHERE ($5 = '' OR list_contains(string_split($5, '|'), CAST(regiao_imediata_codigo AS VARCHAR)))
          AND ($6 = '' OR list_contains(string_split($6, '|'), porte)))`;
