/**
 * Pollutions of a small table, each with the table it stands for. The kinds are
 * those a survey of open-data files found (Vitagliano et al., "Pollock: A Data
 * Loading Benchmark", PVLDB 16, 2023); the table is ours and made up.
 */
export interface Polluted {
  readonly nome: string;
  readonly texto: string;
  /** Header first; the rows of the clean table. */
  readonly esperado: readonly (readonly string[])[];
}

export const HEADER = ["protocolo", "data", "hora", "codigo", "valor", "tema", "relato", "endereco", "obs"];

const TEMAS = ["Cadastro Único", "Fila, senha e espera", "CRAS do bairro d'Oeste", 'Placa de 20"', "Benefício", 'Rua "do Porto", sem luz'];
const RELATOS = [
  "Aguarda resposta há 15 dias; voltou duas vezes, sem retorno.",
  "A unidade fechou às 14:30, antes do horário.",
  'O aviso na porta dizia "volte amanhã", e nada mais.',
  "Pede água, luz e transporte; mora a 12 km da sede.",
  "Elogia a equipe d'água boa.",
];

/** 24 rows: dates, hours, codes, decimals with comma, and texts with every mark a delimiter or quote can be. */
export function cleanRows(): string[][] {
  return Array.from({ length: 24 }, (_, i) => [
    `2026-${String(1000 + 7 * i)}`,
    `${String(1 + (i % 28)).padStart(2, "0")}/${String(1 + (i % 12)).padStart(2, "0")}/2026`,
    `${String(8 + (i % 9)).padStart(2, "0")}:${i % 2 === 0 ? "00" : "30"}`,
    String(9900011 + 13 * i),
    `${String(10 + 3 * i)},${String(i % 10)}5`,
    TEMAS[i % TEMAS.length] ?? "",
    RELATOS[i % RELATOS.length] ?? "",
    `https://exemplo.org/caso/${String(i)}.html`,
    "",
  ]);
}

/** Where a quoted cell needs it, and always in the texts: files quote some columns and not others. */
const ALWAYS_QUOTED: ReadonlySet<number> = new Set([6, 7]);

interface Written {
  readonly separador: string;
  readonly aspas: string;
  readonly escape: string;
  readonly fim: string;
}

const PLAIN: Written = { separador: ";", aspas: '"', escape: '"', fim: "\r\n" };

function writeCell(text: string, column: number, { separador, aspas, escape }: Written): string {
  const needs = ALWAYS_QUOTED.has(column) || text.includes(separador) || text.includes('"');
  return needs ? `${aspas}${text.replaceAll('"', `${escape}"`)}${aspas}` : text;
}

function cellsOf(row: readonly string[], written: Written): string[] {
  return row.map((text, column) => writeCell(text, column, written));
}

function write(rows: readonly (readonly string[])[], written: Partial<Written> = {}): string {
  const how = { ...PLAIN, ...written };
  return rows.map((row) => cellsOf(row, how).join(how.separador) + how.fim).join("");
}

export function clean(): Polluted {
  const esperado = [HEADER, ...cleanRows()];
  return { nome: "limpo", texto: write(esperado), esperado };
}

/** Pollutions of the file as a whole; all of them are to be undone. */
export function wholeFile(): Polluted[] {
  const rows = cleanRows();
  const all = [HEADER, ...rows];
  const text = write(all);
  const of = (nome: string, texto: string, esperado: readonly (readonly string[])[] = all): Polluted => ({ nome, texto, esperado });
  const doubled = HEADER.map((name) => `${name} ${name}`);
  const wide = [...HEADER, "extra"];
  return [
    of("sem quebra no fim", text.trimEnd()),
    of("duas quebras no fim", `${text}\r\n`),
    of("sem cabeçalho", write(rows), rows),
    of("só o cabeçalho", write([HEADER]), [HEADER]),
    of("uma linha de dados", write(all.slice(0, 2)), all.slice(0, 2)),
    of("cabeçalho em duas linhas", write([HEADER, ...all]), [doubled, ...rows]),
    of("preâmbulo delimitado e linha vazia", `Relatório${";".repeat(8)}\r\n${";".repeat(8)}\r\n${text}`),
    of("preâmbulo solto", `Ouvidoria setorial\r\nEmitido em 01/02/2026\r\n\r\n${text}`),
    of("rodapé", `${text}Total;;;;;;;;24\r\nFonte: ouvidoria\r\n`),
    of("outra tabela abaixo, mais estreita", text + write(all.map((row) => row.slice(0, 7)))),
    of("outra tabela abaixo, mais larga", text + write([wide, ...rows.map((row) => [...row, "x"])])),
    of("fim de linha LF", write(all, { fim: "\n" })),
    of("fim de linha CR", write(all, { fim: "\r" })),
    of("fins de linha misturados", all.map((row, i) => cellsOf(row, PLAIN).join(";") + (i % 3 === 0 ? "\n" : "\r\n")).join("")),
    of("separador vírgula", write(all, { separador: "," })),
    of("separador tabulação", write(all, { separador: "\t" })),
    of("separador barra", write(all, { separador: "|" })),
    of("separador de dois caracteres", write(all, { separador: "||" })),
    of("separador e espaço", write(all, { separador: "; " })),
    of("separador circunflexo", write(all, { separador: "^" })),
    of("escape com barra invertida", write(all, { escape: "\\" })),
    of("espaços antes das aspas", write(all).replaceAll(';"', '; "')),
    of("com sep=", `sep=;\r\n${text}`),
  ];
}

