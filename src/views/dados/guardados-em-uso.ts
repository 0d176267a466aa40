import { CARGA_ID_LENGTH } from "../../core/carga.ts";
import { readActive, type ActiveData } from "../../data/refresh/active.ts";
import { EngineError, type CanonicalExtract, type Session } from "../../data/session/session.ts";
import type { Snapshot } from "../../data/snapshot/snapshot.ts";
import { openStore } from "../../data/store/open-store.ts";
import type { LocalStore } from "../../data/store/store.ts";
import { provideGuarda } from "./guarda.ts";
import { storedGuarda } from "./guarda-no-navegador.ts";
import { provideStore } from "./loja.ts";

/**
 * Opens what this browser keeps and starts putting it to use: the newer published
 * data first, then the user's files in their order. Resolves once it is open, with
 * the end of the loads, which go on. One that the engine refuses does not take the others down: it stays
 * kept, and `#/dados` says so.
 */
export async function putKeptToUse(session: Session, snapshot: Snapshot, escopo: string): Promise<{ readonly carregados: Promise<void> }> {
  const store = await openStore({ escopo });
  const kept = await store.list();
  const guarda = storedGuarda(store, kept, () => new Date().toISOString());
  provideStore(session, store);
  provideGuarda(session, guarda);
  const extracts = [...(await published(store, snapshot, guarda.avisar)), ...kept.map(({ extract }) => extract)];
  return { carregados: loadAll(session, extracts, guarda.avisar) };
}

async function loadAll(session: Session, extracts: readonly CanonicalExtract[], avisar: (aviso: string) => void): Promise<void> {
  for (const extract of extracts) {
    try {
      await session.load(extract);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      avisar(`${extract.fileName}, guardado neste navegador, não pôde ser usado nesta visita. Carregue o arquivo de novo ou apague os dados locais.`);
    }
  }
}

/** The published data fetched since the app was built, where they are newer than the bundled ones. */
async function published(store: LocalStore, snapshot: Snapshot, avisar: (aviso: string) => void): Promise<readonly CanonicalExtract[]> {
  const active = await readActive(store.versions);
  if (active.tipo === "estragada") avisar(`${active.mensagem} ${active.conserto}`);
  return active.tipo === "ativa" && active.versao.dataReferencia > snapshot.dataReferencia ? extractsOf(active, new Date().toISOString()) : [];
}

/** The files of the active version as loads that take the place of the bundled extracts. */
export function extractsOf({ versao, arquivos }: Extract<ActiveData, { tipo: "ativa" }>, carregadaEm: string): CanonicalExtract[] {
  return arquivos.map(({ extrato, nome, linhas, sha256, demonstracao, csv }) => ({
    id: extrato,
    fileName: nome,
    csv,
    summary: { id: extrato, linhas, inicio: null, fim: versao.dataReferencia, demonstracao, origem: nome },
    modo: "substitui",
    carga: {
      id: sha256.slice(0, CARGA_ID_LENGTH),
      arquivo: nome,
      sha256,
      titulo: "Dados publicados com o aplicativo",
      fonte: null,
      inicio: null,
      fim: versao.dataReferencia,
      carregadaEm,
    },
  }));
}
