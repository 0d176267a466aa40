import { LIMITS, type ImportLimits } from "../import/limits.ts";
import { Refusal } from "../import/whole-file.ts";
import { findLists, type FoundList } from "./json-lists.ts";
import { JsonScanner } from "./json-scanner.ts";
import { OPENING_RECORDS, type RawTable } from "./raw.ts";
import { sheetTable } from "./workbook-table.ts";

/**
 * The tables of a JSON, as strings. A list of objects is a table: its columns are
 * all the keys, in the order in which they first come; objects inside a record
 * are flattened with dots, lists of values inside it joined with "; ", and lists
 * of objects inside it are tables of their own. An object from codes to values
 * becomes `chave` and `valor`. GeoJSON features give their properties, and of
 * the geometry only its type, in `geometria`. Numbers are as `plainNumber` writes
 * them; null is the empty string.
 *
 * Records are numbered from 1 in `linha`, since a whole file is often one line;
 * the header, which is no record here, has number 0.
 * @throws Refusal for what is no JSON, saying where, or has no table.
 */
export function openJson(texto: string, limits: ImportLimits = LIMITS): readonly RawTable[] {
  return openText(texto.replace(/^\ufeff/, ""), limits, 1);
}

function openText(texto: string, limits: ImportLimits, inside: number): readonly RawTable[] {
  const found = findLists(new JsonScanner(texto));
  if (found.texto !== null && inside > 0) return openText(found.texto, limits, inside - 1);
  if (found.listas.length === 0) {
    throw new Refusal(
      "json-sem-tabela",
      "O JSON não tem nenhuma lista de registros.",
      "Confira se o arquivo é o dos dados, e não o de uma mensagem do site.",
    );
  }
  return found.listas.map((list) => (list.kind === "matriz" ? matrixTable(texto, list) : recordTable(texto, list, limits)));
}

function recordTable(texto: string, list: FoundList, limits: ImportLimits): RawTable {
  const columns = new Map<string, number>();
  const inicio: { linha: number; campos: Cells }[] = [];
  walkRecords(texto, list, limits, columns, (linha, campos) => {
    if (inicio.length < OPENING_RECORDS) inicio.push({ linha, campos });
    return true;
  });
  const nomes = [...columns.keys()];
  return {
    nome: list.caminho === "" ? null : list.caminho,
    cabecalho: nomes.length === 0 ? null : { linha: 0, nomes },
    inicio: inicio.map(({ linha, campos }) => ({ linha, campos: padded(campos, nomes.length) })),
    percorrer: (visit, onProgress) => {
      walkRecords(
        texto,
        list,
        limits,
        columns,
        (linha, campos) => {
          const blank = campos.every((campo) => campo === undefined || campo.trim() === "");
          return visit({ tipo: blank ? "branco" : "dados", linha, campos: padded(campos, nomes.length), defeito: null });
        },
        onProgress,
      );
    },
  };
}

/** A record's cells by column; a column the record has not is a hole. */
type Cells = readonly (string | undefined)[];

function padded(campos: Cells, width: number): readonly string[] {
  return Array.from({ length: width }, (_, i) => campos[i] ?? "");
}

const PROGRESS_STEP = 1000;

/** Visits the records in order, giving columns a place as their names first come. */
function walkRecords(
  texto: string,
  list: FoundList,
  limits: ImportLimits,
  columns: Map<string, number>,
  visit: (linha: number, campos: Cells) => boolean,
  onProgress?: (share: number) => void,
): void {
  const scanner = new JsonScanner(texto);
  let linha = 0;
  let campos: (string | undefined)[] = [];
  const write = (name: string, value: string): void => {
    campos[columnOf(columns, name, campos, limits)] = value;
  };
  const record = (read: () => void): boolean => {
    linha += 1;
    if (linha > limits.linhas) throw tooLong(limits.linhas);
    campos = [];
    read();
    if (linha % PROGRESS_STEP === 0) onProgress?.(scanner.at / texto.length);
    return visit(linha, campos);
  };
  const keyed = list.chaves.some((chave) => chave !== null);
  for (const [i, start] of list.inicios.entries()) {
    scanner.restart(start);
    const chave = list.chaves[i] ?? null;
    const body = (): void => {
      if (keyed) write("chave", chave ?? "");
      readRecord(scanner, list.caminho, write);
    };
    const entry = (key: string): void => {
      write("chave", key);
      if (list.kind === "pares") write("valor", scanner.scalar());
      else readRecord(scanner, list.caminho, write);
    };
    const finished =
      list.kind === "registro"
        ? record(body)
        : list.kind === "lista"
          ? scanner.items(() => record(body))
          : scanner.members((key) => record(() => { entry(key); }));
    if (!finished) return;
  }
  onProgress?.(1);
}

