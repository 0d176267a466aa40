import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readRaw } from "./extract/raw.ts";

const USAGE = `Uso: npm run extract -- --raw ARQUIVO… [--out PASTA]

Lê cada arquivo como o aplicativo o leria, sem dar tipo a nada: a tabela sai como CSV
(vírgula, aspas dobradas, UTF-8, cabeçalho primeiro) e o relatório como JSON.
Sem --out, a tabela vai para a saída padrão e o relatório para a saída de erros.
Com --out, vão para PASTA/ARQUIVO.csv e PASTA/ARQUIVO.json.`;

/** `--raw FILE… [--out DIR]`; null when the arguments say something else. */
function readArguments(args: readonly string[]): { files: readonly string[]; out: string | null } | null {
  const at = args.indexOf("--out");
  const out = at === -1 ? null : (args[at + 1] ?? null);
  const rest = at === -1 ? args : args.filter((_, i) => i !== at && i !== at + 1);
  const files = rest.filter((arg) => arg !== "--raw");
  const isUnderstood = rest.includes("--raw") && files.length > 0 && !files.some((file) => file.startsWith("--")) && (at === -1 || out !== null);
  return isUnderstood ? { files, out } : null;
}

async function main(): Promise<void> {
  const request = readArguments(process.argv.slice(2));
  if (request === null) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const { files, out } = request;
  if (out !== null) mkdirSync(out, { recursive: true });
  for (const file of files) {
    const { csv, relatorio } = await readRaw(new Uint8Array(readFileSync(file)), basename(file));
    const report = `${JSON.stringify(relatorio, null, 2)}\n`;
    if (out === null) {
      process.stdout.write(csv);
      process.stderr.write(report);
    } else {
      writeFileSync(join(out, `${basename(file)}.csv`), csv);
      writeFileSync(join(out, `${basename(file)}.json`), report);
    }
    if (relatorio.recusado !== null) process.exitCode = 1;
  }
}

await main();
