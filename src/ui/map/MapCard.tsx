import type { Box } from "../../core/camera.ts";
import type { Ponto } from "../../core/neighbour.ts";
import type { CardLine } from "./props.ts";

/** Gap between the municipality's point and the card, px. */
const GAP = 14;

interface MapCardProps {
  readonly nome: string;
  readonly linhas: readonly CardLine[];
  /** Where the municipality stands, px; null when it is out of sight. */
  readonly ponto: Ponto | null;
  readonly box: Box;
}

/** The card over a municipality: beside its point, on the side with more room; along an edge of a narrow map. */
export function MapCard({ nome, linhas, ponto, box }: MapCardProps) {
  const isLeft = ponto !== null && ponto.x > box.width / 2;
  const isAbove = ponto !== null && ponto.y > box.height / 2;
  const style = ponto && {
    ...(isLeft ? { right: box.width - ponto.x + GAP } : { left: ponto.x + GAP }),
    ...(isAbove ? { bottom: box.height - ponto.y + GAP } : { top: ponto.y + GAP }),
  };
  return (
    <div className={isAbove ? "map-card map-card-above" : "map-card"} {...(style ? { style } : {})}>
      <strong className="map-card-name">{nome}</strong>
      <dl>
        {linhas.map(({ rotulo, texto }) => (
          <div key={rotulo}>
            <dt>{rotulo}</dt>
            <dd>{texto}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
