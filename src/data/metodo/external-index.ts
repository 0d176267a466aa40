import type { Problem } from "../../core/problem.ts";
import { numberEvidence, readNumber, type NumberStyle } from "../import/numbers.ts";
import { fileProblem, Refusal } from "../import/whole-file.ts";
import { shownValue } from "../layouts/cell-problems.ts";
import { cellText } from "../layouts/cells.ts";
import { findHeader, fitOf, openingRows, titleKey, type FieldRule, type HeaderFound } from "../layouts/match.ts";
import { namedPlace } from "../layouts/named-place.ts";
import { eachRecord } from "../layouts/records.ts";
import type { PlaceReading, PlaceResolver } from "../places/places.ts";
import type { RawTable } from "../raw/raw.ts";

/** An index somebody else made, 0–1, by municipality; shown beside the list, never part of it. */
export interface ExternalIndex {
  /** Title of the column the figures came from, and of all the columns that could hold an index. */
  readonly coluna: string;
  readonly colunas: readonly string[];
  /** By municipal code. */
  readonly valores: ReadonlyMap<number, number>;
  /** Municipalities of the territory with a line and no figure. */
  readonly vazios: ReadonlySet<number>;
  /** Lines of municipalities of other states. */
  readonly deFora: number;
  /** Names that several states have: knowing that all lines are of this one would read them. */
  readonly ambiguos: number;
  /** In the order of the lines. */
  readonly problemas: readonly Problem[];
}

export interface ExternalIndexOptions {
  /** Title of the column to read; the likeliest when absent. */
  readonly coluna?: string;
  /** State of every line that does not say its own; null when nobody said. */
  readonly uf: string | null;
}

const PLACE_RULES: readonly FieldRule[] = [
  { campo: "codigo", titulos: ["Código IBGE", "codigo", "IBGE", "IBGE7"], padrao: /\bibge\b|^(?:cod\w*|cd|co|id) (?:d[oe] )?mun/ },
  { campo: "municipio", titulos: ["Município", "nome", "Nome do município"], padrao: /\bmunicipio\b/ },
  { campo: "uf", titulos: ["UF", "Sigla UF", "Estado"] },
];
const LIKELY_TITLE = /\bsuas\b|\bidsuas\b|indice|valor|nota|pontua|escore/;
const BLANK_WORDS = new Set(["", "na", "n a", "nd", "n d", "sem dado", "sem dados", "sem informacao", "nao informado"]);
/** Share of the opening cells of a column that must be numbers 0–1 for it to hold an index. */
const ENOUGH = 0.8;
/** More lines than this is another kind of file. */
const MOST_LINES = 20_000;

/**
 * Reads municipality and figure out of a table that has both. A municipality
 * named twice with different figures keeps none.
 * @throws Refusal when no table has a column of municipalities and one of numbers 0–1, or the column asked for is not there
 */
export function readExternalIndex(tabelas: readonly RawTable[], lugares: PlaceResolver, { coluna, uf }: ExternalIndexOptions): ExternalIndex {
  let hasPlaces = false;
  for (const tabela of tabelas) {
    const header = findHeader(tabela, PLACE_RULES);
    if (header === null || !(header.posicao.has("codigo") || header.posicao.has("municipio"))) continue;
    hasPlaces = true;
    const candidates = indexColumns(tabela, header);
    const at = coluna === undefined ? candidates[0] : candidates.find((position) => header.titulos[position] === coluna);
    if (at !== undefined) return readColumn(tabela, header, at, candidates, lugares, uf);
  }
  if (!hasPlaces) {
    throw new Refusal("sem-municipio", "O arquivo não tem uma coluna de município.", "Use um arquivo com o código do IBGE ou o nome do município e o valor do índice.");
  }
  throw new Refusal(
    "sem-indice",
    coluna === undefined ? "Nenhuma coluna do arquivo tem números de 0 a 1." : `O arquivo não tem números de 0 a 1 na coluna “${coluna}”.`,
    "Use um índice que vá de 0 a 1; se vai de 0 a 100, divida por 100 antes.",
  );
}

/** Positions of the columns that may hold an index, the likeliest first. */
function indexColumns(tabela: RawTable, header: HeaderFound): number[] {
  const places = new Set(header.posicao.values());
  const rows = openingRows(tabela, header.linha);
  const columns = header.titulos.flatMap((titulo, at) => {
    if (places.has(at)) return [];
    const texts = rows.map(({ campos }) => cellText(campos, at)).filter((text) => !isBlank(text));
    const style = styleOf(texts);
    const good = texts.filter((text) => {
      const value = readValue(text, style);
      return value !== null && value >= 0 && value <= 1;
    });
    return texts.length > 0 && good.length / texts.length >= ENOUGH ? [{ at, likely: LIKELY_TITLE.test(titleKey(titulo)) ? 0 : 1 }] : [];
  });
  return columns.sort((a, b) => a.likely - b.likely || a.at - b.at).map(({ at }) => at);
}

