import { SQL_TYPE, type Column, type Contract } from "../contracts/contract.ts";

/** Quotes an identifier; identifiers come only from contracts. */
export function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new TypeError(`not a contract identifier: ${name}`);
  return `"${name}"`;
}

/** Quotes a text literal, for the places where SQL takes no parameter (file names). */
export function literal(text: string): string {
  if (text.includes("\0")) throw new TypeError("a text literal cannot hold a null character");
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * A SELECT that reads a canonical CSV (contract columns in their order, UTF-8,
 * comma, ISO dates, decimal point) with the contract's types and nothing
 * guessed. Columns are found by position, `c0` to `cN`; the header line, where
 * there is one, is skipped unread. An empty cell is NULL. A cell that does not
 * fit its type is an error.
 * @param present how many columns the file has: one made before the contract got its last ones lacks them, and they are NULL
 */
export function readCsvSql(contract: Contract, file: string, header: boolean, present = contract.columns.length): string {
  const types = contract.columns.slice(0, present).map((c, i) => `'c${i}': ${literal(readType(c))}`).join(", ");
  const values = contract.columns.map((c, i) => `${i < present ? value(c, `c${i}`) : `CAST(NULL AS ${SQL_TYPE[c.type]})`} AS ${identifier(c.name)}`).join(", ");
  return (
    `SELECT ${values} FROM read_csv(${literal(file)}, auto_detect=false, header=${String(header)}, delim=',', ` +
    `quote='"', escape='"', nullstr='', dateformat='%Y-%m-%d', decimal_separator='.', ` +
    `max_line_size=10000000, columns={${types}})`
  );
}

function readType(column: Column): string {
  return column.type === "sim-nao" ? "VARCHAR" : SQL_TYPE[column.type];
}

function value(column: Column, name: string): string {
  if (column.type !== "sim-nao") return name;
  return (
    `CASE WHEN ${name} IS NULL THEN NULL ` +
    `WHEN lower(${name}) IN ('sim', 's', 'true', '1') THEN true ` +
    `WHEN lower(${name}) IN ('não', 'nao', 'n', 'false', '0') THEN false ` +
    `ELSE error('not a yes or no: ' || ${name}) END`
  );
}
