import type { CivilDate, CivilMonth } from "../../../core/civil-date.ts";
import type { Municipio } from "../../../core/municipio.ts";
import type { Norma } from "../../../core/territorio.ts";
import type { Session } from "../../../data/session/session.ts";
import type { ExtractSummary } from "../../../data/snapshot/snapshot.ts";
import type { Estado, Filtros } from "../estado.ts";

/** What the loaded extract holds, whatever the filters. */
export interface Registro {
  readonly extrato: ExtractSummary;
  /** Rows of the extract. */
  readonly linhas: number;
  /** Months with any complaint; a month missing among them is a gap, not a zero. */
  readonly meses: readonly CivilMonth[];
  /** Latest possible registration; null when there is none. */
  readonly ultima: CivilDate | null;
  /** Apensadas whose main protocol is not in the extract. */
  readonly semPrincipal: number;
}

/** What every part of the page shares. */
export interface Contexto {
  readonly estado: Estado;
  readonly mudar: (mudanca: Partial<Estado>, opcoes?: { readonly replace?: boolean }) => void;
  /** Changes filters and goes back to the first page of rows. */
  readonly filtrar: (mudanca: Partial<Filtros>) => void;
  readonly session: Session;
  readonly municipios: readonly Municipio[];
  readonly nomesRegioes: ReadonlyMap<number, string>;
  /** "região imediata (IBGE)". */
  readonly nomeRegiao: string;
  readonly registro: Registro;
  /** The norm on apensamento, when the territory has one (`regraDeApensamento`). */
  readonly norma: Norma | null;
}
