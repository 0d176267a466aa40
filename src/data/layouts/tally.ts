/** Sums over rows, one for each municipality, period and indicator. */
export interface Tally {
  readonly codigo: number;
  readonly periodo: string;
  readonly indicador: string;
  /** Rows that brought a number. */
  readonly n: number;
  readonly soma: number;
  /** Line of the first row. */
  readonly linha: number;
}

export interface Tallies {
  readonly add: (codigo: number, periodo: string, indicador: string, valor: number, linha: number) => void;
  readonly get: (codigo: number, periodo: string, indicador: string) => Tally | null;
  readonly each: (visit: (tally: Tally) => void) => void;
}

/** Gathers sums; memory goes with the territory, not with the rows. */
export function tallies(): Tallies {
  const byKey = new Map<string, { -readonly [K in keyof Tally]: Tally[K] }>();
  return {
    add(codigo, periodo, indicador, valor, linha) {
      const key = `${String(codigo)} ${periodo} ${indicador}`;
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, { codigo, periodo, indicador, n: 1, soma: valor, linha });
      else {
        known.n += 1;
        known.soma += valor;
      }
    },
    get: (codigo, periodo, indicador) => byKey.get(`${String(codigo)} ${periodo} ${indicador}`) ?? null,
    each: (visit) => {
      byKey.forEach(visit);
    },
  };
}

/** A mean as MDS publishes it: two decimal places. */
export function meanOf({ soma, n }: Pick<Tally, "soma" | "n">): number {
  return Number((soma / n).toFixed(2));
}

/** A quotient as the bundled figures keep it: four decimal places. */
export function ratio4(numerador: number, denominador: number): number {
  return Math.round((numerador / denominador) * 10_000) / 10_000;
}
