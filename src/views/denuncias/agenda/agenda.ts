import { addDays, type CivilDate } from "../../../core/civil-date.ts";
import { capitalize, compareNames, count, formatDate, formatNumber, joinPt } from "../../../core/format.ts";
import { diaDaSemana } from "../../../core/visitas/calendario.ts";
import type { ItemDaAgenda } from "../../../data/denuncias/perguntas.ts";
import type { ChartOptions } from "../../../ui/chart/props.ts";
import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

/** Dues of one day. */
export interface LinhaDoDia {
  readonly dia: CivilDate;
  readonly vencem: number;
}

/** Dues of one step and unit. */
export interface LinhaDaUnidade {
  readonly prazo: string;
  readonly unidade: string;
  readonly vencem: number;
  /** First due day. */
  readonly primeiro: CivilDate;
}

export const ALTURA_DA_AGENDA = 220;

const DIAS = ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"] as const;

export function diaDaSemanaEmPalavras(dia: CivilDate): string {
  return DIAS[diaDaSemana(dia)] ?? "";
}

/** One row for each of the `dias` days from today on, days without dues included. */
export function linhasPorDia(itens: readonly Pick<ItemDaAgenda, "vence">[], hoje: CivilDate, dias: number): LinhaDoDia[] {
  const porDia = new Map<CivilDate, number>();
  for (const { vence } of itens) porDia.set(vence, (porDia.get(vence) ?? 0) + 1);
  return Array.from({ length: dias }, (_, i) => {
    const dia = addDays(hoje, i);
    return { dia, vencem: porDia.get(dia) ?? 0 };
  });
}

/** One row for each step and unit, the fullest first. */
export function linhasPorUnidade<I extends Pick<ItemDaAgenda, "prazo" | "vence">>(itens: readonly I[], unidade: (item: I) => string): LinhaDaUnidade[] {
  const grupos = new Map<string, { prazo: string; unidade: string; vencem: number; primeiro: CivilDate }>();
  for (const item of itens) {
    const dela = unidade(item);
    const chave = `${item.prazo} ${dela}`;
    const grupo = grupos.get(chave);
    if (grupo === undefined) grupos.set(chave, { prazo: item.prazo, unidade: dela, vencem: 1, primeiro: item.vence });
    else {
      grupo.vencem += 1;
      if (item.vence < grupo.primeiro) grupo.primeiro = item.vence;
    }
  }
  return [...grupos.values()].sort((a, b) => b.vencem - a.vencem || compareNames(a.unidade, b.unidade) || compareNames(a.prazo, b.prazo));
}

/** "18 prazos vencem de 31/10/2026 a 30/11/2026; o dia com mais é 06/11/2026, sexta-feira (4)." */
export function leituraDaAgenda(linhas: readonly LinhaDoDia[]): string {
  const total = linhas.reduce((soma, { vencem }) => soma + vencem, 0);
  const [primeiro] = linhas;
  const ultimo = linhas.at(-1);
  if (primeiro === undefined || ultimo === undefined) return "Nenhum dia na agenda.";
  const quando = `de ${formatDate(primeiro.dia)} a ${formatDate(ultimo.dia)}`;
  if (total === 0) return `Nenhum prazo vence ${quando}.`;
  const maior = Math.max(...linhas.map(({ vencem }) => vencem));
  const dias = linhas.filter(({ vencem }) => vencem === maior).map(({ dia }) => `${formatDate(dia)}, ${diaDaSemanaEmPalavras(dia)}`);
  const quais =
    dias.length === 1
      ? `o dia com mais é ${joinPt(dias)} (${formatNumber(maior)})`
      : maior === 1
        ? "nenhum dia tem mais de um"
        : `no dia mais cheio vencem ${formatNumber(maior)}`;
  return `${capitalize(count(total, "prazo vence", "prazos vencem"))} ${quando}; ${quais}.`;
}

export const COLUNAS_DO_DIA: readonly TableColumn<LinhaDoDia>[] = [
  { id: "dia", titulo: "Dia", tipo: "data", valor: ({ dia }) => dia },
  { id: "semana", titulo: "Dia da semana", tipo: "texto", ordenavel: false, valor: ({ dia }) => diaDaSemanaEmPalavras(dia) },
  { id: "vencem", titulo: "Vencem", unidade: "prazos", tipo: "numero", valor: ({ vencem }) => ({ valor: vencem }) },
];

/** Bars of dues by day, weekends shaded; the days of the axis are as many as fit, counted from today. */
export function vencimentosPorDia(linhas: readonly LinhaDoDia[], escolhido: CivilDate | null): ChartOptions {
  const barras = linhas.map(({ dia, vencem }, i) => ({ i, dia, vencem }));
  const teto = Math.max(1, ...linhas.map(({ vencem }) => vencem));
  const fins = barras.filter(({ dia }) => diaDaSemana(dia) >= 5);
  const faixa = { x1: ({ i }: { i: number }) => i, x2: ({ i }: { i: number }) => i + 1 };
  return (largura, Plot) => {
    const passo = largura < 480 ? 10 : 5;
    return {
      height: ALTURA_DA_AGENDA,
      marginLeft: 32,
      marginRight: 8,
      marginTop: 20,
      marginBottom: 24,
      x: { domain: [0, linhas.length], axis: null },
      y: { domain: [0, teto], nice: true, grid: true, label: null, ticks: Math.min(4, teto), tickFormat: (v: number) => (Number.isInteger(v) ? formatNumber(v) : "") },
      marks: [
        Plot.rect(fins, { ...faixa, fill: "var(--surface-sunken)" }),
        Plot.rectY(barras, {
          ...faixa,
          insetLeft: 1,
          insetRight: 1,
          y1: 0,
          y2: "vencem",
          fill: ({ dia }: LinhaDoDia) => (escolhido === null || dia === escolhido ? "var(--chart-accent)" : "var(--chart-soft)"),
        }),
        Plot.text(largura < 480 ? [] : barras.filter(({ vencem }) => vencem > 0), { x: ({ i }: { i: number }) => i + 0.5, y: "vencem", text: ({ vencem }: LinhaDoDia) => formatNumber(vencem), dy: -8, fill: "var(--text)" }),
        Plot.ruleY([0], { stroke: "var(--chart-muted)" }),
        Plot.text(barras.filter(({ i }) => i % passo === 0), {
          x: ({ i }: { i: number }) => i + 0.5,
          text: ({ dia }: LinhaDoDia) => `${dia.slice(8)}/${dia.slice(5, 7)}`,
          frameAnchor: "bottom",
          lineAnchor: "top",
          dy: 6,
          fill: "var(--text)",
        }),
        Plot.rect(linhas, { x1: (_: LinhaDoDia, i: number) => i, x2: (_: LinhaDoDia, i: number) => i + 1, fill: "transparent", ...MARCA }),
      ],
    };
  };
}
