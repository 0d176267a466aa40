import type { CivilDate } from "../civil-date.ts";
import { count, formatDate, joinPt } from "../format.ts";
import type { Territorio } from "../territorio.ts";
import { wrapText } from "../wrap-text.ts";
import type { Achado } from "./achado.ts";
import { estaResolvido, marcaDe, type Marcas } from "./acompanhamento.ts";
import type { Avaliacao } from "./avaliar.ts";
import { dadoEmPalavras, fraseDoAchado, medidaEmPalavras, type Nomes, oQueFazer } from "./frase.ts";
import { buscaDeCorrecao, type LivroDeRegras } from "./regra.ts";
import { achadosPorMunicipio } from "./resumo.ts";

/** One point of a letter: what was found, where it comes from, what to do. */
export interface PontoDaCarta {
  readonly frase: string;
  /** The figure as read; "sem dado" where there is none. */
  readonly valor: string;
  /** Source, quoted name and period of the figure. */
  readonly fonte: string;
  readonly dado: string;
  readonly oQueFazer: string;
  /** Other indicators of the same answer, to which the same applies. */
  readonly tambem: readonly string[];
  /** When the municipality was asked already. */
  readonly pedidoEm: CivilDate | null;
}

/** What a municipality is told about its own data. No person signs it. */
export interface Carta {
  readonly codigo: number;
  readonly municipio: string;
  readonly orgao: string;
  readonly data: CivilDate;
  readonly abertura: string;
  readonly pontos: readonly PontoDaCarta[];
  readonly fecho: string;
  readonly normas: readonly { readonly nome: string; readonly artigo: string; readonly resumo: string }[];
}

/** Who gets a letter, and what became of the rest. */
export interface PlanoDasCartas {
  /** Open findings of each municipality that gets a letter, in the order of the municipalities. */
  readonly abertos: ReadonlyMap<number, readonly Achado[]>;
  /** Municipalities with nothing to be told. */
  readonly semCarta: readonly number[];
  /** Findings left out because they were found right or corrected. */
  readonly resolvidos: number;
}

export interface EntradaDasCartas {
  readonly avaliacao: Avaliacao;
  readonly livro: LivroDeRegras;
  readonly nomes: Nomes;
  readonly marcas: Marcas;
  readonly territorio: Pick<Territorio, "orgao" | "normas">;
  /** Date of the letters; never the clock. */
  readonly data: CivilDate;
}

/**
 * Says who gets a letter. A letter tells what its municipality can correct:
 * findings of rules marked for letters, in sources the municipality answers for,
 * in the newest period of the indicator. What was found right or corrected is left
 * out while the figure stays the same.
 * @param codigos the municipalities, in the order the letters come in.
 */
export function planejarCartas(
  codigos: readonly number[],
  { avaliacao, livro, marcas }: Pick<EntradaDasCartas, "avaliacao" | "livro" | "marcas">,
): PlanoDasCartas {
  const porMunicipio = achadosPorMunicipio(avaliacao.achados.filter(contaParaCarta(avaliacao, livro)));
  const comCarta = new Map<number, readonly Achado[]>();
  const semCarta: number[] = [];
  let resolvidos = 0;
  for (const codigo of codigos) {
    const achados = porMunicipio.get(codigo) ?? [];
    const abertos = achados.filter((achado) => !estaResolvido(marcaDe(marcas, achado), achado));
    resolvidos += achados.length - abertos.length;
    if (abertos.length === 0) semCarta.push(codigo);
    else comCarta.set(codigo, abertos);
  }
  return { abertos: comCarta, semCarta, resolvidos };
}

/** Writes the letter of a municipality about its open findings. */
export function escreverCarta(codigo: number, abertos: readonly Achado[], entrada: EntradaDasCartas): Carta {
  const { livro, nomes, territorio, data } = entrada;
  return {
    codigo,
    municipio: nomes.municipios.get(codigo) ?? String(codigo),
    orgao: territorio.orgao,
    data,
    abertura: livro.carta.abertura,
    pontos: pontosDe(abertos, entrada),
    fecho: livro.carta.fecho,
    normas: livro.carta.normas.flatMap(({ norma, artigo }) => {
      const encontrada = territorio.normas.find(({ id }) => id === norma);
      const resumo = encontrada?.artigos.find(({ ref }) => ref === artigo)?.resumo;
      return encontrada === undefined || resumo === undefined ? [] : [{ nome: encontrada.nomeCurto, artigo, resumo }];
    }),
  };
}

function contaParaCarta(avaliacao: Avaliacao, livro: LivroDeRegras): (achado: Achado) => boolean {
  const regras = new Set(livro.regras.flatMap(({ id, carta }) => (carta ? [id] : [])));
  const correcaoDe = buscaDeCorrecao(livro);
  const maisNovo = new Map(avaliacao.colunas.map(({ indicador, periodo }) => [indicador, periodo]));
  return ({ regra, fonte, indicador, periodo }) =>
    regras.has(regra) && correcaoDe(fonte, indicador)?.municipioCorrige === true && maisNovo.get(indicador) === periodo;
}

/**
 * One point for findings of one rule and period in one family of indicators;
 * wrong figures first, missing ones last. That a figure is out of the ordinary is
 * left out where another rule already says what is odd about it.
 */
