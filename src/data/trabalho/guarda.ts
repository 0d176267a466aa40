import { achatar, type Conflito, emOrdem, isIgual, type Mescla, mesclar, type Registro } from "../../core/mescla/index.ts";
import { connect, type Unavailable } from "../store/connection.ts";
import { isQuota, readSpace } from "../store/room.ts";
import type { Database } from "../store/schema.ts";
import { StoreError, type StoreEvent, type StoreSpace, type StoreState } from "../store/store.ts";
import { oneAtATime, openTabs } from "../store/tabs.ts";
import { MAIS_VERSOES } from "./arquivo.ts";
import { apagarTudo, basesGuardadas, type Decidir, escrever, guardarBase, type Guardado, lerAlguns, lerBase, lerTudo, MIGRACOES, nomeDoBanco } from "./banco.ts";
import { lerRegistro } from "./esquema.ts";
import { ABERTURA_MS, avisoDeEstragados, avisoDeLeitura, CHEIO, emPalavras, EM_CONFLITO, naoGravou, RECUSADO, SEM_CONEXAO, type Palavras } from "./palavras.ts";

/** One edit: the record as the page showed it (null when it is new) and as it is to be. */
export interface Mudanca {
  readonly antes: Registro | null;
  readonly depois: Registro;
}

/** Whether everything asked is kept. What is not stays in this page, shown and written again with the next edit. */
export interface Gravacao {
  readonly guardado: boolean;
  /** Why not, and what to do. */
  readonly aviso: Palavras | null;
  /** Another tab changed the same fields meanwhile: to be decided, and given again with `antes` as `deles`. */
  readonly conflitos: readonly Conflito[];
}

export interface TrabalhoGuardado {
  /** By id, tombstones included; what could not be written yet is here as the user left it. */
  readonly registros: readonly Registro[];
  readonly versoes: readonly string[];
  readonly avisos: readonly Palavras[];
}

/** An edit that could not be written over what another tab wrote. */
export interface Encontro {
  readonly mescla: Mescla;
  /** The record as it is kept: the `antes` of what is decided. */
  readonly deles: Registro;
}

/** What the user enters, kept in the browser. Nothing leaves the machine. */
export interface Guarda {
  readonly escopo: string;
  /** Never rejects. */
  readonly ler: () => Promise<TrabalhoGuardado>;
  /**
   * Keeps edits in one transaction, each merged with what another tab wrote since.
   * `versoes` are told to be part of this work when, and only when, all is kept.
   * Never rejects. @throws RangeError for a record that is not well formed, which is then nowhere
   */
  readonly gravar: (mudancas: readonly Mudanca[], versoes?: readonly string[]) => Promise<Gravacao>;
  /** These records as `ler` gives them; one that is nowhere is left out. Never rejects. */
  readonly lerUns: (ids: readonly string[]) => Promise<readonly Registro[]>;
  /** What waits of a record, merged with what is kept of it now; null when nothing waits, or nothing is kept. */
  readonly encontro: (id: string) => Promise<Encontro | null>;
  /** How many records are only in this page. */
  readonly pendentes: () => number;
  /** The edits that wait, as another guard of the same installation takes them. */
  readonly porGravar: () => readonly Mudanca[];
  /** Forgets what could not be written of a record. */
  readonly desistir: (id: string) => void;
  /** Keeps a content to be the base of a merge; what happened when it could not. Never rejects. */
  readonly guardarBase: (sha256: string, texto: string) => Promise<Palavras | null>;
  /** A kept content; null when it is not there. This and `bases` reject with the browser's error. */
  readonly lerBase: (sha256: string) => Promise<string | null>;
  readonly bases: () => Promise<readonly string[]>;
  readonly estado: () => StoreState;
  readonly espaco: () => Promise<StoreSpace>;
  /** `deOutraAba`: another tab wrote; read again. */
  readonly subscribe: (listener: (evento: StoreEvent) => void) => () => void;
  /** Empties the work of this installation. Rejects with `StoreError`. */
  readonly apagar: () => Promise<void>;
  readonly fechar: () => void;
}

export interface OpcoesDaGuarda {
  /** As `StoreOptions.escopo`. */
  readonly escopo: string;
  readonly openMs?: number;
  /** Edits that the page of this installation could not write yet. */
  readonly pendentes?: readonly Mudanca[];
  readonly storage?: StorageManager | null;
}

