import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { ChartOptions } from "../../../ui/chart/props.ts";

/** One bar with its words. */
export interface BarraDoFluxo {
  readonly chave: string;
  readonly nome: string;
  readonly valor: number;
  /** What stands at the right: "128 · 12,3 %". */
  readonly texto: string;
  /** A token. */
  readonly cor: string;
}

const ESTREITA = 560;
const PASSO = 30;
const PASSO_ESTREITO = 46;
const LETRA = 7.2;

/** Room in px for the longest of some texts of the chart's font. */
function espaco(textos: readonly string[]): number {
  return 16 + LETRA * Math.max(0, ...textos.map((texto) => texto.length));
}

function isEstreita(largura: number, nomes: number, textos: number): boolean {
  return largura < ESTREITA || nomes + textos > largura * 0.6;
}

/**
 * Bars in the order given, from zero, each with its words at the right; on a
 * narrow drawing the name stands over its bar.
 */
export function barrasDoFluxo(barras: readonly BarraDoFluxo[]): ChartOptions {
  return (largura, Plot) => {
    const nomes = espaco(barras.map(({ nome }) => nome));
    const textos = espaco(barras.map(({ texto }) => texto));
    const estreita = isEstreita(largura, nomes, textos);
    const barra = estreita ? { insetTop: 22, insetBottom: 4 } : { insetTop: 4, insetBottom: 4 };
    const fim = Math.max(1, ...barras.map(({ valor }) => valor));
    return {
      width: largura,
      height: barras.length * (estreita ? PASSO_ESTREITO : PASSO) + 4,
      marginLeft: estreita ? 2 : nomes,
      marginRight: textos,
      marginTop: 0,
      marginBottom: 4,
      x: { domain: [0, fim], axis: null },
      y: { domain: barras.map(({ chave }) => chave), axis: null, padding: 0 },
      marks: [
        Plot.barX(barras, { y: "chave", x1: 0, x2: fim, fill: "var(--surface-sunken)", ...barra, ...MARCA }),
        Plot.barX(barras, { y: "chave", x1: 0, x2: "valor", fill: "cor", pointerEvents: "none", ...barra }),
        Plot.text(barras, {
          y: "chave",
          x: 0,
          text: "nome",
          ...(estreita ? { textAnchor: "start", dy: -11 } : { textAnchor: "end", dx: -8 }),
          ...TEXTO,
        }),
        Plot.text(barras, {
          y: "chave",
          frameAnchor: "right",
          textAnchor: "start",
          dx: 8,
          dy: estreita ? 9 : 0,
          text: "texto",
          ...TEXTO,
        }),
      ],
    };
  };
}

/** Height in px of `barrasDoFluxo` on a wide drawing, kept while it loads. */
export function alturaDasBarras(barras: number): number {
  return barras * PASSO + 4;
}

const TEXTO = { fill: "var(--text)", pointerEvents: "none" } as const;
