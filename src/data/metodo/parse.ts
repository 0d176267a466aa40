import * as v from "valibot";
import type { Indicador } from "../../core/indicador.ts";
import { METODO_VERSAO, methodHash, type Metodo } from "../../core/metodo/method.ts";
import { avisosDoMetodo, vinculosDoMetodo, type ProblemaMetodo } from "./bonds.ts";
import { MetodoSchema } from "./schema.ts";

export type { ProblemaMetodo } from "./bonds.ts";

/** A method read from outside, or why it was refused. With problems, the last good method stays. */
export type LeituraMetodo =
  | { readonly metodo: Metodo; readonly sha256: string; readonly problemas: readonly []; readonly avisos: readonly string[] }
  | { readonly metodo: null; readonly sha256: null; readonly problemas: readonly ProblemaMetodo[]; readonly avisos: readonly [] };

/** Longest method file read, in characters. */
export const METODO_TAMANHO_MAXIMO = 1_000_000;
const MAIS_PROBLEMAS = 20;
const HASH = /^[0-9a-f]{64}$/;

/**
 * Reads the text of a method file. Every problem names its place in the file,
 * what was found and what to do; none throws.
 */
export function readMetodo(text: string, catalogo: readonly Indicador[]): LeituraMetodo {
  if (text.length > METODO_TAMANHO_MAXIMO) {
    return refused("arquivo", `${text.length} letras`, "O arquivo é grande demais para ser um método.", "Confira se é o arquivo certo.");
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const naoNumero = /[:[,]\s*(NaN|-?Infinity)\b/.exec(text)?.[1];
    if (naoNumero !== undefined) {
      return refused("arquivo", naoNumero, `O arquivo tem ${naoNumero}, que não é um número.`, "Escreva um número no lugar.");
    }
    const detalhe = error instanceof Error ? error.message : String(error);
    return refused("arquivo", null, `O arquivo não é um JSON que se possa ler (${detalhe}).`, "Abra um método exportado por esta página.");
  }
  return readMetodoValue(value, catalogo);
}

/** The same door for a value already out of JSON (a bundled file, an address). A `sha256` member, where there is one, must be the method's. */
export function readMetodoValue(value: unknown, catalogo: readonly Indicador[]): LeituraMetodo {
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    return refused("arquivo", shown(value), "O arquivo não tem um método.", "Abra um método exportado por esta página.");
  }
  const { sha256: dado, ...campos } = value as Readonly<Record<string, unknown>>;
  if (campos["versao"] !== METODO_VERSAO) {
    return refused(
      "versao",
      shown(campos["versao"]),
      campos["versao"] === undefined ? "O arquivo não diz a versão do método." : "O arquivo é de outra versão do método.",
      `Abra um arquivo da versão ${METODO_VERSAO}, ou exporte este outra vez pela página.`,
    );
  }
  const lido = v.safeParse(MetodoSchema, campos);
  if (!lido.success) return { metodo: null, sha256: null, problemas: distinct(lido.issues.map(fromIssue)), avisos: [] };
  const metodo: Metodo = { ...lido.output, versao: METODO_VERSAO };
  const problemas = vinculosDoMetodo(metodo, catalogo);
  if (problemas.length > 0) return { metodo: null, sha256: null, problemas: distinct(problemas), avisos: [] };
  const sha256 = methodHash(metodo);
  if (dado !== undefined && dado !== sha256) {
    const mal = typeof dado !== "string" || !HASH.test(dado);
    return refused(
      "sha256",
      shown(dado),
      mal ? "O SHA-256 do arquivo não tem 64 algarismos hexadecimais." : `O SHA-256 do arquivo não é o do método que ele traz (${sha256}).`,
      "O arquivo foi mudado depois de exportado: peça o original, ou tire o campo `sha256` para usar o método como está.",
    );
  }
  return { metodo, sha256, problemas: [], avisos: avisosDoMetodo(metodo, catalogo) };
}

function refused(caminho: string, valor: string | null, mensagem: string, conserto: string): LeituraMetodo {
  return { metodo: null, sha256: null, problemas: [{ caminho, valor, mensagem, conserto }], avisos: [] };
}

function fromIssue(issue: v.BaseIssue<unknown>): ProblemaMetodo {
  const caminho = (issue.path ?? []).reduce((place, { key }) => {
    if (typeof key === "number") return `${place}[${key}]`;
    return place === "" ? String(key) : `${place}.${String(key)}`;
  }, "");
  if (issue.type === "strict_object" && issue.expected === "never") {
    return { caminho, valor: null, mensagem: "O método não tem este campo.", conserto: "Tire o campo, ou confira o nome dele." };
  }
  if (issue.received === "undefined") {
    return { caminho, valor: null, mensagem: "Falta este campo.", conserto: "Acrescente o campo, como no arquivo que a página exporta." };
  }
  const valor = shown(issue.input);
  const conserto = issue.type === "strict_object" ? "Escreva os campos entre chaves." : issue.message;
  return { caminho, valor, mensagem: `O valor ${valor} não serve aqui.`, conserto };
}

/** One problem a place, and not more than a page can show. */
function distinct(problemas: readonly ProblemaMetodo[]): ProblemaMetodo[] {
  const porCaminho = new Map<string, ProblemaMetodo>();
  for (const problema of problemas) if (!porCaminho.has(problema.caminho)) porCaminho.set(problema.caminho, problema);
  return [...porCaminho.values()].slice(0, MAIS_PROBLEMAS);
}

function shown(value: unknown): string {
  if (typeof value === "number") return String(value);
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? "nenhum valor" : text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
