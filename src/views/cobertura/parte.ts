import type { CivilDate } from "../../core/civil-date.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Pacto, PeriodoDoPacto } from "../../core/pacto/index.ts";
import type { Norma, Territorio } from "../../core/territorio.ts";
import type { AjustesDoApoio, Dentro } from "../../data/apoio/perguntas.ts";
import type { Session } from "../../data/session/session.ts";
import type { Snapshot } from "../../data/snapshot/snapshot.ts";
import type { ApoioEmUso } from "../../ui/apoio/use-apoio.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import type { Estado } from "./estado.ts";

/** The page's period: `estado.meses` months ending today, both days included. */
export interface PeriodoDaPagina {
  readonly de: CivilDate;
  readonly ate: CivilDate;
  /** The same days as the questions take them. */
  readonly dias: PeriodoDoPacto;
}

/**
 * What every part of `#/cobertura` but the map gets; a part draws, `mudar` decides. A
 * part is the default export of a file of its own, loaded when first shown. The page
 * draws the title, the way to the other parts and the common filters; the part says its
 * sentence by `<FraseDaParte>` (`frase-da-parte.tsx`), which shows it under the title.
 * In the parts `pactuado`, `minimo`, `equidade` and `efeito` the record of support is
 * loaded and `apoio.carga` is ready when the part is drawn; `planos`, `servicos` and
 * `trabalho` are drawn at once, with or without it.
 */
export interface ParteDeCoberturaProps {
  readonly territorio: Territorio;
  readonly pacto: Pacto;
  /** In the order of `ajustes.codigos`. */
  readonly municipios: readonly Municipio[];
  /** Aligned with `municipios`. */
  readonly mesh: SvgMesh;
  /** Name by code; "município 5199999" for one that is not in the list. */
  readonly nome: (codigo: number) => string;
  /** Names of the IBGE regions by code. */
  readonly nomesRegioes: ReadonlyMap<number, string>;
  /** The norm by its id; null when the territory's norms have none. */
  readonly norma: (id: string) => Norma | null;
  /** Ask it by `usePerguntaDoApoio(apoio, nome, pede)`. */
  readonly apoio: ApoioEmUso;
  /** What every answer depends on: today, pact, municipalities, scores. The same object while it says the same. */
  readonly ajustes: AjustesDoApoio;
  /** Municipalities inside the common filters, by position; null = all. The same object while it says the same. */
  readonly dentro: Dentro;
  readonly periodo: PeriodoDaPagina;
  readonly estado: Estado;
  /** Merges a change into the address: `mudar({ equidade: { ...estado.equidade, x } })`. */
  readonly mudar: ViewProps<Estado>["mudar"];
  /**
   * Head of an export: sources, filters in force, period, today, demonstration
   * @param demonstracao of what the part shows; that of the record of support when not said
   */
  readonly cabecalho: (titulo: string, demonstracao?: boolean) => ExportHeader;
  /** The record of support is the demonstration's. */
  readonly demonstracao: boolean;
  /** The day counted as today. */
  readonly hoje: CivilDate;
  readonly snapshot: Snapshot;
  readonly session: Session;
  readonly topologyUrl: string;
  readonly lugaresUrl: string;
}
