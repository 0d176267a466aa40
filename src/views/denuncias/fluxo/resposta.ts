import type { Prazo } from "../../../core/denuncias/prazos.ts";
import { celula, type Celula } from "../../../core/absence.ts";
import { count, formatNumber, formatPercent } from "../../../core/format.ts";
import type { Fluxo } from "../../../data/denuncias/perguntas.ts";
import type { ChartOptions } from "../../../ui/chart/props.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

type Resposta = Fluxo["resposta"];

/** The curve on a day: the share answered by then, in per cent, with its interval of 95 %. */
export interface LinhaDaCurva {
  readonly dia: number;
  /** Cases not answered and still followed at the start of the day. */
  readonly emRisco: number;
  readonly respondidos: number;
  readonly parte: number;
  readonly inferior: Celula;
  readonly superior: Celula;
}

/** The survival curve turned over: what is answered instead of what still waits. */
export function linhasDaCurva({ pontos }: Pick<Resposta, "pontos">): LinhaDaCurva[] {
  return pontos.map(({ dia, emRisco, respondidos, sobrevida, inferior, superior }) => ({
    dia,
    emRisco,
    respondidos,
    parte: 100 * (1 - sobrevida),
    inferior: celula(superior === null ? null : 100 * (1 - superior), "dados-insuficientes"),
    superior: celula(inferior === null ? null : 100 * (1 - inferior), "dados-insuficientes"),
  }));
}

/** What the curve says of a day: the last step at or before it; 0 before the first. */
export function respondidasAte(linhas: readonly LinhaDaCurva[], dia: number): Pick<LinhaDaCurva, "parte" | "inferior" | "superior"> {
  return linhas.findLast((linha) => linha.dia <= dia) ?? { parte: 0, inferior: { valor: 0 }, superior: { valor: 0 } };
}

/** "Metade das denúncias é respondida em até 13 dias; 82,0 % em até 15 dias, o prazo (…)." */
export function leituraDaResposta(resposta: Resposta, linhas: readonly LinhaDaCurva[], prazo: Prazo | null): string {
  const { casos, respondidos, semComoContar, mediana } = resposta;
  if (casos === 0) return "Nenhum caso com dia de registro em que se possa contar o tempo até a resposta.";
  const ultimo = linhas.at(-1);
  const metade =
    mediana !== null
      ? `Metade das denúncias é respondida em até ${emDias(mediana)}`
      : ultimo === undefined
        ? "Nenhuma denúncia foi respondida até hoje"
        : `Menos da metade das denúncias foi respondida no tempo que se pôde observar (${emDias(ultimo.dia)})`;
  const noPrazo = prazo === null ? "" : `; ${noPrazoEmPalavras(linhas, prazo)}`;
  const abertas = casos - respondidos;
  const aparte =
    semComoContar === 0 ? "" : ` ${count(semComoContar, "caso ficou", "casos ficaram")} fora, com o registro ou a resposta em dúvida.`;
  return `${metade}${noPrazo}. A conta inclui ${count(casos, "caso", "casos")}: ${count(respondidos, "respondido", "respondidos")} e ${count(abertas, "que ainda esperava ou foi arquivado", "que ainda esperavam ou foram arquivados")}.${aparte}`;
}

function noPrazoEmPalavras(linhas: readonly LinhaDaCurva[], { n, artigo }: Prazo): string {
  const { parte, inferior, superior } = respondidasAte(linhas, n);
  const entre =
    "valor" in inferior && "valor" in superior && superior.valor > inferior.valor
      ? ` (intervalo de 95 %: ${formatNumber(inferior.valor, 1)} a ${formatPercent(superior.valor)})`
      : "";
  return `${formatPercent(parte)} em até ${emDias(n)}, o prazo do ${artigo}${entre}`;
}

function emDias(dias: number): string {
  return `${formatNumber(dias, Number.isInteger(dias) ? 0 : 1)} ${dias === 1 ? "dia" : "dias"}`;
}

const ALTURA = 300;
/** Days shown past the last step of the curve, so that its last level has a length. */
const FOLGA = 2;
/** The drawing goes at least to this many times the term. */
const VEZES_O_PRAZO = 3;
/** Share of the last level at which the rest of the curve is left to the table. */
const QUASE_TUDO = 0.98;

