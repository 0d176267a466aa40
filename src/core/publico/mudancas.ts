import type { CivilDate } from "../civil-date.ts";
import { chaveDaLinha, type TabelaAberta, type ValorAberto } from "./aberto.ts";

/** What happened to a figure between two releases. A figure that became hidden was withdrawn; one no longer hidden was added. */
export const TIPOS_DE_MUDANCA = ["acrescentado", "alterado", "retirado"] as const;
export type TipoDeMudanca = (typeof TIPOS_DE_MUDANCA)[number];

/** A table as one release printed it: what a comparison needs. */
export type TabelaImpressa = Pick<TabelaAberta, "id" | "colunas" | "linhas" | "oculto">;

export interface Mudanca {
  readonly tabela: string;
  readonly tipo: TipoDeMudanca;
  /** Key of the row, or null when the whole table came or went. */
  readonly chave: string | null;
  /** Column of the figure; null when the whole row or table came or went. */
  readonly coluna: string | null;
  /** As printed; null where there was or is nothing. */
  readonly de: string | null;
  readonly para: string | null;
}

/** The changes from one release to the next. */
export interface EdicaoDeMudancas {
  /** Day of publication. */
  readonly data: CivilDate;
  /** SHA-256 of the figures of this release and of the one it is compared with; null for the first. */
  readonly hash: string;
  readonly anterior: string | null;
  /** Why, by table ("*" for all); a sentence for who reads. */
  readonly motivos: Readonly<Record<string, string>>;
  readonly mudancas: readonly Mudanca[];
}

export type ResumoDeMudancas = Readonly<Record<TipoDeMudanca, number>>;

/** Number of changes of each kind. */
export function resumirMudancas(mudancas: readonly Mudanca[]): ResumoDeMudancas {
  const resumo = { acrescentado: 0, alterado: 0, retirado: 0 };
  for (const { tipo } of mudancas) resumo[tipo] += 1;
  return resumo;
}

/** The reason told for a change: of its table, or of the whole release; null when nobody told one. */
export function motivoDaMudanca(motivos: EdicaoDeMudancas["motivos"], tabela: string): string | null {
  return motivos[tabela] ?? motivos["*"] ?? null;
}

/**
 * Every figure that differs between two releases, table by table in the order of `agora` (tables
 * that are gone come last), row by row. Rows are matched by the key columns; a table or a row that
 * came or went is one change; inside a row of both releases each cell that differs is one change.
 * A table whose key columns changed counts as withdrawn and added: its rows cannot be matched.
 */
export function compararTabelas(antes: readonly TabelaImpressa[], agora: readonly TabelaImpressa[]): Mudanca[] {
  const anteriores = new Map(antes.map((tabela) => [tabela.id, tabela]));
  const atuais = new Set(agora.map(({ id }) => id));
  return [
    ...agora.flatMap((tabela) => {
      const anterior = anteriores.get(tabela.id);
      if (anterior === undefined) return [inteira(tabela, "acrescentado")];
      if (nomesDaChave(anterior) !== nomesDaChave(tabela)) return [inteira(anterior, "retirado"), inteira(tabela, "acrescentado")];
      return compararLinhas(anterior, tabela);
    }),
    ...antes.flatMap((tabela) => (atuais.has(tabela.id) ? [] : [inteira(tabela, "retirado")])),
  ];
}

/** Written in the history where a figure once published is not repeated. */
export const NAO_REPETIDO = "não repetido";

/**
 * The history with no figure that the tables of now hide or no longer have, where persons are
 * protected: hiding a figure and printing it again beside would protect nobody. What changed, when
 * and why stays. Of a table that is gone no figure is repeated either.
 */
