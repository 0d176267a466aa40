import { createKeeperClient, type KeeperClient } from "../keeper/client.ts";
import { createKeeperTab, onePerSession, type KeeperTab } from "../keeper/tab.ts";
import { apoioParaAsPerguntas } from "../queries/apoio-colunas.ts";
import type { Session } from "../session/session.ts";
import type { ApoioCru, ApoioLido } from "./apoio-mensagens.ts";
import type { AjustesDoApoio, Perguntas } from "./perguntas.ts";

/** What is known of the record of support before it is read. */
export interface ExtratoDoApoio {
  readonly demonstracao: boolean;
}

/** The record of support of the tab, read once for all its pages and again when it changes. */
export type ApoioDaAba = KeeperTab<ExtratoDoApoio, ApoioLido, AjustesDoApoio, Perguntas>;
export type ApoioClient = KeeperClient<ApoioCru, ApoioLido, AjustesDoApoio, Perguntas>;

const createApoioClient = (onDeath: () => void): ApoioClient =>
  createKeeperClient({
    spawn: () => new Worker(new URL("./apoio.worker.ts", import.meta.url), { type: "module", name: "apoio" }),
    transfer: (bytes) => [bytes.buffer],
    onDeath,
  });

/** The one record of support of a session. */
export const apoioDaSessao = onePerSession((session) => criarApoioDaAba(session, createApoioClient));

/** @param client makes the worker's client; given what to call when its worker ended by itself */
export function criarApoioDaAba(session: Session, client: (onDeath: () => void) => ApoioClient): ApoioDaAba {
  return createKeeperTab(session, {
    nome: "apoio",
    ids: ["apoios"],
    descrever: ([apoios]) => ({ demonstracao: apoios?.demonstracao ?? false }),
    async ler(worker, _, mudou) {
      const { bytes, ms: motor } = await session.askColumns(apoioParaAsPerguntas, {});
      if (mudou()) return null;
      const carga = await worker.carregar(bytes);
      return { carga, ms: { motor, leitura: carga.ms } };
    },
    client,
    palavras: {
      parou: "A contagem do apoio técnico parou de responder.",
      recusou: "A contagem do apoio técnico não conseguiu responder a esta tela.",
    },
  });
}
