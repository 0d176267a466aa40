/** A formula as it is written and what its letters stand for. */
export interface Formula {
  readonly expressao: string;
  readonly onde: string | null;
}

/** One rule of the method: plain words first, then the formulas, then who published them. */
export interface Topico {
  readonly ancora: string;
  readonly titulo: string;
  readonly paragrafos: readonly string[];
  readonly formulas: readonly Formula[];
  /** Publications and norms, each a whole reference. */
  readonly fontes: readonly string[];
}

export function formula(expressao: string, onde: string | null = null): Formula {
  return { expressao, onde };
}

/** Everything of a topic that a search looks into. */
export function textosDoTopico({ titulo, paragrafos, formulas, fontes }: Topico): readonly string[] {
  return [titulo, ...paragrafos, ...formulas.flatMap(({ expressao, onde }) => [expressao, onde ?? ""]), ...fontes];
}
