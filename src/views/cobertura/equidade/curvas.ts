import { formatNumber, formatPercent } from "../../../core/format.ts";
import type { Concentracao, Curva } from "../../../core/equidade/index.ts";
import type { ContagemDeApoio } from "../../../data/apoio/perguntas.ts";
import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { ChartOptions } from "../../../ui/chart/props.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { CONTAGEM } from "./contagem.ts";

/** A point of a curve of cumulative shares, in per cent. */
export interface PontoDaCurva {
  readonly i: number;
  readonly unidades: number;
  readonly eventos: number;
}

export function pontosDaCurva({ unidades, eventos }: Curva): PontoDaCurva[] {
  return Array.from(unidades, (parte, i) => ({ i, unidades: 100 * parte, eventos: 100 * (eventos[i] ?? 0) }));
}

/** Share of the events in the first `parte` of the units, along the curve; both in per cent. */
export function parteDosEventos(pontos: readonly PontoDaCurva[], parte: number): number {
  const j = pontos.findIndex(({ unidades }) => unidades >= parte);
  const [b, a] = [pontos[j], pontos[j - 1]];
  if (b === undefined) return 100;
  if (a === undefined || b.unidades === a.unidades) return b.eventos;
  return a.eventos + ((parte - a.unidades) / (b.unidades - a.unidades)) * (b.eventos - a.eventos);
}

/** Of whom the units are a share. */
export function deQuem(porHabitante: boolean): string {
  return porHabitante ? "dos habitantes" : "dos municípios";
}

export function colunasDaCurva(conta: ContagemDeApoio, porHabitante: boolean): TableColumn<PontoDaCurva>[] {
  return [
    { id: "unidades", titulo: `Parte acumulada ${deQuem(porHabitante)}`, unidade: "%", tipo: "numero", casas: 1, valor: ({ unidades }) => ({ valor: unidades }) },
    { id: "eventos", titulo: `Parte acumulada: ${CONTAGEM[conta].plural}`, unidade: "%", tipo: "numero", casas: 1, valor: ({ eventos }) => ({ valor: eventos }) },
  ];
}

export const ALTURA_DA_CURVA = 320;
/** Narrower than this, in px, the axis' whole label does not fit. */
const ESTREITA = 480;

/** Share of events by share of units, from those of the axis' start, over the line where every share is alike. */
export function desenhoDaCurva(pontos: readonly PontoDaCurva[], { eixo, eixoCurto, apoios, igualdade }: { readonly eixo: string; readonly eixoCurto: string; readonly apoios: string; readonly igualdade: string }): ChartOptions {
  const diagonal = [
    { x: 0, y: 0 },
    { x: 100, y: 100 },
  ];
  const por = (v: number): string => formatNumber(v);
  return (largura, Plot) => ({
    width: largura,
    height: ALTURA_DA_CURVA,
    marginLeft: 44,
    marginRight: 16,
    marginTop: 20,
    marginBottom: 44,
    x: { domain: [0, 100], label: largura < ESTREITA ? eixoCurto : eixo, labelAnchor: "center", labelArrow: "none", grid: true, ticks: 5, tickFormat: por },
    y: { domain: [0, 100], label: `% ${apoios}`, labelArrow: "none", grid: true, ticks: 5, tickFormat: por },
    marks: [
      Plot.areaY(pontos, { x: "unidades", y1: "unidades", y2: "eventos", fill: "var(--chart-soft)", fillOpacity: 0.45 }),
      Plot.line(diagonal, { x: "x", y: "y", stroke: "var(--chart-muted)", strokeWidth: 1.5, strokeDasharray: "5 4" }),
      Plot.line(pontos, { x: "unidades", y: "eventos", stroke: "var(--chart-accent)", strokeWidth: 2.5 }),
      Plot.dot(pontos, { x: "unidades", y: "eventos", r: pontos.length > 40 ? 2 : 3, fill: "var(--chart-accent)", ...MARCA }),
      Plot.text([{ x: 72, y: 72 }], { x: "x", y: "y", text: () => igualdade, textAnchor: pontosAcima(pontos) ? "start" : "end", dx: pontosAcima(pontos) ? 8 : -8, dy: pontosAcima(pontos) ? 10 : -8, ...TEXTO }),
    ],
  });
}

function pontosAcima(pontos: readonly PontoDaCurva[]): boolean {
  return parteDosEventos(pontos, 72) > 72;
}

const TEXTO = { fill: "var(--text-muted)", stroke: "var(--surface)", strokeWidth: 3, paintOrder: "stroke", pointerEvents: "none" } as const;

/** "A metade com mais necessidade dos municípios teve 61 % das visitas técnicas." */
export function leituraDaConcentracao(pontos: readonly PontoDaCurva[], conta: ContagemDeApoio, porHabitante: boolean): string {
  return `A metade ${deQuem(porHabitante)} com mais necessidade teve ${formatPercent(parteDosEventos(pontos, 50), 0)} ${dosApoios(conta)}.`;
}

/** "A metade dos municípios que menos teve ficou com 12 % das visitas técnicas." */
export function leituraDeLorenz(pontos: readonly PontoDaCurva[], conta: ContagemDeApoio, porHabitante: boolean): string {
  return `A metade ${deQuem(porHabitante)} que teve menos ficou com ${formatPercent(parteDosEventos(pontos, 50), 0)} ${dosApoios(conta)}.`;
}

export function dosApoios(conta: ContagemDeApoio): string {
  const { genero, plural } = CONTAGEM[conta];
  return `${genero === "f" ? "das" : "dos"} ${plural}`;
}

/** One figure of an index, with its words. */
export interface FatoDoIndice {
  readonly nome: string;
  readonly valor: string;
}

interface PalavrasDoIndice {
  readonly nome: string;
  readonly conta: ContagemDeApoio;
  /** Municipalities outside the page's filters, which are not said to lack anything. */
  readonly foraDoFiltro: number;
  /** Mean that a lottery would give; null where it has no exact one. */
  readonly doSorteio: number | null;
}

/** The index with its limits, errors, lottery band and what it was made of. */
export function fatosDoIndice({ indice, intervalo, sorteio, erroPadrao, eventos, unidades, fora }: Concentracao, { nome, conta, foraDoFiltro, doSorteio }: PalavrasDoIndice): FatoDoIndice[] {
  const numero = (valor: number): string => formatNumber(valor, 3);
  const semDado = Math.max(0, fora - foraDoFiltro);
  return [
    { nome, valor: numero(indice) },
    { nome: "Limites de 95 %", valor: `de ${numero(intervalo.lower)} a ${numero(intervalo.upper)}` },
    ...(sorteio === null ? [] : [{ nome: "Um sorteio daria (95 %)", valor: `de ${numero(sorteio.lower)} a ${numero(sorteio.upper)}` }]),
    ...(doSorteio === null ? [] : [{ nome: "Um sorteio daria, em média", valor: numero(doSorteio) }]),
    { nome: "Erro padrão", valor: `${numero(erroPadrao.kakwani)}${erroPadrao.regressao === null ? "" : `; pela regressão, ${numero(erroPadrao.regressao)}`}` },
    { nome: CONTAGEM[conta].rotulo, valor: formatNumber(eventos) },
    { nome: "Municípios", valor: `${formatNumber(unidades)}${semDado === 0 ? "" : `; ${formatNumber(semDado)} fora, sem dado`}` },
  ];
}
