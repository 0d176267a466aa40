import type { ExtractId } from "../contracts/contract.ts";
import { EngineError, type Session } from "../session/session.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";
import { KeeperStopped, type KeeperClient } from "./client.ts";
import type { Ask, Questions } from "./messages.ts";

/** Adjustments that are the same object while they say the same, with a number of their own. */
export interface FixedSettings<Ajustes> {
  readonly numero: number;
  readonly ajustes: Ajustes;
}

/** The data of the tab, read once for all its pages and again when an extract changes. */
export interface KeeperTab<Extratos, Carga, Ajustes, Q extends Questions<Q>> {
  /** What is known of the extracts in use before they are read; another object, with a greater version, for others. */
  readonly extratos: () => Versioned<Extratos>;
  /** @param texto the adjustments as JSON */
  readonly fixar: (texto: string) => FixedSettings<Ajustes>;
  /** Reads the data in use, unless they are read. Rejects with `EngineError`; a failure is forgotten. */
  readonly carregar: () => Promise<Carga>;
  /** Reads the data if needed, then asks. Rejects with `EngineError`, or with the signal's reason. */
  readonly perguntar: Ask<Ajustes, Q>;
}

export type Versioned<Extratos> = Extratos & {
  /** Grows with each change of the extracts. */
  readonly versao: number;
};

/** What a reading gives, and what of its time to leave for the browser's tools. */
export interface KeeperReading<Carga> {
  readonly carga: Carga;
  readonly ms: Readonly<Record<string, number>>;
}

export interface KeeperTabSpec<Extratos, Carga, Colunas, Lidos, Ajustes, Q extends Questions<Q>> {
  /** Of the measures left where the browser's tools and the benches find them: `mirante:<nome>:carga`, `mirante:<nome>:pergunta:<question>`. */
  readonly nome: string;
  readonly ids: readonly ExtractId[];
  /** @param summaries aligned with `ids` */
  readonly descrever: (summaries: readonly (ExtractSummary | undefined)[]) => Extratos;
  /** Asks the engine and gives the answer to the worker; null when the answers are not of one moment. */
  readonly ler: (worker: KeeperClient<Colunas, Lidos, Ajustes, Q>, extratos: Extratos, mudou: () => boolean) => Promise<KeeperReading<Carga> | null>;
  /** Makes the worker's client; given what to call when its worker ended by itself. */
  readonly client: (onDeath: () => void) => KeeperClient<Colunas, Lidos, Ajustes, Q>;
  /** Sentences for the reader. */
  readonly palavras: { readonly parou: string; readonly recusou: string };
}

const TENTATIVAS = 3;
/** Adjustments kept: a page changes between few of them. */
const GUARDADOS = 8;

export function createKeeperTab<Extratos, Carga, Colunas, Lidos, Ajustes, Q extends Questions<Q>>(
  session: Session,
  { nome: tabName, ids, descrever, ler, client, palavras }: KeeperTabSpec<Extratos, Carga, Colunas, Lidos, Ajustes, Q>,
): KeeperTab<Extratos, Carga, Ajustes, Q> {
  const worker = client(() => {
    lido = null;
  });
  let vistos: { readonly summaries: readonly (ExtractSummary | undefined)[]; readonly extratos: Versioned<Extratos> } | null = null;
  const fixos = new Map<string, FixedSettings<Ajustes>>();
  let numeros = 0;
  let lido: { readonly versao: number; readonly carga: Promise<Carga> } | null = null;

  const emUso = (): Versioned<Extratos> => {
    const all = session.extracts();
    const summaries = ids.map((id) => all.find((summary) => summary.id === id));
    if (vistos === null || summaries.some((summary, i) => summary !== vistos?.summaries[i])) {
      vistos = { summaries, extratos: { ...descrever(summaries), versao: (vistos?.extratos.versao ?? 0) + 1 } };
    }
    return vistos.extratos;
  };

  const fixar = (texto: string): FixedSettings<Ajustes> => {
    const known = fixos.get(texto) ?? { numero: (numeros += 1), ajustes: JSON.parse(texto) as Ajustes };
    fixos.delete(texto);
    fixos.set(texto, known);
    for (const oldest of [...fixos.keys()].slice(0, -GUARDADOS)) fixos.delete(oldest);
    return known;
  };

  async function lerDeUmMomento(): Promise<Carga> {
    const start = performance.now();
    for (let tentativa = 0; tentativa < TENTATIVAS; tentativa += 1) {
      const extratos = emUso();
      // An extract that changed in between: the answers must be of one moment.
      const reading = await ler(worker, extratos, () => emUso().versao !== extratos.versao);
      if (reading === null) continue;
      medir(`${tabName}:carga`, start, reading.ms);
      return reading.carga;
    }
    throw new EngineError("Os conjuntos de dados mudaram enquanto eram lidos.", "Espere a carga terminar e tente de novo.", `${TENTATIVAS} tries`);
  }

  function carregar(): Promise<Carga> {
    const { versao } = emUso();
    if (lido === null || lido.versao !== versao) {
      const carga = lerDeUmMomento().catch((error: unknown) => {
        if (lido?.carga === carga) lido = null;
        throw emPalavras(error);
      });
      lido = { versao, carga };
    }
    return lido.carga;
  }

  const emPalavras = (error: unknown): EngineError => {
    if (error instanceof EngineError) return error;
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return error instanceof KeeperStopped
      ? new EngineError(palavras.parou, "Tente de novo: ele será ligado outra vez, com os dados em uso.", detail)
      : new EngineError(palavras.recusou, "Tente de novo; se continuar, avise quem publica o aplicativo e envie o detalhe.", detail);
  };

  return {
    extratos: emUso,
    fixar,
    carregar,
    async perguntar(ajustes, nome, pede, signal) {
      await carregar();
      signal?.throwIfAborted();
      const start = performance.now();
      try {
        const resposta = await worker.perguntar(ajustes, nome, pede, signal);
        medir(`${tabName}:pergunta:${String(nome)}`, start, { msDoPreparo: resposta.msDoPreparo, msDaPergunta: resposta.msDaPergunta });
        return resposta;
      } catch (error) {
        if (signal?.aborted === true) throw error;
        throw emPalavras(error);
      }
    },
  };
}

/** One of something for each session, made when first asked for. */
export function onePerSession<T>(make: (session: Session) => T): (session: Session) => T {
  const made = new WeakMap<Session, { readonly value: T }>();
  return (session) => {
    const known = made.get(session) ?? { value: make(session) };
    made.set(session, known);
    return known.value;
  };
}

/** Leaves how long something took where the browser's tools and the benches find it; the newest of a kind only. */
function medir(nome: string, start: number, detail: Readonly<Record<string, number>>): void {
  const medida = `mirante:${nome}`;
  performance.clearMeasures(medida);
  performance.measure(medida, { start, end: performance.now(), detail });
}
