import { createKeeperTab, onePerSession, type KeeperTab } from "../keeper/tab.ts";
import { andamentosParaORelogio, denunciasParaORelogio, protocolosSemDenuncia } from "../queries/andamentos-colunas.ts";
import type { Session } from "../session/session.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";
import type { AjustesDoRelogio, Perguntas } from "./perguntas.ts";
import { createRelogioClient, type RelogioClient } from "./relogio-client.ts";
import type { CargaDoRelogio } from "./relogio-mensagens.ts";

/** Why the extract of events is left aside: it is never joined with complaints of another nature. */
export type AndamentosDeLado = "denuncias-sao-demonstracao" | "andamentos-sao-demonstracao";

/** What is known of the extracts in use before they are read. */
export interface ExtratosDoRelogio {
  readonly demonstracao: boolean;
  readonly deLado: AndamentosDeLado | null;
}

/** The cases of the tab, read once for all its pages and again when an extract changes. */
export type RelogioDaAba = KeeperTab<ExtratosDoRelogio, CargaDoRelogio, AjustesDoRelogio, Perguntas>;

/** The one clock of a session. */
export const relogioDaSessao = onePerSession((session) => criarRelogioDaAba(session, createRelogioClient));

/** @param client makes the worker's client; given what to call when its worker ended by itself */
export function criarRelogioDaAba(session: Session, client: (onDeath: () => void) => RelogioClient): RelogioDaAba {
  return createKeeperTab(session, {
    nome: "relogio",
    ids: ["denuncias", "andamentos"],
    descrever: ([denuncias, andamentos]) => ({ demonstracao: denuncias?.demonstracao ?? false, deLado: deLadoPor(denuncias, andamentos) }),
    async ler(relogio, { deLado }, mudou) {
      const denuncias = await session.askColumns(denunciasParaORelogio, {});
      const andamentos = deLado === null ? await session.askColumns(andamentosParaORelogio, {}) : null;
      if (mudou() || (andamentos !== null && andamentos.version !== denuncias.version)) return null;
      const lidos = await relogio.carregar({ denuncias: denuncias.bytes, andamentos: andamentos?.bytes ?? null });
      const semCaso = lidos.eventosSemCaso === 0 ? [] : (await session.ask(protocolosSemDenuncia, {})).rows;
      return {
        carga: { ...lidos, protocolosSemCaso: semCaso.map(({ protocolo }) => protocolo) },
        ms: { motor: denuncias.ms + (andamentos?.ms ?? 0), leitura: lidos.ms },
      };
    },
    client,
    palavras: {
      parou: "O relógio das denúncias parou de responder.",
      recusou: "O relógio das denúncias não conseguiu responder a esta tela.",
    },
  });
}

/** A demonstration is never joined with official data. */
function deLadoPor(denuncias: ExtractSummary | undefined, andamentos: ExtractSummary | undefined): AndamentosDeLado | null {
  if (denuncias === undefined || andamentos === undefined || denuncias.demonstracao === andamentos.demonstracao) return null;
  return denuncias.demonstracao ? "denuncias-sao-demonstracao" : "andamentos-sao-demonstracao";
}
