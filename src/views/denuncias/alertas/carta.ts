import { celula, isValor, type Celula } from "../../../core/absence.ts";
import type { RespostaDeAlertas } from "../../../core/alerta/alertar.ts";
import { faixaInteira, fraseDaCarta, fraseDoMesDaSerie } from "../../../core/alerta/frase.ts";
import { taxaNoMes } from "../../../core/alerta/series.ts";
import type { CivilMonth } from "../../../core/civil-date.ts";
import { capitalize, count, formatMonth, formatNumber } from "../../../core/format.ts";
import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { ChartOptions, LegendItem } from "../../../ui/chart/props.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { sinalDe, SINAL_ROTULO, type Sinal } from "./series.ts";

/** A month of the series drawn. */
export interface LinhaDaCarta {
  readonly mes: CivilMonth;
  readonly observado: number;
  readonly media: Celula;
  /** Whole counts inside the limits. */
  readonly de: Celula;
  readonly ate: Celula;
  /** Per 10,000 inhabitants in 30 days. */
  readonly taxa: Celula;
  readonly sinal: Sinal;
}

/** From the first month in use. */
export function linhasDaCarta({ meses, inicio, series, escolhida, carta }: RespostaDeAlertas): LinhaDaCarta[] {
  const serie = series[escolhida];
  if (serie === undefined) return [];
  return meses.slice(inicio).map((mes, i) => {
    const m = inicio + i;
    const teste = carta.testes[m] ?? { porque: "serie-curta" };
    const observado = serie.contagens[m] ?? 0;
    const esperado = "esperado" in teste ? teste.esperado : null;
    const faixa = esperado === null ? null : faixaInteira(esperado);
    return {
      mes,
      observado,
      media: celula(esperado?.media ?? null, "dados-insuficientes"),
      de: celula(faixa?.de ?? null, "dados-insuficientes"),
      ate: celula(faixa?.ate ?? null, "dados-insuficientes"),
      taxa: celula(taxaNoMes(serie, m)),
      sinal: sinalDe(observado, teste),
    };
  });
}

export const COLUNAS_DA_CARTA: readonly TableColumn<LinhaDaCarta>[] = [
  { id: "mes", titulo: "Mês", tipo: "data", valor: ({ mes }) => mes },
  { id: "observado", titulo: "Denúncias", tipo: "numero", valor: ({ observado }) => ({ valor: observado }) },
  { id: "media", titulo: "Média esperada", tipo: "numero", casas: 1, valor: ({ media }) => media },
  { id: "de", titulo: "Esperado: de", tipo: "numero", valor: ({ de }) => de },
  { id: "ate", titulo: "Esperado: a", tipo: "numero", valor: ({ ate }) => ate },
  { id: "taxa", titulo: "Taxa", unidade: "por 10 mil hab. em 30 dias", tipo: "numero", casas: 2, valor: ({ taxa }) => taxa },
  { id: "sinal", titulo: "O que se viu", tipo: "texto", valor: ({ sinal }) => SINAL_ROTULO[sinal] },
];

/** "Fulano: 14 em outubro de 2026; o esperado era de 3 a 9. 2 meses acima do esperado desde nov. 2024." */
export function leituraDaCarta(resposta: RespostaDeAlertas, linhas: readonly LinhaDaCarta[], nome: string): string {
  const { meses, pedido, carta } = resposta;
  const m = meses.indexOf(pedido.mes);
  const linha = linhas.find(({ mes }) => mes === pedido.mes);
  if (linha === undefined) return `${nome}: sem meses para mostrar.`;
  const visto = fraseDoMesDaSerie(linha.observado, pedido.mes, carta.testes[m] ?? { porque: "serie-curta" });
  const testados = linhas.filter(({ sinal }) => sinal !== "sem-teste");
  const [primeiro] = testados;
  const acima = testados.filter(({ sinal }) => sinal === "acima").length;
  const historia = primeiro === undefined ? "" : ` ${capitalize(count(acima, "mês", "meses"))} acima do esperado desde ${formatMonth(primeiro.mes)}.`;
  const resto = fraseDaCarta(carta);
  return `${nome}: ${visto}.${historia}${resto === "" ? "" : ` ${resto}`}`;
}

