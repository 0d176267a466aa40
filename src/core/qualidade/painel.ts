import type { Porte } from "../municipio.ts";

/** All figures of one indicator in one period, aligned with the municipalities; NaN where there is none. */
export interface ColunaPainel {
  readonly indicador: string;
  readonly periodo: string;
  /** Source of most of the figures; null when none is named. */
  readonly fonte: string | null;
  readonly valores: Float64Array;
  /** Null when the source gives none. */
  readonly numeradores: Float64Array | null;
  readonly denominadores: Float64Array | null;
}

/** What the rules look at: the municipalities and the columns, by indicator and period, oldest first. */
export interface Painel {
  readonly codigos: readonly number[];
  readonly portes: readonly (Porte | null)[];
  readonly colunas: readonly ColunaPainel[];
}

/** The figures of one indicator, period and source, as the engine packs them: parallel lists joined by `|`. */
export interface PacoteDeValores {
  readonly indicador: string;
  readonly periodo: string;
  readonly fonte: string | null;
  readonly codigos: string;
  readonly valores: string;
  /** Empty items where the source gives none; null when it gives none at all. */
  readonly numeradores: string | null;
  readonly denominadores: string | null;
}

/**
 * Lays packed figures out as columns. Packs of one indicator and period are one
 * column. Figures of municipalities not in the list are left out.
 * @param pacotes in any order.
 */
export function montarPainel(
  pacotes: readonly PacoteDeValores[],
  municipios: readonly { readonly codigo: number; readonly porte: Porte | null }[],
): Painel {
  const lugar = new Map(municipios.map(({ codigo }, i) => [String(codigo), i]));
  const porColuna = new Map<string, PacoteDeValores[]>();
  for (const pacote of pacotes) {
    const chave = `${pacote.indicador} ${pacote.periodo}`;
    const juntos = porColuna.get(chave);
    if (juntos === undefined) porColuna.set(chave, [pacote]);
    else juntos.push(pacote);
  }
  const colunas = [...porColuna.values()].map((juntos) => coluna(juntos, lugar, municipios.length));
  colunas.sort((a, b) => compare(a.indicador, b.indicador) || compare(a.periodo, b.periodo));
  return {
    codigos: municipios.map(({ codigo }) => codigo),
    portes: municipios.map(({ porte }) => porte),
    colunas,
  };
}

function coluna(pacotes: readonly PacoteDeValores[], lugar: ReadonlyMap<string, number>, tamanho: number): ColunaPainel {
  const valores = new Float64Array(tamanho).fill(Number.NaN);
  let numeradores: Float64Array | null = null;
  let denominadores: Float64Array | null = null;
  let maior: PacoteDeValores | undefined;
  for (const pacote of pacotes) {
    if (maior === undefined || pacote.codigos.length > maior.codigos.length) maior = pacote;
    const linhas = pacote.codigos.split("|").map((codigo) => lugar.get(codigo) ?? -1);
    write(valores, linhas, pacote.valores);
    if (pacote.numeradores === null || pacote.denominadores === null) continue;
    numeradores ??= new Float64Array(tamanho).fill(Number.NaN);
    denominadores ??= new Float64Array(tamanho).fill(Number.NaN);
    write(numeradores, linhas, pacote.numeradores);
    write(denominadores, linhas, pacote.denominadores);
  }
  const { indicador = "", periodo = "", fonte = null } = maior ?? {};
  return { indicador, periodo, fonte, valores, numeradores, denominadores };
}

function write(destino: Float64Array, linhas: readonly number[], textos: string): void {
  textos.split("|").forEach((texto, i) => {
    const linha = linhas[i] ?? -1;
    if (linha >= 0) destino[linha] = texto === "" ? Number.NaN : Number(texto);
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
