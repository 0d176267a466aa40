import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { CivilDate } from "../../src/core/civil-date.ts";
import type { TabelaAberta } from "../../src/core/publico/aberto.ts";
import type { PoliticaDePublicacao } from "../../src/core/publico/politica.ts";
import type { Publicacao } from "../../src/core/publico/publicacao.ts";
import type { TerritoryFolder } from "../extracts/territory.ts";

/** What every writer of the public release works from. */
export interface MontagemPublica {
  /** The territory's folder. */
  readonly dir: string;
  readonly folder: TerritoryFolder;
  readonly politica: PoliticaDePublicacao;
  /** The release after disclosure control: no figure of complaints or services comes from elsewhere. */
  readonly publicacao: Publicacao;
  /** The folder `publico`. */
  readonly out: string;
  readonly hoje: CivilDate;
}

/** Writes its files of the release and gives the tables that it would have in the open data. */
export type Escritor = (m: MontagemPublica) => Promise<readonly TabelaAberta[]>;

/** Writes a value as JSON at an address inside the release, folders included. */
export async function escreverJson({ out }: Pick<MontagemPublica, "out">, caminho: string, valor: unknown): Promise<void> {
  const path = join(out, caminho);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(valor));
}
