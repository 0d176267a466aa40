import { Refusal } from "../import/whole-file.ts";
import { plainNumber } from "./workbook-values.ts";

/** Lists and objects inside each other; no published file comes near. */
const MAX_DEPTH = 100;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null|NaN|-?Infinity/y;
const BLANKS = /[ \t\r\n]*/y;

/**
 * Reads JSON (RFC 8259) from its text, one value at a time, making no objects of
 * it. Also takes NaN, which some programs write for "no value".
 */
export class JsonScanner {
  /** Where it reads next. */
  at = 0;
  readonly #texto: string;
  #depth = 0;

  constructor(texto: string) {
    this.#texto = texto;
  }

  /** The next character that is no blank, not read yet; "" at the end. */
  peek(): string {
    BLANKS.lastIndex = this.at;
    BLANKS.test(this.#texto);
    this.at = BLANKS.lastIndex;
    return this.#texto[this.at] ?? "";
  }

  /** Reads an object; `visit` reads the value of each key, or returns false to stop. False when stopped. */
  members(visit: (key: string) => boolean): boolean {
    this.#open("{", "um objeto");
    if (this.peek() !== "}") {
      for (;;) {
        if (this.peek() !== '"') throw this.broken("o nome de um campo entre aspas");
        const key = this.#text();
        if (this.peek() !== ":") throw this.broken("dois-pontos depois do nome do campo");
        this.at += 1;
        if (!visit(key)) return false;
        const next = this.peek();
        if (next === "}") break;
        if (next !== ",") throw this.broken("vírgula ou fecha-chave");
        this.at += 1;
      }
    }
    this.#close();
    return true;
  }

  /** Reads a list; `visit` reads each value, or returns false to stop. False when stopped. */
  items(visit: () => boolean): boolean {
    this.#open("[", "uma lista");
    if (this.peek() !== "]") {
      for (;;) {
        if (!visit()) return false;
        const next = this.peek();
        if (next === "]") break;
        if (next !== ",") throw this.broken("vírgula ou fecha-colchete");
        this.at += 1;
      }
    }
    this.#close();
    return true;
  }

  /** Reads a text, a number, true, false or null as a cell: null is the empty string. */
  scalar(): string {
    if (this.peek() === '"') return this.#text();
    const word = this.#match(WORD);
    if (word !== null) return word === "null" ? "" : word;
    const number = this.#match(NUMBER);
    if (number === null) throw this.broken("um valor");
    return plainNumber(number);
  }

  /** Reads past a value of any kind. */
  skip(): void {
    const next = this.peek();
    if (next === "{") this.members(() => this.#skipped());
    else if (next === "[") this.items(() => this.#skipped());
    else this.scalar();
  }

  /** What `read` finds, without moving on. */
  ahead<T>(read: () => T): T {
    const { at } = this;
    const depth = this.#depth;
    const found = read();
    this.at = at;
    this.#depth = depth;
    return found;
  }

  /** Starts again at a place found before, outside everything. */
  restart(at: number): void {
    this.at = at;
    this.#depth = 0;
  }

  /** The refusal of a text that is no JSON, with where and what was expected. */
  broken(expected: string): Refusal {
    if (this.at >= this.#texto.length) {
      return new Refusal(
        "json-quebrado",
        "O JSON termina no meio: o arquivo parece ter sido cortado.",
        "Baixe o arquivo de novo na origem e confira se ele veio inteiro.",
      );
    }
    const before = this.#texto.slice(0, this.at);
    const line = before.split("\n").length;
    const column = this.at - before.lastIndexOf("\n");
    return new Refusal(
      "json-quebrado",
      `O JSON está quebrado na linha ${String(line)}, caractere ${String(column)}: ali devia haver ${expected}.`,
      "Baixe o arquivo de novo na origem, sem abri-lo nem salvá-lo em outro programa.",
    );
  }

  #skipped(): boolean {
    this.skip();
    return true;
  }

  #open(mark: string, what: string): void {
    if (this.peek() !== mark) throw this.broken(what);
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw new Refusal(
        "json-profundo",
        `O JSON tem listas dentro de listas em mais de ${String(MAX_DEPTH)} níveis; nenhum arquivo publicado é assim.`,
        "Baixe o arquivo de novo no site de quem o publicou e confira o endereço.",
      );
    }
    this.at += 1;
  }

  #close(): void {
    this.#depth -= 1;
    this.at += 1;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#texto)?.[0];
    if (found === undefined) return null;
    this.at += found.length;
    return found;
  }

  #text(): string {
    const start = this.at + 1;
    let end = this.#texto.indexOf('"', start);
    let escaped = false;
    while (end !== -1 && endsEscaped(this.#texto, start, end)) {
      escaped = true;
      end = this.#texto.indexOf('"', end + 1);
    }
    if (end === -1) {
      this.at = this.#texto.length;
      throw this.broken("aspas");
    }
    const content = this.#texto.slice(start, end);
    this.at = end + 1;
    return escaped || content.includes("\\") ? this.#unescape(content) : content;
  }

  #unescape(content: string): string {
    if (/\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(content.replaceAll("\\\\", ""))) throw this.broken("um texto bem escrito antes");
    return content.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, char: string) =>
      code === undefined ? (ESCAPES.get(char) ?? char) : String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** True when the quote at `end` stands after an odd run of backslashes, and so is part of the text. */
function endsEscaped(texto: string, start: number, end: number): boolean {
  let run = end;
  while (run > start && texto[run - 1] === "\\") run -= 1;
  return (end - run) % 2 === 1;
}
