import { AUSENCIA_ROTULO } from "../absence.ts";
import type { CivilDate } from "../civil-date.ts";
import { capitalize, count, formatDate, formatMeasure, formatNumber, formatPercent, formatPeriod, joinPt } from "../format.ts";
import type { Fonte, Indicador } from "../indicador.ts";
import type { Achado, AchadoDeSerie } from "./achado.ts";
import { buscaDeCorrecao, type BuscaDeCorrecao, type LivroDeRegras, type Regra } from "./regra.ts";

/** What the sentences of findings need to name things. */
export interface Nomes {
  readonly regras: ReadonlyMap<string, Regra>;
  readonly indicadores: ReadonlyMap<string, Indicador>;
  readonly fontes: ReadonlyMap<string, Fonte>;
  readonly municipios: ReadonlyMap<number, string>;
  readonly correcaoDe: BuscaDeCorrecao;
  readonly dataReferencia: CivilDate;
}

/** Words a template may hold between braces. Anything else in braces is a mistake of the rules file. */
export const LACUNAS = [
  "municipio",
  "indicador",
  "periodo",
  /** The quoted name with the period, said once: “IDCRAS” em 2021, “Repasse em 2022”. */
  "dado",
  "valor",
  "esperado",
  "comparado",
  "comparadoIndicador",
  "comparadoPeriodo",
  "medida",
  "medidaPercentual",
  "fonte",
  "onde",
  "novo",
  "desde",
  "meses",
  "mesesPermitidos",
  "faltam",
] as const;
export type LacunaDeFrase = (typeof LACUNAS)[number];

const LACUNA = /\{([A-Za-z]+)\}/g;

/** Words in braces that no template may hold; empty when the template is right. */
export function lacunasDesconhecidas(modelo: string): string[] {
  const conhecidas: ReadonlySet<string> = new Set(LACUNAS);
  return [...modelo.matchAll(LACUNA)].map(([, nome = ""]) => nome).filter((nome) => !conhecidas.has(nome));
}

/** Names for a rule book, a catalogue and the municipalities in use. */
export function nomesDe(
  livro: LivroDeRegras,
  catalogo: readonly Indicador[],
  fontes: readonly Fonte[],
  municipios: readonly { readonly codigo: number; readonly nome: string }[],
  dataReferencia: CivilDate,
): Nomes {
  return {
    regras: new Map(livro.regras.map((regra) => [regra.id, regra])),
    indicadores: new Map(catalogo.map((indicador) => [indicador.id, indicador])),
    fontes: new Map(fontes.map((fonte) => [fonte.id, fonte])),
    municipios: new Map(municipios.map(({ codigo, nome }) => [codigo, nome])),
    correcaoDe: buscaDeCorrecao(livro),
    dataReferencia,
  };
}

/** What a rule found, in one sentence. */
export function fraseDoAchado(achado: Achado, nomes: Nomes): string {
  const regra = nomes.regras.get(achado.regra);
  if (regra === undefined) return "";
  const modelo = achado.semPar === true && "fraseSemPar" in regra ? regra.fraseSemPar : regra.frase;
  return preencher(modelo ?? regra.frase, (lacuna) => palavra(lacuna, achado, regra, nomes));
}

/** What to do about a finding, in one sentence that starts with a verb. */
export function oQueFazer(achado: Achado, nomes: Nomes): string {
  const regra = nomes.regras.get(achado.regra);
  return regra === undefined ? "" : preencher(regra.oQueFazer, (lacuna) => palavra(lacuna, achado, regra, nomes));
}

/** What a rule found about a whole series, in one sentence. */
export function fraseDaSerie(achado: AchadoDeSerie, nomes: Nomes): string {
  return daSerie(achado, nomes, (regra) => regra.frase);
}

export function oQueFazerDaSerie(achado: AchadoDeSerie, nomes: Nomes): string {
  return daSerie(achado, nomes, (regra) => regra.oQueFazer);
}

function daSerie(achado: AchadoDeSerie, nomes: Nomes, modelo: (regra: Regra) => string): string {
  const regra = nomes.regras.get(achado.regra);
  if (regra === undefined) return "";
  const proprias: Partial<Record<LacunaDeFrase, string>> = {
    meses: achado.meses === null ? "" : count(achado.meses, "mês", "meses"),
    mesesPermitidos: achado.mesesPermitidos === null ? "" : count(achado.mesesPermitidos, "mês", "meses"),
    faltam: joinPt(achado.faltam.map(formatPeriod)),
  };
  return preencher(modelo(regra), (lacuna) => proprias[lacuna] ?? deTodos(lacuna, achado, nomes));
}

/** What was expected of a figure, in words: "de 1 a 5", "no máximo 12.000 pessoas". */
export function esperadoEmPalavras(achado: Achado, nomes: Nomes): string {
  const regra = nomes.regras.get(achado.regra);
  if (regra === undefined) return "";
  return palavra("esperado", achado, regra, nomes);
}

/** A figure as the catalogue prints it: with its unit, or the level a coded answer stands for. */
export function medidaEmPalavras(valor: number, indicador: Indicador | undefined, casas = indicador?.casas ?? 2): string {
  const nivel = indicador?.niveis?.[String(valor)];
  if (nivel !== undefined) return `“${nivel}”`;
  const unidade = indicador?.unidade ?? "";
  return formatMeasure(valor, casas, /^(de \d|resposta$|unidades$)/.test(unidade) ? "" : unidade);
}

