import { count, formatNumber, formatPercent } from "../format.ts";
import type { Interval } from "../metodo/intervals.ts";
import type { Comparacao } from "./comparacao.ts";
import type { Concentracao } from "./concentracao.ts";
import type { Insuficiente, PorqueInsuficiente } from "./resposta.ts";
import type { GrupoNoSorteio, MetodoDoSorteio } from "./sorteio.ts";

/** Singular and plural of what was counted. */
const CONTADO: Readonly<Record<PorqueInsuficiente, readonly [string, string, "m" | "f"]>> = {
  "poucas-unidades": ["município com os dados que a conta pede", "municípios com os dados que a conta pede", "m"],
  "poucos-eventos": ["evento", "eventos", "m"],
  "necessidade-igual": ["nível de necessidade entre os municípios", "níveis de necessidade entre os municípios", "m"],
  "poucos-pares": ["par de municípios semelhantes", "pares de municípios semelhantes", "m"],
};

/** "Dados insuficientes: 12 pares de municípios semelhantes; o mínimo é 20." */
export function fraseInsuficiente({ porque, ha, minimo }: Insuficiente): string {
  return `Dados insuficientes: ${count(ha, ...CONTADO[porque])}; o mínimo é ${formatNumber(minimo)}.`;
}

/** Whether events go where need is greater, with the limits and the number of events. */
export function fraseDaConcentracao({ indice, intervalo, eventos, unidades }: Concentracao, confidence = 0.95): string {
  const onde =
    intervalo.upper < 0
      ? "se concentram onde a necessidade é maior"
      : intervalo.lower > 0
        ? "se concentram onde a necessidade é menor"
        : "não mostram concentração firme onde a necessidade é maior ou menor";
  return `Os eventos ${onde}: índice de concentração ${formatNumber(indice, 3)} (${limits(intervalo, 3, confidence)}), com ${count(eventos, "evento", "eventos")} em ${count(unidades, "município", "municípios")}.`;
}

/** How the limits of the lottery were found. */
export const METODO_DO_SORTEIO: Readonly<Record<MetodoDoSorteio, string>> = {
  hipergeometrico: "faixa exata de um sorteio em que cada município sai no máximo uma vez",
  multinomial: "faixa exata de um sorteio em que cada evento é sorteado à parte e um município pode sair mais de uma vez",
  simulacao: "faixa simulada de um sorteio em que cada município sai no máximo uma vez e as chances não são iguais",
};

/** "12 eventos em 40 municípios; um sorteio daria de 5 a 11: acima do sorteio". */
export function fraseDoGrupo({ observado, unidades, inferior, superior, situacao }: GrupoNoSorteio): string {
  const visto = `${count(observado, "evento", "eventos")} em ${count(unidades, "município", "municípios")}`;
  if (situacao === "nada-a-dizer") return `${visto}; dados insuficientes: qualquer número caberia no sorteio`;
  const faixa = inferior === superior ? formatNumber(inferior) : `de ${formatNumber(inferior)} a ${formatNumber(superior)}`;
  const lugar = { abaixo: "abaixo do sorteio", dentro: "dentro do sorteio", acima: "acima do sorteio" }[situacao];
  return `${visto}; um sorteio daria ${faixa}: ${lugar}`;
}

/**
 * What the pairs show, never as a cause.
 * @param unidade of the indicator after its figures (" %", " por mil"); may be empty
 */
export function fraseDaComparacao({ apoiados, mudancaApoiados, mudancaSemelhantes, diferenca, intervalo }: Comparacao, casas: number, unidade = "", confidence = 0.95): string {
  const figura = (valor: number): string => `${Number(valor.toFixed(casas)) > 0 ? "+" : ""}${formatNumber(valor, casas)}${unidade}`;
  const mudou = `Em ${count(apoiados.length, "par", "pares")} de municípios semelhantes, o indicador mudou ${figura(mudancaApoiados)} nos apoiados e ${figura(mudancaSemelhantes)} nos outros`;
  const faixa = `${figura(diferenca)} (${formatPercent(confidence * 100, 0)}: de ${figura(intervalo.lower)} a ${figura(intervalo.upper)})`;
  const isFirm = intervalo.lower > 0 || intervalo.upper < 0;
  return isFirm
    ? `${mudou}. O apoio está associado a uma diferença de ${faixa}; isso não mostra que ele seja a causa.`
    : `${mudou}. A diferença de ${faixa} pode ser do acaso: não se vê mudança associada ao apoio.`;
}

function limits({ lower, upper }: Interval, casas: number, confidence: number): string {
  return `${formatPercent(confidence * 100, 0)}: de ${formatNumber(lower, casas)} a ${formatNumber(upper, casas)}`;
}
