import { celula } from "../../../core/absence.ts";
import { capitalize, count, formatNumber, joinPt } from "../../../core/format.ts";
import { compareImported, type ImportedComparison } from "../../../core/metodo/top-changes.ts";
import type { Municipio } from "../../../core/municipio.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

/** How the index is to be read against the list. */
export interface Leitura {
  /** Which end of the index asks for more support. */
  readonly maisNecessidade: "menor" | "maior";
  /** Below it (or above it, where more is more need) a municipality counts as chosen by the index; 0–1. */
  readonly corte: number;
}

export const LEITURA_PADRAO: Leitura = { maisNecessidade: "menor", corte: 0.5 };

export type Situacao = "nas duas" | "só na lista" | "só no índice" | "em nenhuma" | "não comparado";

/** One municipality on the list and in the index. */
export interface LinhaComparada {
  readonly codigo: number;
  readonly nome: string;
  /** Null without a score. */
  readonly posicao: number | null;
  readonly valor: number | null;
  /** 1 = most need by the index; ties shared; null without a figure. */
  readonly posicaoIndice: number | null;
  readonly situacao: Situacao;
}

/** The list beside an index, by the index's cut and by as many places as the list has. */
export interface Comparacao {
  /** By position; those without a score last. */
  readonly linhas: readonly LinhaComparada[];
  readonly conjuntos: ImportedComparison;
}

/**
 * The list against an index made elsewhere. Without a figure in the index or
 * without a score a municipality is "não comparado".
 * @param ranks position by unit, 0 = no score; aligned with `municipios`
 */
export function compararComIndice(
  municipios: readonly Municipio[],
  ranks: Uint32Array,
  k: number,
  valores: ReadonlyMap<number, number>,
  { maisNecessidade, corte }: Leitura,
): Comparacao {
  const porUnidade = municipios.map(({ codigo }) => valores.get(codigo) ?? null);
  const conjuntos = compareImported(ranks, { values: porUnidade, cut: corte, lowIsNeed: maisNecessidade === "menor" }, k);
  const situacoes = new Map<number, Situacao>();
  const marcar = (unidades: readonly number[], situacao: Situacao): void => {
    for (const i of unidades) situacoes.set(i, situacao);
  };
  marcar(conjuntos.calledInTop, "nas duas");
  marcar(conjuntos.topNotCalled, "só na lista");
  marcar(conjuntos.calledOutsideTop, "só no índice");
  marcar(conjuntos.notCompared, "não comparado");
  const linhas = municipios.map(({ codigo, nome }, i): LinhaComparada => {
    const noIndice = conjuntos.ranks[i] ?? 0;
    return {
      codigo,
      nome,
      posicao: (ranks[i] ?? 0) === 0 ? null : (ranks[i] ?? null),
      valor: porUnidade[i] ?? null,
      posicaoIndice: noIndice === 0 ? null : noIndice,
      situacao: situacoes.get(i) ?? "em nenhuma",
    };
  });
  return { linhas: linhas.sort((a, b) => (a.posicao ?? Infinity) - (b.posicao ?? Infinity) || a.codigo - b.codigo), conjuntos };
}

/** What the comparison shows, in words. */
export function fraseDoIndice({ linhas, conjuntos }: Comparacao, k: number, leitura: Leitura): string {
  const { called, calledInTop, calledOutsideTop, topNotCalled, notCompared, top } = conjuntos;
  if (notCompared.length === linhas.length) return "Nenhum município com nota tem valor no índice: nada a comparar.";
  const nenhum = (n: number): string => (n === 0 ? "nenhum" : formatNumber(n));
  const semNota = called.length - calledInTop.length - calledOutsideTop.length;
  const partes = [
    `${nenhum(calledInTop.length)} também entre os ${formatNumber(k)} da lista`,
    `${nenhum(calledOutsideTop.length)} fora dela`,
    ...(semNota === 0 ? [] : [`${formatNumber(semNota)} sem nota`]),
  ];
  const noCorte = `${count(called.length, "município está", "municípios estão")} ${faixaEmPalavras(leitura)} no índice${called.length === 0 ? "" : `: ${joinPt(partes)}`}`;
  const semValor = linhas.filter(({ posicao, valor }) => posicao !== null && posicao <= k && valor === null).length;
  const outros = [
    ...(topNotCalled.length === 0 ? [] : [count(topNotCalled.length, "não está nessa faixa", "não estão nessa faixa")]),
    ...(semValor === 0 ? [] : [count(semValor, "não tem valor no índice", "não têm valor no índice")]),
  ];
  const daLista = outros.length === 0 ? "" : ` Dos ${formatNumber(k)} da lista, ${joinPt(outros)}.`;
  // With fewer figures than places the index has no list of its own to set beside this one.
  const escolhidos = top.stay.length + top.leave.length;
  const trocas =
    escolhidos < k
      ? ""
      : ` Se o índice escolhesse os ${formatNumber(k)}, ${count(top.stay.length, "seria o mesmo", "seriam os mesmos")}, ${count(top.leave.length, "entraria", "entrariam")} e ${count(top.enter.length, "sairia", "sairiam")}.`;
  return `${capitalize(noCorte)}.${daLista}${trocas}`;
}

export function faixaEmPalavras({ maisNecessidade, corte }: Leitura): string {
  return maisNecessidade === "menor" ? `abaixo de ${formatNumber(corte, 2)}` : `acima de ${formatNumber(corte, 2)}`;
}

/** Columns of the comparison, on the screen and in its file. */
export function colunasDoIndice(nome: string): TableColumn<LinhaComparada>[] {
  return [
    { id: "nome", titulo: "Município", tipo: "texto", valor: (linha) => linha.nome },
    { id: "posicao", titulo: "Posição na lista", tipo: "numero", valor: ({ posicao }) => celula(posicao, "dados-insuficientes") },
    { id: "valor", titulo: nome, tipo: "numero", casas: 3, valor: ({ valor }) => celula(valor) },
    { id: "posicao-indice", titulo: "Posição no índice", tipo: "numero", valor: ({ posicaoIndice }) => celula(posicaoIndice) },
    { id: "situacao", titulo: "Comparação", tipo: "texto", valor: ({ situacao }) => situacao },
  ];
}
