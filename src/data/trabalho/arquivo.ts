import * as v from "valibot";
import { achatar, emOrdem, type Registro, type RegistroPlano, textoCanonico, textoDoRegistro } from "../../core/mescla/index.ts";
import { sha256Hex } from "../sha256.ts";
import { lerRegistro } from "./esquema.ts";

export const FORMATO_DO_TRABALHO = "mirante-trabalho";
/** The only version of the file this program reads and writes. */
export const VERSAO_DO_TRABALHO = 1;

/** Longest file read, in characters, and most records in it. */
const TAMANHO_MAXIMO = 64_000_000;
const MAIS_REGISTROS = 200_000;
const MAIS_PROBLEMAS = 200;
/** Versions a file remembers; older ones are no longer anybody's base. */
export const MAIS_VERSOES = 50;

/** What a `.mirante.json` of work holds. */
export interface Trabalho {
  readonly territorio: string;
  /** SHA-256 of the contents this one comes from, oldest first: what the base of a merge is found by. */
  readonly versoes: readonly string[];
  readonly registros: readonly Registro[];
}

export interface ArquivoDeTrabalho {
  readonly nome: string;
  readonly texto: string;
  /** SHA-256 of the content: the same records of the same territory have the same, whoever wrote them. */
  readonly sha256: string;
}

export interface ProblemaDoTrabalho {
  /** `registros[12].prazo`: the thirteenth record of the file. */
  readonly caminho: string;
  readonly mensagem: string;
  readonly conserto: string;
}

export type LeituraDoTrabalho =
  | { readonly trabalho: Trabalho; readonly sha256: string; readonly problemas: readonly [] }
  /** `total` counts the problems that are not listed too. */
  | { readonly trabalho: null; readonly sha256: null; readonly problemas: readonly ProblemaDoTrabalho[]; readonly total: number };

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const EnvelopeSchema = v.strictObject({
  formato: v.literal(FORMATO_DO_TRABALHO),
  versao: v.literal(VERSAO_DO_TRABALHO),
  territorio: v.pipe(v.string(), v.nonEmpty(), v.maxLength(80)),
  sha256: hash,
  versoes: v.pipe(v.array(hash), v.maxLength(MAIS_VERSOES)),
  registros: v.pipe(v.array(v.unknown()), v.maxLength(MAIS_REGISTROS)),
});

/**
 * The file of a work: members by name, a record a line ordered by id, one line
 * feed at the end; the same work gives the same bytes. Rejects with `TypeError`
 * for a record that the reader would refuse, a person's data included.
 */
export async function escreverTrabalho({ territorio, versoes, registros }: Trabalho): Promise<ArquivoDeTrabalho> {
  for (const cada of registros) {
    const lido = lerRegistro(achatar(cada));
    if ("problemas" in lido) throw new TypeError(`${cada.id}: ${lido.problemas.map(({ mensagem }) => mensagem).join(" ")}`);
  }
  const sha256 = await hashDoTrabalho(territorio, registros);
  const linhas = emOrdem(registros).map((cada) => `    ${textoDoRegistro(cada)}`);
  const texto = [
    "{",
    `  "formato": ${JSON.stringify(FORMATO_DO_TRABALHO)},`,
    linhas.length === 0 ? `  "registros": [],` : `  "registros": [\n${linhas.join(",\n")}\n  ],`,
    `  "sha256": ${JSON.stringify(sha256)},`,
    `  "territorio": ${JSON.stringify(territorio)},`,
    `  "versao": ${VERSAO_DO_TRABALHO},`,
    `  "versoes": ${JSON.stringify(versoes.slice(-MAIS_VERSOES))}`,
    "}\n",
  ].join("\n");
  return { nome: `trabalho-${sha256.slice(0, 8)}.mirante.json`, texto, sha256 };
}

/** SHA-256 of the canonical text (RFC 8785) of a file without its hash and its versions. */
export function hashDoTrabalho(territorio: string, registros: readonly Registro[]): Promise<string> {
  const conteudo = `{"formato":${JSON.stringify(FORMATO_DO_TRABALHO)},"registros":${textoCanonico(registros)},"territorio":${JSON.stringify(territorio)},"versao":${VERSAO_DO_TRABALHO}}`;
  return sha256Hex(new TextEncoder().encode(conteudo));
}

/**
 * Reads a file of work of this territory: whole or not at all, since a merge with
 * half of somebody's work would look done. None of its problems throws.
 */
