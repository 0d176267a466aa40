import { formatDate, count, formatNumber, formatPercent, joinPt } from "../../../core/format.ts";
import { fraseInsuficiente, isInsuficiente, METODO_DO_SORTEIO, type Concentracao, type Resposta } from "../../../core/equidade/index.ts";
import type { ContagemDeApoio } from "../../../data/apoio/perguntas.ts";
import type { TipoDeGrupo } from "./agrupamentos.ts";
import { contados, recebidos } from "./contagem.ts";
import type { EstadoDaEquidade, MedidaDaEquidade } from "./estado-da-parte.ts";
import { isFirme, isFora, Q_MAXIMO, type LinhaDoGrupo, type SorteioDosGrupos } from "./grupos.ts";

/** Shares printed with an index: three decimals, as the literature does. */
const CASAS_DO_INDICE = 3;

interface TotalDaEquidade {
  readonly apoios: number;
  readonly alcancados: number;
  readonly municipios: number;
}

/** Sums of the counts by municipality; NaN is outside the filter. */
export function totalDe(contagens: ArrayLike<number>): TotalDaEquidade {
  let [apoios, alcancados, municipios] = [0, 0, 0];
  for (let i = 0; i < contagens.length; i += 1) {
    const vezes = contagens[i] ?? NaN;
    if (Number.isNaN(vezes)) continue;
    municipios += 1;
    apoios += vezes;
    if (vezes > 0) alcancados += 1;
  }
  return { apoios, alcancados, municipios };
}

interface FraseEntrada {
  readonly de: string;
  readonly ate: string;
  readonly estado: EstadoDaEquidade;
  readonly total: TotalDaEquidade;
  readonly necessidade: Resposta<Concentracao> | null;
  readonly sorteios: readonly SorteioDosGrupos[];
}

/**
 * The page's answer: what was had, whether it goes where need is greater, and the most-in-need third beside the lottery.
 */
export function fraseDaEquidade({ de, ate, estado, total, necessidade, sorteios }: FraseEntrada): string {
  const { apoios, alcancados, municipios } = total;
  const periodo = `De ${formatDate(de)} a ${formatDate(ate)}`;
  if (apoios === 0) return `${periodo}, ${contados(estado.conta, 0)} em ${count(municipios, "município", "municípios")}: não há o que comparar com um sorteio.`;
  const visto = `${periodo}, ${recebidos(estado.conta, apoios)} por ${formatNumber(alcancados)} de ${count(municipios, "município", "municípios")}`;
  return `${visto}${ondeVai(necessidade)}.${doTerco(sorteios, estado)}`;
}

function ondeVai(necessidade: Resposta<Concentracao> | null): string {
  if (necessidade === null || isInsuficiente(necessidade)) return "";
  const { intervalo } = necessidade;
  if (intervalo.upper < 0) return ", mais onde a necessidade é maior";
  return intervalo.lower > 0 ? ", mais onde a necessidade é menor" : ", sem inclinação firme para onde a necessidade é maior ou menor";
}

function doTerco(sorteios: readonly SorteioDosGrupos[], estado: EstadoDaEquidade): string {
  const terco = sorteios.find(({ grupos }) => grupos.tipo === "necessidade")?.linhas.find(({ chave }) => chave === "necessidade-0");
  if (terco === undefined) return "";
  const sorteio = sorteioEmPalavras(terco, estado.porHabitante && estado.medida === "apoios" ? "um sorteio entre habitantes" : "um sorteio");
  return ` No terço com mais necessidade, ${observadoEmPalavras(terco, estado)}; ${sorteio}.`;
}

/** "37 visitas técnicas em 48 municípios", "30 de 48 municípios com visita técnica". */
function observadoEmPalavras({ observado, municipios }: LinhaDoGrupo, { conta, medida }: Pick<EstadoDaEquidade, "conta" | "medida">): string {
  const lugares = count(municipios, "município", "municípios");
  return medida === "municipios" ? `${formatNumber(observado)} de ${lugares} com ${ALGUM[conta]}` : `${contados(conta, observado)} em ${lugares}`;
}

const ALGUM: Readonly<Record<ContagemDeApoio, string>> = { visitas: "visita técnica", presencial: "apoio presencial", todos: "apoio" };

/** "um sorteio daria de 26 a 43: dentro do sorteio". */
function sorteioEmPalavras({ situacao, de, ate }: Pick<LinhaDoGrupo, "situacao" | "de" | "ate">, sorteio = "um sorteio"): string {
  if (situacao === "nada-a-dizer") return "dados insuficientes: qualquer número caberia no sorteio";
  return `${sorteio} daria ${de === ate ? formatNumber(de) : `de ${formatNumber(de)} a ${formatNumber(ate)}`}: ${SITUACAO[situacao]}`;
}

export const SITUACAO = {
  abaixo: "abaixo do sorteio",
  dentro: "dentro do sorteio",
  acima: "acima do sorteio",
  "nada-a-dizer": "dados insuficientes",
} as const;

/**
 * "Coeficiente de Gini 0,412 (95 %: de 0,36 a 0,46), … ; 0 é todos com o mesmo, perto de 1 é um só com tudo."
 * @param doSorteio mean that a lottery would give; null where it has no exact one
 */
