import { celula, isValor, type Celula } from "../../../core/absence.ts";
import { PASSOS, type Passo } from "../../../core/denuncias/passos.ts";
import { ESTADOS, ESTADOS_FINAIS, type EstadoDoCaso } from "../../../core/denuncias/reproducao.ts";
import { capitalize, count, formatNumber, formatPercent, joinPt } from "../../../core/format.ts";
import type { Fluxo, ResumoDaFila } from "../../../data/denuncias/perguntas.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { ESTADO_ROTULO, PASSO_ROTULO } from "../rotulos.ts";
import type { BarraDoFluxo } from "./barras.ts";

/** How a state stands: something is waited for, nothing is, or it follows another case. */
export type Andamento = "aberto" | "fechado" | "apensado";

/** Cases in one state, with the share of all that count by themselves. */
export interface LinhaDoEstado {
  readonly estado: EstadoDoCaso;
  readonly nome: string;
  readonly andamento: Andamento;
  readonly casos: number;
  /** In per cent; absent for apensadas, which count through another case, and where there is no case. */
  readonly parte: Celula;
}

const ANDAMENTO_ROTULO: Readonly<Record<Andamento, string>> = {
  aberto: "Aberto",
  fechado: "Fechado",
  apensado: "Segue o caso principal",
};

/** A row for each state in the order of the norm, zeros included. */
export function linhasDosEstados(porEstado: Fluxo["porEstado"]): LinhaDoEstado[] {
  const total = ESTADOS.reduce((soma, estado) => (estado === "apensada" ? soma : soma + porEstado[estado]), 0);
  return ESTADOS.map((estado) => {
    const casos = porEstado[estado];
    const andamento = andamentoDe(estado);
    return {
      estado,
      nome: ESTADO_ROTULO[estado],
      andamento,
      casos,
      parte: celula(andamento === "apensado" || total === 0 ? null : (100 * casos) / total, "dados-insuficientes"),
    };
  });
}

function andamentoDe(estado: EstadoDoCaso): Andamento {
  if (estado === "apensada") return "apensado";
  return ESTADOS_FINAIS.includes(estado) ? "fechado" : "aberto";
}

/** The open states with their share of the open cases: the closed ones, many more, would press them against the axis. */
export function barrasDosEstados(linhas: readonly LinhaDoEstado[]): BarraDoFluxo[] {
  const abertos = linhas.filter(({ andamento }) => andamento === "aberto");
  const total = soma(abertos);
  return abertos.map(({ estado, nome, casos }) => ({
    chave: estado,
    nome,
    valor: casos,
    texto: comParte(casos, celula(total === 0 ? null : (100 * casos) / total, "dados-insuficientes")),
    cor: "var(--chart-accent)",
  }));
}

/** "128 · 12,3 %"; a zero or what has no share stands alone. */
export function comParte(casos: number, parte: Celula): string {
  return casos === 0 || !isValor(parte) ? formatNumber(casos) : `${formatNumber(casos)} · ${formatPercent(parte.valor)}`;
}

/**
 * "37 casos estão abertos, de 204: 12 esperam o município, … Onde há mais: “…” (20).
 * Fechados: 90 de “Encerrada”, …"
 * @param porEspera open cases by who they wait for; null while it is not known
 */
export function leituraDosEstados(linhas: readonly LinhaDoEstado[], porEspera: ResumoDaFila["porEspera"] | null): string {
  const total = soma(linhas.filter(({ andamento }) => andamento !== "apensado"));
  const apensadas = soma(linhas) - total;
  const fim =
    apensadas === 0
      ? ""
      : ` Mais ${count(apensadas, "apensada segue o seu caso principal e não conta à parte", "apensadas seguem o seu caso principal e não contam à parte", "f")}.`;
  if (total === 0) return `Nenhum caso que conte por si com os filtros em uso.${fim}`;
  const abertos = linhas.filter(({ andamento }) => andamento === "aberto");
  const fechados = linhas.filter(({ andamento, casos }) => andamento === "fechado" && casos > 0).toSorted((a, b) => b.casos - a.casos);
  const n = soma(abertos);
  const doFim = fechados.length === 0 ? "" : ` Fechados: ${joinPt(fechados.map(({ nome, casos }) => `${formatNumber(casos)} em “${nome}”`))}.`;
  if (n === 0) return `Nenhum caso está aberto, de ${formatNumber(total)}.${doFim}${fim}`;
  const esperas = ESPERADOS.flatMap(([espera, quem]) => {
    const deles = porEspera?.[espera] ?? 0;
    return deles === 0 ? [] : [`${formatNumber(deles)} ${deles === 1 ? "espera" : "esperam"} ${quem}`];
  });
  const maior = abertos.reduce((m, linha) => (linha.casos > m.casos ? linha : m));
  const onde = esperas.length === 0 ? "" : `: ${joinPt(esperas)}`;
  return `${capitalize(count(n, "caso está aberto", "casos estão abertos"))}, de ${formatNumber(total)}${onde}. Onde há mais abertos: “${maior.nome}” (${formatNumber(maior.casos)}).${doFim}${fim}`;
}

