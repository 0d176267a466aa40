import type { ServicosPublicos } from "../../../core/publico/servicos.ts";
import type { ParteDeTransparenciaProps } from "../parte.ts";

/** What every section of the part gets: the page's and the file that was read. */
export interface ComServicos extends ParteDeTransparenciaProps {
  readonly servicos: ServicosPublicos;
}
