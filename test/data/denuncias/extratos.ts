import type { Contract } from "../../../src/data/contracts/contract.ts";
import { SQL_TYPE } from "../../../src/data/contracts/contract.ts";
import { ANDAMENTOS } from "../../../src/data/contracts/andamentos.ts";
import { DENUNCIAS } from "../../../src/data/contracts/denuncias.ts";
import type { ColunasCruas } from "../../../src/data/denuncias/relogio-mensagens.ts";
import { andamentosParaORelogio, denunciasParaORelogio } from "../../../src/data/queries/andamentos-colunas.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { strippedEngine } from "../bundled.ts";
import { ENGINES, openEngineInNode } from "../engine-in-node.ts";

/** A row of an extract; columns not named are blank. */
export type LinhaDeTeste = Readonly<Record<string, string | number | boolean>>;

/** A complaint whose required columns have some value. */
export function denuncia(protocolo: string, resto: LinhaDeTeste = {}): LinhaDeTeste {
  return { protocolo, codigo_ibge: 5103403, canal: "presencial", tema: "bpc", situacao: "registrada", ...resto };
}

export function andamento(protocolo: string, passo: string, data: string | null, resto: LinhaDeTeste = {}): LinhaDeTeste {
  return { protocolo, passo, ...(data === null ? {} : { data }), ...resto };
}

/** The engine the app serves with nothing but the two extracts, empty until `cruas` fills them. */
export async function motorDeCasos(): Promise<Engine> {
  await strippedEngine();
  return openEngineInNode(ENGINES.enxuto);
}

/** The two extracts of these rows as the engine writes them for the clock; null leaves the events aside. */
export async function cruas(engine: Engine, denuncias: readonly LinhaDeTeste[], andamentos: readonly LinhaDeTeste[] | null): Promise<ColunasCruas> {
  await preencher(engine, DENUNCIAS, denuncias);
  await preencher(engine, ANDAMENTOS, andamentos ?? []);
  return {
    denuncias: await engine.askBytes(denunciasParaORelogio.sql, []),
    andamentos: andamentos === null ? null : await engine.askBytes(andamentosParaORelogio.sql, []),
  };
}

async function preencher(engine: Engine, { table, columns }: Contract, linhas: readonly LinhaDeTeste[]): Promise<void> {
  await engine.run(`CREATE OR REPLACE TABLE ${table} (${columns.map(({ name, type }) => `${name} ${SQL_TYPE[type]}`).join(", ")})`);
  if (linhas.length === 0) return;
  const valores = linhas.map((linha) => `(${columns.map(({ name }) => literal(linha[name])).join(", ")})`);
  await engine.run(`INSERT INTO ${table} VALUES ${valores.join(", ")}`);
}

function literal(valor: string | number | boolean | undefined): string {
  if (valor === undefined) return "NULL";
  return typeof valor === "string" ? `'${valor.replaceAll("'", "''")}'` : String(valor);
}
