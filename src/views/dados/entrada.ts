import type { ExtractId } from "../../data/contracts/contract.ts";
import type { ImportError } from "../../data/import/import-file.ts";
import type { ImportProgress } from "../../data/import/read-extract.ts";
import type { FileReport, TablePreview } from "../../data/import/report.ts";
import type { Mapping } from "../../data/layouts/mapping.ts";
import type { CanonicalExtract, EngineError } from "../../data/session/session.ts";
import type { Guardado } from "./guarda.ts";

/** How the reading of one file ended. */
export type Desfecho =
  | { readonly tipo: "carregado" }
  /** Nothing is loaded until the questions are answered. */
  | { readonly tipo: "perguntas" }
  /** A table nobody recognised; its columns can be mapped. */
  | { readonly tipo: "desconhecido" }
  /** Recognised, and there is nothing in it to load: a dictionary, another state's rows, a header alone. */
  | { readonly tipo: "sem-valores" }
  | { readonly tipo: "recusado" }
  | { readonly tipo: "cancelado" }
  | { readonly tipo: "falhou"; readonly erro: EngineError | ImportError }
  /** The file was a mapping, kept for this tab. */
  | { readonly tipo: "mapeamento"; readonly mapeamento: Mapping }
  | { readonly tipo: "mapeamento-recusado"; readonly mensagem: string; readonly conserto: string };

/** What the user decided about a file before it is read. */
export interface Escolha {
  readonly expected?: ExtractId;
  /** Official layout to read it as. */
  readonly layout?: string;
  readonly mapeamento?: Mapping;
  readonly respostas?: ReadonlyMap<string, string>;
}

/** The load a file became. */
export interface CargaFeita {
  readonly extrato: ExtractId;
  readonly id: string;
  readonly modo: CanonicalExtract["modo"];
  /** Instant in ISO 8601, UTC. */
  readonly carregadaEm: string;
  /** The same bytes were loaded before: this reading took that one's place. */
  readonly deNovo: boolean;
}

export interface Entrada {
  readonly numero: number;
  readonly arquivo: string;
  /** Null when the reading did not come to an end. */
  readonly relatorio: FileReport | null;
  readonly desfecho: Desfecho;
  /** Null when nothing was loaded. */
  readonly carga: CargaFeita | null;
  /** Null while it is not known whether the file is kept. */
  readonly guardado: Guardado | null;
  readonly escolha: Escolha;
  /** The beginning of a table nobody recognised, kept after its columns were mapped; null for the others. */
  readonly previa: TablePreview | null;
  /** How many files came together with it. */
  readonly lote: number;
  /** Why a second reading of the file changed nothing. */
  readonly releitura: string | null;
  /** The file is at hand and can be read again with other choices. */
  readonly podeReler: boolean;
}

export interface Andamento {
  readonly arquivo: string;
  readonly etapa: ImportProgress["etapa"] | "entregando ao motor de dados";
  /** 0–1; null when it cannot be known. */
  readonly parte: number | null;
  /** Files still waiting after this one. */
  readonly faltam: number;
}

/** Something the user asked for that did not happen. */
export interface Falha {
  readonly mensagem: string;
  readonly conserto: string;
  readonly detalhe: string;
}

/** Loads that left and can come back. */
export interface Volta {
  /** "IDCRAS.xlsx", or the title of the extract that went back to the bundled data. */
  readonly titulo: string;
  readonly isRestauro: boolean;
  readonly chaves: readonly string[];
}

export interface ImportState {
  /** Newest first. */
  readonly entradas: readonly Entrada[];
  /** Keys (`chaveDe`) of the loads whose figures show; the others were taken back or covered by a replacement. */
  readonly emUso: readonly string[];
  /** Keys of the loads taken back that can still return. */
  readonly retiradas: readonly string[];
  readonly volta: Volta | null;
  readonly falha: Falha | null;
  /** Mappings kept for this tab, oldest first. */
  readonly mapeamentos: readonly Mapping[];
  /** The last files that came together and are all read; `numeros` newest first. */
  readonly lote: { readonly vez: number; readonly numeros: readonly number[] };
}

export const NADA_LIDO: ImportState = {
  entradas: [],
  emUso: [],
  retiradas: [],
  volta: null,
  falha: null,
  mapeamentos: [],
  lote: { vez: 0, numeros: [] },
};

/** Names a load among all. */
export function chaveDe(extrato: ExtractId, cargaId: string): string {
  return `${extrato} ${cargaId}`;
}

/** Names the load a file became; null when nothing was loaded. */
export function chaveDaEntrada(entrada: Entrada | undefined): string | null {
  const carga = entrada?.carga ?? null;
  return carga === null ? null : chaveDe(carga.extrato, carga.id);
}

/** Entry of a load that has none on the page: kept from another visit, its file is not at hand. */
export function entradaDaCarga(numero: number, { id, fileName, modo, carga }: CanonicalExtract, relatorio: FileReport | null, guardado: boolean): Entrada {
  return {
    numero,
    arquivo: fileName,
    relatorio,
    desfecho: { tipo: "carregado" },
    carga: { extrato: id, id: carga.id, modo, carregadaEm: carga.carregadaEm, deNovo: false },
    guardado: { guardado, motivo: null },
    escolha: {},
    previa: null,
    lote: 1,
    releitura: null,
    podeReler: false,
  };
}

/** Loads whose figures show: of each extract, those from its last replacement on. */
export function emVigor(loads: readonly CanonicalExtract[]): CanonicalExtract[] {
  const replacedAt = new Map<ExtractId, number>();
  loads.forEach(({ id, modo }, i) => {
    if (modo === "substitui") replacedAt.set(id, i);
  });
  return loads.filter(({ id }, i) => i >= (replacedAt.get(id) ?? 0));
}

/** True when the figures of a file are what the app answers with now. */
export function isEmUso({ carga }: Entrada, emUso: readonly string[]): boolean {
  return carga !== null && emUso.includes(chaveDe(carga.extrato, carga.id));
}

/** A further choice about a file: answers add up; another layout or mapping takes the place of the one before. */
export function combinar(feita: Escolha, nova: Escolha): Escolha {
  const respostas = new Map([...(feita.respostas ?? []), ...(nova.respostas ?? [])]);
  const isOther = nova.expected !== undefined || nova.layout !== undefined || nova.mapeamento !== undefined;
  return { ...(isOther ? {} : feita), ...nova, respostas };
}