/** Opens the work kept in the browser. Always resolves: where the browser keeps nothing it works in this page, and `estado()` says why. */
export async function abrirGuarda({ escopo, openMs = ABERTURA_MS, pendentes: deAntes = [], storage = daPagina() }: OpcoesDaGuarda): Promise<Guarda> {
  const nome = nomeDoBanco(escopo);
  const abas = openTabs(nome);
  const pendentes = new Map(deAntes.map((mudanca) => [mudanca.depois.id, mudanca]));
  // Between tabs the database takes turns by itself; within this one an edit goes on from the one before.
  const umaDeCadaVez = oneAtATime(nome, null);
  let db: Database | null = null;
  let estado: StoreState = { onde: "navegador" };
  let isFechada = false;
  let abrindo: Promise<void> | null = null;

  const semBanco = (falta: Unavailable): void => {
    estado = { onde: "memoria", ...emPalavras(falta), detalhe: falta.detalhe };
    abas.tell("estado", null);
  };

  async function abrir(): Promise<void> {
    const aberto = await connect({
      nome,
      openMs,
      migrations: MIGRACOES,
      onLost: (falta, definitivo) => {
        db = null;
        if (definitivo) semBanco(falta);
      },
    });
    if ("falta" in aberto) semBanco(aberto.falta);
    else if (isFechada) aberto.db.close();
    else db = aberto.db;
  }

  async function banco(): Promise<Database | null> {
    if (db === null && estado.onde === "navegador" && !isFechada) {
      abrindo ??= abrir().finally(() => {
        abrindo = null;
      });
      await abrindo;
    }
    return db;
  }

  async function ler(): Promise<TrabalhoGuardado> {
    const aberto = await banco();
    const avisos: Palavras[] = estado.onde === "memoria" ? [{ motivo: estado.motivo, conserto: estado.conserto }] : [];
    let lido: Guardado = { registros: [], versoes: [], estragados: [] };
    try {
      if (aberto !== null) lido = await lerTudo(aberto);
    } catch (error) {
      avisos.push(avisoDeLeitura(error));
    }
    if (lido.estragados.length > 0) avisos.push(avisoDeEstragados(lido.estragados.length));
    const registros = new Map(lido.registros.map((cada) => [cada.id, cada]));
    for (const [id, { depois }] of pendentes) registros.set(id, depois);
    return { registros: emOrdem([...registros.values()]), versoes: lido.versoes, avisos };
  }

  async function lerGuardados(ids: readonly string[]): Promise<ReadonlyMap<string, Registro>> {
    const aberto = await banco();
    try {
      return aberto === null ? new Map() : await lerAlguns(aberto, ids);
    } catch (error) {
      // What is on the screen stays; the next reading of all says why.
      console.error("the work could not be read", error);
      return new Map();
    }
  }

  /** Writes all that waits, as it is now. */
  async function escreverPendentes(versoes: readonly string[]): Promise<Gravacao> {
    const aberto = await banco();
    if (aberto === null) return { guardado: false, aviso: estado.onde === "memoria" ? { motivo: estado.motivo, conserto: estado.conserto } : SEM_CONEXAO, conflitos: [] };
    const tentadas = new Map(pendentes);
    const conflitos: Conflito[] = [];
    const decidir: Decidir = (id, atual) => {
      const mudanca = tentadas.get(id);
      if (mudanca === undefined) return null;
      const encontro = encontrar(mudanca, atual);
      conflitos.push(...encontro.conflitos);
      return encontro.registro;
    };
    const comEstas = (antes: readonly string[]): readonly string[] | null =>
      versoes.length === 0 || conflitos.length > 0 ? null : juntarVersoes(antes, versoes);
    try {
      await escrever(aberto, [...tentadas.keys()], decidir, comEstas);
    } catch (error) {
      abas.tell("estado", null);
      return { guardado: false, aviso: isQuota(error) ? CHEIO : naoGravou(error), conflitos: [] };
    }
    const emConflito = new Set(conflitos.map(({ id }) => id));
    for (const [id, mudanca] of tentadas) if (!emConflito.has(id)) tirar(pendentes, id, mudanca);
    const [primeira] = tentadas.keys();
    abas.tell("guardada", tentadas.size === 1 && primeira !== undefined ? primeira : null);
    return { guardado: conflitos.length === 0, aviso: conflitos.length === 0 ? null : EM_CONFLITO, conflitos };
  }

  function gravar(mudancas: readonly Mudanca[], versoes: readonly string[] = []): Promise<Gravacao> {
    for (const { depois } of mudancas) conferir(depois);
    for (const mudanca of mudancas) juntar(pendentes, mudanca);
    return umaDeCadaVez(() => escreverPendentes(versoes));
  }

  await banco();
  return {
    escopo,
    ler,
    gravar,
    async lerUns(ids) {
      const guardados = await lerGuardados(ids);
      return ids.flatMap((id) => pendentes.get(id)?.depois ?? guardados.get(id) ?? []);
    },
    async encontro(id) {
      const deles = (await lerGuardados([id])).get(id);
      const mudanca = pendentes.get(id);
      if (deles === undefined || mudanca === undefined) return null;
      return { mescla: mesclar(mudanca.antes === null ? [] : [mudanca.antes], [mudanca.depois], [deles]), deles };
    },
    pendentes: () => pendentes.size,
    porGravar: () => [...pendentes.values()],
    desistir: (id) => void pendentes.delete(id),
    async guardarBase(sha256, texto) {
      const aberto = await banco();
      if (aberto === null) return SEM_CONEXAO;
      try {
        await guardarBase(aberto, sha256, new TextEncoder().encode(texto));
        return null;
      } catch (error) {
        return isQuota(error) ? CHEIO : naoGravou(error);
      }
    },
    async lerBase(sha256) {
      const aberto = await banco();
      return aberto === null ? null : lerBase(aberto, sha256);
    },
    async bases() {
      const aberto = await banco();
      return aberto === null ? [] : basesGuardadas(aberto);
    },
    estado: () => estado,
    espaco: () => readSpace(storage),
    subscribe: abas.subscribe,
    async apagar() {
      const aberto = await banco();
      try {
        if (aberto !== null) await apagarTudo(aberto);
      } catch (error) {
        throw new StoreError("Não foi possível apagar o trabalho guardado.", "Feche as outras abas deste aplicativo, recarregue a página e tente de novo.", error instanceof Error ? error.name : String(error));
      }
      pendentes.clear();
      abas.tell("apagado", null);
    },
    fechar() {
      isFechada = true;
      db?.close();
      db = null;
      abas.close();
    },
  };
}

