import { count, formatNumber, joinPt } from "../../../core/format.ts";
import { methodHash } from "../../../core/metodo/method.ts";
import type { EscritaDaLista } from "./lista.ts";
import { lerListaPublicada, type LinhaPublicada, type ListaPublicada } from "./lista-publicada.ts";

/** The outcome of a check, in words. */
export interface Veredito {
  readonly tom: "certo" | "errado" | "aviso";
  readonly texto: string;
}

/** Hashes a pasted text may be. */
export interface Impressoes {
  readonly metodo: string;
  readonly padrao: string;
  readonly dados: string;
}

const HASH = /^[0-9a-f]{64}$/;

/** Whether a published hash is that of the method in force; null while there is nothing to check. */
export function conferirHash(texto: string, { metodo, padrao, dados }: Impressoes): Veredito | null {
  const dado = texto.replace(/\s+/g, "").replace(/^sha-?256:?/i, "").toLowerCase();
  if (dado === "") return null;
  if (!HASH.test(dado)) {
    const conserto = "Um SHA-256 tem 64 algarismos hexadecimais, de 0 a 9 e de a a f: copie-o inteiro.";
    return { tom: "errado", texto: `O texto tem ${count(dado.length, "algarismo", "algarismos")} e não é um SHA-256. ${conserto}` };
  }
  if (dado === metodo) return { tom: "certo", texto: "O método em vigor é o publicado: nem um peso, baliza, semente ou data mudou." };
  if (dado === dados) {
    return { tom: "aviso", texto: "Este é o SHA-256 dos dados usados, e confere. Para o método, cole o SHA-256 do método." };
  }
  if (dado === padrao) {
    return {
      tom: "errado",
      texto: "Este é o SHA-256 do método padrão, mas o método em vigor foi mudado. Volte ao padrão na parte “O método” e confira de novo.",
    };
  }
  return {
    tom: "errado",
    texto: `O método em vigor não é o publicado: o SHA-256 dele é ${metodo}. Abra na parte “O método” o arquivo que foi publicado.`,
  };
}

/** One figure that is not the same in the two lists. */
export interface DiferencaDaLista {
  readonly codigo: string;
  readonly nome: string;
  readonly campo: string;
  readonly publicada: string;
  readonly calculada: string;
}

export interface ConferenciaDaLista {
  readonly veredito: Veredito;
  readonly diferencas: readonly DiferencaDaLista[];
}

/** Field of a difference that is a whole row. */
export const LINHA_INTEIRA = "linha inteira";
/** Name of what stands before the rows of a JSON. */
export const CABECALHO = "cabeçalho do arquivo";

/**
 * Compares a published list with the one the method in force gives over the
 * figures in use: the text itself, then every figure of every municipality.
 */
export function conferirLista(texto: string, escrita: EscritaDaLista): ConferenciaDaLista {
  const publicada = lerListaPublicada(texto);
  if (typeof publicada === "string") return { veredito: { tom: "errado", texto: publicada }, diferencas: [] };
  const top = topDe(publicada, escrita);
  const calculado = publicada.formato === "csv" ? escrita.csv(top) : escrita.json(top);
  const ate = top === undefined ? "" : `, até a ${formatNumber(top)}ª posição`;
  if (texto.replaceAll("\r\n", "\n").replace(/^\ufeff/, "") === calculado) {
    return { veredito: { tom: "certo", texto: `A lista publicada é a que este método dá com estes dados, letra por letra${ate}.` }, diferencas: [] };
  }
  const calculada = lerListaPublicada(calculado);
  if (typeof calculada === "string") throw new Error(`the page's own list could not be read back: ${calculada}`);
  const diferencas = diferencasEntre(publicada, calculada);
  const motivos = motivosDe(publicada, escrita);
  if (diferencas.length === 0) {
    return motivos.length === 0
      ? { veredito: { tom: "certo", texto: `A lista publicada tem os mesmos números da calculada${ate}; só a escrita do arquivo, ou a ordem das linhas, é outra.` }, diferencas }
      : { veredito: { tom: "aviso", texto: `Os números são os mesmos${ate}, mas ${joinPt(motivos)}.` }, diferencas };
  }
  const municipios = new Set(diferencas.map(({ codigo }) => codigo).filter((codigo) => codigo !== "")).size;
  const porque = motivos.length === 0 ? "" : ` Motivo: ${joinPt(motivos)}.`;
  const onde = municipios === 0 ? "no cabeçalho" : `em ${count(municipios, "município", "municípios")}`;
  const quantos = `${count(diferencas.length, "diferença", "diferenças", "f")} ${onde}`;
  return { veredito: { tom: "errado", texto: `A lista publicada não é a que este método dá com estes dados: ${quantos}.${porque}` }, diferencas };
}

