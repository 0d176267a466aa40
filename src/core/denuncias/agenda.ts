import { SEM_DIA } from "./passos.ts";
import { diaEmVigor, isPendente } from "./relogio.ts";
import type { Mesa } from "./selecao.ts";

/** Due days to come, aligned with each other: by day, then term, then case. */
export interface Agenda {
  readonly caso: Int32Array;
  /** Position in the clock's terms. */
  readonly prazo: Uint8Array;
  /** Day in force; where it has passed and the other count still runs, that one's. */
  readonly vence: Int32Array;
}

/**
 * What falls due from today to `dias` days ahead, both included: every pending term of
 * the open cases of a selection, not only the most urgent. Where the norm is silent and
 * no rule was chosen, a term past its day under one count is there by the other.
 * @param prazos positions of the terms looked at; none = all
 * @throws RangeError when `dias` is not a whole number from 0 up
 */
export function agendar({ casos, relogio, aberto }: Mesa, selecao: Uint8Array, dias: number, prazos: readonly number[]): Agenda {
  if (!Number.isInteger(dias) || dias < 0) throw new RangeError(`the agenda needs a whole number of days from 0 up, got ${dias}`);
  const k = relogio.prazos.length;
  const quais = prazos.length > 0 ? [...prazos].sort((a, b) => a - b) : relogio.prazos.map((_, j) => j);
  const porDia: { caso: number; prazo: number }[][] = Array.from({ length: dias + 1 }, () => []);
  for (const prazo of quais) {
    for (let caso = 0; caso < casos.n; caso += 1) {
      if (selecao[caso] !== 1 || aberto[caso] !== 1) continue;
      const celula = caso * k + prazo;
      if (isPendente(relogio.estado[celula])) porDia[diaNaAgenda(relogio, celula) - relogio.hoje]?.push({ caso, prazo });
    }
  }
  const itens = porDia.flat();
  return {
    caso: Int32Array.from(itens, ({ caso }) => caso),
    prazo: Uint8Array.from(itens, ({ prazo }) => prazo),
    vence: Int32Array.from(porDia.flatMap((doDia, faltam) => doDia.map(() => relogio.hoje + faltam))),
  };
}

function diaNaAgenda(relogio: Mesa["relogio"], celula: number): number {
  const emVigor = diaEmVigor(relogio, celula);
  if (relogio.regra !== null || emVigor >= relogio.hoje) return emVigor;
  return Math.max(relogio.venceCorridos[celula] ?? SEM_DIA, relogio.venceUteis[celula] ?? SEM_DIA);
}
