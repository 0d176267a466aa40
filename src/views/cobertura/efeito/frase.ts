import { count, formatDate, formatNumber, formatPeriod, joinPt } from "../../../core/format.ts";
import { fraseDaComparacao, fraseInsuficiente, isInsuficiente, type Comparacao, type Resposta } from "../../../core/equidade/index.ts";
import { POLARIDADE_ROTULO, type Indicador } from "../../../core/indicador.ts";
import type { ContagemDeApoio } from "../../../data/apoio/perguntas.ts";
import { CONTAGEM } from "../equidade/contagem.ts";
import type { Escolha } from "./figuras.ts";
import type { Janela } from "./janela.ts";
import { PORQUE_DE_FORA, PORQUES_DE_FORA, type DeFora } from "./pares.ts";

/** Means are printed with one decimal place more than the figures they are made of. */
export function casasDaMedia({ casas }: Pick<Indicador, "casas">): number {
  return Math.min(4, casas + 1);
}

/** What follows a change: differences of percentages are in percentage points; a scale and money are named elsewhere. */
export function unidadeDaMudanca({ unidade }: Pick<Indicador, "unidade">): string {
  if (unidade === "%") return "\u00a0p.p.";
  return unidade === "" || unidade.startsWith("de ") || unidade.startsWith("R$") ? "" : `\u00a0${unidade}`;
}

interface FraseEntrada {
  readonly escolha: Escolha;
  readonly janela: Janela;
  readonly conta: ContagemDeApoio;
  readonly comparacao: Resposta<Comparacao>;
  readonly apoiados: number;
  readonly semApoio: number;
}

/** The part's answer, or that there is too little to give one. */
export function fraseDoEfeito({ escolha, janela, conta, comparacao, apoiados, semApoio }: FraseEntrada): string {
  const { indicador } = escolha.opcao;
  const quem = `De ${formatDate(janela.de)} a ${formatDate(janela.ate)}, ${comApoio(conta, apoiados)} e ${formatNumber(semApoio)} não.`;
  const oque = `${indicador.nomeCurto}, de ${formatPeriod(escolha.antes.periodo)} a ${formatPeriod(escolha.depois.periodo)}`;
  if (isInsuficiente(comparacao)) return `${oque}: não dá para dizer se mudou de outro modo onde houve apoio. ${fraseInsuficiente(comparacao)} ${quem}`;
  return `${oque}. ${fraseDaComparacao(comparacao, casasDaMedia(indicador), unidadeDaMudanca(indicador))} ${quem}`;
}

function comApoio(conta: ContagemDeApoio, n: number): string {
  return `${count(n, "município teve", "municípios tiveram")} ${CONTAGEM[conta].singular}`;
}

/** Starting values nearer than this, in standard deviations, are usually taken as alike. Source: Austin, Statistics in Medicine 28(25), 2009. */
const EQUILIBRIO = 0.1;

/** How alike the two sides of the pairs were at the start. */
export function fraseDoEquilibrio({ desequilibrio }: Pick<Comparacao, "desequilibrio">): string {
  const quanto = formatNumber(Math.abs(desequilibrio), 2);
  const lado = Number(desequilibrio.toFixed(2)) === 0 ? "iguais" : desequilibrio > 0 ? "um pouco maiores nos apoiados" : "um pouco menores nos apoiados";
  const juizo = Math.abs(desequilibrio) <= EQUILIBRIO ? "até 0,1 costuma ser tido como parecido" : "mais de 0,1: os dois lados não partiram do mesmo lugar, leia a diferença com cuidado";
  return `Valores iniciais ${lado.startsWith("um") && Math.abs(desequilibrio) > EQUILIBRIO ? lado.replace("um pouco ", "") : lado}: ${quanto} desvio-padrão de distância entre as médias (${juizo}).`;
}

/** "12 fora: 3 sem número antes, …". */
export function fraseDosDeFora(deFora: readonly DeFora[]): string {
  if (deFora.length === 0) return "Nenhum município ficou fora.";
  const partes = PORQUES_DE_FORA.flatMap((porque) => {
    const n = deFora.filter((um) => um.porque === porque).length;
    return n === 0 ? [] : [`${formatNumber(n)} ${porque === "apoiado-sem-par" ? "com apoio e sem par" : porque === "sem-apoio-sem-par" ? "sem apoio que não serviram de par" : PORQUE_DE_FORA[porque]}`];
  });
  return `${count(deFora.length, "município ficou", "municípios ficaram")} fora: ${joinPt(partes)}.`;
}

/** Which way of the indicator asks for more support. */
export function sentidoEmPalavras({ polaridade }: Pick<Indicador, "polaridade">): string {
  return `Neste indicador, ${POLARIDADE_ROTULO[polaridade]}.`;
}

/** Whether the difference can be told from chance; never as a cause. */
export function leituraDaDiferenca({ apoiados, intervalo }: Pick<Comparacao, "apoiados" | "intervalo">): string {
  const pares = count(apoiados.length, "par", "pares");
  return intervalo.lower > 0 || intervalo.upper < 0
    ? `${pares}: o intervalo da diferença não contém o zero. Há uma diferença associada ao apoio, o que não mostra que ele seja a causa.`
    : `${pares}: o intervalo da diferença contém o zero. A diferença pode ser do acaso.`;
}

/** How far the search for pairs went: "Dos 34 municípios com apoio, 32 têm …; 6 acharam um semelhante." */
export function fraseDosCandidatos({ apoiados, completos }: { readonly apoiados: number; readonly completos: number }, pares: number): string {
  if (apoiados === 0) return "Nenhum município teve esse apoio entre as duas medidas.";
  return `${count(apoiados, "município", "municípios")} com apoio; ${formatNumber(completos)} com os dois números, porte e região; ${formatNumber(pares)} com um semelhante sem apoio, do mesmo porte e da mesma região, de valor inicial próximo.`;
}
