import { mkdir } from "node:fs/promises";
import { type Converter, writeExtracts } from "./convert.ts";
import { download, type DownloadContext, kilobytes } from "./download.ts";
import { type Timeouts, TIMEOUTS } from "./exchange.ts";
import { FetchFailure } from "./failure.ts";
import { type Entry, type Provenance, PROVENANCE_NAME, readProvenance, withEntry, writeProvenance } from "./provenance.ts";
import { officialRequests, type RequestOptions } from "./requests.ts";
import { RETRY, type RetryPolicy } from "./retry.ts";
import { politeTurns, type World } from "./world.ts";

export interface FetchOptions extends RequestOptions {
  /** Folder of the raw files, `proveniencia.json` and `extratos/`; made where it is not there. */
  readonly to: string;
  /** Between the starts of two requests to one host, ms. */
  readonly intervalMs: number;
  readonly signal: AbortSignal;
  /** Null leaves the raw files as they are. */
  readonly convert: Converter | null;
  readonly world: World;
  readonly policy?: RetryPolicy;
  readonly timeouts?: Timeouts;
}

export interface FetchResult {
  readonly novos: readonly string[];
  readonly iguais: readonly string[];
  readonly falhas: readonly { readonly arquivo: string; readonly motivo: string; readonly conserto: string }[];
  readonly avisos: readonly string[];
  readonly provenance: Provenance;
}

/**
 * Gets every file asked for, one after the other; one that fails is told and does
 * not stop the others. Each one had is written down at once, so that whatever
 * happens next the provenance tells of the files that are there. Rejects only
 * when interrupted or when the folder cannot be written.
 */
export async function fetchOfficial(options: FetchOptions): Promise<FetchResult> {
  const { to, uf, world, signal } = options;
  await mkdir(to, { recursive: true });
  const context: DownloadContext = {
    world,
    signal,
    turn: politeTurns(options.intervalMs, world),
    timeouts: options.timeouts ?? TIMEOUTS,
    policy: options.policy ?? RETRY,
  };
  let provenance = await readProvenance(to, uf.sigla);
  const novos: string[] = [];
  const iguais: string[] = [];
  const falhas: { arquivo: string; motivo: string; conserto: string }[] = [];
  const requests = officialRequests(options);
  for (const [n, request] of requests.entries()) {
    world.print(`[${n + 1}/${requests.length}] ${request.titulo}`);
    const previous = provenance.arquivos.find(({ arquivo }) => arquivo === request.arquivo) ?? null;
    try {
      const { tipo, entry } = await download(request, to, previous, context);
      provenance = withEntry(provenance, entry);
      await writeProvenance(to, provenance);
      (tipo === "novo" ? novos : iguais).push(request.arquivo);
      world.print(`  ${request.arquivo}: ${tipo === "novo" ? `${entry.linhas} linhas, ${kilobytes(entry.bytes)}` : "sem mudança"}`);
      for (const aviso of entry.avisos) world.print(`  Atenção: ${aviso}.`);
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      falhas.push({ arquivo: request.arquivo, motivo: error.message, conserto: error.conserto });
      const kept = previous === null ? "" : " O arquivo de antes continua na pasta.";
      world.print(`  Não veio: ${error.message} ${error.conserto}${kept}`);
    }
  }
  const asked = new Set(requests.map(({ arquivo }) => arquivo));
  const avisos = disagreements(provenance.arquivos.filter(({ arquivo }) => asked.has(arquivo)));
  for (const aviso of avisos) world.print(`Atenção: ${aviso}.`);
  if (options.convert !== null) {
    const tables = new Set(requests.filter(({ isTable }) => isTable).map(({ arquivo }) => arquivo));
    const files = novos.concat(withoutExtract(provenance, iguais)).filter((arquivo) => tables.has(arquivo));
    provenance = await writeExtracts(to, provenance, files, options.convert, world.print);
  }
  world.print(`${novos.length} novos, ${iguais.length} sem mudança, ${falhas.length} com falha; ${PROVENANCE_NAME} em ${to}`);
  return { novos, iguais, falhas, avisos, provenance };
}

function withoutExtract({ arquivos }: Provenance, names: readonly string[]): string[] {
  return arquivos.filter(({ arquivo, extrato }) => names.includes(arquivo) && extrato === null).map(({ arquivo }) => arquivo);
}

/** Municipalities one source has and another lacks: a new one is missing from older tables and meshes. */
function disagreements(entries: readonly Entry[]): string[] {
  const all = new Set(entries.flatMap(({ municipios }) => municipios));
  return entries.flatMap(({ arquivo, municipios }) => {
    const own = new Set(municipios);
    const missing = [...all].filter((code) => !own.has(code)).sort();
    if (missing.length === 0) return [];
    const shown = missing.slice(0, 5).join(", ");
    return [`${arquivo} não traz ${missing.length} de ${all.size} municípios (${shown}${missing.length > 5 ? "…" : ""})`];
  });
}