export function semFigurasOcultas(historico: readonly EdicaoDeMudancas[], agora: readonly TabelaImpressa[]): EdicaoDeMudancas[] {
  const tabelas = new Map(
    agora.map((tabela) => [tabela.id, { ...tabela, porChave: new Map(tabela.linhas.map((linha) => [chaveDaLinha(tabela, linha), linha])) }]),
  );
  const isShown = ({ tabela, chave, coluna }: Mudanca): boolean => {
    if (chave === null) return true;
    const atual = tabelas.get(tabela);
    if (atual === undefined) return false;
    const { oculto } = atual;
    if (oculto === undefined) return true;
    const linha = atual.porChave.get(chave);
    if (linha === undefined) return false;
    return coluna === null ? !linha.includes(oculto) : (linha[atual.colunas.findIndex(({ nome }) => nome === coluna)] ?? oculto) !== oculto;
  };
  return historico.map((edicao) => ({
    ...edicao,
    mudancas: edicao.mudancas.map((mudanca) => {
      if (isShown(mudanca)) return mudanca;
      const oculto = tabelas.get(mudanca.tabela)?.oculto;
      const calado = (texto: string | null): string | null => (texto === null || texto === oculto ? texto : NAO_REPETIDO);
      return { ...mudanca, de: calado(mudanca.de), para: calado(mudanca.para) };
    }),
  }));
}

function inteira({ id, linhas }: TabelaImpressa, tipo: "acrescentado" | "retirado"): Mudanca {
  const linhasDela = `${linhas.length} ${linhas.length === 1 ? "linha" : "linhas"}`;
  return { tabela: id, tipo, chave: null, coluna: null, de: tipo === "retirado" ? linhasDela : null, para: tipo === "acrescentado" ? linhasDela : null };
}

function nomesDaChave({ colunas }: TabelaImpressa): string {
  return colunas.flatMap(({ nome, chave }) => (chave === true ? [nome] : [])).join(" ");
}

function compararLinhas(antes: TabelaImpressa, agora: TabelaImpressa): Mudanca[] {
  const tabela = agora.id;
  const anteriores = new Map(antes.linhas.map((linha) => [chaveDaLinha(antes, linha), linha]));
  const mudancas: Mudanca[] = [];
  for (const linha of agora.linhas) {
    const chave = chaveDaLinha(agora, linha);
    const anterior = anteriores.get(chave);
    if (anterior === undefined) mudancas.push({ tabela, tipo: "acrescentado", chave, coluna: null, de: null, para: valores(agora, linha) });
    else {
      anteriores.delete(chave);
      mudancas.push(...compararCelulas({ antes, agora, chave }, anterior, linha));
    }
  }
  for (const [chave, linha] of anteriores) mudancas.push({ tabela, tipo: "retirado", chave, coluna: null, de: valores(antes, linha), para: null });
  return mudancas;
}

interface Par {
  readonly antes: TabelaImpressa;
  readonly agora: TabelaImpressa;
  readonly chave: string;
}

function compararCelulas({ antes, agora, chave }: Par, anterior: readonly ValorAberto[], linha: readonly ValorAberto[]): Mudanca[] {
  const lugarAntes = new Map(antes.colunas.map(({ nome }, i) => [nome, i]));
  const lugarAgora = new Map(agora.colunas.map(({ nome }, i) => [nome, i]));
  return [...new Set([...lugarAgora.keys(), ...lugarAntes.keys()])].flatMap((coluna) => {
    const de = impresso(anterior[lugarAntes.get(coluna) ?? -1]);
    const para = impresso(linha[lugarAgora.get(coluna) ?? -1]);
    if (de === para) return [];
    const havia = de !== null && de !== antes.oculto;
    const ha = para !== null && para !== agora.oculto;
    const tipo = havia === ha ? "alterado" : ha ? "acrescentado" : "retirado";
    return [{ tabela: agora.id, tipo, chave, coluna, de, para } as const];
  });
}

/** Figures of a row that came or went: "denuncias 14". */
function valores({ colunas }: TabelaImpressa, linha: readonly ValorAberto[]): string | null {
  const partes = colunas.flatMap(({ nome, chave }, i) => {
    const valor = chave === true ? null : impresso(linha[i]);
    return valor === null ? [] : [`${nome} ${valor}`];
  });
  return partes.length === 0 ? null : partes.join("; ");
}

function impresso(valor: ValorAberto | undefined): string | null {
  if (valor === undefined || valor === null || valor === "") return null;
  return typeof valor === "boolean" ? (valor ? "sim" : "nao") : String(valor);
}
