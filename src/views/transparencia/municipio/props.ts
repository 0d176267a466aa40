import type { MunicipioPublico } from "../../../core/publico/municipio.ts";
import type { ParteDeTransparenciaProps } from "../parte.ts";

/** What the page of a municipality and each of its sections get. */
export interface PaginaProps extends ParteDeTransparenciaProps {
  readonly municipio: MunicipioPublico;
  /** The page was changed for this one: who reads it by ear is brought to its title. */
  readonly focar: boolean;
}
