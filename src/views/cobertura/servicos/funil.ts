import { count, formatNumber } from "../../../core/format.ts";
import { CONFIANCA_DO_FUNIL, limitesDoFunil, type FunilDaSatisfacao, type PontoDoFunil } from "../../../core/servicos/index.ts";
import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { ChartOptions, LegendItem } from "../../../ui/chart/props.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { casasDaEscala, escalaEmPalavras } from "./palavras.ts";

/** A municipality of the funnel, with its name. */
export interface LinhaDoFunil extends PontoDoFunil {
  readonly codigo: number;
  readonly nome: string;
}

export function linhasDoFunil({ pontos }: FunilDaSatisfacao, nome: (codigo: number) => string): LinhaDoFunil[] {
  return pontos.map((ponto) => ({ ...ponto, codigo: ponto.registro.codigo, nome: nome(ponto.registro.codigo) }));
}

const LUGAR_ROTULO = {
  dentro: "dentro do que o acaso daria",
  acima: "acima do que o acaso daria",
  abaixo: "abaixo do que o acaso daria",
} as const;

export function colunasDoFunil({ escala }: Pick<FunilDaSatisfacao, "escala">): TableColumn<LinhaDoFunil>[] {
  const casas = casasDaEscala(escala);
  const unidade = `de ${escalaEmPalavras(escala)}`;
  return [
    { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome },
    { id: "respostas", titulo: "Respostas", tipo: "numero", valor: ({ respostas }) => ({ valor: respostas }) },
    { id: "media", titulo: "Satisfação", unidade, tipo: "numero", casas, valor: ({ media }) => ({ valor: media }) },
    { id: "de", titulo: "O acaso daria: de", unidade, tipo: "numero", casas, valor: ({ limites }) => ({ valor: limites.lower }) },
    { id: "ate", titulo: "O acaso daria: a", unidade, tipo: "numero", casas, valor: ({ limites }) => ({ valor: limites.upper }) },
    { id: "lugar", titulo: "Onde está", tipo: "texto", valor: ({ lugar }) => LUGAR_ROTULO[lugar] },
  ];
}

/** How many stand outside, and that with few answers nearly any mean is chance. */
export function leituraDoFunil({ escala, centro, respostas, pontos }: FunilDaSatisfacao): string {
  const acima = pontos.filter(({ lugar }) => lugar === "acima").length;
  const abaixo = pontos.filter(({ lugar }) => lugar === "abaixo").length;
  const media = `A média das ${count(respostas, "resposta", "respostas", "f")} é ${formatNumber(centro, casasDaEscala(escala))}, de ${escalaEmPalavras(escala)}`;
  if (acima + abaixo === 0) return `${media}. Nenhum dos ${count(pontos.length, "município", "municípios")} está fora do que o acaso sozinho poderia dar.`;
  return `${media}. De ${count(pontos.length, "município", "municípios")}, ${formatNumber(acima)} ${acima === 1 ? "está" : "estão"} acima e ${formatNumber(abaixo)} abaixo do que o acaso sozinho poderia dar com o número de respostas de cada um.`;
}

export const LEGENDA_DO_FUNIL: readonly LegendItem[] = [
  { rotulo: "Um município", cor: "var(--chart-accent)" },
  { rotulo: "Fora da faixa (losango)", cor: "var(--chart-reference)" },
  { rotulo: `Faixa do acaso (${formatNumber(CONFIANCA_DO_FUNIL * 1000)} em 1.000), a mais larga possível`, cor: "var(--chart-soft)" },
];

export const ALTURA_DO_FUNIL = 300;
const PASSOS = 200;

/** Mean against number of answers, over the band that chance alone would give. */
export function desenhoDoFunil({ escala, centro, pontos }: FunilDaSatisfacao, linhas: readonly LinhaDoFunil[]): ChartOptions {
  const maior = Math.max(10, ...pontos.map(({ respostas }) => respostas));
  // Even steps of the root, as the axis is drawn.
  const faixa = Array.from({ length: PASSOS + 1 }, (_, i) => {
    const n = Math.max(1, (Math.sqrt(maior) * i) / PASSOS) ** 2;
    return { n, ...limitesDoFunil(centro, escala, n) };
  });
  const casas = casasDaEscala(escala);
  return (largura, Plot) => ({
    width: largura,
    height: ALTURA_DO_FUNIL,
    marginLeft: 44,
    marginRight: 12,
    marginTop: 24,
    marginBottom: 40,
    x: { type: "sqrt", domain: [0, maior], label: "respostas", ticks: largura < 560 ? 4 : 8, tickFormat: (v: number) => formatNumber(v) },
    y: { domain: [escala.min, escala.max], grid: true, label: "satisfação", ticks: 5, tickFormat: (v: number) => formatNumber(v, Number.isInteger(v) ? 0 : 1) },
    marks: [
      Plot.areaY(faixa, { x: "n", y1: "lower", y2: "upper", fill: "var(--chart-soft)", fillOpacity: 0.4 }),
      Plot.ruleY([centro], { stroke: "var(--chart-muted)", strokeDasharray: "4 3" }),
      Plot.dot(linhas, {
        x: "respostas",
        y: "media",
        r: ({ lugar }: LinhaDoFunil) => (lugar === "dentro" ? 3.5 : 6),
        symbol: ({ lugar }: LinhaDoFunil) => (lugar === "dentro" ? "circle" : "diamond"),
        fill: ({ lugar }: LinhaDoFunil) => (lugar === "dentro" ? "var(--chart-accent)" : "var(--chart-reference)"),
        stroke: "var(--surface)",
        ...MARCA,
      }),
      Plot.text([centro], { y: (v: number) => v, text: (v: number) => `média ${formatNumber(v, casas)}`, frameAnchor: "right", dy: -8, fill: "var(--text)", stroke: "var(--surface)", strokeWidth: 3, paintOrder: "stroke" }),
    ],
    r: { type: "identity" },
    symbol: { type: "identity" },
  });
}
