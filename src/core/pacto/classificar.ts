import { SEM_CODIGO } from "../denuncias/passos.ts";
import { fold } from "../search.ts";
import type { ApoiosEmColunas } from "./colunas.ts";
import type { Coordenacao, EstrategiaDoPacto, LinhaDoPacto, Pacto } from "./plano.ts";
import { parecidosCom, type MaisParecido } from "./semelhanca.ts";

/** The line an unclassified theme may have meant. */
export interface SugestaoDeLinha {
  /** Position in the pact's lines. */
  readonly linha: number;
  /** "outro-eixo": the theme is of that line, but the row names another eixo. */
  readonly motivo: "parecido" | "outro-eixo";
  readonly semelhanca: number;
}

/** A theme, as written in an eixo, that is in no line and known to no office. */
export interface NaoClassificado {
  /** null = no theme written. */
  readonly tema: string | null;
  /** Position in the pact's eixos; `SEM_CODIGO` = one it does not have. */
  readonly eixo: number;
  readonly linhas: number;
}

/** Where each row of support falls. */
export interface Classificacao {
  /**
   * By row: a position in the pact's lines, then `foraDoPlano` (a theme that an office
   * answers for and no line has; art. 8 lets support go beyond the plan), then
   * `naoClassificado`.
   */
  readonly casa: Uint16Array;
  readonly foraDoPlano: number;
  readonly naoClassificado: number;
  /** By row, 1 when the strategy is one of the line's; 0 for rows of no line. */
  readonly pelaEstrategia: Uint8Array;
  /** Most rows first, then as they come. */
  readonly naoClassificados: readonly NaoClassificado[];
}

/**
 * Puts each row in a line of the pact by its eixo and theme. A theme counts when it is
 * one of the ways the line is written, folded; a line with `qualquerTema` takes every
 * row of its eixo and strategies whose theme is of no other. Nothing is guessed: what
 * is only alike stays unclassified, for `sugerirLinha` to say what it may have meant.
 * Source of the lines: Res. CIB/MT 02/2022 art. 7; of the themes of the offices, art. 6 VIII.
 */
export function classificar(colunas: ApoiosEmColunas, pacto: Pacto): Classificacao {
  const { n, eixo, estrategia, tema, temas } = colunas;
  const { linhas, coordenacoes, estrategias, eixos } = pacto;
  const foraDoPlano = linhas.length;
  const naoClassificado = linhas.length + 1;
  const nomes = nomesDasLinhas(linhas);
  const daCoordenacao = new Set(coordenacoes.flatMap((coordenacao) => coordenacao.temas.map(fold)));
  const linhaDoTema = temas.map((texto) => nomes.get(fold(texto)) ?? -1);
  const temaDeCoordenacao = temas.map((texto) => daCoordenacao.has(fold(texto)));
  const eixoDaLinha = linhas.map((linha) => eixos.findIndex(({ id }) => id === linha.eixo));
  const realiza = linhas.map((linha) => Uint8Array.from({ length: SEM_CODIGO + 1 }, (_, e) => (linha.estrategias.includes(estrategias[e]?.id ?? "") ? 1 : 0)));
  const livres = linhas.flatMap((linha, i) => (linha.qualquerTema ? [i] : []));

  const casa = new Uint16Array(n);
  const pelaEstrategia = new Uint8Array(n);
  const doEixo = (linha: number, em: number): boolean => em === SEM_CODIGO || eixoDaLinha[linha] === em;
  const livre = (em: number, por: number): number => livres.find((linha) => eixoDaLinha[linha] === em && realiza[linha]?.[por] === 1) ?? -1;
  for (let row = 0; row < n; row += 1) {
    const em = eixo[row] ?? SEM_CODIGO;
    const por = estrategia[row] ?? SEM_CODIGO;
    const t = tema[row] ?? -1;
    const doTema = linhaDoTema[t] ?? -1;
    let achada = doTema >= 0 && doEixo(doTema, em) ? doTema : -1;
    if (achada < 0 && em !== SEM_CODIGO) achada = livre(em, por);
    if (achada >= 0) {
      casa[row] = achada;
      pelaEstrategia[row] = realiza[achada]?.[por] ?? 0;
    } else if (doTema < 0 && temaDeCoordenacao[t] === true) {
      casa[row] = foraDoPlano;
    } else {
      casa[row] = naoClassificado;
    }
  }
  const classes = { casa, foraDoPlano, naoClassificado, pelaEstrategia };
  return { ...classes, naoClassificados: naoClassificadosDe(colunas, classes, casa.keys()) };
}

