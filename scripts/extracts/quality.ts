import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LIVRO_VAZIO, parseLivroDeRegras } from "../../src/data/qualidade/parse.ts";

/** Where a territory keeps its rules of data quality, inside its folder. */
export const RULES_FILE = "qualidade/regras.json";

/**
 * Checks the rules of a territory's folder and writes them for the app; a folder
 * without rules gets an empty book. Throws a sentence naming the first place that
 * does not fit.
 */
export async function writeRules(dir: string, outFile: string): Promise<void> {
  const path = join(dir, RULES_FILE);
  const livro = existsSync(path) ? parseLivroDeRegras(JSON.parse(await readFile(path, "utf8"))) : LIVRO_VAZIO;
  await writeFile(outFile, JSON.stringify(livro));
}
