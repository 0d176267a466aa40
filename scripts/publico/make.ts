/**
 * Builds the public release from a territory's folder: tables after disclosure control,
 * one file a municipality, reports and open data.
 *
 *   tsx scripts/publico/make.ts [--territorio data] [--out public/publico] [--force]
 *
 * Does nothing when neither the inputs nor the code changed. Fails with a plain sentence when
 * a hidden figure can be found out, and then leaves no release behind.
 */
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { TabelaAberta } from "../../src/core/publico/aberto.ts";
import { ShapeError } from "../../src/data/snapshot/parse.ts";
import { hashPaths } from "../extracts/hash.ts";
import { readTerritory } from "../extracts/territory.ts";
import { escreverDadosAbertos } from "./dados-abertos.ts";
import { escreverMunicipios } from "./municipios.ts";
import { type Escritor, escreverJson, type MontagemPublica } from "./montagem.ts";
import { proteger, PublicacaoRecusadaError, type Protegido } from "./proteger.ts";
import { escreverRelatorio } from "./relatorio.ts";
import { escreverServicos } from "./servicos.ts";
import { escreverVisitas } from "./visitas.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CODE = ["package-lock.json", "scripts/publico", "scripts/extracts", "scripts/demo", "src/core", "src/data"];
const ESCRITORES: readonly Escritor[] = [escreverMunicipios, escreverRelatorio, escreverVisitas, escreverServicos];

export interface PedidoDePublicacao {
  readonly dir: string;
  readonly out: string;
  readonly force?: boolean;
  /** File that remembers which inputs and code the release was made from; beside `out` where not said. */
  readonly stampFile?: string;
}

/** The stamp of the release that both editions read, outside of what is served. */
export const STAMP = join(ROOT, ".generated", "publico.stamp");

/** What was made; null when the release on disk is that of these inputs and code already. */
export async function montarPublicacao({ dir, out, force = false, stampFile = `${out}.stamp` }: PedidoDePublicacao): Promise<Protegido | null> {
  const stamp = [hashPaths(dir, ["."]), hashPaths(ROOT, CODE), dir, out].join("\n");
  if (!force && existsSync(join(out, "publicacao.json")) && existsSync(stampFile) && (await readFile(stampFile, "utf8")) === stamp) return null;
  await rm(stampFile, { force: true });
  await rm(out, { recursive: true, force: true });
  const folder = await readTerritory(dir);
  const protegido = await proteger(dir, folder);
  await mkdir(out, { recursive: true });
  const { politica, publicacao } = protegido;
  const montagem: MontagemPublica = { dir, folder, politica, publicacao, out, hoje: publicacao.dataReferencia };
  await escreverJson(montagem, "publicacao.json", publicacao);
  const tabelas: TabelaAberta[] = [...protegido.abertas];
  for (const escrever of ESCRITORES) tabelas.push(...(await escrever(montagem)));
  await escreverDadosAbertos(montagem, tabelas);
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
  return protegido;
}

/** True for what whoever publishes has to mend, and not a fault of the program. */
export function isRecusa(error: unknown): error is Error {
  return error instanceof PublicacaoRecusadaError || error instanceof ShapeError;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values: options } = parseArgs({
    options: {
      territorio: { type: "string", default: join(ROOT, "data") },
      out: { type: "string", default: join(ROOT, "public", "publico") },
      force: { type: "boolean", default: false },
    },
  });
  try {
    const made = await montarPublicacao({ dir: resolve(options.territorio), out: resolve(options.out), force: options.force, stampFile: STAMP });
    console.log(made === null ? "The public release is up to date." : made.resumo);
  } catch (error) {
    if (!isRecusa(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
