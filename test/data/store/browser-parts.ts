import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import type { Carga } from "../../../src/core/carga.ts";
import type { FileReport } from "../../../src/data/import/report.ts";
import type { KeptLoad } from "../../../src/data/store/store.ts";

/** A browser that has kept nothing yet. */
export function freshBrowser(): IDBFactory {
  const factory = new IDBFactory();
  vi.stubGlobal("indexedDB", factory);
  return factory;
}

/** Every record of every store, as the next visit finds them. */
export async function everythingKept(name: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const db = await openRaw(name);
  const kept: Record<string, readonly unknown[]> = {};
  for (const store of db.objectStoreNames) {
    kept[store] = await asked(db.transaction(store).objectStore(store).getAll());
  }
  db.close();
  return kept;
}

/** Puts a value where the app did not: what a damaged disk or another program does. */
export async function overwrite(name: string, store: string, key: IDBValidKey, change: (value: unknown) => unknown): Promise<void> {
  const db = await openRaw(name);
  const objects = db.transaction(store, "readwrite").objectStore(store);
  const value = await asked<unknown>(objects.get(key));
  await asked(objects.put(change(value), key));
  db.close();
}

export function openRaw(name: string, version?: number, upgrade?: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = version === undefined ? indexedDB.open(name) : indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade?.(request.result);
  return asked(request);
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("no reason given"));
    };
  });
}

/** One lock at a time by name, as the Web Locks specification orders them; shared by the tabs of a test. */
export class LocksOfOneBrowser {
  readonly asked: string[] = [];
  private readonly tails = new Map<string, Promise<unknown>>();

  async request(name: string, options: LockOptions, task: () => Promise<unknown>): Promise<unknown> {
    this.asked.push(name);
    const before = this.tails.get(name) ?? Promise.resolve();
    const turn = before.then(() => {
      options.signal?.throwIfAborted();
      return task();
    });
    this.tails.set(name, turn.catch(() => undefined));
    return turn;
  }
}

const encoder = new TextEncoder();

export function carga(id: string): Carga {
  return {
    id,
    arquivo: `${id}.csv`,
    sha256: "0".repeat(64),
    titulo: "Denúncias",
    fonte: null,
    inicio: "2026-10-05",
    fim: "2026-10-07",
    carregadaEm: "2026-11-22T12:00:00.000Z",
  };
}

/** A load as the app hands it over; `csv` may be a view into a larger buffer, as a worker's answer is. */
export function load(id: string, ordem = 1, csv: string | Uint8Array = `protocolo\n${id}\n`): KeptLoad {
  return {
    id,
    ordem,
    guardadaEm: "2026-11-22T12:00:00.000Z",
    extract: {
      id: "denuncias",
      fileName: `${id}.csv`,
      csv: [typeof csv === "string" ? encoder.encode(csv) : csv],
      summary: { id: "denuncias", linhas: 1, inicio: "2026-10-05", fim: "2026-10-07", demonstracao: false, origem: `${id}.csv` },
      modo: "substitui",
      carga: carga(id),
    },
    relatorio: report(`${id}.csv`),
  };
}

export function report(arquivo: string): FileReport {
  return {
    arquivo,
    bytes: 20,
    extrato: "denuncias",
    reconhecimento: "Tem as colunas de Denúncias.",
    codificacao: "UTF-8",
    motivoCodificacao: "Os bytes são UTF-8 válidos.",
    separador: ";",
    colunas: [{ coluna: "protocolo", titulo: "protocolo", numeros: null }],
    descartadas: [{ titulo: "cpf", dadoPessoal: "CPF" }],
    contagem: { lidas: 2, carregadas: 1, separadas: 0, preambulo: 0, cabecalho: 1, branco: 0, rodape: 0, fora: 0 },
    problemas: [{ gravidade: "aviso", linha: 2, coluna: "protocolo", valor: "x", mensagem: "Aviso.", conserto: "Confira." }],
    totais: [{ tipo: "aviso", gravidade: "aviso", coluna: "protocolo", mensagem: "Aviso.", contagem: 1 }],
    demonstracao: false,
    perguntas: [{ id: "decimal:valor", pergunta: "O ponto é de milhar?", opcoes: [{ valor: "sim", rotulo: "Sim" }] }],
    sha256: "0".repeat(64),
    descricao: null,
    oficial: null,
    candidatos: [],
    figuras: [],
    folhas: [],
    previa: null,
  };
}