export const LEGENDA_DA_CARTA: readonly LegendItem[] = [
  { rotulo: "Denúncias no mês", cor: "var(--chart-accent)" },
  { rotulo: "Faixa do esperado, pelos meses anteriores", cor: "var(--chart-soft)" },
  { rotulo: "Acima do esperado (losango, com o número)", cor: "var(--chart-reference)" },
];

export const ALTURA_DA_CARTA = 300;
const MARGEM = { esquerda: 44, direita: 12 } as const;
/** Width a month's label takes, in px. */
const ROTULO = 44;

/** Counts by month over the band of what was expected of each, with the alarms marked by shape and number. */
export function desenhoDaCarta(linhas: readonly LinhaDaCarta[], escolhido: CivilMonth): ChartOptions {
  const pontos = linhas.map((linha, i) => ({ ...linha, x: i + 0.5 }));
  const faixas = pontos.flatMap(({ x, de, ate, media }) =>
    isValor(de) && isValor(ate) && isValor(media) ? [{ x1: x - 0.5, x2: x + 0.5, de: Math.max(0, de.valor - 0.5), ate: ate.valor + 0.5, media: media.valor }] : [],
  );
  const teto = Math.max(1, ...pontos.map(({ observado }) => observado), ...faixas.map(({ ate }) => ate));
  const acima = pontos.filter(({ sinal }) => sinal === "acima");
  const doMes = pontos.filter(({ mes }) => mes === escolhido);
  return (largura, Plot) => ({
    width: largura,
    height: ALTURA_DA_CARTA,
    marginLeft: MARGEM.esquerda,
    marginRight: MARGEM.direita,
    marginTop: 28,
    marginBottom: 40,
    x: { domain: [0, Math.max(1, linhas.length)], axis: null },
    y: {
      domain: [0, teto],
      nice: true,
      grid: true,
      label: "denúncias",
      ticks: Math.min(5, Math.ceil(teto)),
      tickFormat: (v: number) => (Number.isInteger(v) ? formatNumber(v) : ""),
    },
    marks: [
      Plot.rect(doMes, { x1: ({ x }: Ponto) => x - 0.5, x2: ({ x }: Ponto) => x + 0.5, y1: 0, y2: teto, fill: "var(--selected-soft)" }),
      Plot.rect(faixas, { x1: "x1", x2: "x2", y1: "de", y2: "ate", fill: "var(--chart-soft)", fillOpacity: 0.45 }),
      Plot.ruleY(faixas, { x1: "x1", x2: "x2", y: "media", stroke: "var(--chart-muted)", strokeDasharray: "3 2" }),
      Plot.ruleY([0], { stroke: "var(--chart-muted)" }),
      Plot.lineY(pontos, { x: "x", y: "observado", stroke: "var(--chart-accent)", strokeWidth: 1.5 }),
      Plot.dot(
        pontos.filter(({ sinal }) => sinal !== "acima"),
        { x: "x", y: "observado", r: 3, fill: "var(--chart-accent)" },
      ),
      Plot.dot(acima, { x: "x", y: "observado", r: 6, symbol: "diamond", fill: "var(--chart-reference)", stroke: "var(--surface)" }),
      Plot.text(acima, { x: "x", y: "observado", text: ({ observado }: Ponto) => formatNumber(observado), dy: -14, fontWeight: 700, ...TEXTO }),
      Plot.text(mesesComRotulo(linhas.length, largura), {
        x: (i: number) => i + 0.5,
        text: (i: number) => formatMonth(linhas[i]?.mes ?? "").replace(" ", "\n"),
        frameAnchor: "bottom",
        lineAnchor: "top",
        dy: 6,
        fill: "var(--text)",
      }),
      Plot.rect(linhas, { x1: (_: LinhaDaCarta, i: number) => i, x2: (_: LinhaDaCarta, i: number) => i + 1, y1: 0, y2: teto, fill: "transparent", ...MARCA }),
    ],
  });
}

/** As many months as fit, at even steps, counted from the last. */
function mesesComRotulo(meses: number, largura: number): number[] {
  const passo = [1, 2, 3, 6, 12, 24, 60].find((n) => (meses / n) * ROTULO <= largura - MARGEM.esquerda) ?? 120;
  return Array.from({ length: meses }, (_, i) => i).filter((i) => (meses - 1 - i) % passo === 0);
}

type Ponto = LinhaDaCarta & { readonly x: number };

const TEXTO = { fill: "var(--text)", stroke: "var(--surface)", strokeWidth: 3, paintOrder: "stroke" } as const;
