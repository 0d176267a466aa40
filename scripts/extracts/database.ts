import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EXTRACTS, type ExtractId } from "../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import type { DatabaseSources } from "../engine/write-database.ts";
import type { TerritoryFolder } from "./territory.ts";

/**
 * What the database writer needs, with the extracts written to `scratch` exactly
 * as they are published (an extract the territory does not have is its header alone).
 */
export async function databaseSources(
  { extratos }: TerritoryFolder,
  scratch: string,
  outFile: string,
  hash: string,
): Promise<DatabaseSources> {
  const path = (id: ExtractId): string => join(scratch, `${id}.csv`);
  await Promise.all(EXTRACTS.map((id) => writeFile(path(id), extratos[id].csv)));
  const each = <T>(value: (id: ExtractId) => T): Record<ExtractId, T> => ({
    municipios: value("municipios"),
    indicadores: value("indicadores"),
    denuncias: value("denuncias"),
    andamentos: value("andamentos"),
    apoios: value("apoios"),
    planos: value("planos"),
    servicos: value("servicos"),
  });
  return {
    csv: each(path),
    contracts: CONTRACTS,
    outFile,
    hash,
    demonstracao: each((id) => extratos[id].demonstracao),
  };
}
