import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { Fonte, Indicador } from "../../src/core/indicador.ts";
import type { Metodo } from "../../src/core/metodo/method.ts";
import type { Territorio } from "../../src/core/territorio.ts";
import { EXTRACTS, type ExtractId } from "../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import { readMetodo } from "../../src/data/metodo/parse.ts";
import { parseShape } from "../../src/data/snapshot/parse.ts";
import { FonteSchema, IndicadorSchema, TerritorioSchema } from "../../src/data/snapshot/schema.ts";
import { inventDemonstration } from "../demo/demonstration.ts";
import { checkRows } from "./check-rows.ts";
import { readCsv, writeCsv, type TextRow } from "./csv.ts";
import { readMunicipios } from "./snapshot.ts";

/** One extract as it stands in a territory's folder. */
export interface ExtractFile {
  readonly id: ExtractId;
  /** Text of the canonical CSV; only the header when the territory has no such file. */
  readonly csv: string;
  readonly rows: readonly TextRow[];
  readonly demonstracao: boolean;
}

/** A territory's folder, read and checked. */
export interface TerritoryFolder {
  readonly territorio: Territorio;
  readonly fontes: readonly Fonte[];
  readonly catalogo: readonly Indicador[];
  /** The method in force for the priority index. */
  readonly metodo: Metodo;
  readonly extratos: Readonly<Record<ExtractId, ExtractFile>>;
}

/** Where each extract stands inside a territory's folder. */
export const EXTRACT_FILE: Readonly<Record<ExtractId, string>> = {
  municipios: "municipios.csv",
  indicadores: "indicadores.csv",
  denuncias: "demonstracao/denuncias.csv",
  andamentos: "demonstracao/andamentos.csv",
  apoios: "demonstracao/apoios.csv",
  planos: "demonstracao/planos.csv",
  servicos: "demonstracao/servicos.csv",
};

const DEMONSTRATION: Readonly<Record<ExtractId, boolean>> = {
  municipios: false,
  indicadores: false,
  denuncias: true,
  andamentos: true,
  apoios: true,
  planos: true,
  servicos: true,
};

/**
 * Reads a territory's folder: `territorio.json`, `fontes.json`, `catalogo.json`, `metodo.json`,
 * `municipios.csv`, `indicadores.csv` and, where there is one, `demonstracao/`.
 * Throws a sentence naming the file and place of the first thing that does not fit.
 */
export async function readTerritory(dir: string): Promise<TerritoryFolder> {
  const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(dir, name), "utf8"));
  const territorio: Territorio = parseShape(TerritorioSchema, await json("territorio.json"), "territorio.json");
  const fontes: readonly Fonte[] = parseShape(v.array(FonteSchema), await json("fontes.json"), "fontes.json");
  const catalogo: readonly Indicador[] = parseShape(
    v.array(IndicadorSchema),
    await json("catalogo.json"),
    "catalogo.json",
  );
  const metodo = await readMethodFile(join(dir, "metodo.json"), catalogo);
  const files = await Promise.all(EXTRACTS.map((id) => readExtract(dir, id)));
  const written = Object.fromEntries(files.map((file) => [file.id, file])) as Readonly<Record<ExtractId, ExtractFile>>;
  const folder = { territorio, fontes, catalogo, metodo, extratos: { ...written, ...inventedExtracts(territorio, written) } };
  checkBonds(folder);
  return folder;
}

async function readMethodFile(path: string, catalogo: readonly Indicador[]): Promise<Metodo> {
  const { metodo, problemas } = readMetodo(await readFile(path, "utf8"), catalogo);
  if (metodo !== null) return metodo;
  throw new Error(`metodo.json: ${problemas.map(({ caminho, mensagem, conserto }) => `${caminho}: ${mensagem} ${conserto}`).join("; ")}`);
}

async function readExtract(dir: string, id: ExtractId): Promise<ExtractFile> {
  const path = join(dir, EXTRACT_FILE[id]);
  const header = CONTRACTS[id].columns.map((column) => column.name);
  return extractOf(id, existsSync(path) ? await readFile(path, "utf8") : writeCsv(header, []));
}

function extractOf(id: ExtractId, csv: string): ExtractFile {
  const table = readCsv(csv, EXTRACT_FILE[id]);
  checkRows(CONTRACTS[id], table, EXTRACT_FILE[id]);
  return { id, csv, rows: table.rows, demonstracao: DEMONSTRATION[id] };
}

/** Extracts made here and not kept in the folder, each with the kept one it goes with. */
const INVENTED = { andamentos: "denuncias", planos: "apoios", servicos: "apoios" } as const;

/**
 * What of the demonstration is made here: it is large, and follows from the seed. Only
 * where the folder has no such file and holds the invented one that it goes with.
 */
function inventedExtracts({ base }: Territorio, written: Readonly<Record<ExtractId, ExtractFile>>): Partial<Record<ExtractId, ExtractFile>> {
  const made = Object.entries(INVENTED).filter(([id, kept]) => written[id as keyof typeof INVENTED].rows.length === 0 && written[kept].rows.length > 0);
  if (made.length === 0) return {};
  const invented = inventDemonstration(readMunicipios(written.municipios.rows), base);
  return Object.fromEntries(
    (Object.keys(INVENTED) as (keyof typeof INVENTED)[])
      .filter((id) => made.some(([each]) => each === id) && invented[INVENTED[id]] === written[INVENTED[id]].csv)
      .map((id) => [id, extractOf(id, invented[id])]),
  );
}

function checkBonds({ territorio, fontes, catalogo, extratos }: TerritoryFolder): void {
  const municipios = new Set(extratos.municipios.rows.map((row) => row["codigo"]));
  if (municipios.size !== territorio.totalMunicipios) {
    throw new Error(
      `municipios.csv holds ${municipios.size} municipalities; territorio.json says ${territorio.totalMunicipios}`,
    );
  }
  const indicadores = new Set(catalogo.map((indicador) => indicador.id));
  const fonteIds = new Set(fontes.map((fonte) => fonte.id));
  for (const row of extratos.indicadores.rows) {
    const { codigo = "", indicador = "", fonte = "" } = row;
    if (!indicadores.has(indicador)) throw new Error(`indicadores.csv: "${indicador}" is not in catalogo.json`);
    if (!fonteIds.has(fonte)) throw new Error(`indicadores.csv: source "${fonte}" is not in fontes.json`);
    if (!municipios.has(codigo)) throw new Error(`indicadores.csv: ${codigo} is not in municipios.csv`);
  }
  for (const id of ["denuncias", "apoios", "planos", "servicos"] as const) {
    for (const { codigo_ibge: codigo = "" } of extratos[id].rows) {
      if (!municipios.has(codigo)) throw new Error(`${EXTRACT_FILE[id]}: ${codigo} is not in municipios.csv`);
    }
  }
}
