import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { CivilDate } from "../../src/core/civil-date.ts";
import type { TabelaProtegida } from "../../src/core/publico/publicacao.ts";
import type { EdicaoAnterior } from "../../src/data/sdc/tabelas.ts";
import { parseShape } from "../../src/data/snapshot/parse.ts";
import type { Protegido } from "./proteger.ts";

/** Where a territory keeps what it published before, inside its folder: one file a release. */
export const RELEASES_FOLDER = "publicacoes";

const EdicaoSchema = v.object({
  cubos: v.array(v.object({ id: v.string(), niveis: v.record(v.string(), v.string()) })),
  celulas: v.array(v.object({ id: v.string(), published: v.nullable(v.number()) })),
});
const RegistroSchema = v.object({
  formato: v.literal(1),
  data: v.pipe(v.string(), v.isoDate()),
  hash: v.string(),
  assuntos: v.object({ denuncias: v.optional(EdicaoSchema), servicos: v.optional(EdicaoSchema) }),
});

/** A release as it was printed: its tables and every cell that they say, by subject. */
export interface EdicaoRegistrada {
  readonly formato: 1;
  /** Day of publication. */
  readonly data: CivilDate;
  readonly hash: string;
  readonly assuntos: Readonly<Partial<Record<TabelaProtegida["assunto"], EdicaoAnterior | undefined>>>;
}

/** Earlier releases, oldest first. Throws a sentence naming the file of the first that cannot be read. */
export async function lerAnteriores(dir: string): Promise<EdicaoRegistrada[]> {
  const pasta = join(dir, RELEASES_FOLDER);
  if (!existsSync(pasta)) return [];
  const nomes = (await readdir(pasta)).filter((nome) => /^\d{4}-\d{2}-\d{2}\.json$/.test(nome)).sort();
  return Promise.all(nomes.map(async (nome) => parseShape(RegistroSchema, JSON.parse(await readFile(join(pasta, nome), "utf8")), `${RELEASES_FOLDER}/${nome}`)));
}

/** A release as the next ones need it: what it printed and hid, the totals that its tables imply included. */
export function registroDe({ publicacao, assuntos }: Pick<Protegido, "publicacao" | "assuntos">): EdicaoRegistrada {
  const edicoes = assuntos.map(({ assunto, cubos, protegidas: { sistema, ocultas } }) => {
    const celulas = sistema.cells.map(({ id, value }, i) => ({ id, published: ocultas.has(i) ? null : value }));
    return [assunto, { cubos, celulas }] as const;
  });
  return { formato: 1, data: publicacao.dataReferencia, hash: publicacao.hash, assuntos: Object.fromEntries(edicoes) };
}

/** Keeps a release among those that later ones are checked with. */
export async function registrar(dir: string, protegido: Pick<Protegido, "publicacao" | "assuntos">): Promise<string> {
  const registro = registroDe(protegido);
  const pasta = join(dir, RELEASES_FOLDER);
  await mkdir(pasta, { recursive: true });
  const path = join(pasta, `${registro.data}.json`);
  await writeFile(path, `${JSON.stringify(registro)}\n`);
  return path;
}
