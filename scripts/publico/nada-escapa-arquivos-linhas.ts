import Papa from "papaparse";

/** What stands together in a file: a row of a table, or an object with what it is inside of. */
export interface Linha {
  /** "linha 12" of a table; "$.tabelas[3].linhas[0]" of an object. */
  readonly onde: string;
  /** Texts and numbers that stand together, as text; of wide tables, the header over each number too. */
  readonly textos: readonly string[];
  /** The figure in question, as text; null when there is none. */
  readonly numero: string | null;
}

/** Rows of a CSV, one for each figure in them and one for a row without any. */
export function* linhasDoCsv(texto: string): Generator<Linha> {
  const [cabecalho, ...linhas] = Papa.parse<string[]>(texto.replace(/^\uFEFF/, ""), { skipEmptyLines: true }).data;
  if (cabecalho === undefined) return;
  for (const [i, campos] of linhas.entries()) yield* porNumero(`linha ${i + 2}`, campos, cabecalho);
}

/** Objects and lists of a JSON value; what a list is inside of, and the keys on the way, count as of the row. */
export function* linhasDoJson(valor: unknown, onde = "$", fora: readonly string[] = []): Generator<Linha> {
  if (Array.isArray(valor)) {
    const soltos = valor.filter(isScalar).map(String);
    if (soltos.length > 0) yield* porNumero(onde, [...soltos, ...fora], soltos.map(() => ""));
    for (const [i, item] of valor.entries()) if (!isScalar(item)) yield* linhasDoJson(item, `${onde}[${i}]`, fora);
    return;
  }
  if (typeof valor !== "object" || valor === null) return;
  const entradas = Object.entries(valor as Record<string, unknown>);
  const soltos = entradas.filter((entrada): entrada is [string, string | number] => isScalar(entrada[1]));
  const textos = [...soltos.map(([, dentro]) => String(dentro)), ...fora];
  yield* porNumero(onde, textos, soltos.map(([chave]) => chave));
  yield* colunas(onde, entradas, textos);
  for (const [chave, dentro] of entradas) if (!isScalar(dentro)) yield* linhasDoJson(dentro, `${onde}.${chave}`, [...textos, chave]);
}

/** Lists of one length side by side are the columns of a table. */
function* colunas(onde: string, entradas: readonly (readonly [string, unknown])[], fora: readonly string[]): Generator<Linha> {
  const listas = entradas.filter((entrada): entrada is [string, unknown[]] => Array.isArray(entrada[1]) && entrada[1].length > 0 && entrada[1].every(isScalar));
  for (const linhas of new Set(listas.map(([, lista]) => lista.length))) {
    const juntas = listas.filter(([, lista]) => lista.length === linhas);
    if (juntas.length < 2) continue;
    for (let i = 0; i < linhas; i += 1) {
      yield* porNumero(`${onde} [coluna ${i}]`, [...juntas.map(([, lista]) => String(lista[i])), ...fora], juntas.map(([chave]) => chave));
    }
  }
}

function* porNumero(onde: string, textos: readonly string[], cabecalho: readonly string[]): Generator<Linha> {
  let houve = false;
  for (const [j, numero] of textos.entries()) {
    if (j >= cabecalho.length || !isNumero(numero)) continue;
    houve = true;
    yield { onde, textos: [...textos, cabecalho[j] ?? ""], numero };
  }
  if (!houve) yield { onde, textos, numero: null };
}

function isScalar(valor: unknown): valor is string | number | boolean | null {
  return valor === null || typeof valor !== "object";
}

/** A figure: neither a code, nor a year, nor a period. */
function isNumero(texto: string): boolean {
  return /^-?\d+([.,]\d+)?$/.test(texto) && !/^\d{6,7}$/.test(texto) && !/^(19|20)\d\d$/.test(texto);
}
