import { type CivilDate, daysBetween } from "../../../core/civil-date.ts";
import type { Viagem } from "../../../core/visitas/plano.ts";
import type { EventoExportado } from "./calendario-estado.ts";

interface Par {
  readonly evento: number;
  readonly viagem: number;
  readonly comuns: number;
  readonly uniao: number;
  readonly cancelado: boolean;
  readonly distancia: number;
}

/**
 * For each tour, the index of the event it continues, or null for a new one. Pairs
 * are taken from the most alike (municipalities in common ÷ in either), living
 * events before cancelled ones, nearer starts first; a pair with none in common
 * is no pair, nor is a tour to come with one that had begun by `hoje`. All of one team.
 */
export function casarViagens(
  eventos: readonly EventoExportado[],
  viagens: readonly Pick<Viagem, "inicio" | "paradas">[],
  hoje: CivilDate,
): (number | null)[] {
  const pares = viagens.flatMap((viagem, v) =>
    eventos.flatMap((evento, e) => (evento.inicio < hoje && hoje <= viagem.inicio ? [] : parDe(evento, e, viagem, v))),
  );
  pares.sort(
    (a, b) =>
      b.comuns * a.uniao - a.comuns * b.uniao ||
      Number(a.cancelado) - Number(b.cancelado) ||
      a.distancia - b.distancia ||
      a.evento - b.evento ||
      a.viagem - b.viagem,
  );
  const deViagem: (number | null)[] = viagens.map(() => null);
  const tomados = new Set<number>();
  for (const { evento, viagem } of pares) {
    if (tomados.has(evento) || deViagem[viagem] !== null) continue;
    tomados.add(evento);
    deViagem[viagem] = evento;
  }
  return deViagem;
}

function parDe({ municipios, inicio, cancelado }: EventoExportado, evento: number, viagem: Pick<Viagem, "inicio" | "paradas">, v: number): Par[] {
  const deles = new Set(municipios);
  const comuns = viagem.paradas.filter(({ codigo }) => deles.has(codigo)).length;
  if (comuns === 0) return [];
  const uniao = deles.size + viagem.paradas.length - comuns;
  return [{ evento, viagem: v, comuns, uniao, cancelado, distancia: Math.abs(daysBetween(inicio, viagem.inicio)) }];
}
