/**
 * Builds the public edition: the page of `src/publico.html` beside a finished release.
 *
 *   tsx scripts/publico/edicao.ts [--publico public/publico] [--out publico-dist]
 *
 * Nothing of the technical edition goes with it: no engine, no database, no extract.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "vite";
import { geografiaDe } from "../../src/data/publico/geografia.ts";
import { parseSnapshot } from "../../src/data/snapshot/parse.ts";
import { precompress } from "../engine/compress.mjs";
import { configDaEdicao } from "./config-da-edicao.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Of the folder `public`, what the page needs: never the folder itself, which holds the extracts. */
const SOLTOS = ["favicon.svg", "inicio.js"];

export interface PedidoDeEdicao {
  /** Folder of the finished release. */
  readonly publico?: string;
  /** Folder to be made. */
  readonly out?: string;
  /** Folder of the extracts' snapshot. */
  readonly gerado?: string;
}

export interface ResumoDaEdicao {
  readonly out: string;
  readonly arquivos: number;
  readonly bytes: number;
  /** Bytes asked for before the first municipality can be chosen, as sent compressed. */
  readonly primeiros: number;
}

/**
 * Builds the public edition into `out`, which is emptied first.
 * @throws Error with a plain sentence when the release or the snapshot is not there
 */
export async function construirEdicao(pedido: PedidoDeEdicao = {}): Promise<ResumoDaEdicao> {
  const publico = resolve(pedido.publico ?? join(ROOT, "public", "publico"));
  const out = resolve(pedido.out ?? join(ROOT, "publico-dist"));
  const gerado = resolve(pedido.gerado ?? join(ROOT, ".generated"));
  const retrato = join(gerado, "snapshot.json");
  if (!existsSync(retrato)) throw new Error(`There is no ${retrato}: run "npm run extracts" first.`);
  if (!existsSync(join(publico, "publicacao.json"))) throw new Error(`There is no release in ${publico}: run "npm run publish-public" first.`);

  const geografia = join(gerado, "geografia.json");
  writeFileSync(geografia, JSON.stringify(geografiaDe(parseSnapshot(JSON.parse(readFileSync(retrato, "utf8"))))));
  await build(configDaEdicao(out, geografia));
  renameSync(join(out, "publico.html"), join(out, "index.html"));
  for (const nome of SOLTOS) cpSync(join(ROOT, "public", nome), join(out, nome));
  rmSync(join(out, "publico"), { recursive: true, force: true });
  mkdirSync(dirname(join(out, "publico")), { recursive: true });
  cpSync(publico, join(out, "publico"), { recursive: true });
  await precompress(out, { best: true, background: false });
  return resumir(out);
}

function resumir(out: string): ResumoDaEdicao {
  const arquivos = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    out,
    arquivos: arquivos.length,
    bytes: arquivos.reduce((soma, path) => soma + statSync(path).size, 0),
    primeiros: primeirosBytes(out),
  };
}

/** The page, its style, and what it names for its script to ask for, as a browser receives them. */
function primeirosBytes(out: string): number {
  const html = readFileSync(join(out, "index.html"), "utf8");
  const nomeados = [...html.matchAll(/(?:content|href|src)="([^"]+)"/g)]
    .flatMap(([, valor = ""]) => valor.split(" "))
    .map((endereco) => join(out, endereco))
    .filter((path) => existsSync(path) && statSync(path).isFile());
  return [...new Set([join(out, "index.html"), ...nomeados])].reduce((soma, path) => soma + statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size, 0);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { publico: { type: "string" }, out: { type: "string" } } });
  console.log(JSON.stringify(await construirEdicao(values)));
}
