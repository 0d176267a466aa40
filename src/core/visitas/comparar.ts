import { PORTES, type Porte } from "../municipio.ts";
import type { EntradaDoPlano, MunicipioDoPlano, Parada, PlanoDeVisitas, Viagem } from "./plano.ts";

/** Municipalities of a group, and how many of them the plan visits. */
export interface GrupoDoPlano<I> {
  readonly id: I;
  readonly municipios: number;
  readonly visitados: number;
}

/** Figures of a plan. */
export interface MedidasDoPlano {
  readonly visitas: number;
  readonly viagens: number;
  readonly km: number;
  readonly dias: number;
  readonly diasDisponiveis: number;
  /** Σ V of the planned, and of all with a score. */
  readonly valor: number;
  readonly valorDeTodos: number;
  readonly objetivo: number;
  /** The third with the highest score S (n ÷ 3 rounded up; ties by code), and how many of it the plan visits. */
  readonly terco: { readonly municipios: number; readonly visitados: number };
  /** By code of the região imediata, ascending; municipalities without one are under null, last. */
  readonly regioes: readonly GrupoDoPlano<number | null>[];
  /** In the order of the portes; null last. */
  readonly portes: readonly GrupoDoPlano<Porte | null>[];
}

/** A visit of a plan with the tour it is in. */
export interface Visita {
  readonly viagem: Viagem;
  readonly parada: Parada;
}

export interface DiferencaDePlanos {
  /** In `depois` only, in `antes` only: codes, ascending. */
  readonly entram: readonly number[];
  readonly saem: readonly number[];
  /** In both, on another day or with another team; by code. */
  readonly mudam: readonly { readonly codigo: number; readonly antes: Visita; readonly depois: Visita }[];
}

/** The visits of a plan by municipal code. */
export function visitasDoPlano(plano: Pick<PlanoDeVisitas, "viagens">): ReadonlyMap<number, Visita> {
  return new Map(plano.viagens.flatMap((viagem) => viagem.paradas.map((parada) => [parada.codigo, { viagem, parada }] as const)));
}

/** The third of the municipalities with a score that has the highest one: n ÷ 3 rounded up, ties by code. */
export function tercoMaisNecessitado(municipios: readonly Pick<MunicipioDoPlano, "codigo" | "nota">[]): number[] {
  const comNota = municipios.filter(({ nota }) => nota !== null).sort((a, b) => (b.nota ?? 0) - (a.nota ?? 0) || a.codigo - b.codigo);
  return comNota.slice(0, Math.ceil(comNota.length / 3)).map(({ codigo }) => codigo);
}

/** Figures of a plan over the municipalities of its input. */
export function medidasDoPlano({ municipios }: Pick<EntradaDoPlano, "municipios">, plano: PlanoDeVisitas): MedidasDoPlano {
  const visitas = visitasDoPlano(plano);
  const terco = tercoMaisNecessitado(municipios);
  const { km, dias, diasDisponiveis, valor, valorDeTodos, objetivo } = plano;
  return {
    visitas: visitas.size,
    viagens: plano.viagens.length,
    km,
    dias,
    diasDisponiveis,
    valor,
    valorDeTodos,
    objetivo,
    terco: { municipios: terco.length, visitados: terco.filter((codigo) => visitas.has(codigo)).length },
    regioes: grupos(municipios, ({ regiao }) => regiao, visitas).sort((a, b) => (a.id ?? Infinity) - (b.id ?? Infinity)),
    portes: grupos(municipios, ({ porte }) => porte, visitas).sort((a, b) => ordemDoPorte(a.id) - ordemDoPorte(b.id)),
  };
}

/** Who enters, leaves and moves from one plan to another. */
export function compararPlanos(antes: PlanoDeVisitas, depois: PlanoDeVisitas): DiferencaDePlanos {
  const [deAntes, deDepois] = [visitasDoPlano(antes), visitasDoPlano(depois)];
  const crescente = (codigos: Iterable<number>): number[] => [...codigos].sort((a, b) => a - b);
  return {
    entram: crescente(deDepois.keys()).filter((codigo) => !deAntes.has(codigo)),
    saem: crescente(deAntes.keys()).filter((codigo) => !deDepois.has(codigo)),
    mudam: crescente(deAntes.keys()).flatMap((codigo) => {
      const [a, d] = [deAntes.get(codigo), deDepois.get(codigo)];
      if (a === undefined || d === undefined) return [];
      return a.viagem.equipe === d.viagem.equipe && a.parada.chegada === d.parada.chegada ? [] : [{ codigo, antes: a, depois: d }];
    }),
  };
}

function grupos<I>(municipios: readonly MunicipioDoPlano[], grupoDe: (municipio: MunicipioDoPlano) => I, visitas: ReadonlyMap<number, Visita>): GrupoDoPlano<I>[] {
  const contagens = new Map<I, { municipios: number; visitados: number }>();
  for (const municipio of municipios) {
    const id = grupoDe(municipio);
    const contagem = contagens.get(id) ?? { municipios: 0, visitados: 0 };
    contagem.municipios += 1;
    if (visitas.has(municipio.codigo)) contagem.visitados += 1;
    contagens.set(id, contagem);
  }
  return [...contagens].map(([id, contagem]) => ({ id, ...contagem }));
}

function ordemDoPorte(porte: Porte | null): number {
  return porte === null ? PORTES.length : PORTES.indexOf(porte);
}
