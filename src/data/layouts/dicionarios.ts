import { fold } from "../../core/search.ts";
import type { RawTable } from "../raw/raw.ts";
import { cellText } from "./cells.ts";
import type { Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, looksLikeCode, openingRows, shareOf, type FieldRule } from "./match.ts";
import { withoutFigures } from "./reference-only.ts";

const RULES: readonly FieldRule[] = [
  { campo: "nome", titulos: ["Variavel", "Variável", "Nome da Coluna", "sigla", "item", "coluna", "campo", "Nome da variável", "Código da variável"] },
  { campo: "descricao", titulos: ["Descrição", "rotulo", "definicao", "nome_longo", "significado", "Rótulo da variável", "Descrição da variável"] },
];

/** A dictionary has no more columns than these; a table of data that happens to have an "item" has more. */
const MAX_COLUMNS = 8;

/** Below any table of figures, so that the sheets beside a dictionary are the ones that are read. */
const CONFIANCA = 0.8;

const CONSERTO = "Traga o arquivo de dados que este descreve; este pode ser guardado para consulta.";

/** Dictionaries of columns: siglas of the Atlas, items of the RMA, Disque 100 and Censo SUAS. They hold no figure. */
export const DICIONARIOS: readonly OfficialLayout[] = [
  {
    id: "dicionario",
    titulo: "Dicionário de colunas",
    orgao: "vários órgãos",
    fonte: "arquivo-do-usuario",
    grao: "Cada linha descreve uma coluna de outro arquivo: não há números.",
    match: matchDictionary,
    convert: (tabela, fit, context) => withoutFigures(tabela, fit, context, "O arquivo descreve colunas, não traz números: nada foi carregado.", CONSERTO),
  },
  {
    id: "lista-de-colunas",
    titulo: "Lista de colunas de um arquivo",
    orgao: "vários órgãos",
    fonte: "arquivo-do-usuario",
    grao: "Cada linha é o nome de uma coluna de outro arquivo: não há números.",
    match: matchList,
    convert: (tabela, fit, context) => withoutFigures(tabela, fit, context, "O arquivo lista nomes de colunas, não traz números: nada foi carregado.", CONSERTO),
  },
];

function matchDictionary(tabela: RawTable): Fit | null {
  const found = findHeader(tabela, RULES);
  if (found === null || found.posicao.size < 2) return null;
  const filled = found.titulos.filter((titulo) => titulo !== "").length;
  if (filled > MAX_COLUMNS) return null;
  const rows = openingRows(tabela, found.linha);
  const nome = found.posicao.get("nome");
  const descricao = found.posicao.get("descricao");
  const codes = shareOf(rows, nome, looksLikeCode) ?? 0;
  const words = shareOf(rows, descricao, (texto) => /\p{L}{3}/u.test(texto)) ?? 1;
  if (codes > 0.2 || words < 0.8) return null;
  return fitOf(found, { confianca: CONFIANCA, motivo: `Cada linha traz o nome de uma coluna ("${found.titulos[nome ?? -1] ?? ""}") e o que ela significa ("${found.titulos[descricao ?? -1] ?? ""}").` });
}

/** Notes of the columns of a file: a comment that says so, and nothing below but words. */
function matchList(tabela: RawTable): Fit | null {
  const [first] = tabela.inicio;
  if (first === undefined || tabela.cabecalho === null) return null;
  const comment = cellText(first.campos, 0);
  if (!comment.startsWith("#") || !/\bcolunas?\b/.test(fold(first.campos.join(" ")))) return null;
  const rows = openingRows(tabela, tabela.cabecalho.linha).filter(({ campos }) => !cellText(campos, 0).startsWith("#"));
  const figures = rows.filter(({ campos }) => campos.some((campo) => /^\s*[\d.,]+\s*$/.test(campo))).length;
  if (figures > 0) return null;
  return fitOf(
    { linha: tabela.cabecalho.linha, titulos: tabela.cabecalho.nomes, posicao: new Map() },
    { confianca: CONFIANCA, motivo: "Um comentário no começo diz que o arquivo lista colunas, e não há números abaixo dele." },
  );
}
