import { isValor } from "../../../core/absence.ts";
import type { CivilMonth } from "../../../core/civil-date.ts";
import { formatMonth, formatNumber, formatPercent } from "../../../core/format.ts";
import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { ChartOptions, LegendItem } from "../../../ui/chart/props.ts";
import type { LinhaBarra } from "./barras.ts";
import type { LinhaMes } from "./meses.ts";

/** Where the month axis lies, in px from the edges of the drawing: the brush reads it too. */
export const EIXO_MESES = { esquerda: 44, direita: 4 } as const;

export interface Periodo {
  readonly de: CivilMonth | null;
  readonly ate: CivilMonth | null;
}

const ALTURA_MESES = 260;
const BASE = 40;

const COR = "var(--chart-accent)";
const COR_PARCIAL = "var(--chart-soft)";
const COR_VAZIO = "var(--surface-sunken)";

export function legendaMeses(linhas: readonly LinhaMes[]): LegendItem[] {
  const temParcial = linhas.some(({ ateDia }) => ateDia !== null);
  const temVazio = linhas.some(({ casos }) => !isValor(casos));
  if (!temParcial && !temVazio) return [];
  return [
    { rotulo: "Denúncias no mês", cor: COR },
    ...(temParcial ? [{ rotulo: "Mês incompleto", cor: COR_PARCIAL }] : []),
    ...(temVazio ? [{ rotulo: "Sem dado no extrato", cor: COR_VAZIO }] : []),
  ];
}

/**
 * Complaints per month as bars. The chosen period keeps its colour and gets a
 * frame, the rest fades; a month without data is shaded over its whole height, one
 * without cases says 0; an incomplete one is lighter, with a broken outline.
 */
export function denunciasPorMes(linhas: readonly LinhaMes[], { de, ate }: Periodo): ChartOptions {
  const barras = linhas.flatMap(({ mes, casos, ateDia }, i) =>
    isValor(casos) ? [{ i, casos: casos.valor, isPartial: ateDia !== null, isChosen: isWithin(mes, de, ate) }] : [],
  );
  const vazios = linhas.flatMap(({ casos }, i) => (isValor(casos) ? [] : [{ i }]));
  const zeros = barras.filter(({ casos }) => casos === 0);
  const teto = Math.max(1, ...barras.map(({ casos }) => casos));
  const escolhidos = linhas.flatMap(({ mes }, i) => (isWithin(mes, de, ate) ? [i] : []));
  const [primeiro] = escolhidos;
  const ultimo = escolhidos.at(-1);
  const moldura =
    (de === null && ate === null) || primeiro === undefined || ultimo === undefined
      ? []
      : [{ x1: primeiro, x2: ultimo + 1 }];
  type Barra = (typeof barras)[number];
  const faixa = { x1: (l: { i: number }) => l.i, x2: (l: { i: number }) => l.i + 1, insetLeft: 1, insetRight: 1 };
  return (largura, Plot) => ({
    width: largura,
    height: ALTURA_MESES,
    marginLeft: EIXO_MESES.esquerda,
    marginRight: EIXO_MESES.direita,
    marginTop: 28,
    marginBottom: BASE,
    x: { domain: [0, linhas.length], axis: null },
    y: {
      domain: [0, teto],
      nice: true,
      grid: true,
      label: "denúncias",
      ticks: Math.min(5, teto),
      tickFormat: (v: number) => (Number.isInteger(v) ? formatNumber(v) : ""),
    },
    marks: [
      Plot.rect(moldura, { x1: "x1", x2: "x2", fill: "var(--selected-soft)", stroke: "var(--selected)", strokeWidth: 1.5 }),
      Plot.rect(vazios, { ...faixa, fill: COR_VAZIO, stroke: "var(--border)", strokeDasharray: "2 3" }),
      Plot.rectY(barras, {
        ...faixa,
        y1: 0,
        y2: "casos",
        fill: (b: Barra) => (b.isPartial ? COR_PARCIAL : COR),
        fillOpacity: (b: Barra) => (b.isChosen ? 1 : 0.35),
      }),
      Plot.rectY(barras.filter(({ isPartial }) => isPartial), {
        ...faixa,
        y1: 0,
        y2: "casos",
        stroke: COR,
        strokeDasharray: "3 2",
      }),
      Plot.ruleY([0], { stroke: "var(--chart-muted)" }),
      Plot.text(zeros, { x: (l: { i: number }) => l.i + 0.5, y: 0, text: () => "0", dy: -8, ...TEXTO }),
      Plot.text(rotulados(linhas.length, largura), {
        x: (i: number) => i + 0.5,
        text: (i: number) => formatMonth(linhas[i]?.mes ?? "").replace(" ", "\n"),
        frameAnchor: "bottom",
        lineAnchor: "top",
        dy: 6,
        fill: "var(--text)",
      }),
      Plot.rect(linhas, {
        x1: (_: LinhaMes, i: number) => i,
        x2: (_: LinhaMes, i: number) => i + 1,
        fill: "transparent",
        ...MARCA,
      }),
    ],
  });
}

