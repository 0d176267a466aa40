/**
 * Population size class of a municipality.
 * Source: PNAS 2004 (Pequeno I ≤ 20,000; Pequeno II ≤ 50,000; Médio ≤ 100,000;
 * Grande ≤ 900,000; Metrópole above).
 */
export type Porte = "pequeno-1" | "pequeno-2" | "medio" | "grande" | "metropole";

export const PORTES: readonly Porte[] = ["pequeno-1", "pequeno-2", "medio", "grande", "metropole"];

export const PORTE_ROTULO: Readonly<Record<Porte, string>> = {
  "pequeno-1": "Pequeno I",
  "pequeno-2": "Pequeno II",
  medio: "Médio",
  grande: "Grande",
  metropole: "Metrópole",
};

const PORTE_LIMITE: readonly (readonly [Porte, number])[] = [
  ["pequeno-1", 20_000],
  ["pequeno-2", 50_000],
  ["medio", 100_000],
  ["grande", 900_000],
];

/**
 * Size class for a census population (inhabitants, integer ≥ 0).
 * Source: PNAS 2004.
 */
export function porteOf(populacao: number): Porte {
  for (const [porte, limite] of PORTE_LIMITE) if (populacao <= limite) return porte;
  return "metropole";
}

/** A named division of the territory (IBGE região imediata or intermediária). */
export interface Regiao {
  /** IBGE code: 6 digits for imediata, 4 for intermediária. */
  readonly codigo: number;
  readonly nome: string;
}

export interface Municipio {
  /** 7-digit IBGE code. */
  readonly codigo: number;
  readonly nome: string;
  readonly regiaoImediata: Regiao | null;
  readonly regiaoIntermediaria: Regiao | null;
  /** Seat of the municipality, decimal degrees, SIRGAS 2000. */
  readonly sede: { readonly lat: number; readonly lon: number } | null;
  readonly areaKm2: number | null;
  /** Census population, inhabitants. */
  readonly populacao: number | null;
  /** Year of the census `populacao` and `porte` were read from. */
  readonly anoCenso: number | null;
  readonly porte: Porte | null;
}

/** The municipality's name by its code; "município 5199999" for one that is not in the list. */
export function nomesPorCodigo(municipios: readonly Municipio[]): (codigo: number) => string {
  const nomes = new Map(municipios.map(({ codigo, nome }) => [codigo, nome]));
  return (codigo) => nomes.get(codigo) ?? `município ${codigo}`;
}

/** Names of the regiões imediatas present among the municipalities, by code. */
export function nomesDasRegioes(municipios: readonly Municipio[]): ReadonlyMap<number, string> {
  return new Map(municipios.flatMap(({ regiaoImediata: r }) => (r === null ? [] : [[r.codigo, r.nome] as const])));
}
