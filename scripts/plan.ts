import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCivilDate, type CivilDate } from "../src/core/civil-date.ts";
import { methodHash, type Metodo } from "../src/core/metodo/method.ts";
import { dataHash, preparePriority, scorePriority } from "../src/core/metodo/priority.ts";
import type { Municipio } from "../src/core/municipio.ts";
import type { Ajustes } from "../src/core/visitas/ajustes.ts";
import { planejar } from "../src/core/visitas/planejar.ts";
import type { MatrizDeDistancias } from "../src/core/visitas/plano.ts";
import { CONTRACTS } from "../src/data/contracts/index.ts";
import { readMetodo } from "../src/data/metodo/parse.ts";
import { parseLugares } from "../src/data/places/parse.ts";
import { createPlaceResolver } from "../src/data/places/resolver.ts";
import { entradaDoPlano } from "../src/data/visitas/entrada.ts";
import { feriadosDoPlano } from "../src/data/visitas/feriados.ts";
import { readMatriz } from "../src/data/visitas/matriz.ts";
import { readAjustes, readAjustesValue } from "../src/data/visitas/parse.ts";
import { planoCsv } from "../src/data/visitas/plan-csv.ts";
import { planFileText } from "../src/data/visitas/plan-file.ts";
import { readNamed } from "./arguments.ts";
import { checkRows } from "./extracts/check-rows.ts";
import { readCsv, type TextRow } from "./extracts/csv.ts";
import { PLACE_INPUTS, placesAsset } from "./extracts/places.ts";
import { complaintColumns } from "./extracts/complaint-columns.ts";
import { newestColumns, newestDate, readMunicipios } from "./extracts/snapshot.ts";
import { readTerritory, type TerritoryFolder } from "./extracts/territory.ts";
import { readVisits } from "./extracts/visits.ts";
import { runInTerminal, type Answer } from "./terminal.ts";

const USAGE = `Uso: npm run plan -- [--method ARQUIVO] [--settings ARQUIVO] [--data PASTA] [--apoios ARQUIVO]
                     [--matrix ARQUIVO] [--unit km|horas] [--today AAAA-MM-DD] [--format csv|json]

Faz o plano de visitas no terminal: o mesmo da página, com os mesmos algarismos.

  --method ARQUIVO    método (JSON); sem ele, o metodo.json da pasta
  --settings ARQUIVO  ajustes do plano (JSON); sem ele, os da pasta
  --data PASTA        pasta do território; sem ela, a deste repositório
  --apoios ARQUIVO    apoios (CSV deste aplicativo), de onde vêm as últimas visitas; sem ele, os da pasta
  --matrix ARQUIVO    tabela de distâncias medidas; sem ela, as estimadas
  --unit km|horas     unidade da tabela, quando ela não diz
  --today DATA        o dia contado como hoje; sem ele, o dos dados mais novos
  --format csv|json   csv, se não for dito; json é o arquivo .mirante.json da página

O plano vai para a saída padrão; o resto, para a saída de erros.`;

/** Where a relative path of the command line starts from, and the data when nobody says. */
const DATA = fileURLToPath(new URL("../data", import.meta.url));
const NAMES = ["--method", "--settings", "--data", "--apoios", "--matrix", "--unit", "--today", "--format"];

interface Request {
  readonly given: ReadonlyMap<string, string>;
  readonly format: "csv" | "json";
  readonly unit: MatrizDeDistancias["unidade"] | null;
  readonly today: CivilDate | null;
}

/** A reason the plan cannot be made: whole lines for a person. */
class Refused extends Error {}

function readArguments(args: readonly string[]): Request | string {
  const given = readNamed(args, NAMES);
  if (typeof given === "string") return given;
  const format = given.get("--format") ?? "csv";
  if (format !== "csv" && format !== "json") return `--format é csv ou json, e veio “${format}”.`;
  const unit = given.get("--unit") ?? null;
  if (unit !== null && unit !== "km" && unit !== "horas") return `--unit é km ou horas, e veio “${unit}”.`;
  const today = given.get("--today");
  const dia = today === undefined ? null : parseCivilDate(today);
  if (today !== undefined && dia === null) return `--today é uma data (AAAA-MM-DD), e veio “${today}”.`;
  return { given, format, unit, today: dia };
}

/** Runs the command without touching the process. */
export async function plan(args: readonly string[]): Promise<Answer> {
  if (args.includes("--help")) return { stdout: `${USAGE}\n`, stderr: "", code: 0 };
  const request = readArguments(args);
  if (typeof request === "string") return { stdout: "", stderr: `${request}\n\n${USAGE}\n`, code: 2 };
  try {
    return { stdout: await planText(request), stderr: "", code: 0 };
  } catch (error) {
    if (error instanceof Refused) return { stdout: "", stderr: `${error.message}\n`, code: 1 };
    throw error;
  }
}

