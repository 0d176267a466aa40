import { useMemo, useSyncExternalStore } from "react";
import { sha256OfText } from "../../data/sha256.ts";
import type { CanonicalExtract, Session } from "../../data/session/session.ts";
import type { Snapshot } from "../../data/snapshot/snapshot.ts";
import type { DadosDaPagina } from "./elo.ts";

/**
 * SHA-256 of the data in use: that of the bundled ones when the reader loaded nothing, else of it and
 * of each loaded file in order, with what each does to its extract.
 */
export function hashDosDadosEmUso(hash: string, loads: readonly Pick<CanonicalExtract, "id" | "modo" | "carga">[]): string {
  return loads.length === 0 ? hash : sha256OfText([hash, ...loads.map(({ id, modo, carga }) => `${id} ${modo} ${carga.sha256}`)].join("\n"));
}

/** The data in use in the technical edition; the same object until they change. */
export function useDadosEmUso({ hash }: Pick<Snapshot, "hash">, session: Pick<Session, "subscribe" | "loads">): DadosDaPagina {
  const loads = useSyncExternalStore(session.subscribe, session.loads);
  return useMemo(() => ({ nome: "dados", hash: hashDosDadosEmUso(hash, loads) }), [hash, loads]);
}