/** The last position of a list that was cut at one, as `--top` cuts; undefined for a whole list. */
function topDe({ linhas, formato }: ListaPublicada, escrita: EscritaDaLista): number | undefined {
  const posicoes = linhas.map(({ campos }) => Number(campos.get("posicao") ?? ""));
  const inteira = lerListaPublicada(formato === "csv" ? escrita.csv() : escrita.json());
  const total = typeof inteira === "string" ? 0 : inteira.linhas.length;
  if (linhas.length === 0 || linhas.length >= total || posicoes.some((posicao) => !(posicao > 0))) return undefined;
  return Math.max(...posicoes);
}

function motivosDe({ metodo, dados }: ListaPublicada, { selo }: EscritaDaLista): string[] {
  const proprio = methodHash(selo.metodo);
  return [
    ...(metodo !== null && metodo !== proprio ? [`a publicada diz vir do método ${curto(metodo)}, e o em vigor é ${curto(proprio)}`] : []),
    ...(dados !== null && dados !== selo.dados ? [`a publicada diz vir dos dados ${curto(dados)}, e os em uso são ${curto(selo.dados)}`] : []),
  ];
}

function curto(sha256: string): string {
  return `${sha256.slice(0, 12)}…`;
}

function diferencasEntre(publicada: ListaPublicada, calculada: ListaPublicada): DiferencaDaLista[] {
  const porCodigo = new Map(publicada.linhas.map((linha) => [linha.codigo, linha]));
  const conhecidos = new Set(calculada.linhas.map(({ codigo }) => codigo));
  const inteira = ({ codigo, nome }: LinhaPublicada, onde: "publicada" | "calculada"): DiferencaDaLista => ({
    codigo,
    nome,
    campo: LINHA_INTEIRA,
    publicada: onde === "publicada" ? "está" : "não está",
    calculada: onde === "calculada" ? "está" : "não está",
  });
  return [
    ...camposDiferentes({ codigo: "", nome: CABECALHO, campos: publicada.cabecalho }, { codigo: "", nome: CABECALHO, campos: calculada.cabecalho }),
    ...calculada.linhas.flatMap((linha) => {
      const outra = porCodigo.get(linha.codigo);
      return outra === undefined ? [inteira(linha, "calculada")] : camposDiferentes(outra, linha);
    }),
    ...publicada.linhas.filter(({ codigo }) => !conhecidos.has(codigo)).map((linha) => inteira(linha, "publicada")),
  ];
}

function camposDiferentes(publicada: LinhaPublicada, calculada: LinhaPublicada): DiferencaDaLista[] {
  const nomes = new Set([...calculada.campos.keys(), ...publicada.campos.keys()]);
  return [...nomes].flatMap((campo) => {
    const [antes, agora] = [publicada.campos.get(campo), calculada.campos.get(campo)];
    if (antes === agora) return [];
    return [{ codigo: calculada.codigo, nome: calculada.nome, campo, publicada: antes ?? "sem o campo", calculada: agora ?? "sem o campo" }];
  });
}
