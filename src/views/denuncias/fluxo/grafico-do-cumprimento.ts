import { isValor } from "../../../core/absence.ts";
import { formatMonth, formatPercent } from "../../../core/format.ts";
import type { ChartOptions, LegendItem } from "../../../ui/chart/props.ts";
import { rotulados } from "../volume/graficos.ts";
import { CONTAGEM_ROTULO, type Contagem, type LinhaDoMes } from "./cumprimento.ts";

const COR: Readonly<Record<Contagem, string>> = { corridos: "var(--cat-1)", uteis: "var(--cat-2)" };
const SIMBOLO: Readonly<Record<Contagem, "circle" | "diamond">> = { corridos: "circle", uteis: "diamond" };
const TRACO: Readonly<Record<Contagem, string>> = { corridos: "none", uteis: "6 3" };

/** Radius of the dots, px. */
const MENOR = 2;
const MAIOR = 6;
/** Share of a month's width by which the dots of two counts stand off its middle. */
const AFASTAMENTO = 0.12;

/** Which colour is which count; nothing where only one is shown. */
export function legendaDoCumprimento(contagens: readonly Contagem[]): LegendItem[] {
  return contagens.length < 2
    ? []
    : contagens.map((contagem) => ({
        rotulo: `Em ${CONTAGEM_ROTULO[contagem]}${contagem === "uteis" ? " (linha tracejada)" : ""}`,
        cor: COR[contagem],
      }));
}

/**
 * Share of a term's starts of each month that were kept, a line for each count.
 * The size of a dot is the number of decided terms; a month whose terms still run
 * has a hollow one, since the slow ones are still to come; a month with nothing
 * decided is a gap.
 */
export function cumprimentoPorMes(meses: readonly LinhaDoMes[], contagens: readonly Contagem[]): ChartOptions {
  const maior = Math.max(
    1,
    ...meses.flatMap(({ por }) => contagens.map((contagem) => por[contagem].noPrazo + por[contagem].fora)),
  );
  const series = contagens.map((contagem, qual) => ({
    contagem,
    pontos: meses.map(({ por, emCurso }, i) => {
      const { parte, noPrazo, fora } = por[contagem];
      return {
        // Two counts that agree stand side by side.
        x: i + 0.5 + AFASTAMENTO * (2 * qual - contagens.length + 1),
        parte: isValor(parte) ? parte.valor : null,
        tamanho: Math.sqrt((noPrazo + fora) / maior),
        isAberto: emCurso > 0,
      };
    }),
  }));
  return (largura, Plot) => {
    const maiorRaio = Math.min(MAIOR, Math.max(MENOR, (0.35 * largura) / Math.max(1, meses.length)));
    return {
      width: largura,
      height: 220,
      marginLeft: 52,
      marginRight: 12,
      marginTop: 12,
      marginBottom: 40,
      x: { domain: [0, Math.max(1, meses.length)], axis: null },
      y: { domain: [0, 100], label: null, grid: true, ticks: 5, tickFormat: (v: number) => formatPercent(v, 0) },
      marks: [
        Plot.ruleY([0], { stroke: "var(--chart-muted)" }),
        ...series.flatMap(({ contagem, pontos }) => {
          const visiveis = pontos.filter(({ parte }) => parte !== null);
          return [
            Plot.lineY(pontos, {
              x: "x",
              y: "parte",
              stroke: COR[contagem],
              strokeWidth: 2,
              strokeDasharray: TRACO[contagem],
            }),
            Plot.dot(visiveis, {
              x: "x",
              y: "parte",
              r: ({ tamanho }: { readonly tamanho: number }) => MENOR + (maiorRaio - MENOR) * tamanho,
              symbol: SIMBOLO[contagem],
              stroke: COR[contagem],
              strokeWidth: 2,
              fill: ({ isAberto }: { readonly isAberto: boolean }) => (isAberto ? "var(--surface)" : COR[contagem]),
            }),
          ];
        }),
        Plot.text(rotulados(meses.length, largura), {
          x: (i: number) => i + 0.5,
          text: (i: number) => formatMonth(meses[i]?.mes ?? "").replace(" ", "\n"),
          frameAnchor: "bottom",
          lineAnchor: "top",
          dy: 6,
          fill: "var(--text)",
        }),
      ],
      r: { type: "identity" },
    };
  };
}
