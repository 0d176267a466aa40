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

/** Problems kept with a load; the totals count all. */
const PROBLEMAS_GUARDADOS = 1_000;

/** A kept report is read and checked each time the app opens: a list of tens of thousands would be felt. */
function curto(relatorio: FileReport): FileReport {
  const { problemas } = relatorio;
  return problemas.length <= PROBLEMAS_GUARDADOS ? relatorio : { ...relatorio, problemas: problemas.slice(0, PROBLEMAS_GUARDADOS) };
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
        onKept(chaveDe(extract.id, extract.carga.id), await guarda.keep(extract, curto(relatorio)));
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
