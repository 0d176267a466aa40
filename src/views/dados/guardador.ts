import type { ExtractId } from "../../data/contracts/contract.ts";
import type { FileReport } from "../../data/import/report.ts";
import type { CanonicalExtract } from "../../data/session/session.ts";
import { chaveDe } from "./entrada.ts";
import type { Guarda, Guardado } from "./guarda.ts";

/** Keeps and forgets loads one after the other, in the order asked: taking a file back never overtakes its keeping. */
export interface Guardador {
  readonly keep: (extract: CanonicalExtract, relatorio: FileReport) => void;
  readonly forget: (extrato: ExtractId, cargaId: string) => void;
  /** Empties all. Rejects with what the browser says. */
  readonly clear: () => Promise<void>;
}

export function createGuardador(
  guarda: Guarda,
  onKept: (chave: string, guardado: Guardado) => void,
  onFailure: (error: unknown) => void,
): Guardador {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    keep(extract, relatorio) {
      tail = tail.then(async () => {
        onKept(chaveDe(extract.id, extract.carga.id), await guarda.keep(extract, relatorio));
      }).catch(onFailure);
    },
    forget(extrato, cargaId) {
      tail = tail.then(() => guarda.drop(extrato, cargaId)).catch(onFailure);
    },
    async clear() {
      await tail;
      await guarda.clear();
    },
  };
}
