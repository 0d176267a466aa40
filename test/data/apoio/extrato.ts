import type { ApoioCru } from "../../../src/data/apoio/apoio-mensagens.ts";
import { APOIOS } from "../../../src/data/contracts/apoios.ts";
import { SQL_TYPE } from "../../../src/data/contracts/contract.ts";
import type { LinhaDeApoio } from "../../../src/core/pacto/index.ts";
import { apoioParaAsPerguntas } from "../../../src/data/queries/apoio-colunas.ts";
import type { Engine } from "../../../src/data/session/engine.ts";

const COLUNA: Readonly<Record<string, keyof LinhaDeApoio>> = {
  apoio: "apoio",
  codigo_ibge: "codigo",
  data: "data",
  estrategia: "estrategia",
  eixo: "eixo",
  tema: "tema",
  modalidade: "modalidade",
  origem: "origem",
  data_solicitacao: "dataSolicitacao",
  participantes: "participantes",
  situacao: "situacao",
};

/** The record of support of these rows as the engine writes it for the worker. */
export async function apoioCru(engine: Engine, linhas: readonly LinhaDeApoio[]): Promise<ApoioCru> {
  const { table, columns } = APOIOS;
  await engine.run(`CREATE OR REPLACE TABLE ${table} (${columns.map(({ name, type }) => `${name} ${SQL_TYPE[type]}`).join(", ")})`);
  const valores = linhas.map((linha) => `(${columns.map(({ name }) => literal(valorDe(linha, name))).join(", ")})`);
  if (valores.length > 0) await engine.run(`INSERT INTO ${table} VALUES ${valores.join(", ")}`);
  return engine.askBytes(apoioParaAsPerguntas.sql, []);
}

function valorDe(linha: LinhaDeApoio, coluna: string): string | number | null {
  const campo = COLUNA[coluna];
  if (campo === undefined) throw new RangeError(`no field for column "${coluna}"`);
  return linha[campo] ?? null;
}

function literal(valor: string | number | null): string {
  if (valor === null) return "NULL";
  return typeof valor === "string" ? `'${valor.replaceAll("'", "''")}'` : String(valor);
}
