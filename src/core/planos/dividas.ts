import { SEM_DIA } from "../denuncias/passos.ts";
import { ESTADOS_DO_MINIMO, type EstadoDoMinimo, type MinimoAnual } from "../pacto/index.ts";
import type { AcaoContada, PlanoContado } from "./progresso.ts";

/** What the state owes one municipality today; null where the record that would say it is not there. */
export interface DividaDoEstado {
  readonly municipio: number;
  /** Actions of its Planos de Apoio that are not done, and those past the deadline. Source: Portaria SPS/CE 352/2023 art. 7. */
  readonly acoesAbertas: number;
  readonly acoesAtrasadas: number;
  /** Days the one longest past its deadline is late. */
  readonly atrasoDaAcao: number | null;
  /** The yearly monitoring. Source: Res. CIB/MT 02/2022 art. 4 I c. */
  readonly minimo: { readonly estado: EstadoDoMinimo; readonly atraso: number | null } | null;
  /** Requests of the municipality not answered nor called off. Source: Res. CIB/MT 02/2022 arts. 2 II, 4 I b and 5. */
  readonly pedidosEmAberto: number | null;
  /** Most days that anything above with a deadline is past it. */
  readonly maiorAtraso: number | null;
}

export interface PedidoDasDividas {
  /** Plans of any kind; only Planos de Apoio count. */
  readonly planos: readonly PlanoContado[];
  /** Aligned with the arrays below. */
  readonly codigos: readonly number[];
  /** Positions to look at; null = all. */
  readonly dentro: readonly number[] | null;
  readonly minimo: MinimoAnual | null;
  /** Open requests by position; null where not known. */
  readonly pedidosEmAberto: Uint32Array | null;
  /** Days from 1970-01-01. */
  readonly hoje: number;
}

/** True when the state owes the municipality something past its day, or asked for and not given. */
export function isDevido({ acoesAtrasadas, minimo, pedidosEmAberto }: DividaDoEstado): boolean {
  return acoesAtrasadas > 0 || (minimo !== null && minimo.estado !== "em-dia") || (pedidosEmAberto ?? 0) > 0;
}

/**
 * What the state owes each municipality to which it owes anything: by days past a
 * deadline, then those never monitored, then by open requests, then in the order of
 * the list. Requests have no term in the norm and so no days past it.
 */
export function dividasDoEstado({ planos, codigos, dentro, minimo, pedidosEmAberto, hoje }: PedidoDasDividas): DividaDoEstado[] {
  const acoesDe = new Map<number, AcaoContada[]>();
  for (const { plano, contadas } of planos) {
    if (plano.especie !== "apoio") continue;
    const acoes = acoesDe.get(plano.municipio) ?? [];
    acoes.push(...contadas.filter(({ situacao }) => situacao !== "concluida"));
    acoesDe.set(plano.municipio, acoes);
  }
  const posicoes = dentro ?? codigos.map((_, i) => i);
  return posicoes
    .map((i): DividaDoEstado => {
      const municipio = codigos[i] ?? 0;
      const abertas = acoesDe.get(municipio) ?? [];
      const atrasos = abertas.flatMap(({ atraso }) => (atraso === null ? [] : [atraso]));
      const doMinimo = minimo === null ? null : minimoDe(minimo, i, hoje);
      const atrasoDaAcao = atrasos.length === 0 ? null : Math.max(...atrasos);
      const maior = Math.max(atrasoDaAcao ?? 0, doMinimo?.atraso ?? 0);
      return {
        municipio,
        acoesAbertas: abertas.length,
        acoesAtrasadas: atrasos.length,
        atrasoDaAcao,
        minimo: doMinimo,
        pedidosEmAberto: pedidosEmAberto === null ? null : (pedidosEmAberto[i] ?? 0),
        maiorAtraso: maior === 0 ? null : maior,
      };
    })
    .filter((divida) => divida.acoesAbertas > 0 || isDevido(divida))
    .sort((a, b) => (b.maiorAtraso ?? 0) - (a.maiorAtraso ?? 0) || nunca(b) - nunca(a) || (b.pedidosEmAberto ?? 0) - (a.pedidosEmAberto ?? 0));
}

function minimoDe({ estado, vence }: MinimoAnual, i: number, hoje: number): { estado: EstadoDoMinimo; atraso: number | null } {
  const qual = ESTADOS_DO_MINIMO[estado[i] ?? 0] ?? "sem-registro";
  const dia = vence[i] ?? SEM_DIA;
  return { estado: qual, atraso: qual === "vencido" && dia !== SEM_DIA ? hoje - dia : null };
}

function nunca({ minimo }: DividaDoEstado): number {
  return minimo?.estado === "sem-registro" ? 1 : 0;
}
