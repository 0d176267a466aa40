import type { CivilDate } from "../../core/civil-date.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import type { Territorio } from "../../core/territorio.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import type { Estado } from "./estado.ts";
import type { Contexto } from "./explicacao.ts";
import type { MetodoEmVigor } from "../../ui/metodo/use-metodo.ts";
import type { Modelo } from "./use-model.ts";
import type { Sorteios } from "./use-sorteios.ts";
import type { Visitas } from "../../ui/metodo/use-visitas.ts";

/** What every part of the page gets; a part draws, `mudar` decides. */
export interface ParteProps {
  readonly territorio: Territorio;
  readonly modelo: Modelo;
  readonly emVigor: MetodoEmVigor;
  readonly contexto: Contexto;
  readonly sorteios: Sorteios;
  readonly visitas: Visitas;
  readonly estado: Estado;
  readonly mudar: ViewProps<Estado>["mudar"];
  /** Header of every file the page exports. */
  readonly cabecalho: ExportHeader;
  /** The day counted as today. */
  readonly dataReferencia: CivilDate;
  readonly lugaresUrl: string;
}
