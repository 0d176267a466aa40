import type { DimensaoDoMetodo } from "./metodo/method.ts";

/** A dimension of the index: a named group of indicators. Its weight and indicators are the method's (`metodo.json`). */
export interface Dimensao {
  readonly id: string;
  readonly nome: string;
  readonly pergunta: string;
}

/** How the place names its priority index. */
export interface IndiceConfig {
  readonly nome: string;
  /** The article that has visits defined from indicators; null where no norm says so. */
  readonly fundamento: { readonly norma: string; readonly artigo: string } | null;
  /** Dimension whose score tells the installed capacity, for the map of need against capacity; null where none does. */
  readonly capacidade: string | null;
  readonly dimensoes: readonly Dimensao[];
  /** Dimensions that the method of the territory leaves out and that a reader may add to it, ready to be added. */
  readonly opcionais: readonly DimensaoDoMetodo[];
}

/** A norm in force, cited by article wherever a rule shows. */
export interface Norma {
  readonly id: string;
  /** "Res. CIB/MT 02/2022". */
  readonly nomeCurto: string;
  readonly titulo: string;
  readonly data: string;
  readonly artigos: readonly { readonly ref: string; readonly resumo: string }[];
}

/** Everything the code needs to know about the place it serves. Data, not code. */
export interface Territorio {
  /** Two-letter code of the UF. */
  readonly uf: string;
  /** First two digits of every municipal code. */
  readonly codigoUf: number;
  readonly nome: string;
  /** The name with its preposition ("do Ceará"), for sentences. */
  readonly nomeCom: string;
  /** Body that runs the app, for the shell and exports. */
  readonly orgao: string;
  /** Municipality from which visits start. */
  readonly base: number;
  readonly totalMunicipios: number;
  /** Name of the region level used in filters: "região imediata (IBGE)". */
  readonly nomeRegiao: string;
  readonly malha: {
    /** "malha generalizada, IBGE 2015". */
    readonly nota: string;
    /** lon = lon[0]·x + lon[1]; lat = lat[0]·y + lat[1]; only for SVG sources. */
    readonly lon: readonly [number, number];
    readonly lat: readonly [number, number];
  };
  readonly indice: IndiceConfig;
  /** The pact that support is measured against; null where no norm sets one. */
  readonly apoio: { readonly norma: string } | null;
  readonly normas: readonly Norma[];
}
