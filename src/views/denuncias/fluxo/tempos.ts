import { celula, type Celula } from "../../../core/absence.ts";
import type { Prazo } from "../../../core/denuncias/prazos.ts";
import { count, decapitalize, formatNumber } from "../../../core/format.ts";
import type { TempoDoPasso } from "../../../data/denuncias/perguntas.ts";
import type { ChartOptions, LegendItem } from "../../../ui/chart/props.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { PASSO_ROTULO } from "../rotulos.ts";

/** Days from one step to another, over the cases that have both. */
export interface LinhaDoTempo {
  readonly chave: string;
  readonly nome: string;
  readonly casos: number;
  readonly mediana: Celula;
  readonly p90: Celula;
  /** Cases that have both steps but a day missing or in doubt. */
  readonly semComoContar: number;
  /** The term that runs between the two steps; null where the norm sets none. */
  readonly prazo: Prazo | null;
}

/** Below this many cases the figures are marked as unsteady: one case more or less changes them much. */
export const POUCOS_CASOS = 5;

/** Rows in the order given; a pair without cases keeps its row, without figures. */
export function linhasDosTempos(tempos: readonly TempoDoPasso[], prazos: readonly Prazo[]): LinhaDoTempo[] {
  return tempos.map(({ de, para, casos, mediana, p90, semComoContar }) => ({
    chave: `${de} ${para}`,
    nome: `${PASSO_ROTULO[de]} → ${decapitalize(PASSO_ROTULO[para])}`,
    casos,
    mediana: celula(mediana, "dados-insuficientes"),
    p90: celula(p90, "dados-insuficientes"),
    semComoContar,
    prazo: prazos.find(({ desde, cumpre }) => desde === de && cumpre === para) ?? null,
  }));
}

/** "15 dias corridos", "20 dias (a norma não diz se corridos ou úteis)". */
export function tamanhoDoPrazo({ n, unidade }: Pick<Prazo, "n" | "unidade">): string {
  const dias = `${formatNumber(n)} ${n === 1 ? "dia" : "dias"}`;
  switch (unidade) {
    case "corridos":
      return `${dias} ${n === 1 ? "corrido" : "corridos"}`;
    case "uteis":
      return `${dias} ${n === 1 ? "útil" : "úteis"}`;
    case "silente":
      return `${dias} (a norma não diz se corridos ou úteis)`;
  }
}

/** The slowest step by its median among those with enough cases, and where the ninth case in ten passes the number of days of its term. */
export function leituraDosTempos(linhas: readonly LinhaDoTempo[]): string {
  const firmes = linhas.flatMap((linha) =>
    linha.casos >= POUCOS_CASOS && "valor" in linha.mediana && "valor" in linha.p90
      ? [{ nome: linha.nome, casos: linha.casos, prazo: linha.prazo, mediana: linha.mediana.valor, p90: linha.p90.valor }]
      : [],
  );
  const [primeiro] = firmes;
  if (primeiro === undefined) return `Nenhum passo tem ${POUCOS_CASOS} casos ou mais: os tempos dizem pouco.`;
  const maior = firmes.reduce((m, linha) => (linha.mediana > m.mediana ? linha : m), primeiro);
  const alem = firmes.flatMap(({ nome, p90, prazo }) =>
    prazo !== null && p90 > prazo.n ? [`${nome} (9 em cada 10 em até ${dias(p90)}; o prazo é de ${formatNumber(prazo.n)})`] : [],
  );
  const fim = alem.length === 0 ? "" : ` Passam do número de dias do prazo: ${alem.join("; ")}.`;
  return `O passo mais demorado é ${maior.nome}: metade em até ${dias(maior.mediana)}, 9 em cada 10 em até ${dias(maior.p90)} (${count(maior.casos, "caso", "casos")}).${fim}`;
}

function dias(valor: number): string {
  return `${numeroDeDias(valor)} ${valor === 1 ? "dia" : "dias"}`;
}

/** Whole days without decimals, the others with one. */
function numeroDeDias(valor: number): string {
  const decimos = Math.round(valor * 10);
  return formatNumber(decimos / 10, decimos % 10 === 0 ? 0 : 1);
}

export const LEGENDA_DOS_TEMPOS: readonly LegendItem[] = [
  { rotulo: "Mediana: metade dos casos levou até aqui", cor: "var(--chart-accent)" },
  { rotulo: "9 em cada 10 casos levaram até aqui", cor: "var(--chart-soft)" },
  { rotulo: "Número de dias do prazo", cor: "var(--chart-reference)" },
];

/** Text at the right of a row: "12 · 31 · 120 casos". */
export function textoDoTempo({ casos, mediana, p90 }: LinhaDoTempo): string {
  if (!("valor" in mediana) || !("valor" in p90)) return "nenhum caso";
  const poucos = casos < POUCOS_CASOS ? " (poucos)" : "";
  return `${numeroDeDias(mediana.valor)} · ${numeroDeDias(p90.valor)} · ${count(casos, "caso", "casos")}${poucos}`;
}

