import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildList } from "../src/core/metodo/list.ts";
import { dataHash, preparePriority, scorePriority } from "../src/core/metodo/priority.ts";
import { listCsv, listJson } from "../src/data/metodo/list-text.ts";
import { USO_INTERNO, usaDenuncias } from "../src/data/denuncias/colunas-do-indice.ts";
import { readMetodo } from "../src/data/metodo/parse.ts";
import { readNamed } from "./arguments.ts";
import { complaintColumns } from "./extracts/complaint-columns.ts";
import { newestColumns, newestDate, readMunicipios } from "./extracts/snapshot.ts";
import { readTerritory } from "./extracts/territory.ts";
import { runInTerminal, type Answer } from "./terminal.ts";

const USAGE = `Uso: npm run rank -- [--method ARQUIVO] [--data PASTA] [--format csv|json] [--top N]
                    [--check HASH] [--list LISTA]

Calcula a lista de prioridade no terminal: a mesma da página, com os mesmos algarismos.

  --method ARQUIVO   método (JSON); sem ele, o metodo.json da pasta
  --data PASTA       pasta do território; sem ela, a deste repositório
  --format csv|json  csv, se não for dito
  --top N            só as N primeiras posições
  --check HASH       confere o SHA-256 publicado do método; se não for ele, diz e sai com 1
  --list LISTA       confere uma lista publicada por este comando; se não for a mesma, diz e sai com 1

A lista vai para a saída padrão; o resto, para a saída de erros.`;

interface Request {
  readonly method: string | null;
  readonly data: string;
  readonly format: "csv" | "json";
  readonly top: number | null;
  readonly check: string | null;
  readonly list: string | null;
}

const NAMES = ["--method", "--data", "--format", "--top", "--check", "--list"];

function readArguments(args: readonly string[]): Request | string {
  const given = readNamed(args, NAMES);
  if (typeof given === "string") return given;
  const format = given.get("--format") ?? "csv";
  if (format !== "csv" && format !== "json") return `--format é csv ou json, e veio “${format}”.`;
  const top = given.get("--top");
  if (top !== undefined && !/^[1-9]\d{0,4}$/.test(top)) return `--top é um número inteiro a partir de 1, e veio “${top}”.`;
  const check = given.get("--check")?.toLowerCase();
  if (check !== undefined && !/^[0-9a-f]{64}$/.test(check)) return `--check é um SHA-256, com 64 algarismos hexadecimais, e veio “${check}”.`;
  return {
    method: given.get("--method") ?? null,
    data: given.get("--data") ?? fileURLToPath(new URL("../data", import.meta.url)),
    format,
    top: top === undefined ? null : Number(top),
    check: check ?? null,
    list: given.get("--list") ?? null,
  };
}

/** Runs the command without touching the process. */
export async function rank(args: readonly string[]): Promise<Answer> {
  if (args.includes("--help")) return { stdout: `${USAGE}\n`, stderr: "", code: 0 };
  const request = readArguments(args);
  if (typeof request === "string") return { stdout: "", stderr: `${request}\n\n${USAGE}\n`, code: 2 };
  const folder = await readTerritory(request.data);
  const file = request.method ?? join(request.data, "metodo.json");
  const leitura = readMetodo(await readFile(file, "utf8"), folder.catalogo);
  if (leitura.metodo === null) {
    const problemas = leitura.problemas.map(({ caminho, mensagem, conserto }) => `- ${caminho}: ${mensagem} ${conserto}\n`);
    return { stdout: "", stderr: `O método ${file} não pode ser usado:\n${problemas.join("")}`, code: 1 };
  }
  const { metodo, sha256 } = leitura;
  let stderr = leitura.avisos.map((aviso) => `Aviso: ${aviso}\n`).join("");
  if (request.check !== null && request.check !== sha256) {
    return {
      stdout: "",
      stderr: `${stderr}O método não é o publicado: o SHA-256 do arquivo é ${sha256}, e o publicado é ${request.check}.\n`,
      code: 1,
    };
  }
  const municipios = readMunicipios(folder.extratos.municipios.rows);
  const colunas = [...newestColumns(folder, municipios), ...(await complaintColumns(request.data, folder, metodo, municipios, newestDate(folder)))];
  const preparada = preparePriority(metodo, folder.catalogo, colunas, municipios);
  const lista = buildList(preparada, scorePriority(preparada), municipios);
  const dados = dataHash(preparada);
  const selo = { metodo, dados };
  const top = request.top ?? undefined;
  const stdout = request.format === "csv" ? listCsv(lista, selo, top) : listJson(lista, selo, top);
  if (usaDenuncias(metodo)) stderr += `Aviso: ${USO_INTERNO}.\n`;
  stderr += request.check === null ? `SHA-256 do método: ${sha256}\n` : `O método é o publicado: SHA-256 ${sha256}.\n`;
  stderr += `SHA-256 dos dados usados: ${dados}\n`;
  if (request.list === null) return { stdout, stderr, code: 0 };
  const difference = firstDifference(stdout, await readFile(request.list, "utf8"));
  if (difference === null) return { stdout, stderr: `${stderr}A lista publicada é a que este método dá com estes dados.\n`, code: 0 };
  return { stdout, stderr: `${stderr}A lista publicada não é a que este método dá com estes dados: ${difference}\n`, code: 1 };
}

/** Where a published list first departs from the computed one, in a sentence; null when nowhere. */
function firstDifference(computed: string, published: string): string | null {
  const [ours, theirs] = [computed, published].map((text) => text.replaceAll("\r\n", "\n").split("\n"));
  if (ours === undefined || theirs === undefined) return null;
  const line = ours.findIndex((text, i) => text !== theirs[i]);
  const at = line === -1 && theirs.length > ours.length ? ours.length : line;
  if (at === -1) return null;
  return `na linha ${at + 1}, a publicada tem “${theirs[at]?.trim() ?? "nada"}” e a calculada “${ours[at]?.trim() ?? "nada"}”.`;
}

await runInTerminal(import.meta.url, rank);
