import type { FileReport } from "../../data/import/report.ts";
import type { ExtractId } from "../../data/contracts/contract.ts";
import type { CanonicalExtract, Session } from "../../data/session/session.ts";

/** Whether a load will be there after a reload; when not, why and what to do, in words. */
export interface Guardado {
  readonly guardado: boolean;
  readonly motivo: string | null;
}

/** A file kept in this browser. */
export interface ItemGuardado {
  readonly extrato: ExtractId;
  readonly cargaId: string;
  readonly arquivo: string;
  readonly bytes: number;
  /** Instant in ISO 8601, UTC. */
  readonly guardadoEm: string;
}

/** What another tab did to what is kept; this page still shows what was there before. */
export interface OutraAba {
  readonly acao: "carregou" | "retirou" | "apagou" | "atualizou";
  readonly arquivo: string | null;
}

export interface GuardaEstado {
  /** Null when this browser keeps files; else why not, in a sentence. */
  readonly motivo: string | null;
  readonly itens: readonly ItemGuardado[];
  /** What was kept and could not be used again, in sentences. */
  readonly avisos: readonly string[];
  readonly outraAba: OutraAba | null;
}

/** Where loads are kept between visits. */
export interface Guarda {
  /** Never rejects: a load that cannot be kept stays in this tab and the answer says why. */
  readonly keep: (extract: CanonicalExtract, relatorio: FileReport) => Promise<Guardado>;
  /** Forgets one load. Rejects with an `Error` whose message is for the user. */
  readonly drop: (extrato: ExtractId, cargaId: string) => Promise<void>;
  /** Empties all that is kept. Rejects with an `Error` whose message is for the user. */
  readonly clear: () => Promise<void>;
  /** The same object until something changes. */
  readonly estado: () => GuardaEstado;
  readonly subscribe: (listener: () => void) => () => void;
  /** The report kept with a load; null when there is none. */
  readonly relatorio: (extrato: ExtractId, cargaId: string) => FileReport | null;
}

/** Keeps nothing beyond this tab, and says so. */
export function memoryGuarda(motivo: string): Guarda {
  const reports = new Map<string, FileReport>();
  const estado: GuardaEstado = { motivo, itens: [], avisos: [], outraAba: null };
  return {
    keep: (extract, relatorio) => {
      reports.set(keyOf(extract.id, extract.carga.id), relatorio);
      return Promise.resolve({ guardado: false, motivo });
    },
    drop: (extrato, cargaId) => {
      reports.delete(keyOf(extrato, cargaId));
      return Promise.resolve();
    },
    clear: () => {
      reports.clear();
      return Promise.resolve();
    },
    estado: () => estado,
    subscribe: () => () => undefined,
    relatorio: (extrato, cargaId) => reports.get(keyOf(extrato, cargaId)) ?? null,
  };
}

function keyOf(extrato: ExtractId, cargaId: string): string {
  return `${extrato} ${cargaId}`;
}

const guardas = new WeakMap<Session, Guarda>();

/** Tells the page where the loads of a session are kept. To be called before the page is first drawn. */
export function provideGuarda(session: Session, guarda: Guarda): void {
  guardas.set(session, guarda);
}

/** Where the loads of a session are kept: this tab only, unless told otherwise. */
export function guardaOf(session: Session): Guarda {
  const known = guardas.get(session);
  if (known !== undefined) return known;
  const memory = memoryGuarda("esta instalação não guarda arquivos no navegador.");
  guardas.set(session, memory);
  return memory;
}