function pontosDe(achados: readonly Achado[], entrada: EntradaDasCartas): PontoDaCarta[] {
  const { livro, nomes } = entrada;
  const familiaDe = new Map(
    livro.familias.flatMap(({ indicadores }, i) => indicadores.map((id, ordem) => [id, { nome: String(i), ordem }] as const)),
  );
  const dadoDe = ({ indicador, periodo }: Achado): string => `${periodo} ${familiaDe.get(indicador)?.nome ?? indicador}`;
  const soDestoa = ({ regra }: Achado): boolean => nomes.regras.get(regra)?.tipo === "atipico";
  const explicados = new Set(achados.flatMap((achado) => (soDestoa(achado) ? [] : [dadoDe(achado)])));
  const grupos = new Map<string, Achado[]>();
  for (const achado of achados) {
    if (soDestoa(achado) && explicados.has(dadoDe(achado))) continue;
    const chave = `${achado.regra} ${dadoDe(achado)}`;
    const grupo = grupos.get(chave);
    if (grupo === undefined) grupos.set(chave, [achado]);
    else grupo.push(achado);
  }
  const ordem = ({ indicador }: Achado): number => familiaDe.get(indicador)?.ordem ?? 0;
  return [...grupos.values()]
    .map((grupo) => grupo.toSorted((a, b) => ordem(a) - ordem(b)))
    .toSorted((a, b) => PESO[a[0]?.gravidade ?? "sem-dado"] - PESO[b[0]?.gravidade ?? "sem-dado"])
    .flatMap(([primeiro, ...outros]) => (primeiro === undefined ? [] : [ponto(primeiro, outros, entrada)]));
}

function ponto(achado: Achado, outros: readonly Achado[], { nomes, marcas }: EntradaDasCartas): PontoDaCarta {
  const marca = marcaDe(marcas, achado);
  return {
    frase: fraseDoAchado(achado, nomes),
    valor: achado.valor === null ? "sem dado" : medidaEmPalavras(achado.valor, nomes.indicadores.get(achado.indicador)),
    dado: dadoEmPalavras(achado, nomes),
    fonte: nomes.fontes.get(achado.fonte ?? "")?.nome ?? achado.fonte ?? "",
    oQueFazer: oQueFazer(achado, nomes),
    tambem: outros.map(({ indicador }) => nomes.indicadores.get(indicador)?.nome ?? indicador),
    pedidoEm: marca?.situacao === "pedido-ao-municipio" ? marca.data : null,
  };
}

const PESO: Readonly<Record<Achado["gravidade"], number>> = { erro: 0, "a-conferir": 1, "sem-dado": 2 };

/** "Dados oficiais a conferir: 3 pontos". */
export function assuntoDaCarta({ pontos }: Carta): string {
  return `Dados oficiais a conferir: ${count(pontos.length, "ponto", "pontos")}`;
}

/** "Vale também para: …." or nothing. */
export function tambemEmPalavras({ tambem }: PontoDaCarta): string {
  return tambem.length === 0 ? "" : `Vale também para: ${joinPt(tambem)}.`;
}

const COLUNAS = 78;

/** The letter as plain text, at most 78 characters a line, CRLF. */
export function textoDaCarta(carta: Carta): string {
  const linhas: string[] = [];
  const escreve = (texto: string, recuo = ""): void => {
    for (const linha of wrapText(texto, COLUNAS - recuo.length)) linhas.push(`${recuo}${linha}`);
  };
  escreve(carta.orgao);
  escreve("Vigilância Socioassistencial");
  linhas.push("", formatDate(carta.data), "");
  escreve(`À gestão municipal da assistência social de ${carta.municipio}`);
  linhas.push("", assuntoDaCarta(carta), "");
  escreve(carta.abertura);
  carta.pontos.forEach((ponto, i) => {
    linhas.push("");
    const numero = `${i + 1}. `;
    const recuo = " ".repeat(numero.length);
    wrapText(ponto.frase, COLUNAS - numero.length).forEach((linha, n) => linhas.push(`${n === 0 ? numero : recuo}${linha}`));
    if (ponto.tambem.length > 0) escreve(tambemEmPalavras(ponto), recuo);
    escreve(`Dado: ${ponto.dado}. Valor lido: ${ponto.valor}. Fonte: ${ponto.fonte}.`, recuo);
    escreve(`O que fazer: ${ponto.oQueFazer}`, recuo);
    if (ponto.pedidoEm !== null) escreve(`Já pedido em ${formatDate(ponto.pedidoEm)}.`, recuo);
  });
  linhas.push("");
  escreve(carta.fecho);
  if (carta.normas.length > 0) {
    linhas.push("", "Por que isto importa:");
    for (const { nome, artigo, resumo } of carta.normas) escreve(`${nome}, ${artigo}: ${resumo}`, "  ");
  }
  return `${linhas.join("\r\n")}\r\n`;
}

/** All the letters in one text, a form feed between two: each starts a page when printed. */
export function textoDasCartas(cartas: readonly Carta[]): string {
  return cartas.map(textoDaCarta).join("\f\r\n");
}
