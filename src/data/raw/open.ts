import { LIMITS, type ImportLimits } from "../import/limits.ts";
import { Refusal, textWarnings } from "../import/whole-file.ts";
import { decode, startsWith } from "./decode.ts";
import type { RawDescription, RawFile, RawFormat } from "./raw.ts";
import { openText } from "./text.ts";

/** Marks of a zip (xlsx, ods), an empty one included, and of old or locked Office files. */
const WORKBOOK_MARKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * Opens the bytes of a file of any accepted format as tables of strings: workbook,
 * JSON or delimited text, told by the content; the name is not looked at. The
 * readers of the first two are loaded only when a file needs them.
 * @throws Refusal for what cannot be opened.
 */
export async function openRaw(bytes: Uint8Array, fileName: string, limits: ImportLimits = LIMITS): Promise<RawFile> {
  if (bytes.length > limits.bytes) {
    throw new Refusal(
      "arquivo-grande",
      `O arquivo "${fileName}" tem mais de ${String(Math.floor(limits.bytes / 1_048_576))} MB.`,
      "Divida o arquivo, por exemplo por ano, e carregue uma parte.",
    );
  }
  if (WORKBOOK_MARKS.some((mark) => startsWith(bytes, mark))) {
    const { readWorkbook } = await import("./workbook.ts");
    const { formato, tabelas } = await readWorkbook(bytes, limits);
    return { descricao: described(formato), tabelas, avisos: [] };
  }
  if (opensAsJson(bytes)) {
    const { openJson } = await import("./json.ts");
    const decoded = decode(bytes);
    const { codificacao, motivo } = decoded;
    return {
      descricao: { ...described("json"), codificacao, motivoCodificacao: motivo },
      tabelas: openJson(decoded.texto, limits),
      avisos: textWarnings(decoded),
    };
  }
  const { descricao, tabela, outras, avisos } = openText(bytes, limits);
  return { descricao, tabelas: [tabela, ...outras], avisos };
}

function described(formato: RawFormat): RawDescription {
  return { formato, codificacao: null, motivoCodificacao: "", separador: null, aspas: null, escape: null, finalDeLinha: null };
}

const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** The first character after blanks and a mark opens an object, or a list of objects, lists, or nothing; a header may open with a bracket. */
function opensAsJson(bytes: Uint8Array): boolean {
  let at = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const skip = (): void => {
    while (BLANKS.has(bytes[at] ?? 0)) at += 1;
  };
  skip();
  const OBJECT = 0x7b;
  const LIST = 0x5b;
  const isFirst = (char: number): boolean => bytes[at] === char;
  if (isFirst(LIST)) {
    at += 1;
    skip();
    return isFirst(OBJECT) || isFirst(LIST) || isFirst(0x5d);
  }
  if (!isFirst(OBJECT)) return false;
  at += 1;
  skip();
  return isFirst(0x22) || isFirst(0x7d);
}
