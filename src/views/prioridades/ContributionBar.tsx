import { formatNumber } from "../../core/format.ts";
import { CASAS_NOTA, type ParteDimensao } from "./explicacao.ts";

/** The score as one bar of 0 to 100, a segment for each dimension; the table below it says the same. */
export function ContributionBar({ dimensoes }: { readonly dimensoes: readonly ParteDimensao[] }) {
  return (
    <div className="prioridades-barra" aria-hidden="true">
      {dimensoes.map(({ id, nome, pontos }, i) =>
        pontos === null || pontos === 0 ? null : (
          <span
            key={id}
            className={`prioridades-segmento prioridades-dimensao-${i % 6}`}
            style={{ width: `${pontos}%` }}
            title={`${nome}: ${formatNumber(pontos, CASAS_NOTA)} pontos`}
          />
        ),
      )}
    </div>
  );
}
