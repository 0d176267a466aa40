/** A name that wants a place on the map, in screen pixels. */
export interface LabelCandidate {
  readonly codigo: number;
  readonly texto: string;
  readonly x: number;
  readonly y: number;
  /** Placed even over others: the chosen and the pointed municipality. */
  readonly obrigatorio: boolean;
}

export interface LabelBox {
  readonly width: number;
  readonly height: number;
}

export type PlacedLabel = Pick<LabelCandidate, "codigo" | "texto" | "x" | "y">;

const HEIGHT = 16;
/** Mean width of a letter, as a share of the 14 px type the labels are set in. */
const LETTER = 7;
const GAP = 4;

/**
 * Greedy placement: candidates come in order of importance; each is centred on
 * its point, moved inside the box when it would cross the edge, and left out when
 * it would touch one already placed. At most `maximo` are placed.
 */
export function placeLabels(candidates: readonly LabelCandidate[], box: LabelBox, maximo: number): PlacedLabel[] {
  const placed: (PlacedLabel & { readonly meia: number })[] = [];
  for (const { codigo, texto, x, y, obrigatorio } of candidates) {
    if (placed.length >= maximo) break;
    if (x < 0 || y < 0 || x > box.width || y > box.height || placed.some((p) => p.codigo === codigo)) continue;
    const meia = (texto.length * LETTER) / 2;
    const cx = Math.min(Math.max(x, meia + GAP), Math.max(box.width - meia - GAP, meia + GAP));
    const cy = Math.min(Math.max(y, HEIGHT / 2), box.height - HEIGHT / 2);
    const toca = placed.some(
      (p) => Math.abs(p.x - cx) < p.meia + meia + GAP && Math.abs(p.y - cy) < HEIGHT,
    );
    if (obrigatorio || !toca) placed.push({ codigo, texto, x: cx, y: cy, meia });
  }
  return placed.map(({ codigo, texto, x, y }) => ({ codigo, texto, x, y }));
}
