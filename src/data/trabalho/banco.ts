import { achatar, type Registro } from "../../core/mescla/index.ts";
import { storeName } from "../store/open-store.ts";
import { deletePieces, ofFile, putPieces, readPieces } from "../store/pieces.ts";
import type { Database, Migration, StoreName } from "../store/schema.ts";
import { whole } from "../store/whole.ts";
import { lerRegistro } from "./esquema.ts";

/**
 * The work has a database of its own, of the house's stores: `cargas` holds the
 * records one by one under their ids, `arquivos` and `pedacos` the contents that
 * merges may start from, `ajustes` which of them this work comes from. So that
 * erasing the files brought by the user does not erase what the user wrote.
 */
export const nomeDoBanco = (escopo: string): string => `${storeName(escopo)} trabalho`;

const REGISTROS = "cargas";
const VERSOES = "versoes-do-trabalho";
const TODOS: StoreName[] = ["cargas", "pedacos", "arquivos", "ajustes"];
/** Contents kept to be the base of a merge; each may be some megabytes. */
const BASES_GUARDADAS = 6;

/**
 * A new field of a record needs a new version, even one that changes no store, so
 * that an older app leaves alone what it cannot read.
 */
export const MIGRACOES: readonly Migration[] = [
  (db) => {
    for (const nome of TODOS) db.createObjectStore(nome);
  },
];

/** What is in the database: the records that read, and the keys of those that do not. */
export interface Guardado {
  readonly registros: readonly Registro[];
  readonly versoes: readonly string[];
  readonly estragados: readonly string[];
}

/** Records read in a task: the page stays free between one answer of the browser and the next. */
const LOTE = 500;

/** All of one moment, in the order of the ids. */
export async function lerTudo(db: Database): Promise<Guardado> {
  const transacao = db.transaction(TODOS);
  const guardados = transacao.objectStore(REGISTROS);
  const versoes = lerVersoes(await transacao.objectStore("ajustes").get(VERSOES));
  const registros: Registro[] = [];
  const estragados: string[] = [];
  let depoisDe: IDBKeyRange | undefined;
  for (;;) {
    const [chaves, valores] = await Promise.all([guardados.getAllKeys(depoisDe, LOTE), guardados.getAll(depoisDe, LOTE)]);
    for (const [i, chave] of chaves.entries()) {
      const lido = lerGuardado(chave, valores[i]);
      if (lido === null) estragados.push(chave);
      else registros.push(lido);
    }
    const ultima = chaves.at(-1);
    if (ultima === undefined || chaves.length < LOTE) return { registros, versoes, estragados };
    depoisDe = IDBKeyRange.lowerBound(ultima, true);
  }
}

/** The records of these ids that are there and read, by id. */
export async function lerAlguns(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Registro>> {
  const registros = db.transaction(REGISTROS).objectStore(REGISTROS);
  const valores = await Promise.all(ids.map((id) => registros.get(id)));
  const lidos = ids.map((id, i) => lerGuardado(id, valores[i]));
  return new Map(lidos.flatMap((cada) => (cada === null ? [] : [[cada.id, cada] as const])));
}

/** What to write in the place of what is there (null when nothing that reads is); null to leave it. */
export type Decidir = (id: string, atual: Registro | null) => Registro | null;

/**
 * Reads each record and writes what `decidir` answers, in one transaction: a page
 * that closes in the middle leaves all of it or nothing. `versoes` replaces the
 * list in the same transaction, after the decisions; null leaves it.
 * Rejects with the browser's error, and then nothing has changed.
 */
export async function escrever(db: Database, ids: readonly string[], decidir: Decidir, versoes: (antes: readonly string[]) => readonly string[] | null): Promise<void> {
  const transacao = db.transaction(TODOS, "readwrite", { durability: "strict" });
  await whole(transacao, async () => {
    const registros = transacao.objectStore(REGISTROS);
    const ajustes = transacao.objectStore("ajustes");
    const atuais = await Promise.all(ids.map((id) => registros.get(id)));
    // Each write in its own promise: when one fails, the others' failures are told with it.
    await Promise.all(
      ids.map(async (id, i) => {
        const atual = atuais[i];
        const novo = decidir(id, atual === undefined ? null : lerGuardado(id, atual));
        if (novo !== null) await registros.put(achatar(novo), id);
      }),
    );
    const novas = versoes(lerVersoes(await ajustes.get(VERSOES)));
    if (novas !== null) await ajustes.put(novas, VERSOES);
  });
}

/** Keeps a content to be the base of a merge, and lets go of those of older versions. */
export async function guardarBase(db: Database, sha256: string, bytes: Uint8Array): Promise<void> {
  const transacao = db.transaction(TODOS, "readwrite", { durability: "strict" });
  await whole(transacao, async () => {
    const arquivos = transacao.objectStore("arquivos");
    const versoes = lerVersoes(await transacao.objectStore("ajustes").get(VERSOES));
    const ficam = new Set([...versoes.slice(-BASES_GUARDADAS), sha256]);
    for (const outro of await arquivos.getAllKeys()) {
      if (ficam.has(outro)) continue;
      await arquivos.delete(outro);
      await deletePieces(transacao, ofFile(outro));
    }
    await arquivos.put(bytes.length, sha256);
    await putPieces(transacao, ofFile(sha256), [bytes]);
  });
}

/** Contents kept, by SHA-256. */
export async function basesGuardadas(db: Database): Promise<readonly string[]> {
  return db.getAllKeys("arquivos");
}

/** A kept content's text; null when it is not there or not whole. */
export async function lerBase(db: Database, sha256: string): Promise<string | null> {
  const transacao = db.transaction(TODOS);
  const tamanho = await transacao.objectStore("arquivos").get(sha256);
  if (typeof tamanho !== "number") return null;
  const pedacos = await readPieces(transacao, ofFile(sha256), tamanho);
  if (pedacos === null) return null;
  const decoder = new TextDecoder();
  return pedacos.map((pedaco) => decoder.decode(pedaco, { stream: true })).join("") + decoder.decode();
}

export async function apagarTudo(db: Database): Promise<void> {
  const transacao = db.transaction(TODOS, "readwrite", { durability: "strict" });
  await whole(transacao, () => Promise.all(TODOS.map((nome) => transacao.objectStore(nome).clear())));
}

function lerGuardado(chave: string, valor: unknown): Registro | null {
  const lido = lerRegistro(valor);
  return "registro" in lido && lido.registro.id === chave ? lido.registro : null;
}

function lerVersoes(valor: unknown): readonly string[] {
  return Array.isArray(valor) ? valor.filter((versao): versao is string => typeof versao === "string" && /^[0-9a-f]{64}$/.test(versao)) : [];
}
