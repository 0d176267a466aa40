import { CONTRACTS } from "../contracts/index.ts";
import type { Contract } from "../contracts/contract.ts";
import { numero } from "../queries/query.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";
import { identifier } from "./csv-sql.ts";
import { bundledTable, dropTable, loadTable, packLoads, stageExtract } from "./database.ts";
import type { Engine } from "./engine.ts";
import { readRows } from "./read-rows.ts";
import type { CanonicalExtract } from "./session.ts";

/** A table of the user's and how many rows it has. */
export interface Built {
  readonly table: string;
  readonly linhas: number;
}

/**
 * Lays loads on top of a table (null: the bundled one), oldest first, each into a
 * table of its own; `from` is not touched. A row of the same key takes the place of
 * the one below. Returns null when there is nothing to lay. On failure, or when `signal` aborts, no table is left.
 */
export async function layLoads(
  engine: Engine,
  from: string | null,
  loads: readonly CanonicalExtract[],
  nextSerial: () => number,
  signal?: AbortSignal,
): Promise<Built | null> {
  let below = from;
  let built: Built | null = null;
  for (const load of loads) {
    const contract = CONTRACTS[load.id];
    const made: string[] = [];
    try {
      const staged = await stageExtract(engine, load, nextSerial(), signal);
      made.push(staged);
      signal?.throwIfAborted();
      let next = staged;
      if (load.modo === "acrescenta") {
        next = loadTable("junto", contract, nextSerial());
        await engine.run(mergeSql(contract, next, staged, below ?? bundledTable(contract)));
        made.push(next);
        await packLoads(engine);
        await dropTable(engine, staged);
        made.shift();
      }
      if (built !== null) await dropTable(engine, built.table);
      signal?.throwIfAborted();
      built = { table: next, linhas: await countRows(engine, next) };
      below = next;
    } catch (error) {
      for (const table of [...made, ...(built === null ? [] : [built.table])]) await dropTable(engine, table);
      throw error;
    }
  }
  return built;
}

/** `above` and, of `below`, the rows whose key is not in it. */
function mergeSql(contract: Contract, table: string, above: string, below: string): string {
  const columns = contract.columns.map(({ name }) => identifier(name)).join(", ");
  const key = contract.key.map((name) => identifier(name)).join(", ");
  return (
    `CREATE TABLE ${table} AS SELECT ${columns} FROM ${above} ` +
    `UNION ALL SELECT ${columns} FROM ${below} ANTI JOIN ${above} USING (${key})`
  );
}

async function countRows(engine: Engine, table: string): Promise<number> {
  const [counted] = readRows(await engine.run(`SELECT count(*) AS linhas FROM ${table}`), { linhas: numero });
  return counted?.linhas ?? 0;
}

/** What an extract is once its loads are laid on the bundled one. */
export function laidSummary(bundled: ExtractSummary, loads: readonly CanonicalExtract[], linhas: number): ExtractSummary {
  const [first] = loads;
  if (first === undefined) return bundled;
  if (first.modo === "substitui" && loads.length === 1) return first.summary;
  const summaries = [...(first.modo === "substitui" ? [] : [bundled]), ...loads.map(({ summary }) => summary)];
  const [base] = summaries;
  const added = summaries.slice(1);
  const ends = (pick: (summary: ExtractSummary) => string | null): string[] =>
    summaries.map(pick).filter((end) => end !== null).sort();
  return {
    id: bundled.id,
    linhas,
    inicio: ends(({ inicio }) => inicio)[0] ?? null,
    fim: ends(({ fim }) => fim).at(-1) ?? null,
    demonstracao: summaries.some(({ demonstracao }) => demonstracao),
    origem: `${base?.origem ?? bundled.origem} e ${added.length === 1 ? (added[0]?.origem ?? "") : `mais ${String(added.length)} arquivos`}`,
  };
}
