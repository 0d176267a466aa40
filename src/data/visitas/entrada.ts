import type { CivilDate } from "../../core/civil-date.ts";
import { reservePlaces, type LinhaDoPlano } from "../../core/metodo/planning.ts";
import { sampleIndices, seededSource } from "../../core/metodo/seeded-random.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import type { EntradaDoPlano, MatrizDeDistancias } from "../../core/visitas/plano.ts";
import { planejarCiclo, type PecasDoCiclo } from "../metodo/ciclo.ts";

export interface PecasDoPlano extends PecasDoCiclo {
  readonly municipios: readonly Municipio[];
  readonly ajustes: Ajustes;
  /** `feriadosDoPlano`. */
  readonly feriados: readonly CivilDate[];
  readonly matriz: MatrizDeDistancias | null;
}

export type EntradaFeita =
  | { readonly feita: true; readonly entrada: EntradaDoPlano }
  /** Why there can be no plan, and what to do: whole sentences. */
  | { readonly feita: false; readonly motivo: string; readonly conserto: string };

/** Decimal places of V and S in a plan: beyond them two machines may differ, and a plan must not. */
const CASAS = 10_000;

/** Builds what a plan is a function of: V and the reserve as `planCycle` gives them. */
export function entradaDoPlano(pecas: PecasDoPlano): EntradaFeita {
  const ciclo = planejarCiclo(pecas, "no método");
  if (!ciclo.feito) return { feita: false, motivo: ciclo.motivo, conserto: ciclo.conserto };
  const { municipios, metodo, ultima, ajustes, hoje, feriados, matriz } = pecas;
  const { planejamento, k } = metodo;
  const { linhas: doCiclo } = ciclo.plano;
  const linhas = new Map(doCiclo.map((linha) => [linha.codigo, linha]));
  const doPlano = municipios
    .map(({ codigo, sede, porte, regiaoImediata }) => {
      const linha = linhas.get(codigo);
      return {
        codigo,
        sede,
        porte,
        regiao: regiaoImediata?.codigo ?? null,
        nota: fixado(linha?.nota ?? null),
        valor: fixado(linha?.valor ?? null),
        ultimaVisita: ultima.get(codigo) ?? null,
        exigido: (linha?.gatilhos.length ?? 0) > 0,
      };
    })
    .sort((a, b) => a.codigo - b.codigo);
  return {
    feita: true,
    entrada: {
      municipios: doPlano,
      ajustes,
      hoje,
      carenciaDias: planejamento.carenciaDias,
      reserva: sorteados(doCiclo, ajustes.reserva ?? reservePlaces(planejamento.reserva, k), planejamento.sementeReserva),
      feriados,
      matriz,
    },
  };
}

/**
 * The reserve: drawn among those the cycle neither requires nor chooses by
 * priority nor makes wait, in the order of their codes, with the method's seed.
 * As many as the method says are the very ones of the cycle's list.
 */
function sorteados(linhas: readonly LinhaDoPlano[], quantos: number, semente: string): number[] {
  const resto = linhas
    .filter(({ situacao }) => situacao === "reserva" || situacao === "sem-nota" || situacao === "fora")
    .map(({ codigo }) => codigo)
    .sort((a, b) => a - b);
  return sampleIndices(seededSource(semente), resto.length, Math.min(quantos, resto.length)).flatMap((i) => resto[i] ?? []);
}

function fixado(x: number | null): number | null {
  return x === null ? null : Math.round(x * CASAS) / CASAS;
}