/** Quotes inside quoted cells are written bare. */
export function noEscape(): Polluted {
  const all = [HEADER, ...cleanRows()];
  return { nome: "sem escape", texto: write(all, { escape: "" }), esperado: all };
}

/** The apostrophe quotes cells in which apostrophes stand for themselves. */
export function apostrophes(): Polluted {
  const all = [HEADER, ...cleanRows().map((row) => row.map((cell) => cell.replaceAll('"', "")))];
  const cells = (row: readonly string[]): string[] => row.map((text, i) => (ALWAYS_QUOTED.has(i) || text.includes(";") ? `'${text}'` : text));
  return { nome: "aspas simples", texto: all.map((row) => `${cells(row).join(";")}\r\n`).join(""), esperado: all };
}

function withLine(line: number, change: (cells: string[]) => string): string {
  return [HEADER, ...cleanRows()].map((row, i) => (i === line ? change(cellsOf(row, PLAIN)) : cellsOf(row, PLAIN).join(";")) + PLAIN.fim).join("");
}

const LINES = 25;
const COLUMNS = HEADER.length;

/** One more quote at the beginning of one cell, in every row and column; it belongs to the text of the cell. */
export function extraQuotes(): Polluted[] {
  return grid((line, column) => {
    const all = [HEADER, ...cleanRows()];
    const esperado = all.map((row, i) => (i === line ? row.map((cell, j) => (j === column ? `"${cell}` : cell)) : row));
    const texto = withLine(line, (cells) =>
      cells.map((cell, j) => (j !== column ? cell : cell.startsWith('"') ? `"${cell}` : `"${cell}`)).join(";"),
    );
    return { nome: `aspas a mais na linha ${String(line + 1)}, coluna ${String(column + 1)}`, texto, esperado };
  });
}

/** One delimiter more before a column. */
export function extraDelimiters(): Polluted[] {
  const esperado = [HEADER, ...cleanRows()];
  return grid((line, column) => ({
    nome: `separador a mais na linha ${String(line + 1)}, coluna ${String(column + 1)}`,
    texto: withLine(line, (cells) => [...cells.slice(0, column), "", ...cells.slice(column)].join(";")),
    esperado,
  }));
}

/** One delimiter less before a column. */
export function lostDelimiters(): Polluted[] {
  const esperado = [HEADER, ...cleanRows()];
  return grid((line, column) => ({
    nome: `separador a menos na linha ${String(line + 1)}, coluna ${String(column + 2)}`,
    texto: withLine(line, (cells) => [...cells.slice(0, column), (cells[column] ?? "") + (cells[column + 1] ?? ""), ...cells.slice(column + 2)].join(";")),
    esperado,
  })).filter((_, i) => i % COLUMNS !== COLUMNS - 1);
}

/** One row divided by spaces. */
export function spacedRows(): Polluted[] {
  const esperado = [HEADER, ...cleanRows()];
  return Array.from({ length: LINES }, (_, line) => ({
    nome: `linha ${String(line + 1)} separada por espaço`,
    texto: withLine(line, (cells) => cells.join(" ")),
    esperado,
  }));
}

function grid(make: (line: number, column: number) => Polluted): Polluted[] {
  return Array.from({ length: LINES * COLUMNS }, (_, i) => make(Math.floor(i / COLUMNS), i % COLUMNS));
}
