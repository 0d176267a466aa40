import type { VisitasPublicas } from "../../../core/publico/visitas.ts";
import type { ParteDeTransparenciaProps } from "../parte.ts";

/** What every section of the part gets: the page's and the file that was read. */
export interface ComVisitas extends ParteDeTransparenciaProps {
  readonly visitas: VisitasPublicas;
}
