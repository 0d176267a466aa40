import { count, formatNumber, formatOrdinal, formatPercent, joinPt } from "../../../core/format.ts";
import { CASAS_NOTA, type PainelExplicacao, type ParteIndicador } from "../explicacao.ts";
import type { SorteioDoMunicipio } from "../use-sorteios.ts";

/** How many indicators the sentence names. */
const NOMEADOS = 3;

const pontos = (x: number): string => formatNumber(x, CASAS_NOTA);
const indicadores = (n: number): string => count(n, "indicador", "indicadores");

/**
 * "Por que está aqui": the indicators that give the score most of its points,
 * with the points as printed: those named and the rest add up to the printed score.
 * @param ordenados how many municipalities have a position
 */
export function porQueEstaAqui(nome: string, painel: PainelExplicacao, minimo: number, ordenados: number): string {
  const { nota, posicao } = painel;
  if (nota === null || posicao === null) return porQueSemNota(nome, painel, minimo);
  const comeco = `${nome} tem a ${formatOrdinal(posicao, "f")} maior necessidade de apoio entre ${count(ordenados, "município", "municípios")} com nota`;
  const folhas = painel.dimensoes
    .flatMap(({ indicadores: lista }) => lista)
    .filter((i): i is ParteIndicador & { pontos: number } => i.pontos !== null);
  const somam = folhas.filter((i) => i.pontos > 0).toSorted((a, b) => b.pontos - a.pontos);
  const tiram = folhas.filter((i) => i.pontos < 0).toSorted((a, b) => a.pontos - b.pontos);
  if (somam.length === 0 && tiram.length === 0) {
    return `${comeco}: nenhum indicador com dado aponta necessidade, e a nota é ${pontos(nota)}.`;
  }
  const ditos = somam.slice(0, NOMEADOS);
  const resto = somam.slice(NOMEADOS);
  const partes = ditos.map((i) => `${pontos(i.pontos)} de ${i.nome}${valorDe(i)}`);
  if (resto.length > 0) partes.push(`${pontos(soma(resto))} de outros ${indicadores(resto.length)}`);
  const [unica = ""] = ditos.map((i) => `${i.nome}${valorDe(i)}`);
  const deOnde =
    somam.length === 0 ? "" : somam.length === 1 && tiram.length === 0 ? `, todos de ${unica}` : `: ${joinPt(partes)}`;
  const menos = tiram.length === 0 ? "" : `; ${count(tiram.length, "indicador tira", "indicadores tiram")} ${pontos(-soma(tiram))}`;
  return `${comeco}. A nota soma ${pontos(nota)} pontos${deOnde}${menos}.`;
}

/** Why a municipality stays out of the list. */
export function porQueSemNota(nome: string, { pesoPresente, dimensoes, dimensoesSemNota }: PainelExplicacao, minimo: number): string {
  const presente = pesoPresente === 0 ? "nenhuma parte" : formatPercent(pesoPresente, 0);
  const semNota = dimensoes
    .filter(({ id }) => dimensoesSemNota.includes(id))
    .map((d) => `${d.nome} (${d.presentes === 0 ? "nenhum" : formatNumber(d.presentes)} de ${indicadores(d.total)})`);
  const onde = semNota.length === 0 ? "" : ` Faltam dados em ${joinPt(semNota)}.`;
  return `${nome} fica fora da lista por falta de dados, não por ter menos necessidade: há dado para ${presente} do peso, e a nota pede ${formatPercent(100 * minimo, 0)} em cada dimensão e no total.${onde}`;
}

/** Where the score would be, whatever the missing figures turn out to be; null on a scale without ends. */
export function fraseDosLimites({ limites, faltas }: PainelExplicacao): string | null {
  if (limites === null) return null;
  if (faltas.length === 0) return "Nenhum indicador falta: a nota não tem margem por falta de dado.";
  if (pontos(limites.min) === pontos(limites.max)) return "O que falta não tem peso e não muda a nota.";
  return `Com o que falta, a nota ficaria entre ${pontos(limites.min)} e ${pontos(limites.max)}.`;
}

/** How solid the place is, by the draws. */
export function fraseDoSorteio({ mediana, de, ate, chance, palavra }: SorteioDoMunicipio, k: number): string {
  const lugar =
    de === ate
      ? `Nos sorteios fica na ${formatOrdinal(de, "f")} posição em pelo menos 90\u00a0% das vezes`
      : `Em 90\u00a0% dos sorteios fica entre a ${formatOrdinal(de, "f")} e a ${formatOrdinal(ate, "f")} posição (mediana ${formatOrdinal(mediana, "f")})`;
  const escolha = palavra === null ? "na maior parte das vezes fora da lista" : `escolha ${palavra}`;
  return `${lugar}; está entre os ${formatNumber(k)} primeiros em ${formatPercent(100 * chance, 0)} deles: ${escolha}.`;
}

function valorDe({ valor, periodo }: ParteIndicador): string {
  if (valor === null) return "";
  return ` (${valor}${periodo === null ? "" : ` em ${periodo}`})`;
}

/** Sum of printed points, without the dust of binary fractions. */
function soma(partes: readonly { readonly pontos: number }[]): number {
  const escala = 10 ** CASAS_NOTA;
  return partes.reduce((s, p) => s + Math.round(p.pontos * escala), 0) / escala;
}
