/** A column of an open table. */
export interface ColunaAberta {
  readonly nome: string;
  readonly titulo: string;
  readonly descricao: string;
  readonly tipo: "texto" | "inteiro" | "decimal" | "data" | "logico";
  readonly unidade?: string;
  /** Part of the key of a row. */
  readonly chave?: boolean;
}

export type ValorAberto = string | number | boolean | null;

/** A table of the open data: one CSV and one entry of the package. */
export interface TabelaAberta {
  /** Stable name of the file, without extension: "denuncias-municipio-ano". */
  readonly id: string;
  readonly titulo: string;
  readonly descricao: string;
  readonly colunas: readonly ColunaAberta[];
  /** Aligned with `colunas`; null = no figure. A hidden one is the text of `oculto`. */
  readonly linhas: readonly (readonly ValorAberto[])[];
  /** Written where a figure is hidden to protect persons; absent where none can be. */
  readonly oculto?: string;
  /** Ids of `fontes.json`, or of the extract it was counted from. */
  readonly fontes: readonly string[];
  readonly demonstracao: boolean;
  /** Periods that the rows cover, as written in them. */
  readonly cobertura: { readonly inicio: string | null; readonly fim: string | null };
  readonly periodicidade: string;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const NOME = /^[a-z][a-z0-9_]*$/;
const DATA = /^\d{4}-\d{2}-\d{2}$/;

/** The key of a row as one text: the values of the key columns in their order. */
export function chaveDaLinha(tabela: Pick<TabelaAberta, "colunas">, linha: readonly ValorAberto[]): string {
  return tabela.colunas.flatMap(({ chave }, i) => (chave === true ? [String(linha[i] ?? "")] : [])).join(" · ");
}

/**
 * Checks that a table can go out as it says it is: names fit for an address, rows aligned with
 * columns, every value of its column's type (or null, or the text of `oculto`), a key that no
 * two rows share and that has no blank.
 * @throws RangeError naming the table, the row (from 1) and the column of the first thing that does not fit
 */
export function conferirTabela(tabela: TabelaAberta): void {
  const { id, colunas, linhas } = tabela;
  if (!ID.test(id)) throw new RangeError(`open table "${id}": the id must be lower-case ASCII, figures and hyphens`);
  if (new Set(colunas.map(({ nome }) => nome)).size !== colunas.length) throw new RangeError(`open table ${id}: two columns share a name`);
  for (const { nome } of colunas) if (!NOME.test(nome)) throw new RangeError(`open table ${id}: "${nome}" is no column name`);
  if (!colunas.some(({ chave }) => chave === true)) throw new RangeError(`open table ${id}: no column is part of the key`);
  const chaves = new Set<string>();
  linhas.forEach((linha, i) => {
    if (linha.length !== colunas.length) throw new RangeError(`open table ${id}, row ${i + 1}: ${linha.length} values for ${colunas.length} columns`);
    colunas.forEach((coluna, j) => {
      const valor = linha[j] ?? null;
      const blank = valor === null || valor === "" || valor === tabela.oculto;
      if (coluna.chave === true && blank) throw new RangeError(`open table ${id}, row ${i + 1}: key column ${coluna.nome} is blank`);
      if (!blank && !fits(coluna.tipo, valor)) {
        throw new RangeError(`open table ${id}, row ${i + 1}: ${coluna.nome} is ${JSON.stringify(valor)}, not ${coluna.tipo}`);
      }
    });
    const chave = chaveDaLinha(tabela, linha);
    if (chaves.has(chave)) throw new RangeError(`open table ${id}, row ${i + 1}: key ${chave} is there twice`);
    chaves.add(chave);
  });
}

function fits(tipo: ColunaAberta["tipo"], valor: string | number | boolean): boolean {
  switch (tipo) {
    case "texto":
      return typeof valor === "string";
    case "inteiro":
      return typeof valor === "number" && Number.isSafeInteger(valor);
    case "decimal":
      return typeof valor === "number" && Number.isFinite(valor);
    case "data":
      return typeof valor === "string" && DATA.test(valor);
    case "logico":
      return typeof valor === "boolean";
  }
}
