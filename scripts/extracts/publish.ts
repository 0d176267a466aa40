import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EXTRACTS, type ExtractId } from "../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import { dictionaryCsv } from "./dictionary.ts";
import type { TerritoryFolder } from "./territory.ts";

/** Name under which people download an extract; the demonstration ones say so. */
export function publishedName(id: ExtractId, demonstracao: boolean): string {
  return demonstracao ? `demonstracao-${id}.csv` : `${id}.csv`;
}

/**
 * Writes the folder of files for people: the extracts as CSV (the same bytes the
 * database is built from), the data dictionary, the catalogue and the sources.
 * The folder is emptied first, so that nothing of another territory stays.
 */
export async function publish(folder: TerritoryFolder, dir: string, outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const old = await readdir(outDir);
  await Promise.all(old.map((name) => rm(join(outDir, name), { recursive: true })));
  for (const id of EXTRACTS) {
    const { demonstracao, csv, rows } = folder.extratos[id];
    if (demonstracao && rows.length === 0) continue;
    await writeFile(join(outDir, publishedName(id, demonstracao)), csv);
  }
  await writeFile(join(outDir, "dicionario.csv"), dictionaryCsv());
  await copyFile(join(dir, "catalogo.json"), join(outDir, "catalogo.json"));
  await copyFile(join(dir, "fontes.json"), join(outDir, "fontes.json"));
  await writeFile(join(outDir, "LEIA-ME.txt"), readMe(folder));
}

function readMe({ territorio, extratos }: TerritoryFolder): string {
  const lines = EXTRACTS.map((id) => {
    const { demonstracao, rows } = extratos[id];
    const mark = demonstracao ? " DADOS DE DEMONSTRAÇÃO: inventados por programa, não descrevem fatos." : "";
    return `- ${publishedName(id, demonstracao)}: ${CONTRACTS[id].grain}; ${rows.length} linhas.${mark}`;
  });
  return [
    `Dados abertos do Mirante SUAS (${territorio.nome})`,
    "",
    "Arquivos CSV em UTF-8, separados por vírgula, com ponto decimal e datas AAAA-MM-DD.",
    "Célula em branco quer dizer sem dado: nunca quer dizer zero.",
    "",
    ...lines,
    "- dicionario.csv: cada coluna de cada arquivo, com tipo, unidade e valores aceitos.",
    "- catalogo.json: cada indicador, com pergunta, fórmula, fonte e ressalva.",
    "- fontes.json: cada fonte, com órgão, licença e data de referência.",
    "",
  ].join("\n");
}
