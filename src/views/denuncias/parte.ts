import type { CivilDate } from "../../core/civil-date.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Norma, Territorio } from "../../core/territorio.ts";
import type { DiaParado } from "../../core/denuncias/calendario.ts";
import type { DenunciasDoTerritorio } from "../../data/denuncias/padrao.ts";
import type { AjustesDoRelogio, FiltroDeCasos } from "../../data/denuncias/perguntas.ts";
import type { Session } from "../../data/session/session.ts";
import type { Snapshot } from "../../data/snapshot/snapshot.ts";
import type { RelogioEmUso } from "../../ui/denuncias/use-relogio.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import type { Estado, Filtros } from "./estado.ts";

/**
 * What every part of `#/denuncias` that stands on the clock gets; a part draws,
 * `mudar` decides. A part is the default export of a file of its own, loaded when
 * first shown. The page has already said the sentence, the demonstration mark and
 * that cases are being read; `relogio` is ready when a part is drawn.
 */
export interface ParteDeDenunciasProps {
  readonly territorio: Territorio;
  readonly doTerritorio: DenunciasDoTerritorio;
  readonly municipios: readonly Municipio[];
  /** Aligned with `municipios`. */
  readonly mesh: SvgMesh;
  /** Name by code; "município 5199999" for one that is not in the list. */
  readonly nome: (codigo: number) => string;
  /** Names of the IBGE regions by code. */
  readonly nomesRegioes: ReadonlyMap<number, string>;
  /** The norm by its id in `Prazo.norma`; null when the territory's norms have none. */
  readonly norma: (id: string) => Norma | null;
  /** Reads the territory's `apoio.json`; called only when who answers for a theme is asked. */
  readonly lerPacto: () => Promise<unknown>;
  /** Ask it by `usePergunta(relogio, nome, pede)`. */
  readonly relogio: RelogioEmUso;
  /** The filter in force, of the bar on top, as the questions take it. The same object while it says the same. */
  readonly filtro: FiltroDeCasos;
  /** What the clock depends on: today, house rule, terms, calendar. */
  readonly ajustes: AjustesDoRelogio;
  /** Days of the user's calendar among `ajustes.parados`. */
  readonly doUsuario: readonly DiaParado[];
  readonly estado: Estado;
  /** Merges a change into the address; no protocol may go there. */
  readonly mudar: ViewProps<Estado>["mudar"];
  /** Changes filters and goes back to the first page of rows. */
  readonly filtrar: (mudanca: Partial<Filtros>) => void;
  /** Head of an export: filters in force, house rule, today, calendar, demonstration. */
  readonly cabecalho: (titulo: string) => ExportHeader;
  /** Cases shown are of the demonstration. */
  readonly demonstracao: boolean;
  /** The day counted as today. */
  readonly hoje: CivilDate;
  readonly snapshot: Snapshot;
  readonly session: Session;
  readonly topologyUrl: string;
  readonly lugaresUrl: string;
}
