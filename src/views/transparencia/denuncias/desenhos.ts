import { isValor, type Celula } from "../../../core/absence.ts";
import { formatCelula } from "../../../core/format.ts";
import type { ChartOptions } from "../../../ui/chart/props.ts";

/** A bar: how much, of what. A figure that is hidden has no length, only its word. */
export interface Barra {
  readonly chave: string;
  readonly rotulo: string;
  readonly valor: Celula;
  /** Printed at its end; the figure as it is when not said. */
  readonly texto?: string;
}

const PASSO = 44;
const GROSSURA = 14;

/** Height in px of `barrasDeitadas`. */
export function alturaDasBarras(quantas: number): number {
  return quantas * PASSO + 4;
}

/** One bar under its name for each row, from zero, with its figure at the end: narrow screens included. */
export function barrasDeitadas(barras: readonly Barra[], cor = "var(--chart-accent)"): ChartOptions {
  const teto = Math.max(1, ...barras.map(({ valor }) => quanto(valor)));
  return (largura, Plot) => ({
    height: alturaDasBarras(barras.length),
    marginLeft: 2,
    marginRight: Math.min(190, largura * 0.4),
    marginTop: 0,
    marginBottom: 4,
    x: { domain: [0, teto], axis: null },
    y: { domain: barras.map(({ chave }) => chave), axis: null, padding: 0 },
    marks: [
      Plot.rectX(barras, { y: "chave", x1: 0, x2: (barra: Barra) => quanto(barra.valor), fill: cor, insetTop: PASSO - GROSSURA - 6, insetBottom: 6 }),
      Plot.text(barras, { y: "chave", x: 0, text: "rotulo", textAnchor: "start", dy: -6, fontSize: 14, fill: "var(--text)" }),
      Plot.text(barras, { y: "chave", x: (barra: Barra) => quanto(barra.valor), text: textoDe, textAnchor: "start", dx: 6, dy: 11, fontSize: 14, fill: (barra: Barra) => (isValor(barra.valor) ? "var(--text)" : "var(--absence)") }),
      Plot.ruleX([0], { stroke: "var(--border-strong)" }),
    ],
  });
}

/** Height in px of `barrasEmPe`. */
export const ALTURA_EM_PE = 260;
/** Width in px of a letter of a bar's figure. */
const LETRA = 7;
const FOLGA = 6;

/** Said in the place of a column that is hidden. */
const OCULTO = "oculto";

/** A column for each period, in order; a hidden one leaves its place with a mark. */
export function barrasEmPe(barras: readonly Barra[], unidade: string, cor = "var(--chart-accent)"): ChartOptions {
  return (largura, Plot) => {
    const passo = (largura - 64) / Math.max(1, barras.length);
    const cada = Math.max(1, Math.ceil(52 / passo));
    const cabeOTexto = Math.max(...barras.map((barra) => (isValor(barra.valor) ? textoDe(barra) : OCULTO).length), 1) * LETRA + FOLGA <= passo;
    const ocultas = barras.filter(({ valor }) => !isValor(valor));
    return {
      height: ALTURA_EM_PE,
      marginLeft: 48,
      marginBottom: 34,
      x: { domain: barras.map(({ rotulo }) => rotulo), label: null, ticks: barras.filter((_, i) => i % cada === 0).map(({ rotulo }) => rotulo), tickSize: 0 },
      y: { label: unidade, grid: true, zero: true, domain: [0, Math.max(1, ...barras.map(({ valor }) => quanto(valor))) * 1.08] },
      marks: [
        Plot.barY(barras, { x: "rotulo", y: (barra: Barra) => quanto(barra.valor), fill: cor }),
        ...(!cabeOTexto
          ? []
          : [Plot.text(barras.filter(({ valor }) => isValor(valor)), { x: "rotulo", y: (barra: Barra) => quanto(barra.valor), text: textoDe, dy: -8, fill: "var(--text)" })]),
        Plot.text(ocultas, { x: "rotulo", y: 0, text: () => (cabeOTexto ? OCULTO : "…"), dy: -8, fill: "var(--absence)" }),
        Plot.ruleY([0], { stroke: "var(--border-strong)" }),
      ],
    };
  };
}

function quanto(valor: Celula): number {
  return isValor(valor) ? valor.valor : 0;
}

function textoDe({ valor, texto }: Barra): string {
  return texto ?? formatCelula(valor);
}