function preencher(modelo: string, palavraDe: (lacuna: LacunaDeFrase) => string): string {
  const texto = modelo.replaceAll(LACUNA, (trecho, nome: string) => {
    const lacuna = LACUNAS.find((conhecida) => conhecida === nome);
    return lacuna === undefined ? trecho : palavraDe(lacuna);
  });
  return capitalize(texto);
}

type Palavra = (achado: Achado, regra: Regra, nomes: Nomes) => string;

/** How each word of a template is written for a finding; the other words are those of `deTodos`. */
const PALAVRAS: Partial<Record<LacunaDeFrase, Palavra>> = {
  municipio: ({ codigo }, _, nomes) => nomes.municipios.get(codigo) ?? String(codigo),
  valor: (achado, _, nomes) => {
    const indicador = nomes.indicadores.get(achado.indicador);
    return achado.valor === null ? SEM_DADO : medidaEmPalavras(achado.valor, indicador, casasDe(achado, indicador));
  },
  esperado: (achado, regra, nomes) => esperado(achado, regra, nomes.indicadores.get(achado.indicador)),
  comparado: ({ comparado }, _, nomes) =>
    comparado === null ? SEM_DADO : medidaEmPalavras(comparado.valor, nomes.indicadores.get(comparado.indicador)),
  comparadoIndicador: ({ comparado }, regra, nomes) => nomeDe(comparado?.indicador ?? parDe(regra), nomes),
  comparadoPeriodo: ({ comparado }) => (comparado === null ? "" : formatPeriod(comparado.periodo)),
  medida: ({ medida }) => (medida === null ? "" : formatNumber(Math.abs(medida), 1)),
  medidaPercentual: ({ medida }) => (medida === null ? "" : formatPercent(Math.abs(medida) * 100, 0)),
  novo: (_, regra, nomes) => (regra.tipo === "quebra" ? (nomes.municipios.get(regra.novo) ?? String(regra.novo)) : ""),
  desde: (_, regra) => (regra.tipo === "quebra" ? formatDate(regra.desde) : ""),
};

const SEM_DADO = AUSENCIA_ROTULO["sem-dado"];

function palavra(lacuna: LacunaDeFrase, achado: Achado, regra: Regra, nomes: Nomes): string {
  return PALAVRAS[lacuna]?.(achado, regra, nomes) ?? deTodos(lacuna, achado, nomes);
}

function deTodos(lacuna: LacunaDeFrase, achado: Achado | AchadoDeSerie, nomes: Nomes): string {
  if (lacuna === "indicador") return nomeDe(achado.indicador, nomes);
  if (lacuna === "periodo") return formatPeriod(achado.periodo);
  if (lacuna === "dado") return dadoEmPalavras(achado, nomes);
  if (lacuna === "fonte") return nomes.fontes.get(achado.fonte ?? "")?.nome ?? achado.fonte ?? "fonte não informada";
  if (lacuna === "onde") return nomes.correcaoDe(achado.fonte, achado.indicador)?.onde ?? "no sistema de onde o dado veio";
  return "";
}

/** “IDCRAS” em 2021; a name that already says the period says it once. */
export function dadoEmPalavras({ indicador, periodo }: Pick<Achado, "indicador" | "periodo">, nomes: Nomes): string {
  const nome = nomeDe(indicador, nomes);
  return nome.includes(periodo) ? `“${nome}”` : `“${nome}” em ${formatPeriod(periodo)}`;
}

function nomeDe(id: string, nomes: Nomes): string {
  return nomes.indicadores.get(id)?.nome ?? id;
}

function parDe(regra: Regra): string {
  return regra.tipo === "comparacao" ? regra.b : "";
}

/** Enough decimal places to tell the figure from the one expected. */
function casasDe({ valor, esperado: conta, min, max }: Achado, indicador: Indicador | undefined): number {
  let casas = indicador?.casas ?? 2;
  if (valor === null) return casas;
  const outros = [conta, min, max].flatMap((outro) => (outro === null || outro === valor ? [] : [outro]));
  while (casas < 6 && outros.some((outro) => formatNumber(outro, casas) === formatNumber(valor, casas))) casas += 1;
  return casas;
}

function esperado(achado: Achado, regra: Regra, indicador: Indicador | undefined): string {
  const casas = casasDe(achado, indicador);
  const texto = (valor: number): string => medidaEmPalavras(valor, indicador, casas);
  if (achado.gravidade === "sem-dado") return "um valor";
  if (regra.tipo === "quebra") return "só o que é do município";
  if (regra.tipo === "contradicao") return "resposta que combine";
  if (regra.tipo === "salto") {
    const folga = regra.medida === "diferenca" ? formatNumber(regra.limite) : formatPercent(regra.limite * 100, 0);
    return `menos de ${folga} de diferença`;
  }
  if (regra.tipo === "formula" || regra.tipo === "razao") return achado.esperado === null ? "" : texto(achado.esperado);
  const min = naEscala(achado.min, indicador);
  const max = naEscala(achado.max, indicador);
  if (indicador?.niveis !== undefined && regra.tipo === "faixa") {
    return `uma das respostas: ${joinPt(Object.values(indicador.niveis).map((nivel) => `“${nivel}”`))}`;
  }
  if (min !== null && max !== null) return min === max ? texto(min) : `de ${texto(min)} a ${texto(max)}`;
  if (max !== null) return `no máximo ${texto(max)}`;
  if (min !== null) return `${texto(min)} ou mais`;
  return "outro valor";
}

/** An expected limit never lies outside the indicator's own scale. */
function naEscala(limite: number | null, indicador: Indicador | undefined): number | null {
  if (limite === null) return null;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = indicador?.limites ?? {};
  return Math.min(max, Math.max(min, limite));
}
