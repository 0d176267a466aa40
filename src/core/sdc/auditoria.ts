import { type CelulaSdc, isIncognita, type ProblemaSdc } from "./problema.ts";
import { type Bloco, montarBlocos } from "./sistema.ts";

/** How a search for an end of an interval stopped; "Unbounded" = no end. */
export type FimDaBusca = "Optimal" | "Unbounded" | "Infeasible";

/** Least and greatest value that a cell can have; ±∞ where there is no end, NaN where nothing fits. */
export interface IntervaloSdc {
  readonly status: FimDaBusca;
  readonly lo: number;
  readonly up: number;
}

/** What the attacker makes of one block, by column: in real numbers and in whole ones. */
export interface AtaqueAoBloco {
  readonly lp: readonly IntervaloSdc[];
  readonly ip: readonly IntervaloSdc[];
}

/** Solves a block for its ends; HiGHS in `data/sdc`. */
export type Atacante = (bloco: Bloco) => AtaqueAoBloco;

/** What is left of the protection of one cell. */
export interface VereditoSdc {
  readonly id: string;
  readonly value: number | null;
  readonly primary: boolean;
  readonly lp: IntervaloSdc;
  readonly ip: IntervaloSdc;
  /** Of the whole-number interval. */
  readonly width: number;
  /** An attacker knows the number. */
  readonly exact: boolean;
  readonly ok: boolean;
}

export interface AuditoriaSdc {
  readonly k: number;
  /** In the order of the problem's cells; only what an attacker has to find out. */
  readonly celulas: readonly VereditoSdc[];
  readonly pass: boolean;
  readonly exatas: number;
  /** Of the primary cells; null when there is none. */
  readonly menorLargura: number | null;
}

/**
 * Tries to undo the protection of a release: the least and the greatest value of each
 * hidden cell given every printed number, non-negativity and integrality. It passes when
 * no cell is found out and each primary one has width ≥ k − 1 and an upper end ≥ k.
 * Source: attacker problem of Fischetti & Salazar, Mathematical Programming 84, 1999.
 * @throws RangeError and ContradicaoError as `montarBlocos`
 */
export function auditar(problema: ProblemaSdc, atacar: Atacante): AuditoriaSdc {
  const { cells, k } = problema;
  const achados = new Map<number, VereditoSdc>();
  for (const bloco of montarBlocos(problema)) {
    const { lp, ip } = atacar(bloco);
    bloco.celulas.forEach((i, coluna) => {
      const [celula, real, inteiro] = [cells[i], lp[coluna], ip[coluna]];
      if (celula !== undefined && real !== undefined && inteiro !== undefined) achados.set(i, julgar(celula, real, inteiro, k));
    });
  }
  const celulas = cells.flatMap((celula, i) => (isIncognita(celula) ? [achados.get(i)].filter((veredito) => veredito !== undefined) : []));
  const larguras = celulas.filter(({ primary }) => primary).map(({ width }) => width);
  return {
    k,
    celulas,
    pass: celulas.every(({ ok }) => ok),
    exatas: celulas.filter(({ exact }) => exact).length,
    menorLargura: larguras.length === 0 ? null : larguras.reduce((menor, largura) => Math.min(menor, largura)),
  };
}

function julgar({ id, value, primary }: CelulaSdc, lp: IntervaloSdc, ip: IntervaloSdc, k: number): VereditoSdc {
  const width = ip.up - ip.lo;
  const exact = width === 0;
  // What nothing fits (NaN) is not protected either.
  const ok = width > 0 && (!primary || (width >= k - 1 && ip.up >= k));
  return { id, value, primary, lp, ip, width, exact, ok };
}
