/**
 * The four kinds of data-quality rule, after the dimensions official statistics
 * use: is it possible, is it there, does it agree, is it recent?
 */
export const ESPECIES = ["correcao", "completude", "consistencia", "atualidade"] as const;
export type Especie = (typeof ESPECIES)[number];

export const ESPECIE_ROTULO: Readonly<Record<Especie, string>> = {
  correcao: "Correção",
  completude: "Completude",
  consistencia: "Consistência",
  atualidade: "Atualidade",
};

export const ESPECIE_PERGUNTA: Readonly<Record<Especie, string>> = {
  correcao: "O valor é possível?",
  completude: "O dado está lá?",
  consistencia: "Os dados combinam entre si?",
  atualidade: "O dado é recente?",
};

/** What a rule that fires says of a figure; `sem-dado` only where the figure is missing. */
export type Gravidade = "erro" | "a-conferir" | "sem-dado";

/** Which indicators of the catalogue a rule looks at: the union of the criteria, without `exceto`. */
export interface Selecao {
  readonly todos?: boolean;
  readonly ids?: readonly string[];
  readonly unidades?: readonly string[];
  readonly cadencias?: readonly string[];
  readonly exceto?: readonly string[];
}

/** What every rule says of itself. `frase` and `oQueFazer` are templates, see `frase.ts`. */
export interface RegraBase {
  readonly id: string;
  readonly especie: Especie;
  readonly nome: string;
  readonly gravidade: Gravidade;
  readonly frase: string;
  readonly oQueFazer: string;
  readonly porque: string;
  /** The published document or method the rule stands on. */
  readonly referencia: string;
  /** What the rule cannot see. */
  readonly limitacao?: string;
  /** Whether the municipality can correct it, and so the letter tells it. */
  readonly carta: boolean;
}

/** The figure lies inside limits: its own, or those of the catalogue (levels of coded answers included). */
export interface RegraFaixa extends RegraBase {
  readonly tipo: "faixa";
  readonly indicadores: Selecao;
  readonly limites: "catalogo" | { readonly min?: number; readonly max?: number };
  readonly inteiro?: boolean;
  /** A zero is another matter and passes. */
  readonly ignoraZero?: boolean;
}

/** A total agrees with its parts of the same period, up to an absolute tolerance. */
export interface RegraFormula extends RegraBase {
  readonly tipo: "formula";
  readonly total: string;
  readonly partes: readonly string[];
  readonly operacao: "soma" | "media" | "media-geometrica";
  readonly tolerancia: number;
}

/** A rate agrees with its own numerator ÷ denominator × `fator`. */
export interface RegraRazao extends RegraBase {
  readonly tipo: "razao";
  readonly indicadores: Selecao;
  readonly fator: number;
  readonly tolerancia: number;
}

/** Two indicators of one municipality agree. The finding is on `a`. */
export interface RegraComparacao extends RegraBase {
  readonly tipo: "comparacao";
  readonly a: string;
  readonly b: string;
  /** a ≤ b·(1+t); |a−b| ≤ t; |a÷b−1| ≤ t. */
  readonly relacao: "no-maximo" | "igual" | "proximo";
  readonly tolerancia: number;
  /** Same period, or the newest of each when at most so many months lie between them. */
  readonly periodos: "mesmo" | { readonly mesesEntre: number };
  /** Sentence for a positive `a` where `b` has no figure; without it that says nothing. */
  readonly fraseSemPar?: string;
}

export interface Condicao {
  readonly indicador: string;
  readonly operador: "=" | ">" | ">=" | "<";
  readonly valor: number;
}

/** Two answers that exclude each other, newest of each. The finding is on `nao`. */
export interface RegraContradicao extends RegraBase {
  readonly tipo: "contradicao";
  readonly se: Condicao;
  readonly nao: Condicao;
  readonly mesesEntre: number;
}

