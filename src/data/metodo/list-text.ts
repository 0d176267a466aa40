import type { Lista, LinhaDaLista } from "../../core/metodo/list.ts";
import { CASAS_DA_LISTA } from "../../core/metodo/list.ts";
import { methodHash, type Metodo } from "../../core/metodo/method.ts";
import { guardFormula } from "../export/formula.ts";

/** What a list says of where it comes from. */
export interface Selo {
  readonly metodo: Metodo;
  /** `dataHash` of the figures it was computed from. */
  readonly dados: string;
}

const COLUNAS = ["posicao", "codigo", "municipio", "nota", "entre_os_k", "minimo", "maximo", "peso_presente"] as const;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * The list as CSV for machines: UTF-8, comma, decimal dot, LF, blank for missing;
 * municipalities without a score last, without position. The same text on the
 * page and in the terminal.
 * @param top keeps the first positions only, and nobody without a score; all when absent
 */
export function listCsv(lista: Lista, { metodo }: Selo, top?: number): string {
  const header = [...COLUNAS, ...lista.dimensoes.map((id) => `pontos_${id}`), "sem_nota_por"];
  const rows = chosen(lista, top).map((linha) => [
    linha.posicao === null ? "" : String(linha.posicao),
    String(linha.codigo),
    guardFormula(linha.nome),
    points(linha.nota),
    isAmongK(linha, metodo) ? "sim" : "nao",
    points(linha.minimo),
    points(linha.maximo),
    linha.pesoPresente.toFixed(1),
    ...linha.dimensoes.map(points),
    linha.posicao === null ? linha.dimensoesSemNota.join(" ") : "",
  ]);
  return [header, ...rows].map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

/** The list as indented JSON, with the hashes of method and data it comes from. */
export function listJson(lista: Lista, { metodo, dados }: Selo, top?: number): string {
  const shown = chosen(lista, top);
  const named = (ids: readonly string[], pontos: readonly (number | null)[]): Record<string, number | null> =>
    Object.fromEntries(ids.map((id, i) => [id, pontos[i] ?? null]));
  const row = (linha: LinhaDaLista): Record<string, unknown> => ({
    posicao: linha.posicao,
    codigo: linha.codigo,
    municipio: linha.nome,
    nota: linha.nota,
    entreOsK: isAmongK(linha, metodo),
    minimo: linha.minimo,
    maximo: linha.maximo,
    pesoPresente: linha.pesoPresente,
    pontosPorDimensao: named(lista.dimensoes, linha.dimensoes),
    pontosPorIndicador: named(lista.indicadores, linha.indicadores),
  });
  const selada = {
    metodo: { id: metodo.id, nome: metodo.nome, sha256: methodHash(metodo), k: metodo.k, semente: metodo.semente, datas: metodo.datas },
    dados: { sha256: dados },
    lista: shown.filter(({ posicao }) => posicao !== null).map(row),
    semNota: shown
      .filter(({ posicao }) => posicao === null)
      .map(({ codigo, nome, minimo, maximo, pesoPresente, dimensoesSemNota }) => ({
        codigo,
        municipio: nome,
        minimo,
        maximo,
        pesoPresente,
        dimensoesSemNota,
      })),
  };
  return `${JSON.stringify(selada, null, 2)}\n`;
}

function chosen(lista: Lista, top: number | undefined): readonly LinhaDaLista[] {
  return top === undefined ? [...lista.linhas, ...lista.semNota] : lista.linhas.filter(({ posicao }) => (posicao ?? 0) <= top);
}

function isAmongK({ posicao }: LinhaDaLista, { k }: Metodo): boolean {
  return posicao !== null && posicao <= k;
}

function points(x: number | null): string {
  return x === null ? "" : x.toFixed(CASAS_DA_LISTA);
}

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
