import { count, formatNumber } from "../../../core/format.ts";
import type { Sorteios } from "../use-sorteios.ts";

/** How far the draws are, with cancel while they run and another start when they stopped. */
export function Andamento({ sorteios }: { readonly sorteios: Pick<Sorteios, "estado" | "feitos" | "total" | "erro" | "cancelar" | "recomecar"> }) {
  const { estado, feitos, total, erro, cancelar, recomecar } = sorteios;
  const andando = estado === "andando";
  return (
    <div className="prioridades-sorteios ui-no-print">
      <progress max={total} value={feitos} aria-label="Sorteios feitos" />
      <span role="status" className="ui-small">
        {estado === "falhou"
          ? erro
          : estado === "pronto"
            ? count(feitos, "sorteio feito", "sorteios feitos")
            : estado === "parado"
              ? `Parado com ${formatNumber(feitos)} de ${count(total, "sorteio", "sorteios")}; o que se vê é o que eles mostram.`
              : "Sorteando…"}
      </span>
      {andando ? (
        <>
          <span className="ui-small ui-number">
            {formatNumber(feitos)} de {formatNumber(total)}
          </span>
          <button type="button" className="ui-button ui-button-quiet" onClick={cancelar}>
            Cancelar
          </button>
        </>
      ) : estado === "pronto" ? null : (
        <button type="button" className="ui-button ui-button-quiet" onClick={recomecar}>
          Recomeçar os sorteios
        </button>
      )}
    </div>
  );
}
