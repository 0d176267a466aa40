import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { denunciasSemArquivo, parseDenunciasDoTerritorio, type DenunciasDoTerritorio } from "../../src/data/denuncias/padrao.ts";
import type { TerritoryFolder } from "./territory.ts";

/** Where a territory keeps the terms, offices and optional days of its complaints, inside its folder. */
export const COMPLAINTS_FILE = "denuncias.json";

/**
 * Reads and checks them; a folder without them gets those of a territory without
 * a norm. Throws a sentence naming the first place that does not fit, an article
 * that the territory's norms do not have included.
 */
export async function readComplaints(dir: string, { territorio }: Pick<TerritoryFolder, "territorio">): Promise<DenunciasDoTerritorio> {
  const path = join(dir, COMPLAINTS_FILE);
  if (!existsSync(path)) return denunciasSemArquivo();
  const denuncias = parseDenunciasDoTerritorio(JSON.parse(await readFile(path, "utf8")));
  const artigos = new Map(territorio.normas.map(({ id, artigos: lista }) => [id, new Set(lista.map(({ ref }) => ref))]));
  if (denuncias.norma !== null && !artigos.has(denuncias.norma)) throw new Error(`denuncias.json: "${denuncias.norma}" is not a norm of territorio.json`);
  for (const { id, norma, artigo } of denuncias.prazos) {
    if (artigos.get(norma)?.has(artigo) !== true) throw new Error(`denuncias.json: the term "${id}" cites ${norma} ${artigo}, which territorio.json does not have`);
  }
  return denuncias;
}

/** Writes them for the app. */
export async function writeComplaints(dir: string, folder: Pick<TerritoryFolder, "territorio">, outFile: string): Promise<void> {
  await writeFile(outFile, JSON.stringify(await readComplaints(dir, folder)));
}
