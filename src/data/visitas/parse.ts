import * as v from "valibot";
import { AJUSTES_VERSAO, type Ajustes } from "../../core/visitas/ajustes.ts";
import { AjustesSchema } from "./schema.ts";
import { vinculosDosAjustes, type ContextoDosAjustes, type ProblemaDosAjustes } from "./vinculos.ts";

export type { ContextoDosAjustes, ProblemaDosAjustes } from "./vinculos.ts";

/** Settings read from outside, or why they were refused. With problems, the last good ones stay. */
export type LeituraDosAjustes =
  | { readonly ajustes: Ajustes; readonly problemas: readonly [] }
  | { readonly ajustes: null; readonly problemas: readonly ProblemaDosAjustes[] };

/** Longest settings file read, in characters. */
const TAMANHO_MAXIMO = 1_000_000;
const MAIS_PROBLEMAS = 20;

/** Reads the text of a settings file. None of its problems throws. */
export function readAjustes(texto: string, contexto: ContextoDosAjustes): LeituraDosAjustes {
  if (texto.length > TAMANHO_MAXIMO) {
    return recusado("arquivo", `${texto.length} letras`, "O arquivo é grande demais para ser de ajustes.", "Confira se é o arquivo certo.");
  }
  let valor: unknown;
  try {
    valor = JSON.parse(texto.replace(/^\ufeff/, ""));
  } catch (error) {
    const detalhe = error instanceof Error ? error.message : String(error);
    return recusado("arquivo", null, `O arquivo não é um JSON que se possa ler (${detalhe}).`, "Abra um arquivo de ajustes exportado por esta página.");
  }
  return readAjustesValue(valor, contexto);
}

/** The same door for a value out of JSON, of an address (`applyAjustesDiff`) or of a form. */
export function readAjustesValue(valor: unknown, contexto: ContextoDosAjustes): LeituraDosAjustes {
  if (valor === null || typeof valor !== "object" || Array.isArray(valor)) {
    return recusado("arquivo", mostrado(valor), "O arquivo não tem ajustes.", "Abra um arquivo de ajustes exportado por esta página.");
  }
  const versao = (valor as Readonly<Record<string, unknown>>)["versao"];
  if (versao !== AJUSTES_VERSAO) {
    return recusado(
      "versao",
      mostrado(versao),
      versao === undefined ? "O arquivo não diz a versão dos ajustes." : "O arquivo é de outra versão dos ajustes.",
      `Abra um arquivo da versão ${AJUSTES_VERSAO}, ou exporte este outra vez pela página.`,
    );
  }
  const lido = v.safeParse(AjustesSchema, valor);
  if (!lido.success) return { ajustes: null, problemas: distintos(lido.issues.map(daQueixa)) };
  const ajustes = comoAjustes(lido.output);
  const problemas = vinculosDosAjustes(ajustes, contexto);
  return problemas.length === 0 ? { ajustes, problemas: [] } : { ajustes: null, problemas: distintos(problemas) };
}

/** Text of the settings' file: indented JSON. */
export function ajustesFileText(ajustes: Ajustes): string {
  return `${JSON.stringify(ajustes, null, 2)}\n`;
}

/** Checked settings as the plan knows them. */
export function comoAjustes(lido: v.InferOutput<typeof AjustesSchema>): Ajustes {
  return { ...lido, versao: AJUSTES_VERSAO };
}

function recusado(caminho: string, valor: string | null, mensagem: string, conserto: string): LeituraDosAjustes {
  return { ajustes: null, problemas: [{ caminho, valor, mensagem, conserto }] };
}

function daQueixa(queixa: v.BaseIssue<unknown>): ProblemaDosAjustes {
  const caminho = (queixa.path ?? []).reduce((lugar, { key }) => {
    if (typeof key === "number") return `${lugar}[${key}]`;
    return lugar === "" ? String(key) : `${lugar}.${String(key)}`;
  }, "");
  if (queixa.type === "strict_object" && queixa.expected === "never") {
    return { caminho, valor: null, mensagem: "Os ajustes não têm este campo.", conserto: "Tire o campo, ou confira o nome dele." };
  }
  if (queixa.received === "undefined") {
    return { caminho, valor: null, mensagem: "Falta este campo.", conserto: "Acrescente o campo, como no arquivo que a página exporta." };
  }
  const valor = mostrado(queixa.input);
  const conserto = queixa.type === "strict_object" ? "Escreva os campos entre chaves." : queixa.message;
  return { caminho, valor, mensagem: `O valor ${valor} não serve aqui.`, conserto };
}

/** One problem a place, and not more than a page can show. */
function distintos(problemas: readonly ProblemaDosAjustes[]): ProblemaDosAjustes[] {
  const porCaminho = new Map<string, ProblemaDosAjustes>();
  for (const problema of problemas) if (!porCaminho.has(problema.caminho)) porCaminho.set(problema.caminho, problema);
  return [...porCaminho.values()].slice(0, MAIS_PROBLEMAS);
}

function mostrado(valor: unknown): string {
  if (typeof valor === "number") return String(valor);
  const texto = JSON.stringify(valor) as string | undefined;
  return texto === undefined ? "nenhum valor" : texto.length > 80 ? `${texto.slice(0, 79)}…` : texto;
}
