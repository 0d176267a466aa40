import type { Metodo } from "../../../core/metodo/method.ts";
import { isParaEstudo, NORMALIZACAO_ROTULO } from "./rotulos.ts";

/** The band over everything a study normalisation makes; nothing under the method's own. */
export function AvisoDeEstudo({ metodo: { normalizacao } }: { readonly metodo: Metodo }) {
  if (!isParaEstudo(normalizacao)) return null;
  return (
    <p className="prioridades-estudo" role="note">
      <strong>Para estudo: não serve para definir visitas.</strong> A normalização é “{NORMALIZACAO_ROTULO[normalizacao]}”: a nota de um
      município depende de quais outros estão na base do dia.
    </p>
  );
}
