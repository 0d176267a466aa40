import type { Dossie, MapaDoDossie } from "../../core/dossie/dossie.ts";
import type { Letra } from "./papel.ts";

/** A line of text; `y` is the top of its letters' box. Points, from the top left corner of the block that holds it. */
export interface Linha {
  readonly texto: string;
  readonly x: number;
  readonly y: number;
}

/** Text that is read in one go. The lines joined are the text. */
export interface Trecho {
  readonly tipo: "trecho";
  readonly letra: Letra;
  readonly linhas: readonly Linha[];
}

export interface Figura {
  readonly tipo: "figura";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly mapa: MapaDoDossie;
}

/** Structure types of ISO 32000 that the page uses. */
export type Etiqueta = "H1" | "H2" | "P" | "L" | "LI" | "LBody" | "Table" | "TR" | "TH" | "TD" | "Caption" | "Figure";

/** A tagged piece of the page, in reading order. */
export interface Grupo {
  readonly tipo: "grupo";
  readonly etiqueta: Etiqueta;
  readonly filhos: readonly (Grupo | Trecho | Figura)[];
  /** Of a header cell. */
  readonly escopo?: "Column" | "Row";
  /** Name of a list, said and not shown. */
  readonly nome?: string;
}

/** What is drawn and not read. */
export type Ornamento =
  | { readonly tipo: "fio"; readonly x: number; readonly y: number; readonly width: number; readonly forte: boolean }
  | { readonly tipo: "ponto" | "marcar"; readonly x: number; readonly y: number; readonly lado: number }
  | { readonly tipo: "moldura"; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Pieces laid out together; coordinates from its own corner. */
export interface Bloco {
  readonly altura: number;
  readonly grupos: readonly Grupo[];
  readonly ornamentos: readonly Ornamento[];
  /** Title of the bookmark to it; null without one. */
  readonly marcador: string | null;
}

export interface BlocoPosto {
  readonly x: number;
  readonly y: number;
  readonly bloco: Bloco;
}

/** One sheet: blocks in reading order. */
export interface Folha {
  readonly postos: readonly BlocoPosto[];
}

/** A dossier laid out; more than one sheet when it does not fit at the least scale. */
export interface Composicao {
  readonly dossie: Dossie;
  readonly escala: number;
  readonly folhas: readonly Folha[];
}