/** Place of a column; a name the record already has is told apart ("nome (2)"). */
function columnOf(columns: Map<string, number>, name: string, campos: Cells, limits: ImportLimits): number {
  const label = name.trim() === "" ? "(sem nome)" : name;
  let distinct = label;
  for (let times = 2; ; times += 1) {
    const place = columns.get(distinct);
    if (place === undefined) break;
    if (campos[place] === undefined) return place;
    distinct = `${label} (${String(times)})`;
  }
  if (columns.size >= limits.colunas) {
    throw new Refusal(
      "colunas-demais",
      `Os registros do JSON têm mais de ${String(limits.colunas)} campos diferentes.`,
      "Peça na origem só os campos que interessam e baixe de novo.",
    );
  }
  columns.set(distinct, columns.size);
  return columns.size - 1;
}

type Write = (name: string, value: string) => void;

function readRecord(scanner: JsonScanner, caminho: string, write: Write): void {
  if (scanner.peek() !== "{") readValue(scanner, "valor", write);
  else if (caminho.split(".").at(-1) === "features" && isFeature(scanner)) readFeature(scanner, write);
  else readMembers(scanner, "", write);
}

function readMembers(scanner: JsonScanner, prefix: string, write: Write): void {
  scanner.members((key) => {
    readValue(scanner, prefix + key, write);
    return true;
  });
}

function readValue(scanner: JsonScanner, name: string, write: Write): void {
  const mark = scanner.peek();
  if (mark === "{") readMembers(scanner, `${name}.`, write);
  else if (mark === "[") write(name, listCell(scanner));
  else write(name, scanner.scalar());
}

/** What a cell shows for a list that is no list of values; the records of one are a table of their own. */
const NESTED = "[lista]";

function listCell(scanner: JsonScanner): string {
  const values: string[] = [];
  let nested = false;
  scanner.items(() => {
    const mark = scanner.peek();
    if (mark === "{" || mark === "[") {
      nested = true;
      scanner.skip();
    } else values.push(scanner.scalar());
    return true;
  });
  return nested ? NESTED : values.join("; ");
}

function oneCell(scanner: JsonScanner): string {
  if (scanner.peek() !== "{") return scanner.scalar();
  scanner.skip();
  return NESTED;
}

/** RFC 7946 § 3.2. */
function isFeature(scanner: JsonScanner): boolean {
  return scanner.ahead(() => typeOf(scanner)) === "Feature";
}

function readFeature(scanner: JsonScanner, write: Write): void {
  scanner.members((key) => {
    const mark = scanner.peek();
    if (key === "properties" && mark === "{") readMembers(scanner, "", write);
    else if (key === "geometry") write("geometria", mark === "{" ? typeOf(scanner) : scanner.scalar());
    else if (key === "type" || key === "bbox") scanner.skip();
    else readValue(scanner, key, write);
    return true;
  });
}

/** The `type` of an object of a GeoJSON, read past. */
function typeOf(scanner: JsonScanner): string {
  let type = "";
  scanner.members((key) => {
    if (key === "type" && scanner.peek() === '"') type = scanner.scalar();
    else scanner.skip();
    return true;
  });
  return type;
}

/** A list of lists: rows without names, the header told by shape. */
function matrixTable(texto: string, list: FoundList): RawTable {
  return sheetTable(null, (visit, onProgress) => {
    const scanner = new JsonScanner(texto);
    scanner.restart(list.inicios[0] ?? 0);
    let linha = 0;
    scanner.items(() => {
      const campos: string[] = [];
      if (scanner.peek() === "[") {
        scanner.items(() => {
          const mark = scanner.peek();
          campos.push(mark === "[" ? listCell(scanner) : oneCell(scanner));
          return true;
        });
      } else campos.push(oneCell(scanner));
      linha += 1;
      if (linha % PROGRESS_STEP === 0) onProgress?.(scanner.at / texto.length);
      return visit(linha, campos);
    });
    onProgress?.(1);
  });
}

function tooLong(max: number): Refusal {
  return new Refusal(
    "linhas-demais",
    `O JSON tem mais de ${max.toLocaleString("pt-BR")} registros.`,
    "Divida os dados, por exemplo por ano, e carregue uma parte.",
  );
}
