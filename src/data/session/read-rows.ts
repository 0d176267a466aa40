import type { Table, Vector } from "apache-arrow";
import type { RowContract, RowOf } from "../queries/query.ts";

/**
 * Decodes an engine result column by column, by the query's row contract.
 * Throws a `TypeError` that names column and row when a column is missing, comes
 * unasked, or holds a value its reader refuses.
 */
export function readRows<C extends RowContract>(table: Table, contract: C): readonly RowOf<C>[] {
  const expected = Object.keys(contract);
  const found = table.schema.fields.map((field) => field.name);
  const missing = expected.filter((name) => !found.includes(name));
  const unasked = found.filter((name) => !expected.includes(name));
  if (missing.length > 0 || unasked.length > 0) {
    throw new TypeError(
      `the result has columns [${found.join(", ")}], the row contract [${expected.join(", ")}]`,
    );
  }

  const rows = Array.from({ length: table.numRows }, (): Record<string, unknown> => ({}));
  for (const [name, read] of Object.entries(contract)) {
    const vector = table.getChild(name);
    if (vector === null) throw new TypeError(`the result has no column ${name}`);
    const valueAt = reader(vector);
    let index = 0;
    try {
      for (const row of rows) {
        row[name] = read(valueAt(index));
        index += 1;
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new TypeError(`column ${name}, row ${index + 1}: ${reason}`, { cause: error });
    }
  }
  return rows as readonly RowOf<C>[];
}

/** The typed array behind a column shows nulls as zeros, so it is read only where there are none. */
function reader(vector: Vector): (index: number) => unknown {
  if (vector.nullCount > 0) return (index) => vector.get(index) as unknown;
  const values = vector.toArray() as ArrayLike<unknown>;
  return (index) => values[index];
}