/** The unclassified among these rows, by theme and eixo: most rows first, then as they come. */
export function naoClassificadosDe(
  { tema, temas, eixo }: Pick<ApoiosEmColunas, "tema" | "temas" | "eixo">,
  { casa, naoClassificado }: Pick<Classificacao, "casa" | "naoClassificado">,
  rows: Iterable<number>,
): NaoClassificado[] {
  const restos = new Map<number, number>();
  for (const row of rows) {
    if (casa[row] !== naoClassificado) continue;
    const chave = ((tema[row] ?? -1) + 1) * (SEM_CODIGO + 1) + (eixo[row] ?? SEM_CODIGO);
    restos.set(chave, (restos.get(chave) ?? 0) + 1);
  }
  const lista = [...restos].map(([chave, linhas]) => {
    const [em, t] = [chave % (SEM_CODIGO + 1), Math.floor(chave / (SEM_CODIGO + 1)) - 1];
    return { tema: temas[t] ?? null, eixo: em, linhas };
  });
  return lista.sort((a, b) => b.linhas - a.linhas);
}

/** `sugeridorDeLinhas` for one theme. */
export function sugerirLinha(tema: string, pacto: Pick<Pacto, "linhas">): SugestaoDeLinha | null {
  return sugeridorDeLinhas(pacto)(tema);
}

/**
 * Tells the line an unclassified theme may have meant: the one it is of in another eixo,
 * or the most alike; null when none is. Some 60 comparisons of texts a theme: ask for the
 * rows shown.
 */
export function sugeridorDeLinhas({ linhas }: Pick<Pacto, "linhas">): (tema: string) => SugestaoDeLinha | null {
  const procurar = maiorDosNomes(linhas.map(nomesDa));
  return (tema) => {
    const achada = procurar(tema);
    if (achada === null) return null;
    return { linha: achada.indice, motivo: achada.semelhanca === 1 ? "outro-eixo" : "parecido", semelhanca: achada.semelhanca };
  };
}

/** The strategy a text may have meant, by its id or name; null when none is like it. */
export function sugerirEstrategia(texto: string, estrategias: readonly EstrategiaDoPacto[]): EstrategiaDoPacto | null {
  return estrategias[maiorDosNomes(estrategias.map(({ id, nome }) => [id, nome]))(texto)?.indice ?? -1] ?? null;
}

/** The office that answers for a theme: the line's where the theme is of one, else the one that names it; null when none does. */
export function coordenacaoDoTema(tema: string, { linhas, coordenacoes }: Pick<Pacto, "linhas" | "coordenacoes">): Coordenacao | null {
  const alvo = fold(tema);
  const linha = linhas[nomesDasLinhas(linhas).get(alvo) ?? -1];
  return coordenacoes.find(({ id }) => id === linha?.coordenacao) ?? coordenacoes.find(({ temas }) => temas.some((t) => fold(t) === alvo)) ?? null;
}

/** Every way a line is written, folded, to its position. */
function nomesDasLinhas(linhas: readonly LinhaDoPacto[]): ReadonlyMap<string, number> {
  return new Map(linhas.flatMap((linha, i) => nomesDa(linha).map((nome) => [fold(nome), i] as const)));
}

function nomesDa({ nome, tema, temas }: LinhaDoPacto): readonly string[] {
  return [nome, tema, ...temas];
}

/** `parecidosCom` where each candidate has several names. */
function maiorDosNomes(nomes: readonly (readonly string[])[]): (texto: string) => MaisParecido | null {
  const donos = nomes.flatMap((lista, i) => lista.map(() => i));
  const procurar = parecidosCom(nomes.flat());
  return (texto) => {
    const achado = procurar(texto);
    return achado === null ? null : { indice: donos[achado.indice] ?? 0, semelhanca: achado.semelhanca };
  };
}