/** Index of the month under a point, `x` px from the left edge of a drawing `largura` px wide; kept inside the axis. */
export function mesNoPonto(x: number, largura: number, meses: number): number {
  const eixo = largura - EIXO_MESES.esquerda - EIXO_MESES.direita;
  const i = Math.floor(((x - EIXO_MESES.esquerda) / eixo) * meses);
  return Math.max(0, Math.min(meses - 1, i));
}

function isWithin(mes: CivilMonth, de: CivilMonth | null, ate: CivilMonth | null): boolean {
  return (de === null || mes >= de) && (ate === null || mes <= ate);
}

/** Indexes of the months with a label: as many as fit, at even steps, counted from the last. */
export function rotulados(meses: number, largura: number): number[] {
  const cabe = largura - EIXO_MESES.esquerda;
  const passo = [1, 2, 3, 6, 12, 24, 60].find((n) => (meses / n) * 44 <= cabe) ?? 120;
  return Array.from({ length: meses }, (_, i) => i).filter((i) => (meses - 1 - i) % passo === 0);
}

const ESTREITA = 480;
const PASSO = 30;
const PASSO_ESTREITO = 46;

/**
 * Bars of a category or of the regions, each with its count and share. With a
 * choice, the chosen ones carry a mark before the name and the others fade.
 */
export function denunciasPorCategoria(linhas: readonly LinhaBarra[], escolhidas: readonly string[]): ChartOptions {
  const teto = Math.max(1, ...linhas.map(({ casos }) => casos));
  const maisLongo = Math.max(0, ...linhas.map(({ nome }) => nome.length));
  const isChosen = (chave: string): boolean => escolhidas.includes(chave);
  const nome = (l: LinhaBarra): string => (isChosen(l.chave) ? `✓ ${l.nome}` : l.nome);
  return (largura, Plot) => {
    const margem = Math.min(320, 24 + maisLongo * 7.2);
    const estreita = largura < ESTREITA || margem > largura * 0.5;
    const barra = estreita ? { insetTop: 22, insetBottom: 4 } : { insetTop: 4, insetBottom: 4 };
    const grupos = [
      { linhas: linhas.filter(({ chave }) => !isChosen(chave)), fontWeight: 400 },
      { linhas: linhas.filter(({ chave }) => isChosen(chave)), fontWeight: 700 },
    ];
    return {
      width: largura,
      height: linhas.length * (estreita ? PASSO_ESTREITO : PASSO) + 4,
      marginLeft: estreita ? 2 : margem,
      marginRight: 104,
      marginTop: 0,
      marginBottom: 4,
      x: { domain: [0, teto], axis: null },
      y: { domain: linhas.map(({ chave }) => chave), axis: null, padding: 0 },
      marks: [
        Plot.barX(linhas, { y: "chave", x1: 0, x2: teto, fill: "var(--surface-sunken)", ...barra, ...MARCA }),
        Plot.barX(linhas, {
          y: "chave",
          x1: 0,
          x2: "casos",
          fill: COR,
          fillOpacity: (l: LinhaBarra) => (escolhidas.length === 0 || isChosen(l.chave) ? 1 : 0.35),
          pointerEvents: "none",
          ...barra,
        }),
        ...grupos.flatMap(({ linhas: grupo, fontWeight }) => [
          Plot.text(grupo, {
            y: "chave",
            x: 0,
            text: nome,
            fontWeight,
            ...(estreita ? { textAnchor: "start", dy: -11 } : { textAnchor: "end", dx: -8 }),
            ...TEXTO,
          }),
          Plot.text(grupo, {
            y: "chave",
            frameAnchor: "right",
            textAnchor: "start",
            dx: 8,
            dy: estreita ? 9 : 0,
            text: valorDaBarra,
            fontWeight,
            ...TEXTO,
          }),
        ]),
      ],
    };
  };
}

/** "128 · 12,3 %"; a zero has no share to show. */
export function valorDaBarra({ casos, parte }: LinhaBarra): string {
  if (casos === 0 || !isValor(parte)) return formatNumber(casos);
  return `${formatNumber(casos)} · ${formatPercent(parte.valor)}`;
}

const TEXTO = { fill: "var(--text)", pointerEvents: "none" } as const;
