import type { Pacto } from "../../core/pacto/index.ts";
import type { ListasDosCampos } from "./titulos.ts";

/** What the coded fields of a record offer, from the pact: its strategies, and its lines as themes. */
export function listasDoPacto({ estrategias, linhas }: Pacto): ListasDosCampos {
  return {
    estrategia: estrategias.map(({ id, nome }) => ({ valor: id, rotulo: nome })),
    tema: linhas.map(({ id, tema }) => ({ valor: id, rotulo: tema })),
  };
}