/** Last day of the drawing: the few answers that came years later would press the rest against the axis. */
export function fimDaCurva(linhas: readonly LinhaDaCurva[], prazo: Prazo | null): number {
  const ultimo = linhas.at(-1);
  const doPrazo = VEZES_O_PRAZO * (prazo?.n ?? 0);
  if (ultimo === undefined) return doPrazo + FOLGA;
  const quase = linhas.find(({ parte }) => parte >= QUASE_TUDO * ultimo.parte)?.dia ?? ultimo.dia;
  return Math.max(Math.min(ultimo.dia, Math.max(quase, doPrazo)), prazo?.n ?? 0) + FOLGA;
}

/** Steps of the share answered by day, with its interval, the day of the term and the middle. */
export function tempoAteResposta(linhas: readonly LinhaDaCurva[], prazo: Prazo | null): ChartOptions {
  const fim = fimDaCurva(linhas, prazo);
  const degraus = [
    { dia: 0, parte: 0, inferior: 0, superior: 0 },
    ...linhas.filter(({ dia }) => dia <= fim).map(({ dia, parte, inferior, superior }) => ({
      dia,
      parte,
      inferior: "valor" in inferior ? inferior.valor : parte,
      superior: "valor" in superior ? superior.valor : parte,
    })),
  ];
  const curva = [...degraus, { ...(degraus.at(-1) ?? { parte: 0, inferior: 0, superior: 0 }), dia: fim }];
  const marcos = prazo === null ? [] : [{ dia: prazo.n, texto: `${formatNumber(prazo.n)} dias\n${prazo.artigo}` }];
  const no = prazo === null ? [] : [{ dia: prazo.n, parte: respondidasAte(linhas, prazo.n).parte }];
  return (largura, Plot) => ({
    width: largura,
    height: ALTURA,
    marginLeft: 52,
    marginRight: 12,
    marginTop: 44,
    marginBottom: 40,
    x: { domain: [0, fim], label: "dias desde o registro", ticks: largura < 480 ? 4 : 8, tickFormat: (v: number) => (Number.isInteger(v) ? formatNumber(v) : "") },
    y: { domain: [0, 100], label: "respondidas", grid: true, ticks: 5, tickFormat: (v: number) => formatPercent(v, 0) },
    marks: [
      Plot.areaY(curva, { x: "dia", y1: "inferior", y2: "superior", curve: "step-after", fill: "var(--chart-soft)", fillOpacity: 0.4 }),
      Plot.ruleY([50], { stroke: "var(--chart-muted)", strokeDasharray: "2 4" }),
      Plot.lineY(curva, { x: "dia", y: "parte", curve: "step-after", stroke: "var(--chart-accent)", strokeWidth: 2.5 }),
      Plot.ruleX(marcos, { x: "dia", stroke: "var(--chart-reference)", strokeWidth: 2, strokeDasharray: "6 3" }),
      Plot.text(marcos, {
        x: "dia",
        text: "texto",
        frameAnchor: "top",
        lineAnchor: "bottom",
        dy: -6,
        textAnchor: prazo !== null && prazo.n > fim * 0.8 ? "end" : prazo !== null && prazo.n < fim * 0.1 ? "start" : "middle",
        ...TEXTO,
      }),
      Plot.dot(no, { x: "dia", y: "parte", r: 4, fill: "var(--chart-reference)" }),
      Plot.text(no, {
        x: "dia",
        y: "parte",
        text: ({ parte }: { readonly parte: number }) => formatPercent(parte, 0),
        textAnchor: "start",
        dx: 8,
        dy: 12,
        ...TEXTO,
      }),
    ],
  });
}

const TEXTO = { fill: "var(--text)", stroke: "var(--surface)", strokeWidth: 3, paintOrder: "stroke" } as const;

export const COLUNAS_DA_CURVA: readonly TableColumn<LinhaDaCurva>[] = [
  { id: "dia", titulo: "Dias desde o registro", tipo: "numero", valor: ({ dia }) => ({ valor: dia }) },
  { id: "em-risco", titulo: "Casos que ainda esperavam", tipo: "numero", valor: ({ emRisco }) => ({ valor: emRisco }) },
  { id: "respondidos", titulo: "Respondidos no dia", tipo: "numero", valor: ({ respondidos }) => ({ valor: respondidos }) },
  { id: "parte", titulo: "Respondidas até o dia", unidade: "%", tipo: "numero", casas: 1, valor: ({ parte }) => ({ valor: parte }) },
  { id: "inferior", titulo: "Intervalo de 95 %: de", unidade: "%", tipo: "numero", casas: 1, valor: ({ inferior }) => inferior },
  { id: "superior", titulo: "Intervalo de 95 %: a", unidade: "%", tipo: "numero", casas: 1, valor: ({ superior }) => superior },
];
