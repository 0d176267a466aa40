import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseVisitasDoTerritorio, visitasSemArquivo, type VisitasDoTerritorio } from "../../src/data/visitas/padrao.ts";
import type { TerritoryFolder } from "./territory.ts";

/** Where a territory keeps the defaults of its plan of visits, inside its folder. */
export const VISITS_FILE = "visitas.json";

/**
 * Reads and checks the defaults of a territory's plan of visits; a folder without
 * them gets plain estimates from its own base. Throws a sentence naming the first
 * place that does not fit.
 */
export async function readVisits(dir: string, { territorio, metodo }: Pick<TerritoryFolder, "territorio" | "metodo">): Promise<VisitasDoTerritorio> {
  const path = join(dir, VISITS_FILE);
  return existsSync(path) ? parseVisitasDoTerritorio(JSON.parse(await readFile(path, "utf8"))) : visitasSemArquivo(territorio.base, metodo.datas.inicio);
}

/** Writes them for the app. */
export async function writeVisits(dir: string, folder: Pick<TerritoryFolder, "territorio" | "metodo">, outFile: string): Promise<void> {
  await writeFile(outFile, JSON.stringify(await readVisits(dir, folder)));
}
