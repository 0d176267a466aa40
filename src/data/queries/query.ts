/** A value that can be bound to a query. Lists travel as text joined by `|` (see `list`). */
export type SqlValue = string | number | boolean | null;

/** Reads one cell of a result column; throws a sentence naming the value when it does not fit. */
export type CellReader<T> = (value: unknown) => T;

export type RowContract = Readonly<Record<string, CellReader<unknown>>>;

export type RowOf<C extends RowContract> = { readonly [K in keyof C]: ReturnType<C[K]> };

/**
 * A question to the engine, as a value: it does not run itself.
 * `sql` uses `$1…$n`, bound in the order `params` gives; it names tables only
 * through the current extract views (`municipio`, `indicador_valor`, `denuncia`, `andamento`, `apoio`, `plano_acao`, `servico_ano`).
 */
export interface Query<P, C extends RowContract> {
  /** The question, kebab-case Portuguese. */
  readonly name: string;
  readonly sql: string;
  readonly params: (p: P) => readonly SqlValue[];
  readonly row: C;
}

/** An answer carries the question it answers: draw from `params`, never from today's filters. */
export interface Answer<P, R> {
  readonly params: P;
  readonly rows: readonly R[];
  /** Version of the loaded data this was computed from. */
  readonly version: number;
  /** Milliseconds spent in the engine, transport included. */
  readonly ms: number;
}

/** An answer as the engine wrote it (an Arrow IPC stream), to be read elsewhere by `readColumns`. */
export interface ColumnsAnswer<P> extends Omit<Answer<P, never>, "rows"> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function defineQuery<P, const C extends RowContract>(query: Query<P, C>): Query<P, C> {
  return query;
}

export const numero: CellReader<number> = (value) => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "bigint") return Number(value);
  throw new TypeError(`expected a finite number, got ${describe(value)}`);
};

export const texto: CellReader<string> = (value) => {
  if (typeof value === "string") return value;
  throw new TypeError(`expected text, got ${describe(value)}`);
};

export const logico: CellReader<boolean> = (value) => {
  if (typeof value === "boolean") return value;
  throw new TypeError(`expected a boolean, got ${describe(value)}`);
};

/** A civil date; SQL must cast dates to VARCHAR (`YYYY-MM-DD`) before they leave. */
export const data: CellReader<string> = (value) => {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new TypeError(`expected a date as YYYY-MM-DD text, got ${describe(value)}`);
};

export function anulavel<T>(reader: CellReader<T>): CellReader<T | null> {
  return (value) => (value === null || value === undefined ? null : reader(value));
}

/** Packs a filter list into one bound value; the empty list means "no filter". */
export function list(values: readonly (string | number)[]): string {
  return values.join("|");
}

function describe(value: unknown): string {
  if (typeof value === "string") return `text ${JSON.stringify(value)}`;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
    return `${typeof value} ${value.toString()}`;
  }
  return value === null ? "null" : typeof value;
}
