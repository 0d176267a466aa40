import { andamentosParaORelogio, denunciasParaORelogio, protocolosSemDenuncia } from "../queries/andamentos-colunas.ts";
import { EngineError, type Session } from "../session/session.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";
import type { AjustesDoRelogio } from "./perguntas.ts";
import { createRelogioClient, RelogioParado, type RelogioClient } from "./relogio-client.ts";
import type { CargaDoRelogio, Perguntar } from "./relogio-mensagens.ts";

/** Why the extract of events is left aside: it is never joined with complaints of another nature. */
export type AndamentosDeLado = "denuncias-sao-demonstracao" | "andamentos-sao-demonstracao";

/** What is known of the extracts in use before they are read; another object for others. */
export interface ExtratosDoRelogio {
  readonly demonstracao: boolean;
  readonly deLado: AndamentosDeLado | null;
  /** Grows with each change of the two extracts. */
  readonly versao: number;
}

/** Adjustments that are the same object while they say the same, with a number of their own. */
export interface AjustesFixos {
  readonly numero: number;
  readonly ajustes: AjustesDoRelogio;
}

/** The cases of the tab, read once for all its pages and again when an extract changes. */
export interface RelogioDaAba {
  readonly extratos: () => ExtratosDoRelogio;
  /** @param texto the adjustments as JSON */
  readonly fixar: (texto: string) => AjustesFixos;
  /** Reads the cases in use, unless they are read. Rejects with `EngineError`; a failure is forgotten. */
  readonly carregar: () => Promise<CargaDoRelogio>;
  /** Reads the cases if needed, then asks. Rejects with `EngineError`, or with the signal's reason. */
  readonly perguntar: Perguntar;
}

const VAZIO: readonly (ExtractSummary | undefined)[] = [];
const TENTATIVAS = 3;
/** Adjustments kept: a page changes between few of them. */
const GUARDADOS = 8;
const abas = new WeakMap<Session, RelogioDaAba>();

/** The one clock of a session. */
export function relogioDaSessao(session: Session): RelogioDaAba {
  const known = abas.get(session);
  if (known !== undefined) return known;
  const made = criarRelogioDaAba(session, createRelogioClient);
  abas.set(session, made);
  return made;
}

/** @param client makes the worker's client; given what to call when its worker ended by itself */
export function criarRelogioDaAba(session: Session, client: (onMorte: () => void) => RelogioClient): RelogioDaAba {
  const relogio = client(() => {
    lido = null;
  });
  let vistos = VAZIO;
  let extratos: ExtratosDoRelogio = { demonstracao: false, deLado: null, versao: 0 };
  const fixos = new Map<string, AjustesFixos>();
  let numeros = 0;
  let lido: { readonly versao: number; readonly carga: Promise<CargaDoRelogio> } | null = null;

  const emUso = (): ExtratosDoRelogio => {
    const summaries = session.extracts();
    const agora = [summaries.find(({ id }) => id === "denuncias"), summaries.find(({ id }) => id === "andamentos")];
    if (vistos === VAZIO || agora.some((summary, i) => summary !== vistos[i])) {
      vistos = agora;
      const [denuncias, andamentos] = agora;
      extratos = { demonstracao: denuncias?.demonstracao ?? false, deLado: deLadoPor(denuncias, andamentos), versao: extratos.versao + 1 };
    }
    return extratos;
  };

  const fixar = (texto: string): AjustesFixos => {
    const known = fixos.get(texto) ?? { numero: (numeros += 1), ajustes: JSON.parse(texto) as AjustesDoRelogio };
    fixos.delete(texto);
    fixos.set(texto, known);
    for (const oldest of [...fixos.keys()].slice(0, -GUARDADOS)) fixos.delete(oldest);
    return known;
  };

  async function ler(): Promise<CargaDoRelogio> {
    const start = performance.now();
    for (let tentativa = 0; tentativa < TENTATIVAS; tentativa += 1) {
      const { deLado, versao } = emUso();
      const denuncias = await session.askColumns(denunciasParaORelogio, {});
      const andamentos = deLado === null ? await session.askColumns(andamentosParaORelogio, {}) : null;
      // An extract that changed in between: the two must be of one moment.
      if (emUso().versao !== versao || (andamentos !== null && andamentos.version !== denuncias.version)) continue;
      const lidos = await relogio.carregar({ denuncias: denuncias.bytes, andamentos: andamentos?.bytes ?? null });
      medir("carga", start, { motor: denuncias.ms + (andamentos?.ms ?? 0), leitura: lidos.ms });
      const semCaso = lidos.eventosSemCaso === 0 ? [] : (await session.ask(protocolosSemDenuncia, {})).rows;
      return { ...lidos, protocolosSemCaso: semCaso.map(({ protocolo }) => protocolo) };
    }
    throw new EngineError("Os conjuntos de dados mudaram enquanto eram lidos.", "Espere a carga terminar e tente de novo.", `${TENTATIVAS} tries`);
  }

  function carregar(): Promise<CargaDoRelogio> {
    const { versao } = emUso();
    if (lido === null || lido.versao !== versao) {
      const carga = ler().catch((error: unknown) => {
        if (lido?.carga === carga) lido = null;
        throw emPalavras(error);
      });
      lido = { versao, carga };
    }
    return lido.carga;
  }

  return {
    extratos: emUso,
    fixar,
    carregar,
    async perguntar(ajustes, nome, pede, signal) {
      await carregar();
      signal?.throwIfAborted();
      const start = performance.now();
      try {
        const resposta = await relogio.perguntar(ajustes, nome, pede, signal);
        medir(`pergunta:${nome}`, start, { msDoRelogio: resposta.msDoRelogio, msDaPergunta: resposta.msDaPergunta });
        return resposta;
      } catch (error) {
        if (signal?.aborted === true) throw error;
        throw emPalavras(error);
      }
    },
  };
}

/** Leaves how long something took where the browser's tools and the bench find it; the newest of a kind only. */
function medir(nome: string, start: number, detail: Readonly<Record<string, number>>): void {
  const medida = `mirante:relogio:${nome}`;
  performance.clearMeasures(medida);
  performance.measure(medida, { start, end: performance.now(), detail });
}

/** A demonstration is never joined with official data. */
function deLadoPor(denuncias: ExtractSummary | undefined, andamentos: ExtractSummary | undefined): AndamentosDeLado | null {
  if (denuncias === undefined || andamentos === undefined || denuncias.demonstracao === andamentos.demonstracao) return null;
  return denuncias.demonstracao ? "denuncias-sao-demonstracao" : "andamentos-sao-demonstracao";
}

function emPalavras(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return error instanceof RelogioParado
    ? new EngineError("O relógio das denúncias parou de responder.", "Tente de novo: ele será ligado outra vez, com os dados em uso.", detail)
    : new EngineError("O relógio das denúncias não conseguiu responder a esta tela.", "Tente de novo; se continuar, avise quem publica o aplicativo e envie o detalhe.", detail);
}
