/**
 * Opens every file of a built public edition and says what of it should not be there.
 *
 *   tsx scripts/publico/nada-escapa-arquivos.ts [publico-dist] [--territorio data]
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { TabelaProtegida } from "../../src/core/publico/publicacao.ts";
import { fold } from "../../src/core/search.ts";
import { parsePublicacao } from "../../src/data/publico/ler-publicacao.ts";
import { readTerritory, type TerritoryFolder } from "../extracts/territory.ts";
import { type Linha, linhasDoCsv, linhasDoJson } from "./nada-escapa-arquivos-linhas.ts";
import { diasEm, segredosDe, type Segredos } from "./nada-escapa-arquivos-segredos.ts";

export type TipoDeAchado =
  /** A kind of file that holds records or is of the technical edition: engine, database, workbook, source map. */
  | "arquivo-proibido"
  /** A compressed copy that is not the file beside it. */
  | "copia-diferente"
  | "numero-de-registro"
  | "linha-de-registro"
  | "texto-livre"
  /** A day that is of no norm, source or release. */
  | "dia"
  /** A period finer than its table's. */
  | "periodo-fino"
  /** A figure by municipality, month and theme. */
  | "municipio-mes-tema"
  /** A figure where the release hides one. */
  | "celula-oculta"
  /** Code that only the technical edition has. */
  | "codigo-tecnico";

/** One thing that should not be in the public edition. */
export interface Achado {
  readonly tipo: TipoDeAchado;
  /** Inside the folder, with `/`. */
  readonly arquivo: string;
  /** Line, path of the object, or nothing for the whole file. */
  readonly onde: string;
  readonly achado: string;
}

const TEXTO = new Set([".html", ".js", ".css", ".json", ".csv", ".txt", ".svg"]);
const CODIGO = new Set([".js", ".css"]);
const BINARIO = new Set([".woff2"]);
const COPIAS: ReadonlyMap<string, (bytes: Buffer) => Buffer> = new Map([
  [".br", brotliDecompressSync],
  [".gz", gunzipSync],
]);

/** First bytes of what may not be there under any name. */
const ASSINATURAS: readonly (readonly [string, number, string])[] = [
  ["WebAssembly", 0, "\0asm"],
  ["banco DuckDB", 8, "DUCK"],
  ["Parquet", 0, "PAR1"],
  ["Arrow", 0, "ARROW1"],
  ["SQLite", 0, "SQLite format 3"],
  ["planilha ou zip", 0, "PK\u0003\u0004"],
];

