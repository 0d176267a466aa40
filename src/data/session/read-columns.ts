import { tableFromIPC, type Vector } from "apache-arrow";
import type { RowContract } from "../queries/query.ts";

/** Texts one after the other as UTF-8; text `i` is `bytes[at[i]]` to `bytes[at[i + 1] - 1]`. */
export interface TextColumn {
  readonly bytes: Uint8Array;
  readonly at: Int32Array;
}

/** The columns of an answer, by name; one of another type, or with a null, is a `TypeError`. */
export interface Columns {
  readonly rows: number;
  /** INTEGER. */
  readonly int32: (name: string) => Int32Array;
  /** UTINYINT. */
  readonly uint8: (name: string) => Uint8Array;
  /** VARCHAR, not decoded. */
  readonly text: (name: string) => TextColumn;
}

/**
 * Reads what `Session.askColumns` answered, without an object a row. Throws a
 * `TypeError` when the columns are not those of the query's row contract.
 */
export function readColumns(bytes: Uint8Array, contract: RowContract): Columns {
  const table = tableFromIPC(bytes);
  const found = table.schema.fields.map(({ name }) => name);
  const expected = Object.keys(contract);
  if (found.toSorted().join() !== expected.toSorted().join()) {
    throw new TypeError(`the result has columns [${found.join(", ")}], the row contract [${expected.join(", ")}]`);
  }
  const vectorOf = (name: string): Vector => {
    const vector = table.getChild(name);
    if (vector === null) throw new TypeError(`the result has no column ${name}`);
    if (vector.nullCount > 0) throw new TypeError(`column ${name} has ${vector.nullCount} nulls`);
    return vector;
  };
  // An answer comes in many batches; they are put together once a column.
  const joined = new Map<string, unknown>();
  const valuesOf = (name: string): unknown => {
    const values: unknown = joined.get(name) ?? vectorOf(name).toArray();
    joined.set(name, values);
    return values;
  };
  return {
    rows: table.numRows,
    int32: (name) => {
      const values = valuesOf(name);
      if (values instanceof Int32Array) return values;
      throw new TypeError(`column ${name} is not of 32-bit integers`);
    },
    uint8: (name) => {
      const values = valuesOf(name);
      if (values instanceof Uint8Array) return values;
      throw new TypeError(`column ${name} is not of bytes`);
    },
    text: (name) => textOf(name, vectorOf(name)),
  };
}

function textOf(name: string, vector: Vector): TextColumn {
  const at = new Int32Array(vector.length + 1);
  const parts: Uint8Array[] = [];
  let row = 0;
  let length = 0;
  for (const { length: rows, valueOffsets, values } of vector.data) {
    if (!(valueOffsets instanceof Int32Array) || !(values instanceof Uint8Array)) throw new TypeError(`column ${name} is not of texts`);
    const first = valueOffsets[0] ?? 0;
    for (let i = 1; i <= rows; i += 1) at[(row += 1)] = length + (valueOffsets[i] ?? first) - first;
    const part = values.subarray(first, valueOffsets[rows] ?? first);
    parts.push(part);
    length += part.length;
  }
  const bytes = new Uint8Array(length);
  let written = 0;
  for (const part of parts) {
    bytes.set(part, written);
    written += part.length;
  }
  return { bytes, at };
}