export async function lerTrabalho(texto: string, territorio: string): Promise<LeituraDoTrabalho> {
  if (texto.length > TAMANHO_MAXIMO) return recusado("arquivo", "O arquivo é grande demais para ser um trabalho desta página.", "Confira se é o arquivo certo.");
  let valor: unknown;
  try {
    valor = JSON.parse(texto.replace(/^\ufeff/, ""));
  } catch (error) {
    const detalhe = error instanceof Error ? error.message : String(error);
    return recusado("arquivo", `O arquivo não é um JSON que se possa ler (${detalhe}).`, OUTRO_ARQUIVO);
  }
  if (valor === null || typeof valor !== "object" || Array.isArray(valor)) return recusado("arquivo", "O arquivo não tem um trabalho desta página.", OUTRO_ARQUIVO);
  const { formato, versao } = valor as Readonly<Record<string, unknown>>;
  if (formato !== FORMATO_DO_TRABALHO) return recusado("formato", "O arquivo não é um trabalho desta página.", OUTRO_ARQUIVO);
  if (versao !== VERSAO_DO_TRABALHO) {
    return recusado("versao", "O arquivo é de outra versão do formato.", `Recarregue a página para receber a versão nova do aplicativo, ou peça um arquivo da versão ${VERSAO_DO_TRABALHO}.`);
  }
  const envelope = v.safeParse(EnvelopeSchema, valor);
  if (!envelope.success) return semTrabalho(envelope.issues.map(doEnvelope));
  return lerConteudo(envelope.output, territorio);
}

/**
 * The records of a file that was read before and kept under its SHA-256: what they
 * may hold was checked then, so that they are what they were is enough. Null when
 * they are not.
 */
export async function relerTrabalho(texto: string, sha256: string): Promise<readonly Registro[] | null> {
  try {
    const { territorio, registros } = JSON.parse(texto) as { readonly territorio: string; readonly registros: readonly RegistroPlano[] };
    const lidos = registros.map(({ id, tipo, removido, ...campos }) => ({ id, tipo, removido: removido === true, campos }) as Registro);
    return (await hashDoTrabalho(territorio, lidos)) === sha256 ? emOrdem(lidos) : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

async function lerConteudo(envelope: v.InferOutput<typeof EnvelopeSchema>, esperado: string): Promise<LeituraDoTrabalho> {
  const { territorio, versoes, sha256 } = envelope;
  if (territorio !== esperado) return recusado("territorio", `O arquivo é de outro território (${territorio}).`, "Abra-o na página daquele território.");
  const registros: Registro[] = [];
  const problemas: ProblemaDoTrabalho[] = [];
  const vistos = new Set<string>();
  for (const [i, valor] of envelope.registros.entries()) {
    const lido = lerRegistro(valor);
    if ("problemas" in lido) {
      for (const { campo, ...problema } of lido.problemas) problemas.push({ caminho: `registros[${i}]${campo === null ? "" : `.${campo}`}`, ...problema });
      continue;
    }
    if (vistos.has(lido.registro.id)) {
      problemas.push({ caminho: `registros[${i}].id`, mensagem: `O registro ${lido.registro.id} aparece mais de uma vez.`, conserto: DO_ORIGINAL });
    }
    vistos.add(lido.registro.id);
    registros.push(lido.registro);
  }
  if (problemas.length > 0) return semTrabalho(problemas);
  if ((await hashDoTrabalho(territorio, registros)) !== sha256) return recusado("sha256", "O conteúdo não confere com o SHA-256 do arquivo: ele foi mudado ou cortado depois de exportado.", DO_ORIGINAL);
  return { trabalho: { territorio, versoes, registros: emOrdem(registros) }, sha256, problemas: [] };
}

const OUTRO_ARQUIVO = "Abra um trabalho exportado por esta página (.mirante.json).";
const DO_ORIGINAL = "Peça o arquivo original a quem o exportou.";

function recusado(caminho: string, mensagem: string, conserto: string): LeituraDoTrabalho {
  return semTrabalho([{ caminho, mensagem, conserto }]);
}

function semTrabalho(problemas: readonly ProblemaDoTrabalho[]): LeituraDoTrabalho {
  return { trabalho: null, sha256: null, problemas: problemas.slice(0, MAIS_PROBLEMAS), total: problemas.length };
}

function doEnvelope(queixa: v.BaseIssue<unknown>): ProblemaDoTrabalho {
  const caminho = (queixa.path ?? []).map(({ key }, i) => (typeof key === "number" ? `[${key}]` : `${i === 0 ? "" : "."}${String(key)}`)).join("");
  const mensagem =
    queixa.received === "undefined" ? `Falta o campo ${caminho}.`
    : queixa.expected === "never" ? `O campo ${caminho} não existe neste formato.`
    : `O campo ${caminho} não tem o que um trabalho tem ali.`;
  return { caminho, mensagem, conserto: DO_ORIGINAL };
}
