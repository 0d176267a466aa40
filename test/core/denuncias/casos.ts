import { daysBetween } from "../../../src/core/civil-date.ts";
import type { CasosEmColunas } from "../../../src/core/denuncias/colunas.ts";
import {
  codigoDoPasso,
  DESFECHOS,
  MOTIVOS_DE_ARQUIVAMENTO,
  type Passo,
  SEM_CODIGO,
  SEM_DIA,
  SUPERINTENDENCIAS,
} from "../../../src/core/denuncias/passos.ts";

/** A step with its day (null = none), its finding, ground or office, and "linha" when it stands in the complaint's own row. */
export type EventoDeTeste = readonly [passo: Passo, dia: string | null, detalhe?: string | null, origem?: "linha"];

/** A case of a test; what is not said is absent, and the municipality is 1. */
export interface CasoDeTeste {
  /** Day in the complaint's row; it is an event too, as the loader makes it. */
  readonly registro?: string | null;
  readonly eventos?: readonly EventoDeTeste[];
  /** Position in the list of the case it is apensada to; -2 = one that is not there. */
  readonly principal?: number;
  readonly municipio?: number;
  readonly canal?: number;
  readonly tema?: number;
  readonly situacao?: number;
  readonly anonima?: number;
  readonly origem?: number;
}

/** Days from 1970-01-01. */
export function dia(date: string): number {
  return daysBetween("1970-01-01", date);
}

/** Cases written by hand, as the columns that the loader makes of them. */
export function casosDe(lista: readonly CasoDeTeste[]): CasosEmColunas {
  const porCaso = lista.map((caso) => eventosDe(caso));
  const eventos = porCaso.flat();
  const inicio = new Int32Array(lista.length + 1);
  for (const [i, seus] of porCaso.entries()) inicio[i + 1] = (inicio[i] ?? 0) + seus.length;
  const codigos = (campo: "canal" | "tema" | "situacao" | "anonima" | "origem"): Uint8Array =>
    Uint8Array.from(lista, (caso) => caso[campo] ?? SEM_CODIGO);
  return {
    n: lista.length,
    registro: Int32Array.from(lista, ({ registro }) => diaOuNada(registro ?? null)),
    municipio: Int32Array.from(lista, ({ municipio }) => municipio ?? 1),
    canal: codigos("canal"),
    tema: codigos("tema"),
    situacao: codigos("situacao"),
    anonima: codigos("anonima"),
    origem: codigos("origem"),
    principal: Int32Array.from(lista, ({ principal }) => principal ?? -1),
    inicio,
    passo: Uint8Array.from(eventos, ([passo]) => codigoDoPasso(passo)),
    dia: Int32Array.from(eventos, ([, quando]) => diaOuNada(quando)),
    detalhe: Uint8Array.from(eventos, ([passo, , detalhe]) => codigoDoDetalhe(passo, detalhe ?? null)),
    daLinha: Uint8Array.from(eventos, ([, , , origem]) => (origem === "linha" ? 1 : 0)),
  };
}

/** The row's registration is an event unless the extract of events has it on the same day. */
function eventosDe({ registro, eventos = [] }: CasoDeTeste): readonly EventoDeTeste[] {
  if (registro === undefined || registro === null) return eventos;
  const isSame = eventos.some(([passo, quando]) => passo === "registro" && quando === registro);
  return isSame ? eventos : [["registro", registro, null, "linha"], ...eventos];
}

function diaOuNada(date: string | null): number {
  return date === null ? SEM_DIA : dia(date);
}

function codigoDoDetalhe(passo: Passo, detalhe: string | null): number {
  if (detalhe === null) return SEM_CODIGO;
  const listas: Partial<Record<Passo, readonly string[]>> = {
    desfecho: DESFECHOS,
    arquivamento: MOTIVOS_DE_ARQUIVAMENTO,
    distribuicao: SUPERINTENDENCIAS,
  };
  const codigo = listas[passo]?.indexOf(detalhe) ?? -1;
  if (codigo < 0) throw new RangeError(`"${detalhe}" is no detail of ${passo}`);
  return codigo;
}
