import type { Problem } from "../../core/problem.ts";
import { fold } from "../../core/search.ts";
import { DEMONSTRATION_MARK } from "../export/csv.ts";
import { startsWith, unmarkedUtf16, type Decoded } from "../raw/decode.ts";

/** Why a whole file cannot be loaded; caught by `readExtract`, which turns it into the report. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly tipo: string;
  readonly conserto: string;
  constructor(tipo: string, mensagem: string, conserto: string) {
    super(mensagem);
    this.tipo = tipo;
    this.conserto = conserto;
  }
}

export interface FileWarning {
  readonly tipo: string;
  readonly problem: Problem;
}

/** A problem that concerns the whole file. */
export function fileProblem(gravidade: Problem["gravidade"], mensagem: string, conserto: string): Problem {
  return { gravidade, linha: null, coluna: null, valor: null, mensagem, conserto };
}

/** Refuses bytes that are no delimited text: spreadsheets, PDF, compressed or binary files. */
export function refuseForeign(bytes: Uint8Array): void {
  for (const { mark, at = 0, mensagem, conserto } of SIGNATURES) {
    if (startsWith(bytes.subarray(at), mark)) throw new Refusal("nao-e-csv", mensagem, conserto);
  }
  const head = bytes.subarray(0, 65_536);
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || unmarkedUtf16(bytes) !== null;
  // Control characters no text has: all below the space but tab, line ends and form feed.
  const controls = head.reduce((count, byte) => (byte < 0x09 || (byte > 0x0d && byte < 0x20) ? count + 1 : count), 0);
  if (!isUtf16 && controls * 50 > head.length) {
    throw new Refusal("nao-e-csv", "O arquivo não é de texto.", "Abra no programa que o criou e salve como CSV (UTF-8).");
  }
}

const SAVE_AS_CSV = "Abra no Excel ou no LibreOffice e salve como CSV (UTF-8); depois escolha o novo arquivo.";

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** Formats the engine trusts: a file made with ill intent could break it, so they are never taken from users. */
const database = (formato: string, mark: string, at = 0): Signature => ({
  mark: ascii(mark),
  at,
  mensagem: `É um arquivo ${formato}, que este aplicativo não abre.`,
  conserto: "Exporte a tabela como CSV (UTF-8) e carregue o CSV.",
});

interface Signature {
  readonly mark: readonly number[];
  /** Byte at which the mark stands. */
  readonly at?: number;
  readonly mensagem: string;
  readonly conserto: string;
}

const SIGNATURES: readonly Signature[] = [
  database("Parquet", "PAR1"),
  database("Arrow", "ARROW1"),
  database("Feather", "FEA1"),
  database("de banco DuckDB", "DUCK", 8),
  database("de banco SQLite", "SQLite format 3\0"),
  { mark: [0x50, 0x4b, 0x03, 0x04], mensagem: "É uma planilha (xlsx, ods) ou um arquivo compactado, não um CSV.", conserto: SAVE_AS_CSV },
  { mark: [0xd0, 0xcf, 0x11, 0xe0], mensagem: "É uma planilha antiga do Excel (xls), não um CSV.", conserto: SAVE_AS_CSV },
  { mark: [0x25, 0x50, 0x44, 0x46], mensagem: "É um PDF, não um CSV.", conserto: "Peça os mesmos dados em CSV ou planilha a quem os publicou." },
  { mark: [0x1f, 0x8b], mensagem: "É um arquivo compactado (gzip), não um CSV.", conserto: "Descompacte e escolha o arquivo que está dentro." },
];

const HTML = /^\s*<(?:!doctype|html|head|body|\?xml)\b/i;
const JSON_TEXT = /^\s*(?:\[\s*)?\{\s*(?:"|\}\s*\]?\s*$)|^\s*\[\s*(?:\[|\]\s*$)/;

/** Refuses text that is a web page or JSON under a CSV's name. */
export function refuseOtherText(texto: string): void {
  if (HTML.test(texto)) {
    throw new Refusal(
      "nao-e-csv",
      "É uma página da internet, não um CSV: o site pode ter respondido com um erro ou pedido de login.",
      "Baixe o arquivo de novo na origem e abra-o para conferir antes de carregar.",
    );
  }
  if (JSON_TEXT.test(texto.slice(0, 4096))) {
    throw new Refusal("nao-e-csv", "É um arquivo JSON, não um CSV.", "Baixe os mesmos dados em CSV.");
  }
}

/** UTF-8 bytes once read as Windows-1252 and written again as UTF-8: "Ã§" for "ç". */
const MOJIBAKE = /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]/;

/** What is doubtful about the text as a whole. */
export function textWarnings({ texto, ilegiveis }: Decoded): FileWarning[] {
  const warnings: FileWarning[] = [];
  if (ilegiveis > 0) {
    warnings.push({
      tipo: "bytes-ilegiveis",
      problem: fileProblem(
        "aviso",
        `O arquivo tem ${ilegiveis.toLocaleString("pt-BR")} ${ilegiveis === 1 ? "byte ilegível" : "bytes ilegíveis"}, mostrados como \ufffd.`,
        "Salve de novo na origem como CSV (UTF-8); confira os textos com \ufffd.",
      ),
    });
  }
  const mojibake = MOJIBAKE.exec(texto);
  if (mojibake !== null) {
    warnings.push({
      tipo: "acentos-trocados",
      problem: fileProblem(
        "aviso",
        `Os acentos parecem ter sido trocados antes de o arquivo chegar aqui (por exemplo "${mojibake[0]}").`,
        "Volte ao arquivo original e salve uma só vez como CSV (UTF-8).",
      ),
    });
  }
  return warnings;
}

const MARK = fold(DEMONSTRATION_MARK);

/**
 * True when a file says of itself that it is made up: by the mark our exports of
 * demonstration data open with, or by its name ("demonstracao-denuncias.csv").
 */
export function saysDemonstration(fileName: string, abertura: readonly string[]): boolean {
  return fold(fileName).includes("demonstracao") || abertura.some((line) => fold(line).includes(MARK));
}

/** Identifiers of made-up records start so; one such row marks the whole file. */
export const DEMONSTRATION_KEY = "DEMO-";

/** Names of made-up things, where a record has no identifier, end so. */
export const DEMONSTRATION_END = "(demonstração)";