async function planText({ given, format, unit, today }: Request): Promise<string> {
  const dir = given.get("--data") ?? DATA;
  const folder = await readTerritory(dir);
  const { territorio, catalogo } = folder;
  const municipios = readMunicipios(folder.extratos.municipios.rows);
  const hoje = today ?? newestDate(folder);
  const metodo = await readMethod(given.get("--method"), folder);
  const { feriadosOpcionais, ajustes: padrao } = await readVisits(dir, folder);
  const feriadosDe = (ajustes: Pick<Ajustes, "inicio" | "trimestres">): CivilDate[] => feriadosDoPlano(territorio.uf, ajustes, hoje, feriadosOpcionais);
  const ajustes = await readSettings(given.get("--settings"), padrao, municipios, feriadosDe);
  const apoios = given.get("--apoios");
  const colunas = [...newestColumns(folder, municipios), ...(await complaintColumns(dir, folder, metodo, municipios, hoje))];
  const preparada = preparePriority(metodo, catalogo, colunas, municipios);
  const matrix = given.get("--matrix");
  const feita = entradaDoPlano({
    municipios,
    preparada,
    scores: scorePriority(preparada),
    metodo,
    ultima: lastVisits(apoios === undefined ? folder.extratos.apoios.rows : await readSupports(apoios), hoje),
    gatilhos: [],
    ajustes,
    hoje,
    feriados: feriadosDe(ajustes),
    matriz: matrix === undefined ? null : await readMatrix(matrix, folder, municipios, unit),
  });
  if (!feita.feita) throw new Refused(`${feita.motivo} ${feita.conserto}`);
  const plano = planejar(feita.entrada);
  const demonstracao = folder.extratos.indicadores.demonstracao || (apoios === undefined && folder.extratos.apoios.demonstracao);
  if (format === "csv") return planoCsv(plano, { municipios, interno: false, demonstracao });
  return planFileText(plano, feita.entrada, {
    territorio: territorio.uf,
    metodo: { nome: metodo.nome, sha256: methodHash(metodo) },
    dados: { sha256: dataHash(preparada) },
    demonstracao,
    interno: false,
  });
}

async function readMethod(path: string | undefined, { metodo, catalogo }: TerritoryFolder): Promise<Metodo> {
  if (path === undefined) return metodo;
  const lido = readMetodo(await readFile(path, "utf8"), catalogo);
  if (lido.metodo !== null) return lido.metodo;
  throw new Refused(`O método ${path} não pode ser usado:\n${listed(lido.problemas)}`);
}

/** Settings checked as the page checks them, the folder's own included. */
async function readSettings(
  path: string | undefined,
  padrao: Ajustes,
  municipios: readonly Municipio[],
  feriadosDe: (ajustes: Pick<Ajustes, "inicio" | "trimestres">) => CivilDate[],
): Promise<Ajustes> {
  const texto = path === undefined ? null : await readFile(path, "utf8");
  const ler = (feriados: readonly CivilDate[]): ReturnType<typeof readAjustes> =>
    texto === null ? readAjustesValue(padrao, { municipios, feriados }) : readAjustes(texto, { municipios, feriados });
  const semFeriados = ler([]);
  const lido = semFeriados.ajustes === null ? semFeriados : ler(feriadosDe(semFeriados.ajustes));
  if (lido.ajustes !== null) return lido.ajustes;
  throw new Refused(`Os ajustes ${path ?? "da pasta"} não podem ser usados:\n${listed(lido.problemas)}`);
}

async function readSupports(path: string): Promise<readonly TextRow[]> {
  const table = readCsv(await readFile(path, "utf8"), basename(path));
  checkRows(CONTRACTS.apoios, table, basename(path));
  return table.rows;
}

/** The last technical visit in person held in each municipality up to a day, as the page's own question has it. */
function lastVisits(rows: readonly TextRow[], hoje: CivilDate): Map<number, CivilDate> {
  const ultima = new Map<number, CivilDate>();
  for (const { codigo_ibge: codigo = "", data = "", estrategia, modalidade, situacao } of rows) {
    const isHeld = situacao === "" || situacao === "realizado";
    if (!isHeld || estrategia !== "visita-tecnica" || modalidade !== "presencial" || data > hoje) continue;
    if (data > (ultima.get(Number(codigo)) ?? "")) ultima.set(Number(codigo), data);
  }
  return ultima;
}

async function readMatrix(path: string, { territorio }: TerritoryFolder, municipios: readonly Municipio[], unit: MatrizDeDistancias["unidade"] | null): Promise<MatrizDeDistancias> {
  const [brasil = "", nomes = ""] = await Promise.all(PLACE_INPUTS.map((name) => readFile(join(DATA, name), "utf8")));
  const lugares = createPlaceResolver({ territorio, ...parseLugares(placesAsset(brasil, nomes)) });
  const file = new File([await readFile(path)], basename(path));
  const { matriz, problemas } = await readMatriz(file, lugares, municipios, unit);
  if (matriz !== null) return matriz;
  const linhas = problemas.map(({ linha, mensagem, conserto }) => `- ${linha === null ? "" : `linha ${linha}: `}${mensagem} ${conserto}\n`);
  throw new Refused(`A tabela de distâncias ${path} não pode ser usada:\n${linhas.join("")}`);
}

function listed(problemas: readonly { readonly caminho: string; readonly mensagem: string; readonly conserto: string }[]): string {
  return problemas.map(({ caminho, mensagem, conserto }) => `- ${caminho}: ${mensagem} ${conserto}\n`).join("");
}

await runInTerminal(import.meta.url, plan);
