import { formatNumber, joinPt } from "../../core/format.ts";
import { CASAS_DA_LISTA } from "../../core/metodo/list.ts";
import type { ParteDaBarra } from "./linha-viva.ts";

export interface ContributionBarProps {
  /** Points by dimension, in the method's order. */
  readonly partes: readonly ParteDaBarra[];
  /** In a row of the list: read as one picture. Otherwise a table beside it says the same, and it is not read. */
  readonly compacta?: boolean;
}

/** A score as one bar of 0 to 100, a segment for each dimension. */
export function ContributionBar({ partes, compacta = false }: ContributionBarProps) {
  const texto = joinPt(partes.map(({ nome, pontos }) => `${nome} ${formatNumber(pontos, CASAS_DA_LISTA)}`));
  return (
    <span
      className={compacta ? "prioridades-barra prioridades-barra-linha" : "prioridades-barra"}
      title={`Pontos da nota: ${texto}`}
      {...(compacta ? { role: "img", "aria-label": `pontos: ${texto}` } : { "aria-hidden": true })}
    >
      {partes.map(({ id, cor, pontos }) =>
        pontos > 0 ? (
          <span key={id} className={`prioridades-segmento prioridades-dimensao-${cor % 6}`} style={{ width: `${pontos}%` }} />
        ) : null,
      )}
    </span>
  );
}
