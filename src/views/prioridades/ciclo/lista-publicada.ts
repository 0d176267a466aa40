import { forEachRecord } from "../../../data/raw/records.ts";

/** A municipality of a published list: every figure as it is written there. */
export interface LinhaPublicada {
  readonly codigo: string;
  readonly nome: string;
  /** By name of the column, or place in the JSON; empty text where there is nothing. */
  readonly campos: ReadonlyMap<string, string>;
}

/** A published list, read. */
export interface ListaPublicada {
  readonly formato: "csv" | "json";
  /** SHA-256 of method and data it says it comes from; null in a CSV, which does not say. */
  readonly metodo: string | null;
  readonly dados: string | null;
  /** What else stands before the rows, by place; empty in a CSV. */
  readonly cabecalho: ReadonlyMap<string, string>;
  readonly linhas: readonly LinhaPublicada[];
}

/** Longest list read, in characters: 5,570 municipalities take less than a tenth of it. */
const TAMANHO_MAXIMO = 30_000_000;
const BOM = /^\ufeff/;

/** Reads a list `npm run rank` or this page wrote; a sentence that says what is wrong when it is not one. */
export function lerListaPublicada(texto: string): ListaPublicada | string {
  if (texto.length > TAMANHO_MAXIMO) return "O arquivo é grande demais para ser uma lista. Confira se é o arquivo certo.";
  const limpo = texto.replace(BOM, "").trimStart();
  if (limpo === "") return "O arquivo está vazio. Abra a lista publicada.";
  return limpo.startsWith("{") ? doJson(limpo) : doCsv(limpo);
}

const NAO_E_LISTA =
  "O arquivo não é uma lista desta página: abra o CSV ou o JSON como foi publicado, sem passar por uma planilha.";

function doCsv(texto: string): ListaPublicada | string {
  const registros: (readonly string[])[] = [];
  forEachRecord(
    {
      texto,
      inicio: 0,
      fim: texto.length,
      linha: 1,
      dialeto: { separador: ",", aspas: '"', escape: "dobrada", espacos: false, finalDeLinha: texto.includes("\r\n") ? "\r\n" : "\n" },
      largura: null,
      maxCelula: 10_000,
    },
    ({ campos }) => {
      if (campos.some((campo) => campo !== "")) registros.push(campos);
      return true;
    },
  );
  const [nomes = [], ...resto] = registros;
  const [iCodigo, iNome] = [nomes.indexOf("codigo"), nomes.indexOf("municipio")];
  if (iCodigo === -1 || iNome === -1 || !nomes.includes("posicao") || !nomes.includes("nota")) return NAO_E_LISTA;
  const largo = resto.findIndex((campos) => campos.length !== nomes.length);
  if (largo !== -1) return `A linha ${largo + 2} do arquivo não tem as ${nomes.length} colunas do cabeçalho. ${NAO_E_LISTA}`;
  return comCodigos({
    formato: "csv",
    metodo: null,
    dados: null,
    cabecalho: new Map(),
    linhas: resto.map((campos) => ({
      codigo: campos[iCodigo] ?? "",
      nome: campos[iNome] ?? "",
      campos: new Map(nomes.map((nome, i) => [nome, campos[i] ?? ""])),
    })),
  });
}

function doJson(texto: string): ListaPublicada | string {
  let valor: unknown;
  try {
    valor = JSON.parse(texto);
  } catch (error) {
    return `O arquivo não é um JSON que se possa ler (${error instanceof Error ? error.message : String(error)}). ${NAO_E_LISTA}`;
  }
  if (!isObject(valor)) return NAO_E_LISTA;
  const { lista, semNota, ...resto } = valor;
  if (!Array.isArray(lista) || !Array.isArray(semNota)) return NAO_E_LISTA;
  const linhas: LinhaPublicada[] = [];
  for (const item of [...(lista as unknown[]), ...(semNota as unknown[])]) {
    if (!isObject(item)) return NAO_E_LISTA;
    const campos = achatado(item);
    linhas.push({ codigo: campos.get("codigo") ?? "", nome: campos.get("municipio") ?? "", campos });
  }
  const cabecalho = achatado(resto);
  const [metodo, dados] = ["metodo.sha256", "dados.sha256"].map((lugar) => {
    const sha256 = cabecalho.get(lugar) ?? null;
    cabecalho.delete(lugar);
    return sha256;
  });
  return comCodigos({ formato: "json", metodo: metodo ?? null, dados: dados ?? null, cabecalho, linhas });
}

function comCodigos(lista: ListaPublicada): ListaPublicada | string {
  const vistos = new Set<string>();
  for (const { codigo, nome } of lista.linhas) {
    if (!/^\d{7}$/.test(codigo)) return `O código “${codigo.slice(0, 20)}” não é o de um município. ${NAO_E_LISTA}`;
    if (vistos.has(codigo)) return `O município ${nome} (${codigo}) está duas vezes no arquivo: abra a lista como foi publicada.`;
    vistos.add(codigo);
  }
  return lista;
}

function achatado(objeto: Readonly<Record<string, unknown>>): Map<string, string> {
  const campos = new Map<string, string>();
  for (const [nome, valor] of Object.entries(objeto)) {
    if (isObject(valor)) for (const [dentro, texto] of achatado(valor)) campos.set(`${nome}.${dentro}`, texto);
    else if (Array.isArray(valor)) campos.set(nome, valor.map((item) => escalar(item)).join(" "));
    else campos.set(nome, escalar(valor));
  }
  return campos;
}

function escalar(valor: unknown): string {
  return valor === null ? "" : typeof valor === "string" ? valor : JSON.stringify(valor);
}

function isObject(valor: unknown): valor is Readonly<Record<string, unknown>> {
  return typeof valor === "object" && valor !== null && !Array.isArray(valor);
}
