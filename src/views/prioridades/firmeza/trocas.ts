import { count, formatNumber, joinPt } from "../../../core/format.ts";
import type { Metodo } from "../../../core/metodo/method.ts";
import { preparePriority, scorePriority } from "../../../core/metodo/priority.ts";
import { topChanges } from "../../../core/metodo/top-changes.ts";
import type { Contexto } from "../explicacao.ts";

/** Who comes in and goes out of the first K between two rankings, each by position. */
export interface Trocas {
  readonly entram: readonly number[];
  readonly saem: readonly number[];
}

/**
 * @param antes position by unit, 0 = no score; aligned with `codigos`, as `depois`
 */
export function trocasEntre(codigos: readonly number[], antes: Uint32Array, depois: Uint32Array, k: number): Trocas {
  const { enter, leave } = topChanges(antes, depois, k);
  const porPosicao = (unidades: readonly number[], ranks: Uint32Array): number[] =>
    unidades.toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0)).flatMap((i) => codigos[i] ?? []);
  return { entram: porPosicao(enter, depois), saem: porPosicao(leave, antes) };
}

/** One municipality that changes sides. */
export interface LinhaTroca {
  readonly codigo: number;
  readonly nome: string;
  readonly troca: "entra" | "sai";
  /** Positions under the other ranking and under the one in force; null without a score. */
  readonly antes: number | null;
  readonly agora: number | null;
}

/** Who enters and who leaves the K in force when the default method gives way to the one on the page. */
export function trocasContraPadrao(padrao: Metodo, agora: Uint32Array, k: number, { catalogo, colunas, municipios }: Pick<Contexto, "catalogo" | "colunas" | "municipios">): LinhaTroca[] {
  const { ranks } = scorePriority(preparePriority(padrao, catalogo, colunas, municipios));
  const unidade = new Map(municipios.map(({ codigo }, i) => [codigo, i]));
  const { entram, saem } = trocasEntre([...unidade.keys()], ranks, agora, k);
  const linha = (codigo: number, troca: LinhaTroca["troca"]): LinhaTroca => {
    const i = unidade.get(codigo) ?? -1;
    const posicao = (de: Uint32Array): number | null => ((de[i] ?? 0) === 0 ? null : (de[i] ?? null));
    return { codigo, nome: municipios[i]?.nome ?? String(codigo), troca, antes: posicao(ranks), agora: posicao(agora) };
  };
  return [...entram.map((codigo) => linha(codigo, "entra")), ...saem.map((codigo) => linha(codigo, "sai"))];
}

/** "Com o método desta página entram na lista A e B, e saem C e D." */
export function fraseDasTrocas(linhas: readonly LinhaTroca[], k: number): string {
  const quem = (troca: LinhaTroca["troca"]): string[] => linhas.filter((linha) => linha.troca === troca).map(({ nome }) => nome);
  const [entram, saem] = [quem("entra"), quem("sai")];
  if (entram.length + saem.length === 0) return `O método mudou, mas os ${formatNumber(k)} da lista são os mesmos do método padrão.`;
  const partes = [
    ...(entram.length === 0 ? [] : [`${entram.length === 1 ? "entra" : "entram"} ${nomeados(entram)}`]),
    ...(saem.length === 0 ? [] : [`${saem.length === 1 ? "sai" : "saem"} ${nomeados(saem)}`]),
  ];
  return `Em relação ao método padrão, ${joinPt(partes)}.`;
}

const NOMEADOS = 4;

/** Up to four names; of more, three and how many others. */
export function nomeados(nomes: readonly string[]): string {
  if (nomes.length <= NOMEADOS) return joinPt(nomes);
  const resto = nomes.length - (NOMEADOS - 1);
  return joinPt([...nomes.slice(0, NOMEADOS - 1), `mais ${count(resto, "município", "municípios")}`]);
}
