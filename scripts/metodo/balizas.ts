import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { baseGoalposts } from "../../src/core/metodo/base-period.ts";
import { methodFileText, methodHash, type Metodo } from "../../src/core/metodo/method.ts";
import { readMetodo } from "../../src/data/metodo/parse.ts";
import { readTerritory, type TerritoryFolder } from "../extracts/territory.ts";
import { frozenClasses } from "./classes.ts";

const USAGE = `Uso: npx tsx scripts/metodo/balizas.ts [--data PASTA] [--method ARQUIVO] [--write]

Recalcula, com os números da pasta, as balizas que vêm de um período-base (percentis 5 e 95)
e as classes do mapa. Sem --write, só confere: diz o que difere do arquivo e sai com 1.
Com --write, grava o arquivo com os valores novos e o seu SHA-256.
Depois de mudar o arquivo à mão, tire dele o campo sha256 antes de gravar.`;

/** The method with every base-period goalpost, and the map's classes, computed again from the folder's figures. */
export function refrozen(metodo: Metodo, folder: TerritoryFolder): Metodo {
  const dimensoes = metodo.dimensoes.map((dimensao) => ({
    ...dimensao,
    indicadores: dimensao.indicadores.map((indicador) => {
      const { baliza } = indicador;
      if (baliza.origem !== "periodo-base" || baliza.periodo === null) return indicador;
      const figures = folder.extratos.indicadores.rows
        .filter((row) => row["indicador"] === indicador.id && row["periodo"] === baliza.periodo)
        .map((row) => (row["valor"] ? Number(row["valor"]) : null));
      return { ...indicador, baliza: { ...baliza, ...baseGoalposts(figures, indicador.id) } };
    }),
  }));
  const withGoalposts: Metodo = { ...metodo, dimensoes };
  return { ...withGoalposts, mapa: frozenClasses(withGoalposts, folder) };
}

/** What differs between two versions of a method's frozen figures, one sentence each. */
export function differences(antes: Metodo, depois: Metodo): string[] {
  const novas = new Map(depois.dimensoes.flatMap((d) => d.indicadores.map((i) => [i.id, i.baliza] as const)));
  const balizas = antes.dimensoes.flatMap(({ indicadores }) =>
    indicadores.flatMap(({ id, baliza }) => {
      const nova = novas.get(id);
      if (nova === undefined || (nova.lo === baliza.lo && nova.hi === baliza.hi)) return [];
      return [`${id}: o arquivo tem ${baliza.lo} a ${baliza.hi}; os números dão ${nova.lo} a ${nova.hi}`];
    }),
  );
  const [velhas, recentes] = [antes.mapa?.quebras ?? [], depois.mapa?.quebras ?? []];
  if (velhas.join() === recentes.join()) return balizas;
  return [...balizas, `mapa: o arquivo tem ${velhas.join(", ") || "nenhuma quebra"}; os números dão ${recentes.join(", ")}`];
}

async function main(args: readonly string[]): Promise<number> {
  const value = (name: string, fallback: string): string => {
    const at = args.indexOf(name);
    return at === -1 ? fallback : (args[at + 1] ?? fallback);
  };
  if (args.includes("--help")) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const data = value("--data", fileURLToPath(new URL("../../data", import.meta.url)));
  const file = value("--method", join(data, "metodo.json"));
  const folder = await readTerritory(data);
  const raw = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
  // What is frozen changes the hash: the one in the file is only compared when nothing is written.
  const text = JSON.stringify(args.includes("--write") ? { ...raw, sha256: undefined } : raw);
  const leitura = readMetodo(text, folder.catalogo);
  if (leitura.metodo === null) {
    for (const { caminho, mensagem, conserto } of leitura.problemas) process.stderr.write(`${caminho}: ${mensagem} ${conserto}\n`);
    return 1;
  }
  const novo = refrozen(leitura.metodo, folder);
  const lista = differences(leitura.metodo, novo);
  for (const linha of lista) process.stdout.write(`${linha}\n`);
  if (args.includes("--write")) {
    await writeFile(file, methodFileText(novo));
    process.stdout.write(`Gravado: ${file}\nSHA-256: ${methodHash(novo)}\n`);
    return 0;
  }
  process.stdout.write(lista.length === 0 ? "As balizas e as classes do arquivo são as que os números dão.\n" : "");
  return lista.length === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main(process.argv.slice(2));
