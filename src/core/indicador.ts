/** Direction of an indicator: does a higher value mean more need of support? */
export type Polaridade =
  /** ▲ higher = more need. */
  | "maior-mais-necessidade"
  /** ▼ higher = less need. */
  | "maior-menos-necessidade"
  /** ○ context only, never enters the index. */
  | "contexto";

export const POLARIDADE_MARCA: Readonly<Record<Polaridade, string>> = {
  "maior-mais-necessidade": "▲",
  "maior-menos-necessidade": "▼",
  contexto: "○",
};

export const POLARIDADE_ROTULO: Readonly<Record<Polaridade, string>> = {
  "maior-mais-necessidade": "quanto maior, mais necessidade de apoio",
  "maior-menos-necessidade": "quanto maior, menos necessidade de apoio",
  contexto: "contexto: não entra no índice",
};

/** One record of the indicator catalogue (`data/catalogo.json`). */
export interface Indicador {
  /** Stable id, kebab-case: key of `indicadores.csv`. */
  readonly id: string;
  readonly nome: string;
  /** Short name for table headers, at most about 20 characters. */
  readonly nomeCurto: string;
  /** The plain-language question the indicator answers. */
  readonly pergunta: string;
  /** Id of a dimension of the territory file. */
  readonly dimensao: string;
  /** Printed after the value: "%", "hab.", "R$", "de 1 a 5", … */
  readonly unidade: string;
  /** Decimal places to print. */
  readonly casas: number;
  readonly polaridade: Polaridade;
  readonly formula: string;
  /** Id in `data/fontes.json`. */
  readonly fonte: string;
  readonly cadencia: string;
  /** What the reader must know before using the figure. */
  readonly ressalva: string;
  /** Natural limits of the scale, when it has them. */
  readonly limites?: { readonly min: number; readonly max: number };
  /** Words for coded answers: value → label (for instance 1 → "Sim"). */
  readonly niveis?: Readonly<Record<string, string>>;
}

/** A published source of figures (`data/fontes.json`). */
export interface Fonte {
  readonly id: string;
  readonly nome: string;
  /** Body that publishes it. */
  readonly orgao: string;
  readonly url: string | null;
  readonly licenca: string;
  /** Reference date or period of the figures, as the source gives it. */
  readonly referencia: string;
  readonly nota: string;
}

/** The newest published figures of one indicator, aligned with a list of municipalities. */
export interface ColunaIndicador {
  readonly indicador: string;
  /** The newest period with data in the territory; figures of older periods keep their own in `periodos`. */
  readonly periodo: string;
  readonly valores: readonly (number | null)[];
  /** Period of each figure where it differs from `periodo`; null entries mean "same". */
  readonly periodos: readonly (string | null)[] | null;
  readonly fonte: string;
  /** Events behind each figure, where published; absent when none is, or none is needed. */
  readonly numeradores?: readonly (number | null)[];
  /** Exposed behind each figure. */
  readonly denominadores?: readonly (number | null)[];
  /** Load of each figure (`Carga.id`); null entries are bundled figures; absent when all are. */
  readonly cargas?: readonly (string | null)[];
}
