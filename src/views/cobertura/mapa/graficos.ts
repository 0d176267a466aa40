import { isValor } from "../../../core/absence.ts";
import { formatMonth, formatNumber, formatPercent } from "../../../core/format.ts";
import { MODALIDADE_ROTULO, type Modalidade } from "../../../data/contracts/apoios.ts";
import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { ChartOptions, LegendItem } from "../../../ui/chart/props.ts";
import type { Medida } from "./estado-da-parte.ts";
import type { LinhaGrupo } from "./grupos.ts";
import { type LinhaMes, MODALIDADES } from "./meses.ts";

export const COR_MODALIDADE: Readonly<Record<Modalidade, string>> = {
  presencial: "var(--cat-1)",
  "nao-presencial": "var(--cat-2)",
};

export const LEGENDA_MODALIDADE: readonly LegendItem[] = MODALIDADES.map((modalidade) => ({
  rotulo: MODALIDADE_ROTULO[modalidade],
  cor: COR_MODALIDADE[modalidade],
}));

const LARGURA_ESTREITA = 560;
const PASSO = 30;
const PASSO_ESTREITO = 50;

/**
 * Municipalities reached by each strategy or eixo, as bars on a track as long as
 * all the municipalities inside the filter. Nothing held keeps its line, with
 * its zero in words.
 */
export function alcancePorGrupo(
  linhas: readonly LinhaGrupo[],
  total: number,
  escolhidos: readonly string[],
): ChartOptions {
  const nome = new Map(linhas.map((l) => [l.id, l.nome]));
  const cor = (l: LinhaGrupo): string => (l.grupo === null ? "var(--chart-accent)" : COR_MODALIDADE[l.grupo]);
  const opacidade = (l: LinhaGrupo): number =>
    escolhidos.length === 0 || escolhidos.includes(l.id) ? 1 : 0.35;
  const comRegistro = linhas.filter(({ eventos }) => eventos > 0);
  const semRegistro = linhas.filter(({ eventos }) => eventos === 0);
  return (largura, Plot) => {
    const margem = margemDosNomes(linhas);
    const estreita = isEstreita(linhas, largura);
    const dy = estreita ? 9 : 0;
    const barra = estreita ? { insetTop: 24, insetBottom: 6 } : { insetTop: 5, insetBottom: 5 };
    return {
      width: largura,
      height: alturaDoAlcance(linhas, largura),
      marginLeft: estreita ? 4 : margem,
      marginRight: 92,
      marginTop: 0,
      marginBottom: 0,
      x: { domain: [0, Math.max(1, total)], axis: null },
      y: { domain: linhas.map((l) => l.id), axis: null, padding: 0 },
      marks: [
        Plot.barX(linhas, { y: "id", x1: 0, x2: Math.max(1, total), fill: "var(--surface-sunken)", ...barra, ...MARCA }),
        Plot.barX(linhas, {
          y: "id",
          x: "municipios",
          fill: cor,
          fillOpacity: opacidade,
          pointerEvents: "none",
          ...barra,
        }),
        ...(estreita
          ? [Plot.text(linhas, { y: "id", x: 0, text: "nome", dy: -13, ...TEXTO })]
          : [Plot.axisY({ tickFormat: (id: string) => nome.get(id) ?? id, tickSize: 0, label: null })]),
        Plot.text(comRegistro, { ...TEXTO, y: "id", x: Math.max(1, total), text: valorDoGrupo, dx: 6, dy }),
        Plot.text(semRegistro, { ...TEXTO, y: "id", x: 0, text: valorDoGrupo, dx: 6, dy, fontWeight: 700 }),
      ],
    };
  };
}

/** Height in px of `alcancePorGrupo`. */
export function alturaDoAlcance(linhas: readonly LinhaGrupo[], largura: number): number {
  return linhas.length * (isEstreita(linhas, largura) ? PASSO_ESTREITO : PASSO);
}

/** Room in px for the longest name, at about 7 px a letter of the 14 px font. */
function margemDosNomes(linhas: readonly LinhaGrupo[]): number {
  return 24 + 7 * Math.max(0, ...linhas.map(({ nome }) => nome.length));
}

/** Names stand over their bars where they would take more than half of the width beside them. */
function isEstreita(linhas: readonly LinhaGrupo[], largura: number): boolean {
  return largura < LARGURA_ESTREITA || margemDosNomes(linhas) > largura / 2;
}

/** "37 · 26,1 %", or zero in words. */
export function valorDoGrupo(l: LinhaGrupo): string {
  if (l.eventos === 0) return "0 · nada registrado";
  const parte = isValor(l.parte) ? ` · ${formatPercent(l.parte.valor)}` : "";
  return `${formatNumber(l.municipios)}${parte}`;
}

const TEXTO = { fill: "var(--text)", textAnchor: "start", pointerEvents: "none" } as const;

interface BarraMes {
  readonly mes: string;
  readonly modalidade: Modalidade;
  readonly valor: number;
}

/** On-site and remote support side by side, month by month; months outside the record are shaded, not zero. */
export function apoiosPorMesGrafico(linhas: readonly LinhaMes[], medida: Medida): ChartOptions {
  const barras = linhas.flatMap(({ mes, porModalidade }) =>
    MODALIDADES.flatMap((modalidade): BarraMes[] => {
      const celula = porModalidade[modalidade][medida];
      return isValor(celula) ? [{ mes, modalidade, valor: celula.valor }] : [];
    }),
  );
  const teto = Math.max(1, ...barras.map(({ valor }) => valor));
  const meses = linhas.map(({ mes }) => mes);
  const comRotulo = (largura: number): string[] => rotulados(meses, largura);
  const fora = linhas.filter(({ porModalidade }) => !isValor(porModalidade.presencial[medida]));
  return (largura, Plot) => ({
    width: largura,
    height: 280,
    marginLeft: 44,
    marginRight: 4,
    marginBottom: 40,
    fx: {
      domain: meses,
      label: null,
      padding: 0.18,
      axis: "bottom",
      tickSize: 0,
      tickFormat: (mes: string) => (comRotulo(largura).includes(mes) ? formatMonth(mes).replace(" ", "\n") : ""),
    },
    x: { domain: MODALIDADES, axis: null, padding: 0 },
    y: { domain: [0, teto], nice: true, label: null, grid: true, ticks: 5, tickFormat: inteiro },
    marks: [
      Plot.barY(fora, { fx: "mes", y1: 0, y2: teto, fill: "var(--surface-sunken)" }),
      Plot.barY(barras, {
        fx: "mes",
        x: "modalidade",
        y: "valor",
        fill: (b: BarraMes) => COR_MODALIDADE[b.modalidade],
      }),
      Plot.ruleY([0], { stroke: "var(--chart-muted)" }),
    ],
  });
}

/** Counts have whole ticks only. */
function inteiro(valor: number): string {
  return Number.isInteger(valor) ? formatNumber(valor) : "";
}

/** Months with a label: as many as fit, at even steps, counted from the last. */
export function rotulados(meses: readonly string[], largura: number): string[] {
  const passo = [1, 2, 3, 6, 12].find((n) => (meses.length / n) * 44 <= largura - 48) ?? 12;
  return meses.filter((_, i) => (meses.length - 1 - i) % passo === 0);
}
