import { SEM_CODIGO, SEM_DIA } from "../denuncias/passos.ts";

/** Whether a row says of itself that the event was held. */
export const SITUACOES_DO_APOIO = ["realizado", "previsto", "cancelado"] as const;

const [REALIZADO, PREVISTO] = [0, 1];

/**
 * Support as columns, one row an event and municipality reached. Days are counted
 * from 1970-01-01 (`SEM_DIA` = none), categories are positions in the pact's lists
 * (`SEM_CODIGO` = one it does not have), and each pair of event and municipality
 * comes once.
 */
export interface ApoiosEmColunas {
  /** Number of rows. */
  readonly n: number;
  /** Number of events. */
  readonly eventos: number;
  /** The event of a row, 0 to `eventos - 1`. */
  readonly evento: Int32Array;
  /** Position of the municipality in the caller's list; -1 for one that is not in it. */
  readonly municipio: Int32Array;
  readonly dia: Int32Array;
  readonly estrategia: Uint8Array;
  readonly eixo: Uint8Array;
  /** Position in `temas`; -1 = no theme written. */
  readonly tema: Int32Array;
  readonly temas: readonly string[];
  /** 0 presencial, 1 não presencial. */
  readonly modalidade: Uint8Array;
  /** 0 asked for by the municipality, 1 found by the state (Res. CIB/MT 02/2022 art. 4 I b). */
  readonly origem: Uint8Array;
  /** Day on which the municipality asked. */
  readonly solicitacao: Int32Array;
  /** Head count; -1 = not said. */
  readonly participantes: Int32Array;
  /** Position in `SITUACOES_DO_APOIO`; null where the record keeps only days: then a day after today is planned. */
  readonly situacao: Uint8Array | null;
}

/** What became of a row by today: "no-futuro" says it was held on a day still to come, which is an error of the record. */
export type EstadoDoApoio = "realizado" | "previsto" | "cancelado" | "no-futuro";

/** @param hoje days from 1970-01-01 */
export function estadoDoApoio({ dia, situacao }: ApoiosEmColunas, row: number, hoje: number): EstadoDoApoio {
  const em = dia[row] ?? SEM_DIA;
  const passou = em !== SEM_DIA && em <= hoje;
  const dita = situacao === null ? SEM_CODIGO : (situacao[row] ?? SEM_CODIGO);
  if (dita === SEM_CODIGO) return passou ? "realizado" : "previsto";
  if (dita === REALIZADO) return passou ? "realizado" : "no-futuro";
  return dita === PREVISTO ? "previsto" : "cancelado";
}