/** The record to write where the edit meets what is there; null where a conflict is to be decided first. */
function encontrar({ antes, depois }: Mudanca, atual: Registro | null): { registro: Registro | null; conflitos: readonly Conflito[] } {
  // Nothing that reads is there, as when another tab emptied the work: what the user has on the screen is the user's.
  if (atual === null) return { registro: depois, conflitos: [] };
  const { registros, conflitos } = mesclar(antes === null ? [] : [antes], [depois], [atual]);
  return conflitos.length > 0 ? { registro: null, conflitos } : { registro: registros[0] ?? depois, conflitos };
}

/** A second edit of a record not yet written goes on from the first; one that starts from elsewhere (a decided conflict) takes its place. */
function juntar(pendentes: Map<string, Mudanca>, mudanca: Mudanca): void {
  const outra = pendentes.get(mudanca.depois.id);
  const segue = outra !== undefined && isIgual(outra.depois, mudanca.antes);
  pendentes.set(mudanca.depois.id, segue ? { antes: outra.antes, depois: mudanca.depois } : mudanca);
}

/** What was written waits no more; an edit made meanwhile goes on from what was written. */
function tirar(pendentes: Map<string, Mudanca>, id: string, escrita: Mudanca): void {
  const agora = pendentes.get(id);
  if (agora === escrita) pendentes.delete(id);
  else if (agora !== undefined) pendentes.set(id, { antes: isIgual(agora.antes, escrita.antes) ? escrita.depois : agora.antes, depois: agora.depois });
}

function juntarVersoes(antes: readonly string[], novas: readonly string[]): readonly string[] {
  const tardias = new Set(novas);
  return [...antes.filter((versao) => !tardias.has(versao)), ...tardias].slice(-MAIS_VERSOES);
}

function conferir(depois: Registro): void {
  const lido = lerRegistro(achatar(depois));
  if ("problemas" in lido) throw new RangeError(`${RECUSADO} ${lido.problemas.map(({ mensagem }) => mensagem).join(" ")}`);
}

function daPagina(): StorageManager | null {
  return (globalThis as { navigator?: { readonly storage?: StorageManager } }).navigator?.storage ?? null;
}
