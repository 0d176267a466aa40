/** A place on a drawing; y grows downwards. */
export interface Ponto {
  readonly x: number;
  readonly y: number;
}

export type Direcao = "cima" | "baixo" | "esquerda" | "direita";

const UNIT: Readonly<Record<Direcao, Ponto>> = {
  cima: { x: 0, y: -1 },
  baixo: { x: 0, y: 1 },
  esquerda: { x: -1, y: 0 },
  direita: { x: 1, y: 0 },
};

/** A step sideways costs this many steps ahead. */
const SIDEWAYS_COST = 2;

/**
 * The place an arrow key goes to: the cheapest one ahead within 45° of the
 * direction, counting distance ahead plus twice the distance aside. Places
 * without a point are passed over. Null at the edge.
 * @param de index in `pontos` of where one is.
 */
export function neighbourIn(pontos: readonly (Ponto | null)[], de: number, direcao: Direcao): number | null {
  const origem = pontos[de];
  if (!origem) return null;
  const { x: ux, y: uy } = UNIT[direcao];
  let melhor: number | null = null;
  let menor = Infinity;
  pontos.forEach((p, i) => {
    if (!p || i === de) return;
    const dx = p.x - origem.x;
    const dy = p.y - origem.y;
    const ahead = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy) + Math.abs(dy * ux);
    if (ahead <= 0 || aside > ahead) return;
    const custo = ahead + SIDEWAYS_COST * aside;
    if (custo < menor) {
      menor = custo;
      melhor = i;
    }
  });
  return melhor;
}

/** Index of the place nearest to a point; null when no place has one. */
export function nearestTo(pontos: readonly (Ponto | null)[], alvo: Ponto): number | null {
  let melhor: number | null = null;
  let menor = Infinity;
  pontos.forEach((p, i) => {
    const distancia = p ? Math.hypot(p.x - alvo.x, p.y - alvo.y) : Infinity;
    if (distancia < menor) {
      menor = distancia;
      melhor = i;
    }
  });
  return melhor;
}