/** Robust outlier of a period: |modified z| > `limite` (Iglewicz & Hoaglin, 1993). */
export interface RegraAtipico extends RegraBase {
  readonly tipo: "atipico";
  readonly indicadores: Selecao;
  readonly limite: number;
  /** `log` leaves zeros out; `raiz` leaves negative figures out. */
  readonly escala: "linear" | "raiz" | "log";
  readonly grupo: "todos" | "porte";
  /** Smallest group that is judged. */
  readonly minimo: number;
}

/** Sudden change against the municipality's previous figure. */
export interface RegraSalto extends RegraBase {
  readonly tipo: "salto";
  readonly indicadores: Selecao;
  /** Difference in units, or share of the previous figure. */
  readonly medida: "diferenca" | "relativa";
  readonly limite: number;
  /** Previous figures older than this are no comparison. */
  readonly mesesEntre: number;
}

/** A figure that is expected is missing (`falta`), or stayed behind those of the others (`defasado`). */
export interface RegraPresenca extends RegraBase {
  readonly tipo: "falta" | "defasado";
  readonly indicadores: Selecao;
  readonly esperado: "todos" | "quem-ja-teve";
  /** Share of the expected municipalities with the figure from which its lack is a lack. */
  readonly parteMinima: number;
}

/** A whole year is missing inside a yearly series. */
export interface RegraLacuna extends RegraBase {
  readonly tipo: "lacuna";
  readonly indicadores: Selecao;
}

/** The newest figures are older than their cadence allows on the reference date. */
export interface RegraFonteAtrasada extends RegraBase {
  readonly tipo: "fonte-atrasada";
  /** Words of the catalogue's `cadencia` → months after the end of the newest period. */
  readonly cadencias: readonly { readonly cadencia: string; readonly meses: number }[];
}

/** A municipality was carved out of others: what came before holds it inside them. */
export interface RegraQuebra extends RegraBase {
  readonly tipo: "quebra";
  readonly novo: number;
  /** Civil date it was installed on. */
  readonly desde: string;
  readonly origens: readonly number[];
  /** Indicators whose newest figure of the origins still holds the new one. */
  readonly indicadores: readonly string[];
}

export type Regra =
  | RegraFaixa
  | RegraFormula
  | RegraRazao
  | RegraComparacao
  | RegraContradicao
  | RegraAtipico
  | RegraSalto
  | RegraPresenca
  | RegraLacuna
  | RegraFonteAtrasada
  | RegraQuebra;

/** Where the figures of a source are corrected. */
export interface Correcao {
  /** Source id. */
  readonly fonte: string;
  /** Only for these indicators of the source; without it, for all the others. */
  readonly indicadores?: readonly string[];
  /** "no Censo SUAS, questionário do Fundo Municipal". */
  readonly onde: string;
  /** False for what other bodies compute: the municipality is asked nothing about it. */
  readonly municipioCorrige: boolean;
}

/** Indicators that come from one answer: one line in the letter. The first one stands for all. */
export interface Familia {
  readonly nome: string;
  readonly indicadores: readonly string[];
}

/** Everything in `data/qualidade/regras.json`. */
export interface LivroDeRegras {
  readonly regras: readonly Regra[];
  readonly familias: readonly Familia[];
  readonly correcoes: readonly Correcao[];
  readonly carta: {
    readonly abertura: string;
    readonly fecho: string;
    /** Norms the letter cites: ids and articles of `territorio.json`. */
    readonly normas: readonly { readonly norma: string; readonly artigo: string }[];
  };
}

/** Finds where the figures of an indicator of a source are corrected; null when the book does not say. */
export type BuscaDeCorrecao = (fonte: string | null, indicador: string) => Correcao | null;

export function buscaDeCorrecao({ correcoes }: Pick<LivroDeRegras, "correcoes">): BuscaDeCorrecao {
  const geral = new Map<string, Correcao>();
  const propria = new Map<string, Correcao>();
  for (const correcao of correcoes) {
    if (correcao.indicadores === undefined) geral.set(correcao.fonte, correcao);
    else for (const indicador of correcao.indicadores) propria.set(`${correcao.fonte} ${indicador}`, correcao);
  }
  return (fonte, indicador) => (fonte === null ? null : (propria.get(`${fonte} ${indicador}`) ?? geral.get(fonte) ?? null));
}
