import { isValor } from "../../core/absence.ts";
import { classIndex } from "../../core/classes.ts";
import { count, formatNumber } from "../../core/format.ts";
import type { MapLayer } from "../../core/map-layer.ts";
import type { ChartOptions } from "../../ui/chart/props.ts";
import { comUnidade, type Medida } from "./medida.ts";

/** A bar of the histogram: half-open interval, the last one closed. */
export interface Faixa {
  readonly min: number;
  readonly max: number;
  readonly rotulo: string;
  readonly contagem: number;
  /** The one value the bar stands for; null when it stands for an interval. */
  readonly valor: number | null;
}

/** Bars wanted; the step is then the next of 1, 2, 5 × a power of ten. */
const BARRAS = 24;

/**
 * Bins of equal width on round limits. Coded answers and figures with few distinct
 * values get one bar each, centred on the value.
 */
export function faixasDe(medida: Medida): Faixa[] {
  const valores = [...medida.celulas.values()].filter(isValor).map(({ valor }) => valor);
  const distintos = [...new Set(valores)].sort((a, b) => a - b);
  const [primeiro] = distintos;
  const ultimo = distintos.at(-1);
  if (primeiro === undefined || ultimo === undefined) return [];
  if (distintos.length <= 6) {
    const saltos = distintos.slice(1).map((v, i) => v - (distintos[i] ?? v));
    const meia = 0.4 * Math.min(1, ...saltos);
    return distintos.map((v) => ({
      min: v - meia,
      max: v + meia,
      rotulo: medida.format(v),
      contagem: valores.filter((x) => x === v).length,
      valor: v,
    }));
  }
  const passo = roundStep((ultimo - primeiro) / BARRAS);
  const inicio = Math.floor(primeiro / passo);
  const quantas = Math.floor(ultimo / passo) - inicio + 1;
  const contagens = new Array<number>(quantas).fill(0);
  for (const v of valores) {
    const i = Math.floor(v / passo) - inicio;
    contagens[i] = (contagens[i] ?? 0) + 1;
  }
  const limite = (i: number): number => Number(((inicio + i) * passo).toPrecision(12));
  return contagens.map((contagem, i) => ({
    min: limite(i),
    max: limite(i + 1),
    rotulo: `${medida.format(limite(i))} a menos de ${medida.format(limite(i + 1))}`,
    contagem,
    valor: null,
  }));
}

export interface HistogramaEntrada {
  readonly medida: Medida;
  readonly layer: MapLayer;
  readonly faixas: readonly Faixa[];
  readonly selecionado: { readonly nome: string; readonly valor: number } | null;
}

/** Histogram with the map's class limits as dashed lines, bars in the colour of the class they start in. */
export function histogramaOptions(entrada: HistogramaEntrada): ChartOptions {
  const { medida, layer, faixas, selecionado } = entrada;
  const descendente = (layer.classes[0]?.min ?? 0) > (layer.classes.at(-1)?.min ?? 0);
  const ascendentes = descendente ? layer.classes.toReversed() : layer.classes;
  const classe = (v: number): number => {
    // The middle of the outer bars may lie beyond the figures themselves.
    const dentro = Math.min(ascendentes.at(-1)?.max ?? v, Math.max(ascendentes[0]?.min ?? v, v));
    const i = Math.max(0, classIndex(ascendentes, dentro));
    return descendente ? ascendentes.length - 1 - i : i;
  };
  const valores = faixas.flatMap(({ valor }) => valor ?? []);
  const limites = valores.length > 0 ? [] : ascendentes.slice(1).map(({ min }) => min);
  return (_largura, Plot) => ({
    height: 168,
    marginTop: 22,
    marginLeft: 40,
    marginRight: 16,
    marginBottom: 36,
    x: { label: rotuloEixo(medida), tickFormat: (v: number) => medida.format(v), ticks: valores.length > 0 ? valores : 6, labelAnchor: "center" },
    y: { label: "municípios", grid: true, ticks: 4, tickFormat: (v: number) => (Number.isInteger(v) ? formatNumber(v) : "") },
    marks: [
      Plot.rectY(faixas, {
        x1: "min",
        x2: "max",
        y: "contagem",
        fill: (f: Faixa) => corDaClasse(classe(f.valor ?? (f.min + f.max) / 2)),
        stroke: "var(--map-border, var(--surface))",
        strokeWidth: 0.6,
        inset: 0.5,
      }),
      Plot.ruleY([0]),
      Plot.ruleX(limites, { stroke: "var(--text-muted)", strokeDasharray: "3 3" }),
      ...(selecionado === null
        ? []
        : [
            Plot.ruleX([selecionado.valor], { stroke: "var(--selected)", strokeWidth: 2.5 }),
            Plot.text([selecionado], {
              x: "valor",
              text: "nome",
              frameAnchor: "top",
              dy: -16,
              fontWeight: 600,
              fill: "var(--text)",
              stroke: "var(--surface)",
              strokeWidth: 4,
            }),
          ]),
    ],
  });
}

/** One sentence: where the fullest bar is. */
export function leituraHistograma(medida: Medida, faixas: readonly Faixa[]): string {
  const maior = faixas.reduce<Faixa | null>((a, b) => (a === null || b.contagem > a.contagem ? b : a), null);
  if (maior === null) return "Nenhum município com dado.";
  return `A faixa mais frequente é ${maior.rotulo}${medida.unidade === "" ? "" : ` (${medida.unidade})`}: ${count(maior.contagem, "município", "municípios")}.`;
}

/** Value at the chosen municipality in words, for the chart's subtitle. */
export function marcaSelecionada(medida: Medida, nome: string, valor: number): string {
  return `${nome}: ${comUnidade(medida, valor)}`;
}

/** The map's colour of a class (`ui/map/ramp-style.ts`); the plain chart colour outside a `map-ramp` element. */
function corDaClasse(classe: number): string {
  return `var(--map-${classe}, var(--chart-accent))`;
}

function rotuloEixo(medida: Medida): string {
  return medida.unidade === "" ? medida.nomeCurto : `${medida.nomeCurto} (${medida.unidade})`;
}

function roundStep(bruto: number): number {
  const potencia = 10 ** Math.floor(Math.log10(bruto));
  const m = bruto / potencia;
  return (m <= 1 ? 1 : m <= 2 ? 2 : m <= 5 ? 5 : 10) * potencia;
}
