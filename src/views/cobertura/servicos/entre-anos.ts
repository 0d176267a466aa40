import { celula } from "../../../core/absence.ts";
import { formatCelula, formatNumber } from "../../../core/format.ts";
import { agregar, chaveDaEscala, type Agregado, type ParDeAnos } from "../../../core/servicos/index.ts";
import type { ChartOptions } from "../../../ui/chart/props.ts";
import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { casasDaEscala, escalaEmPalavras, satisfacaoEmPalavras } from "./palavras.ts";
import type { LinhaPorServico } from "./por-servico.ts";
import { anoEmPalavras, doServico, type Recorte } from "./recorte.ts";

/** A figure of a service in two years, over the municipalities that say it in both. */
export interface LinhaDeMudanca {
  readonly chave: string;
  readonly servico: string;
  readonly oque: string;
  readonly casas: number;
  readonly par: ParDeAnos;
}

/** Four figures a service; satisfaction has one row a scale. */
export function linhasDeMudanca(linhas: readonly LinhaPorServico[]): LinhaDeMudanca[] {
  return linhas.flatMap(({ servico, mudanca }) => {
    if (mudanca === null) return [];
    const linha = (id: string, oque: string, casas: number, par: ParDeAnos): LinhaDeMudanca => ({ chave: `${servico.chave} ${id}`, servico: servico.nome, oque, casas, par });
    return [
      linha("em-andamento", "Em andamento", 0, mudanca.emAndamento),
      linha("concluidas", "Concluídas", 0, mudanca.concluidas),
      linha("tempo-medio", "Tempo médio (dias)", 1, mudanca.tempoMedio),
      ...mudanca.satisfacao.map((par) => linha(`satisfacao ${chaveDaEscala(par.escala)}`, `Satisfação (${escalaEmPalavras(par.escala)})`, casasDaEscala(par.escala), par)),
    ];
  });
}

/** @param antes the two years, in words */
export function colunasDeMudanca(antes: string, depois: string): TableColumn<LinhaDeMudanca>[] {
  const numero = (id: string, titulo: string, valor: (linha: LinhaDeMudanca) => number | null): TableColumn<LinhaDeMudanca> => ({
    id,
    titulo,
    tipo: "numero",
    casas: 2,
    ordenavel: false,
    valor: (linha) => celula(valor(linha)),
    render: (linha) => formatCelula(celula(valor(linha)), linha.casas),
  });
  return [
    { id: "servico", titulo: "Serviço", tipo: "texto", ordenavel: false, valor: ({ servico }) => servico },
    { id: "oque", titulo: "O quê", tipo: "texto", ordenavel: false, valor: ({ oque }) => oque },
    { id: "municipios", titulo: "Municípios nos dois anos", tipo: "numero", ordenavel: false, valor: ({ par }) => ({ valor: par.municipios }) },
    numero("antes", antes, ({ par }) => par.antes),
    numero("depois", depois, ({ par }) => par.depois),
    numero("diferenca", "Diferença", ({ par }) => par.diferenca),
  ];
}

/** A service in one year, over whoever said something of it. */
export interface LinhaDoAno {
  readonly ano: number;
  readonly agregado: Agregado;
}

/** Every year of the data, in order; a year nobody told stays as a gap. */
export function linhasDosAnos({ painel, registros, servico, cem }: Recorte): LinhaDoAno[] {
  return painel.anos.map((ano) => ({
    ano,
    agregado: agregar(
      doServico(registros, servico).filter((registro) => registro.ano === ano),
      { cem },
    ),
  }));
}

export const COLUNAS_DOS_ANOS: readonly TableColumn<LinhaDoAno>[] = [
  { id: "ano", titulo: "Ano", tipo: "texto", valor: ({ ano }) => String(ano) },
  { id: "municipios", titulo: "Municípios que informaram", tipo: "numero", valor: ({ agregado }) => ({ valor: agregado.linhas }) },
  { id: "em-andamento", titulo: "Em andamento", tipo: "numero", valor: ({ agregado }) => celula(agregado.emAndamento.total) },
  { id: "concluidas", titulo: "Concluídas", tipo: "numero", valor: ({ agregado }) => celula(agregado.concluidas.total) },
  { id: "tempo-medio", titulo: "Tempo médio", unidade: "dias", tipo: "numero", casas: 1, valor: ({ agregado }) => celula(agregado.tempoMedio.dias) },
  { id: "no-tempo", titulo: "Municípios no tempo médio", tipo: "numero", valor: ({ agregado }) => ({ valor: agregado.tempoMedio.informados }) },
  { id: "satisfacao", titulo: "Satisfação", tipo: "texto", valor: ({ agregado }) => satisfacaoEmPalavras(agregado.satisfacao) },
];

/** "12,4 dias em 2024 (120 municípios); 11,0 dias em 2025 (118 municípios)." */
export function leituraDosAnos(linhas: readonly LinhaDoAno[], anoDeHoje: number): string {
  const ditos = linhas.flatMap(({ ano, agregado: { tempoMedio } }) =>
    tempoMedio.dias === null ? [] : [`${formatNumber(tempoMedio.dias, 1)} dias em ${anoEmPalavras(ano, anoDeHoje)}, em ${formatNumber(tempoMedio.informados)} municípios`],
  );
  return ditos.length === 0 ? "Nenhum ano tem tempo médio que se possa juntar." : `Tempo médio de todas as solicitações: ${ditos.join("; ")}.`;
}

export const ALTURA_DOS_ANOS = 240;

/** Mean time of each year as a column from zero, with its number over it; the year that runs is hollow. */
export function desenhoDosAnos(linhas: readonly LinhaDoAno[], anoDeHoje: number): ChartOptions {
  const teto = Math.max(1, ...linhas.map(({ agregado }) => agregado.tempoMedio.dias ?? 0));
  const isEmCurso = ({ ano }: LinhaDoAno): boolean => ano >= anoDeHoje;
  return (largura, Plot) => ({
    width: largura,
    height: ALTURA_DOS_ANOS,
    marginLeft: 44,
    marginRight: 8,
    marginTop: 28,
    marginBottom: 36,
    x: { type: "band", domain: linhas.map(({ ano }) => String(ano)), label: null, padding: linhas.length > 8 ? 0.2 : 0.45 },
    y: { domain: [0, teto], nice: true, grid: true, label: "dias", ticks: 5, tickFormat: (v: number) => formatNumber(v) },
    marks: [
      Plot.barY(linhas, {
        x: ({ ano }: LinhaDoAno) => String(ano),
        y: ({ agregado }: LinhaDoAno) => agregado.tempoMedio.dias ?? 0,
        fill: (linha: LinhaDoAno) => (isEmCurso(linha) ? "var(--surface)" : "var(--chart-accent)"),
        stroke: "var(--chart-accent)",
        strokeWidth: 1.5,
        ...MARCA,
      }),
      Plot.ruleY([0], { stroke: "var(--chart-muted)" }),
      Plot.text(linhas, {
        x: ({ ano }: LinhaDoAno) => String(ano),
        y: ({ agregado }: LinhaDoAno) => agregado.tempoMedio.dias ?? 0,
        text: ({ agregado: { tempoMedio } }: LinhaDoAno) => (tempoMedio.dias === null ? "sem dado" : formatNumber(tempoMedio.dias, 1)),
        dy: -10,
        fill: "var(--text)",
        pointerEvents: "none",
      }),
    ],
  });
}
