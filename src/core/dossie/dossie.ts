/** A paragraph. */
export interface FraseDoDossie {
  readonly tipo: "frase";
  readonly texto: string;
  /** "destaque": said first and larger; "nota": source or limit, said smaller. */
  readonly papel: "destaque" | "texto" | "nota";
}

export interface ListaDoDossie {
  readonly tipo: "lista";
  /** What the list is of, said to a screen reader; shown nowhere. */
  readonly nome: string;
  /** Never empty: an empty list is a sentence. */
  readonly itens: readonly string[];
  /** Each item opens with a box to be ticked by hand. */
  readonly marcar: boolean;
}

export interface ColunaDoDossie {
  readonly titulo: string;
  /** Aligned to the right, with tabular figures. */
  readonly numero: boolean;
  /** Part of the table's width; the parts of a table's columns sum to 1. */
  readonly parte: number;
}

export interface TabelaDoDossie {
  readonly tipo: "tabela";
  /** Caption, shown above the table. */
  readonly legenda: string;
  readonly colunas: readonly ColunaDoDossie[];
  /** As many cells a row as columns; the first cell of a row is its header. Never empty: an empty table is a sentence. */
  readonly linhas: readonly (readonly string[])[];
}

/** A seat on the map, with how many units stand in its municipality: no source gives their addresses. */
export interface MarcaDoMapa {
  /** In the units of the territory's mesh (`SvgMesh`). */
  readonly x: number;
  readonly y: number;
  /** Name of the municipality. */
  readonly nome: string;
  /** The municipality of the dossier: larger, in strong type. */
  readonly daqui: boolean;
  /** How many units of each kind; null = no figure. A disc stands for CRAS, a square for CREAS. */
  readonly cras: number | null;
  readonly creas: number | null;
}

/** A figure to be drawn from the territory's mesh, which is given beside the dossiers, once for all. */
export interface MapaDoDossie {
  readonly tipo: "mapa";
  /** Shown under the figure. */
  readonly legenda: string;
  /** Text in place of the figure. */
  readonly alternativa: string;
  /** The part of the mesh that is shown, in its units: the drawing's `viewBox`. */
  readonly vista: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Positions in `SvgMesh.paths` of what is drawn: the municipality (null without a polygon) and those around it. */
  readonly area: number | null;
  readonly emVolta: readonly number[];
  readonly marcas: readonly MarcaDoMapa[];
  /** Length of the scale bar, in the mesh's units, and its words ("50 km"). */
  readonly escala: { readonly comprimento: number; readonly texto: string };
}

export type BlocoDoDossie = FraseDoDossie | ListaDoDossie | TabelaDoDossie | MapaDoDossie;

export type IdDaSecao =
  | "destaques"
  | "indicadores"
  | "rede"
  | "apoio"
  | "plano"
  | "denuncias"
  | "perguntas"
  | "contatos";

export interface SecaoDoDossie {
  readonly id: IdDaSecao;
  /** Second-level heading. */
  readonly titulo: string;
  /** Width on paper: the whole line, or half of it beside the next half section. */
  readonly largura: "inteira" | "metade";
  readonly blocos: readonly BlocoDoDossie[];
}

/**
 * One municipality's page before a visit: what the screen shows and the PDF prints, in reading order,
 * every text already written and formatted (pt-BR), so that both say the same.
 */
export interface Dossie {
  readonly codigo: number;
  readonly nome: string;
  /** First-level heading and title of the document: "Dossiê de X". */
  readonly titulo: string;
  /** Region, size, inhabitants. */
  readonly subtitulo: string;
  /** "Dados de demonstração…" where some of the figures are made up; null otherwise. */
  readonly demonstracao: string | null;
  readonly secoes: readonly SecaoDoDossie[];
  /** Sources, reference date, hash of the data, norms: one line each, at the foot. */
  readonly rodape: readonly string[];
}
