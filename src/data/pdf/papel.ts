/** Points of an A4 page (ISO 216) and of its margins. */
export const A4 = { width: 595.28, height: 841.89 } as const;
export const MARGEM = 34;
export const LARGURA_UTIL = A4.width - 2 * MARGEM;

export const PESOS = ["regular", "forte"] as const;
export type Peso = (typeof PESOS)[number];

/** Bytes of a static font file by weight. */
export type Fontes = Readonly<Record<Peso, Uint8Array>>;

/** How a text is set. */
export interface Letra {
  readonly peso: Peso;
  /** Points, before the page's scale. */
  readonly corpo: number;
  readonly cor: string;
}

/** From one baseline to the next, over the size of the letters. */
export const ENTRELINHA = 1.2;

const TINTA = "#1b1b1b";
const SUAVE = "#444444";

/** Every text on the page is set in one of these; all are dark enough on white (7:1) to be copied in black and white. */
export const LETRA = {
  titulo: { peso: "forte", corpo: 17, cor: TINTA },
  subtitulo: { peso: "regular", corpo: 10, cor: SUAVE },
  aviso: { peso: "forte", corpo: 9, cor: TINTA },
  secao: { peso: "forte", corpo: 11, cor: "#0c326f" },
  destaque: { peso: "forte", corpo: 10, cor: TINTA },
  texto: { peso: "regular", corpo: 9, cor: TINTA },
  nota: { peso: "regular", corpo: 7.5, cor: SUAVE },
  legenda: { peso: "forte", corpo: 8, cor: TINTA },
  cabecalho: { peso: "forte", corpo: 8, cor: TINTA },
  celula: { peso: "regular", corpo: 8, cor: TINTA },
  rodape: { peso: "regular", corpo: 7, cor: SUAVE },
  lugar: { peso: "regular", corpo: 7, cor: TINTA },
  daqui: { peso: "forte", corpo: 8, cor: TINTA },
} as const satisfies Readonly<Record<string, Letra>>;

/** Rules, boxes and the map. */
export const TRACO = { fio: "#8a8a8a", forte: "#0c326f", area: "#c5d4eb", emVolta: "#f5f5f5", cras: "#0c326f", creas: "#8a3a00" } as const;

/** Scales tried for one page, from the largest; at the least, text is 6.7 points. */
export const ESCALAS = [1.1, 1.05, 1, 0.95, 0.9, 0.86, 0.82, 0.78, 0.74] as const;
