/** How support is given. Source: Res. CIB/MT 02/2022 art. 4. */
export type ModalidadeDoPacto = "presencial" | "nao-presencial";

/** A support strategy as a norm lists it. */
export interface EstrategiaDoPacto {
  readonly id: string;
  readonly nome: string;
  /** The group the norm puts it in; an event's own modality is what its record says. */
  readonly modalidade: ModalidadeDoPacto;
  readonly artigos: readonly string[];
}

/** One line of the year's priority themes. Source: Res. CIB/MT 02/2022 art. 7. */
export interface LinhaDoPacto {
  readonly id: string;
  readonly eixo: string;
  /** In the norm's words. */
  readonly nome: string;
  /** Short name of the theme, and other ways it is written. */
  readonly tema: string;
  readonly temas: readonly string[];
  /** True when every event of the eixo by one of the strategies is of the line, whatever its theme. */
  readonly qualquerTema: boolean;
  /** Ids of the strategies that hold the line. */
  readonly estrategias: readonly string[];
  readonly modalidade: ModalidadeDoPacto;
  /** "Presencial / in loco", "Online". */
  readonly modalidadeNaNorma: string;
  /** How many times in the year; null where the norm gives no number. */
  readonly previstos: number | null;
  /** Id of the office that answers for the theme; null where unknown. */
  readonly coordenacao: string | null;
  readonly artigo: string;
}

/** An office and what it answers for: the contact card of a theme. Source: Res. CIB/MT 02/2022 art. 6 VIII. */
export interface Coordenacao {
  readonly id: string;
  readonly nome: string;
  /** In the norm's words. */
  readonly atende: string;
  readonly temas: readonly string[];
  /** The office's, as the norm prints it; never a person's. */
  readonly telefone: string | null;
  readonly emails: readonly string[];
  readonly artigo: string;
}

/** The least monitoring due to each municipality. Source: Res. CIB/MT 02/2022 arts. 4 I c and 6 III. */
export interface MinimoDoPacto {
  readonly estrategias: readonly string[];
  /** At least once in this many months. */
  readonly meses: number;
  readonly artigos: readonly string[];
}

/** What a territory's pact promises: strategies, eixos, the lines of the year, offices, the minimum. */
export interface Pacto {
  /** Id in the territory's norms; null where none pacts support. */
  readonly norma: string | null;
  readonly ano: number | null;
  readonly estrategias: readonly EstrategiaDoPacto[];
  readonly eixos: readonly { readonly id: string; readonly nome: string }[];
  readonly linhas: readonly LinhaDoPacto[];
  readonly coordenacoes: readonly Coordenacao[];
  readonly minimo: MinimoDoPacto | null;
  /** Where each assumption comes from, in plain sentences. */
  readonly notas: readonly string[];
}