const CODIGO_TECNICO = /duckdb|WebAssembly\.|indexedDB\b|new (?:Shared)?Worker\(|document\.cookie|sendBeacon|sourceMappingURL|navigator\.serviceWorker/g;

/**
 * Everything in `dir` that the public edition may not have, file by file, compressed copies too.
 * @param folder the territory whose records must not be there
 */
export function nadaEscapa(dir: string, folder: TerritoryFolder): readonly Achado[] {
  const segredos = segredosDe(folder);
  const publicacao = lerPublicacao(dir);
  const dias = new Set([...segredos.dias, ...publicacao.dias]);
  const achados: Achado[] = [];
  for (const path of arquivosDe(dir)) {
    const arquivo = relative(dir, path).replaceAll("\\", "/");
    const bytes = readFileSync(path);
    const copia = COPIAS.get(extname(path));
    const dentro = copia === undefined ? bytes : abrir(copia, bytes);
    const nome = copia === undefined ? path : path.slice(0, -extname(path).length);
    if (dentro === null) {
      achados.push({ tipo: "copia-diferente", arquivo, onde: "", achado: "não pôde ser aberta" });
      continue;
    }
    const proibido = porQueNaoPode(nome, dentro);
    if (proibido !== null) achados.push({ tipo: "arquivo-proibido", arquivo, onde: "", achado: proibido });
    if (copia !== undefined && !igual(nome, dentro)) achados.push({ tipo: "copia-diferente", arquivo, onde: "", achado: "difere do arquivo ao lado" });
    // A faithful copy says nothing new.
    else if (copia !== undefined) continue;
    for (const achado of achadosNoTexto(basename(nome), semEscapes(dentro.toString("utf8")), { segredos, dias, tabelas: publicacao.tabelas })) {
      achados.push({ ...achado, arquivo });
    }
  }
  return achados;
}

/** A finding in one sentence, for who publishes. */
export function descreverAchado({ tipo, arquivo, onde, achado }: Achado): string {
  return `${arquivo}${onde === "" ? "" : `, ${onde}`}: ${tipo} (${achado})`;
}

interface Contexto {
  readonly segredos: Segredos;
  readonly dias: ReadonlySet<string>;
  readonly tabelas: readonly TabelaProtegida[];
}

type NoArquivo = Omit<Achado, "arquivo">;

function* achadosNoTexto(nome: string, texto: string, contexto: Contexto): Generator<NoArquivo> {
  const { segredos, dias } = contexto;
  for (const { 0: numero, index } of texto.matchAll(/[\p{L}\p{N}][\p{L}\p{N}./_-]*[\p{L}\p{N}]/gu)) {
    if (segredos.registros.has(numero)) yield { tipo: "numero-de-registro", onde: linhaDe(texto, index), achado: numero };
  }
  for (const forma of segredos.formas) {
    for (const { 0: numero, index } of texto.matchAll(forma)) {
      if (!segredos.registros.has(numero)) yield { tipo: "numero-de-registro", onde: linhaDe(texto, index), achado: numero };
    }
  }
  const dobrado = fold(texto);
  for (const livre of segredos.textos) if (dobrado.includes(livre)) yield { tipo: "texto-livre", onde: "", achado: livre };
  if (extname(nome) === ".js") {
    for (const { 0: codigo, index } of texto.matchAll(CODIGO_TECNICO)) yield { tipo: "codigo-tecnico", onde: `posição ${index}`, achado: codigo };
  }
  // Libraries have days of their own in their code: there only a day of some record is one too many.
  const podeSer = (dia: string): boolean => dias.has(dia) || (CODIGO.has(extname(nome)) && !segredos.diasDosRegistros.has(dia));
  for (const { dia, em } of diasEm(texto)) if (!podeSer(dia)) yield { tipo: "dia", onde: linhaDe(texto, em), achado: dia };
  if (extname(nome) === ".csv") yield* achadosNasLinhas(nome, linhasDoCsv(texto), contexto);
  if (extname(nome) === ".json") yield* achadosNasLinhas(nome, linhasDoJson(JSON.parse(texto)), contexto);
}

const MES = /^\d{4}-(0[1-9]|1[0-2])$/;
const FORMA_DO_PERIODO: Readonly<Record<string, RegExp>> = { ano: /^\d{4}$/, trimestre: /^\d{4}-T[1-4]$/, mes: MES };
const DO_ARQUIVO = /(?<!\d)\d{7}(?!\d)/;
const TEMPO = /^\d{4}(-T[1-4]|-\d{2}(-\d{2})?)?$/;

/** What a text that stands in a row is. */
interface Lido {
  readonly municipio: string | undefined;
  readonly dias: readonly string[];
  readonly isTema: boolean;
  readonly isMes: boolean;
}

function* achadosNasLinhas(nome: string, linhas: Iterable<Linha>, { segredos, dias, tabelas }: Contexto): Generator<NoArquivo> {
  const daCsv = tabelas.find(({ id }) => nome === `${id}.csv`);
  const forma = FORMA_DO_PERIODO[daCsv?.niveis.tempo ?? ""];
  const ocultas = new Set(daCsv?.linhas.filter(({ valor }) => valor === "oculto").map(({ membros }) => chave(Object.values(membros))));
  const noNome = DO_ARQUIVO.exec(nome)?.[0];
  const lidos = new Map<string, Lido>();
  const ler = (texto: string): Lido => {
    const had = lidos.get(texto);
    if (had !== undefined) return had;
    const lido = { municipio: segredos.municipios.get(texto), dias: diasEm(texto).map(({ dia }) => dia), isTema: segredos.temas.has(texto), isMes: MES.test(texto) };
    lidos.set(texto, lido);
    return lido;
  };
  const ditos = new Set<string>();
  for (const { onde, textos, numero } of linhas) {
    const municipios = [...new Set([...textos, noNome ?? ""].flatMap((texto) => ler(texto).municipio ?? []))];
    for (const achado of daLinha()) {
      const dito = `${achado.tipo} ${achado.onde} ${achado.achado}`;
      if (!ditos.has(dito)) yield achado;
      ditos.add(dito);
    }

    function* daLinha(): Generator<NoArquivo> {
      for (const dia of textos.flatMap((texto) => ler(texto).dias)) {
        const evento = municipios.find((codigo) => segredos.eventos.has(`${codigo} ${dia}`));
        if (evento !== undefined && !dias.has(dia)) yield { tipo: "linha-de-registro", onde, achado: `${evento} em ${dia}` };
      }
      if (forma !== undefined) {
        const fino = textos.slice(0, -1).find((texto) => TEMPO.test(texto) && !forma.test(texto) && (texto.length > 4 || daCsv?.niveis.tempo === "ano"));
        if (fino !== undefined) yield { tipo: "periodo-fino", onde, achado: fino };
      }
      if (numero === null) return;
      const tema = textos.find((texto) => ler(texto).isTema);
      const mes = textos.find((texto) => ler(texto).isMes);
      if (municipios.length > 0 && tema !== undefined && mes !== undefined) {
        yield { tipo: "municipio-mes-tema", onde, achado: `${municipios[0] ?? ""}, ${mes}, ${tema}: ${numero}` };
      }
      if (ocultas.size > 0 && daCsv !== undefined) {
        const membros = textos.slice(0, Object.keys(daCsv.niveis).length);
        if (ocultas.has(chave(membros))) yield { tipo: "celula-oculta", onde, achado: `${membros.join(", ")}: ${numero}` };
      }
    }
  }
}

function chave(membros: readonly string[]): string {
  return [...membros].sort().join("\u0000");
}

function linhaDe(texto: string, posicao: number): string {
  return `linha ${texto.slice(0, posicao).split("\n").length}`;
}

function porQueNaoPode(nome: string, bytes: Buffer): string | null {
  const assinatura = ASSINATURAS.find(([, em, marca]) => bytes.subarray(em, em + marca.length).toString("latin1") === marca);
  if (assinatura !== undefined) return assinatura[0];
  const tipo = extname(nome).toLowerCase();
  return TEXTO.has(tipo) || BINARIO.has(tipo) ? null : `tipo ${tipo === "" ? "sem nome" : tipo}`;
}

function abrir(copia: (bytes: Buffer) => Buffer, bytes: Buffer): Buffer | null {
  try {
    return copia(bytes);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function igual(nome: string, dentro: Buffer): boolean {
  try {
    return readFileSync(nome).equals(dentro);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

/** Letters written by their number ("\\u00e9") read as letters. */
function semEscapes(texto: string): string {
  return texto.replace(/\\u([0-9a-f]{4})/gi, (_, codigo: string) => String.fromCharCode(Number.parseInt(codigo, 16)));
}

function arquivosDe(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function lerPublicacao(dir: string): { readonly dias: readonly string[]; readonly tabelas: readonly TabelaProtegida[] } {
  const publicacao = parsePublicacao(JSON.parse(readFileSync(join(dir, "publico", "publicacao.json"), "utf8")));
  return { dias: [publicacao.dataReferencia], tabelas: publicacao.tabelas };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { territorio: { type: "string", default: join(root, "data") } } });
  const achados = nadaEscapa(resolve(positionals[0] ?? join(root, "publico-dist")), await readTerritory(resolve(values.territorio)));
  for (const achado of achados) console.error(descreverAchado(achado));
  console.log(achados.length === 0 ? "Nothing escapes." : `${achados.length} findings.`);
  process.exit(achados.length === 0 ? 0 : 1);
}