const ESPERADOS = [
  ["municipio", "o município"],
  ["estado", "o estado"],
  ["ouvidoria", "a Ouvidoria"],
] as const;

function soma(linhas: readonly { readonly casos: number }[]): number {
  return linhas.reduce((total, { casos }) => total + casos, 0);
}

export const COLUNAS_DOS_ESTADOS: readonly TableColumn<LinhaDoEstado>[] = [
  { id: "estado", titulo: "Estado do caso", tipo: "texto", valor: ({ nome }) => nome },
  { id: "andamento", titulo: "Aberto ou fechado", tipo: "texto", valor: ({ andamento }) => ANDAMENTO_ROTULO[andamento] },
  { id: "casos", titulo: "Casos", tipo: "numero", valor: ({ casos }) => ({ valor: casos }) },
  { id: "parte", titulo: "Parte", unidade: "%", tipo: "numero", casas: 1, valor: ({ parte }) => parte },
];

/** Cases that reached one step, with the share of those registered. */
export interface LinhaDoPasso {
  readonly passo: Passo;
  readonly nome: string;
  readonly casos: number;
  /** In per cent of the cases that reached the registration. */
  readonly parte: Celula;
}

/** A row for each step in the order of the norm, zeros included. */
export function linhasDosPassos(porPasso: Fluxo["porPasso"]): LinhaDoPasso[] {
  const registrados = porPasso.registro;
  return PASSOS.map((passo) => ({
    passo,
    nome: PASSO_ROTULO[passo],
    casos: porPasso[passo],
    parte: celula(registrados === 0 ? null : (100 * porPasso[passo]) / registrados, "dados-insuficientes"),
  }));
}

export function barrasDosPassos(linhas: readonly LinhaDoPasso[]): BarraDoFluxo[] {
  return linhas.map(({ passo, nome, casos, parte }) => ({
    chave: passo,
    nome,
    valor: casos,
    texto: comParte(casos, parte),
    cor: "var(--chart-accent)",
  }));
}

/** "De 204 casos registrados: notificação do município em 120 (58,8 %), …" */
export function leituraDosPassos(linhas: readonly LinhaDoPasso[]): string {
  const de = new Map(linhas.map((linha) => [linha.passo, linha]));
  const registrados = de.get("registro")?.casos ?? 0;
  if (registrados === 0) return "Nenhum caso com dia de registro nos filtros em uso.";
  const trechos = ([
    ["notificacao", "notificação do município"],
    ["manifestacao", "manifestação"],
    ["manifestacao-tecnica", "manifestação técnica"],
    ["verificacao", "verificação no local (só quando é necessária)"],
    ["resposta", "resposta"],
  ] as const).map(([passo, nome]) => {
    const linha = de.get(passo);
    const parte = linha !== undefined && linha.casos > 0 && isValor(linha.parte) ? ` (${formatPercent(linha.parte.valor)})` : "";
    return `${nome} em ${formatNumber(linha?.casos ?? 0)}${parte}`;
  });
  return `De ${count(registrados, "caso registrado", "casos registrados")}: ${joinPt(trechos)}.`;
}

export const COLUNAS_DOS_PASSOS: readonly TableColumn<LinhaDoPasso>[] = [
  { id: "passo", titulo: "Passo", tipo: "texto", valor: ({ nome }) => nome },
  { id: "casos", titulo: "Casos que chegaram a ele", tipo: "numero", valor: ({ casos }) => ({ valor: casos }) },
  { id: "parte", titulo: "Parte dos registrados", unidade: "%", tipo: "numero", casas: 1, valor: ({ parte }) => parte },
];