export function fraseDaDesigualdade({ indice, intervalo, eventos, unidades }: Concentracao, conta: ContagemDeApoio, doSorteio: number | null): string {
  const numero = (valor: number): string => formatNumber(valor, CASAS_DO_INDICE);
  return `Coeficiente de Gini ${numero(indice)} (95\u00a0%: de ${numero(intervalo.lower)} a ${numero(intervalo.upper)}), com ${contados(conta, eventos)} entre ${count(unidades, "município", "municípios")}; 0 é todos com o mesmo, perto de 1 é um só com tudo.${doSorteio === null ? "" : ` Um sorteio daria, em média, ${numero(doSorteio)}: poucos apoios não se repartem por igual nem ao acaso.`}`;
}

const NOME_DO_GRUPO: Readonly<Record<TipoDeGrupo, (nome: string) => string>> = {
  necessidade: (nome) => nome.replace("Terço", "terço"),
  porte: (nome) => `porte ${nome}`,
  regiao: (nome) => `região de ${nome}`,
};

/** How many groups are named in a sentence; the table has them all. */
const DITOS = 4;

/** "a, b, c, d e mais 3 (na tabela)". */
function primeiros(itens: readonly string[], quantos: number): string {
  return itens.length <= quantos ? joinPt(itens) : `${itens.slice(0, quantos).join(", ")} e mais ${formatNumber(itens.length - quantos)} (nas tabelas)`;
}

function valorDe(celula: LinhaDoGrupo["q"]): number {
  return "valor" in celula ? celula.valor : Number.POSITIVE_INFINITY;
}

/** How many groups are out of the lottery, how many chance alone would put there, and which stay after the correction, the firmest first. */
export function fraseDaCorrecao(sorteios: readonly SorteioDosGrupos[]): string {
  const linhas = sorteios.flatMap((sorteio) => sorteio.linhas);
  const testadas = linhas.filter(({ q }) => "valor" in q);
  if (testadas.length === 0) return "Nenhum grupo tem números que bastem para comparar com o sorteio.";
  const fora = testadas.filter(({ situacao }) => isFora(situacao));
  const firmes = testadas.filter(isFirme).sort((a, b) => valorDe(a.q) - valorDe(b.q));
  const acaso = testadas.length * 0.05;
  const comparados = `${count(testadas.length, "grupo comparado", "grupos comparados")}: ${fora.length === 0 ? "nenhum fora" : `${formatNumber(fora.length)} fora`} da faixa do sorteio; o acaso sozinho poria até ${formatNumber(acaso, acaso < 10 ? 1 : 0)}`;
  if (fora.length === 0) return `${comparados}.`;
  const correcao = `Depois da correção de Benjamini e Hochberg (no máximo ${formatPercent(100 * Q_MAXIMO, 0)} de enganos entre os que ficam)`;
  if (firmes.length === 0) return `${comparados}. ${correcao}, nenhum fica.`;
  return `${comparados}. ${correcao}, ${firmes.length === 1 ? "fica 1" : `ficam ${formatNumber(firmes.length)}`}: ${primeiros(
    firmes.map(({ tipo, nome, situacao }) => `${NOME_DO_GRUPO[tipo](nome)} (${situacao})`),
    DITOS,
  )}.`;
}

/** Reading of a way of grouping: who is out of the lottery. */
export function leituraDosGrupos({ sorteio, linhas }: SorteioDosGrupos, estado: Pick<EstadoDaEquidade, "conta" | "medida">): string {
  if (isInsuficiente(sorteio)) return fraseInsuficiente(sorteio);
  const fora = linhas.filter(({ situacao }) => isFora(situacao));
  const sem = linhas.filter(({ situacao }) => situacao === "nada-a-dizer").length;
  const calados = sem === 0 ? "" : ` ${count(sem, "grupo com dados insuficientes", "grupos com dados insuficientes")}.`;
  if (fora.length === 0) return `Nenhum grupo fora do que um sorteio daria.${calados}`;
  const resto = fora.length <= DITOS ? "" : ` Mais ${count(fora.length - DITOS, "grupo", "grupos")} fora da faixa, na tabela.`;
  return `${fora
    .toSorted((a, b) => valorDe(a.q) - valorDe(b.q))
    .slice(0, DITOS)
    .map((linha) => `${linha.nome}: ${observadoEmPalavras(linha, estado)}; ${sorteioEmPalavras(linha)}`)
    .join(". ")}.${resto}${calados}`;
}

/** How the lottery was worked, with the number of draws of a simulation and of what was drawn. */
export function metodoEmPalavras({ sorteio, semGrupo }: SorteioDosGrupos, conta: ContagemDeApoio, medida: MedidaDaEquidade): string {
  if (isInsuficiente(sorteio)) return "";
  const { metodo, simulacoes, eventos, unidades } = sorteio;
  const vezes = simulacoes === null ? "" : ` (${count(simulacoes, "sorteio", "sorteios")}, com semente fixa)`;
  const sorteado = medida === "municipios" ? count(eventos, "município alcançado", "municípios alcançados") : recebidos(conta, eventos);
  const soltos = semGrupo.municipios === 0 ? "" : ` ${count(semGrupo.municipios, "município entra", "municípios entram")} no sorteio sem estar em nenhum grupo.`;
  return `Método: ${METODO_DO_SORTEIO[metodo]}${vezes}; ${sorteado} entre ${count(unidades, "município", "municípios")}; intervalo de 95 %.${soltos}`;
}
