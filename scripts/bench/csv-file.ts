import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import type { Contract } from "../../src/data/contracts/contract.ts";

/** A canonical CSV under way; cells that are not named are blank. */
export interface CsvFile {
  readonly row: (cells: Readonly<Record<string, string | number>>) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Rows as text in a contract's columns, written in chunks. */
export function csvFile(path: string, { columns }: Contract): CsvFile {
  const out: WriteStream = createWriteStream(path);
  const names = columns.map(({ name }) => name);
  let chunk = `${names.join(",")}\n`;
  const flush = async (): Promise<void> => {
    const isRoom = out.write(chunk);
    chunk = "";
    if (!isRoom) await once(out, "drain");
  };
  return {
    row: async (cells) => {
      chunk += `${names.map((name) => cells[name] ?? "").join(",")}\n`;
      if (chunk.length > 1_000_000) await flush();
    },
    end: async () => {
      await flush();
      out.end();
      await once(out, "close");
    },
  };
}
