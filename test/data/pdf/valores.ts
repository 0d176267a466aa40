/** A value of a PDF file (ISO 32000-1, 7.3): names keep their slash, strings are texts, references are numbers in an object. */
export type Valor = number | string | boolean | null | Ref | readonly Valor[] | Dicionario;
export interface Ref {
  readonly ref: number;
}
export interface Dicionario {
  readonly [nome: `/${string}`]: Valor;
}

const BRANCO = /[\s\0]/;
const DELIMITADOR = /[\s\0()<>[\]{}/%]/;

/** Reads one value at a time of a text in which each character is a byte. */
export class Leitor {
  readonly fonte: string;
  pos: number;
  constructor(fonte: string, pos = 0) {
    this.fonte = fonte;
    this.pos = pos;
  }

  pular(): void {
    while (this.pos < this.fonte.length && BRANCO.test(this.fonte.charAt(this.pos))) this.pos += 1;
  }

  valor(): Valor {
    this.pular();
    const c = this.fonte.charAt(this.pos);
    if (this.fonte.startsWith("<<", this.pos)) return this.dicionario();
    if (c === "<") return this.hexa();
    if (c === "(") return this.literal();
    if (c === "[") return this.lista();
    if (c === "/") {
      this.pos += 1;
      return `/${this.palavra()}`;
    }
    const ref = /^(\d+) \d+ R/.exec(this.fonte.slice(this.pos, this.pos + 24));
    if (ref !== null) {
      this.pos += ref[0].length;
      return { ref: Number(ref[1]) };
    }
    const palavra = this.palavra();
    if (palavra === "true" || palavra === "false") return palavra === "true";
    if (palavra === "null") return null;
    const numero = Number(palavra);
    if (palavra === "" || Number.isNaN(numero)) throw new Error(`no value at ${this.pos}: "${this.fonte.slice(this.pos - 20, this.pos + 20)}"`);
    return numero;
  }

  palavra(): string {
    const de = this.pos;
    while (this.pos < this.fonte.length && !DELIMITADOR.test(this.fonte.charAt(this.pos))) this.pos += 1;
    return this.fonte.slice(de, this.pos);
  }

  private dicionario(): Dicionario {
    this.pos += 2;
    const lido: Record<`/${string}`, Valor> = {};
    for (;;) {
      this.pular();
      if (this.fonte.startsWith(">>", this.pos)) break;
      const chave = this.valor();
      if (typeof chave !== "string" || !chave.startsWith("/")) throw new Error(`a dictionary has the key ${JSON.stringify(chave)}`);
      lido[chave as `/${string}`] = this.valor();
    }
    this.pos += 2;
    return lido;
  }

  private lista(): Valor[] {
    this.pos += 1;
    const lida: Valor[] = [];
    for (this.pular(); this.fonte.charAt(this.pos) !== "]"; this.pular()) lida.push(this.valor());
    this.pos += 1;
    return lida;
  }

  private hexa(): string {
    const fim = this.fonte.indexOf(">", this.pos);
    const digitos = this.fonte.slice(this.pos + 1, fim).replace(/\s/g, "");
    this.pos = fim + 1;
    return digitos;
  }

  private literal(): string {
    let [bytes, fundo] = ["", 1];
    this.pos += 1;
    for (; ; this.pos += 1) {
      const c = this.fonte.charAt(this.pos);
      if (c === "\\") {
        this.pos += 1;
        const escapado = this.fonte.charAt(this.pos);
        bytes += ({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" } as Readonly<Record<string, string>>)[escapado] ?? escapado;
        continue;
      }
      if (c === "(") fundo += 1;
      if (c === ")") fundo -= 1;
      if (fundo === 0 || c === "") break;
      bytes += c;
    }
    this.pos += 1;
    return textoDe(bytes);
  }
}

/** A text string (7.9.2.2): UTF-16BE where it says so, else one byte a letter. */
function textoDe(bytes: string): string {
  if (!bytes.startsWith("\u00FE\u00FF")) return bytes;
  let texto = "";
  for (let i = 2; i < bytes.length; i += 2) texto += String.fromCharCode(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
  return texto;
}