function readColumn(tabela: RawTable, header: HeaderFound, at: number, candidates: readonly number[], lugares: PlaceResolver, uf: string | null): ExternalIndex {
  const { posicao, titulos } = header;
  const titulo = titulos[at] ?? "";
  const fit = fitOf(header, { confianca: 1, motivo: "" });
  const texts: string[] = [];
  const rows: { readonly linha: number; readonly lugar: string; readonly leitura: PlaceReading; readonly texto: string }[] = [];
  const problemas: Problem[] = [];
  eachRecord(tabela, fit, ({ tipo, defeito, linha, campos }) => {
    if (tipo !== "dados") return;
    if (defeito !== null) {
      problemas.push(rowProblem(linha, null, null, "A linha não tem as colunas do cabeçalho e não foi lida.", "Confira aspas e separadores desta linha."));
      return;
    }
    if (rows.length >= MOST_LINES) {
      throw new Refusal("arquivo-grande", `O arquivo tem mais de ${MOST_LINES.toLocaleString("pt-BR")} linhas.`, "Use um arquivo com uma linha por município.");
    }
    const codigo = cellText(campos, posicao.get("codigo"));
    const nome = cellText(campos, posicao.get("municipio"));
    const ownUf = cellText(campos, posicao.get("uf"));
    const texto = cellText(campos, at);
    if (!isBlank(texto)) texts.push(texto);
    const leitura = codigo === "" ? namedPlace(lugares, nome, ownUf === "" ? uf : ownUf) : lugares.codigo(codigo);
    rows.push({ linha, lugar: codigo === "" ? nome : codigo, leitura, texto });
  });
  const style = styleOf(texts);
  const valores = new Map<number, number>();
  const vazios = new Set<number>();
  const contrarios = new Set<number>();
  let deFora = 0;
  let ambiguos = 0;
  for (const { linha, lugar, leitura, texto } of rows) {
    switch (leitura.tipo) {
      case "fora":
        deFora += 1;
        continue;
      case "ambiguo":
        ambiguos += 1;
        problemas.push(rowProblem(linha, null, lugar, "Mais de um município do Brasil tem este nome.", "Diga de que estado são as linhas, ou use o código do IBGE."));
        continue;
      case "desconhecido":
        problemas.push(rowProblem(linha, null, lugar, leitura.mensagem, leitura.conserto));
        continue;
      case "achado":
        break;
    }
    const { codigo } = leitura;
    if (isBlank(texto)) {
      if (!valores.has(codigo)) vazios.add(codigo);
      continue;
    }
    const valor = readValue(texto, style);
    if (valor === null || valor < 0 || valor > 1) {
      const mensagem = valor === null ? "O valor não é um número e não foi lido." : "O índice vai de 0 a 1: este valor está fora e não foi lido.";
      problemas.push(rowProblem(linha, titulo, texto, mensagem, "Confira o valor na origem."));
      continue;
    }
    const antes = valores.get(codigo);
    if (antes !== undefined && antes !== valor && !contrarios.has(codigo)) {
      contrarios.add(codigo);
      problemas.push(rowProblem(linha, titulo, texto, "O município aparece mais de uma vez, com valores diferentes: nenhum foi usado.", "Deixe uma linha por município."));
    }
    vazios.delete(codigo);
    valores.set(codigo, valor);
  }
  for (const codigo of contrarios) valores.delete(codigo);
  if (valores.size === 0) {
    problemas.push(fileProblem("aviso", "Nenhum município deste território tem valor no arquivo.", "Confira se o arquivo é deste estado e se a coluna é a do índice."));
  }
  return { coluna: titulo, colunas: candidates.map((position) => titulos[position] ?? ""), valores, vazios, deFora, ambiguos, problemas: problemas.sort((a, b) => (a.linha ?? 0) - (b.linha ?? 0)) };
}

function styleOf(texts: readonly string[]): NumberStyle {
  const evidence = numberEvidence();
  for (const text of texts) evidence.add(text);
  return evidence.decide();
}

/** A mark that could be thousands is decimal here: the scale ends at 1. */
function readValue(text: string, style: NumberStyle): number | null {
  const reading = readNumber(text, style);
  if (typeof reading === "object") return reading.valor;
  return reading === "ambiguo" ? Number(text.replace(",", ".")) : null;
}

function isBlank(text: string): boolean {
  return BLANK_WORDS.has(titleKey(text));
}

function rowProblem(linha: number, coluna: string | null, valor: string | null, mensagem: string, conserto: string): Problem {
  return { gravidade: "linha-separada", linha, coluna, valor: valor === null ? null : shownValue(valor), mensagem, conserto };
}
