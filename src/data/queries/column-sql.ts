import { SEM_CODIGO, SEM_DIA } from "../../core/denuncias/passos.ts";

/** SQL for answers read as fixed-width columns by `readColumns`. */

/** Position of a category in a list, as one byte; `SEM_CODIGO` = none. */
export const codigo = (lista: readonly string[], coluna: string): string =>
  `CAST(coalesce(nullif(list_position([${lista.map((id) => `'${id}'`).join(", ")}], ${coluna}), 0) - 1, ${SEM_CODIGO}) AS UTINYINT)`;

/** Days from 1970-01-01; `SEM_DIA` = none. */
export const dia = (coluna: string): string => `CAST(coalesce(${coluna} - DATE '1970-01-01', ${SEM_DIA}) AS INTEGER)`;