const ESTREITA = 560;
const ALTURA = 48;
const ALTURA_ESTREITA = 64;
const ALTURA_DO_EIXO = 44;

/** Height in px of the drawing, wide. */
export function alturaDosTempos(linhas: number): number {
  return linhas * ALTURA + ALTURA_DO_EIXO;
}

/**
 * Each pair of steps as a bar from zero to the median, a lighter one to the 90th
 * percentile, and a mark at the days of the law's term; names over the bars, in two
 * lines on a narrow drawing, with the figures beside.
 */
export function diasPorPasso(linhas: readonly LinhaDoTempo[]): ChartOptions {
  const comTempo = linhas.flatMap(({ chave, mediana, p90, casos }) =>
    "valor" in mediana && "valor" in p90
      ? [{ chave, mediana: mediana.valor, p90: p90.valor, opacidade: casos < POUCOS_CASOS ? 0.5 : 1 }]
      : [],
  );
  const comPrazo = linhas.flatMap(({ chave, prazo }) => (prazo === null ? [] : [{ chave, n: prazo.n }]));
  const teto = Math.max(1, ...comTempo.map(({ p90 }) => p90), ...comPrazo.map(({ n }) => n));
  return (largura, Plot) => {
    const estreita = largura < ESTREITA;
    const barra = { insetTop: estreita ? 42 : 24, insetBottom: 6 };
    return {
      width: largura,
      height: linhas.length * (estreita ? ALTURA_ESTREITA : ALTURA) + ALTURA_DO_EIXO,
      marginLeft: 4,
      marginRight: estreita ? 112 : 16,
      marginTop: 0,
      marginBottom: ALTURA_DO_EIXO - 4,
      x: { domain: [0, teto], label: "dias", grid: true, ticks: estreita ? 3 : 8, tickFormat: (v: number) => formatNumber(v) },
      y: { domain: linhas.map(({ chave }) => chave), axis: null, padding: 0 },
      marks: [
        Plot.barX(comTempo, { y: "chave", x1: 0, x2: "p90", fill: "var(--chart-soft)", fillOpacity: "opacidade", ...barra }),
        Plot.barX(comTempo, { y: "chave", x1: 0, x2: "mediana", fill: "var(--chart-accent)", fillOpacity: "opacidade", ...barra }),
        Plot.barX(comPrazo, {
          y: "chave",
          x1: "n",
          x2: "n",
          fill: "var(--chart-reference)",
          insetLeft: -1.5,
          insetRight: -1.5,
          insetTop: barra.insetTop - 6,
          insetBottom: 2,
        }),
        Plot.text(linhas, {
          y: "chave",
          x: 0,
          text: ({ nome }: LinhaDoTempo) => (estreita ? nome.replace(" → ", "\n→ ") : nome),
          textAnchor: "start",
          dy: -12,
          ...TEXTO,
        }),
        Plot.text(linhas, {
          y: "chave",
          frameAnchor: "right",
          text: estreita ? (linha: LinhaDoTempo) => textoDoTempo(linha).replace(/(?<=\d) casos?.*$/, "") : textoDoTempo,
          textAnchor: estreita ? "start" : "end",
          dx: estreita ? 8 : 0,
          dy: estreita ? 18 : -12,
          ...TEXTO,
        }),
      ],
    };
  };
}

const TEXTO = { fill: "var(--text)", stroke: "var(--surface)", strokeWidth: 3, paintOrder: "stroke", pointerEvents: "none" } as const;

export const COLUNAS_DOS_TEMPOS: readonly TableColumn<LinhaDoTempo>[] = [
  { id: "passo", titulo: "De um passo a outro", tipo: "texto", valor: ({ nome }) => nome },
  { id: "casos", titulo: "Casos com os dois passos", tipo: "numero", valor: ({ casos }) => ({ valor: casos }) },
  { id: "mediana", titulo: "Mediana", unidade: "dias", tipo: "numero", casas: 1, valor: ({ mediana }) => mediana },
  { id: "p90", titulo: "Percentil 90", unidade: "dias", tipo: "numero", casas: 1, valor: ({ p90 }) => p90 },
  { id: "sem-como-contar", titulo: "Casos sem como contar", tipo: "numero", valor: ({ semComoContar }) => ({ valor: semComoContar }) },
  {
    id: "prazo",
    titulo: "Prazo da norma",
    tipo: "texto",
    valor: ({ prazo }) => (prazo === null ? "a norma não dá prazo" : `${tamanhoDoPrazo(prazo)}, ${prazo.artigo}`),
  },
];
