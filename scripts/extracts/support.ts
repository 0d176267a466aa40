import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Pacto } from "../../src/core/pacto/plano.ts";
import { parsePacto, pactoSemArquivo, referenciaDoArtigo } from "../../src/data/apoio/pacto.ts";
import type { TerritoryFolder } from "./territory.ts";

/** Where a territory keeps what it pacted of support, inside its folder. */
export const SUPPORT_FILE = "apoio.json";

/**
 * Reads and checks it; a folder without it gets that of a territory that pacted
 * nothing. Throws a sentence naming the first place that does not fit, an article
 * that the territory's norms do not have included.
 */
export async function readSupport(dir: string, { territorio }: Pick<TerritoryFolder, "territorio">): Promise<Pacto> {
  const path = join(dir, SUPPORT_FILE);
  if (!existsSync(path)) return pactoSemArquivo();
  const pacto = parsePacto(JSON.parse(await readFile(path, "utf8")));
  if (pacto.norma === null) return pacto;
  const norma = territorio.normas.find(({ id }) => id === pacto.norma);
  if (norma === undefined) throw new Error(`${SUPPORT_FILE}: "${pacto.norma}" is not a norm of territorio.json`);
  const artigos = [...pacto.estrategias.flatMap((each) => each.artigos), ...pacto.linhas.map(({ artigo }) => artigo), ...pacto.coordenacoes.map(({ artigo }) => artigo), ...(pacto.minimo?.artigos ?? [])];
  const outro = artigos.find((artigo) => referenciaDoArtigo(artigo, norma) === null);
  if (outro !== undefined) throw new Error(`${SUPPORT_FILE}: "${outro}" is not an article that territorio.json has of ${pacto.norma}`);
  return pacto;
}

/** Writes it for the app. */
export async function writeSupport(dir: string, folder: Pick<TerritoryFolder, "territorio">, outFile: string): Promise<void> {
  await writeFile(outFile, JSON.stringify(await readSupport(dir, folder)));
}
