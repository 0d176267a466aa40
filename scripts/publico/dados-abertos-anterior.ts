import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { EdicaoDeMudancas, TabelaImpressa } from "../../src/core/publico/mudancas.ts";
import { unguardFormula } from "../../src/data/export/formula.ts";
import { parseMudancas } from "../../src/data/publico/csv-mudancas.ts";
import { parseShape } from "../../src/data/snapshot/parse.ts";
import { readCsv } from "../extracts/csv.ts";

/** Where a territory's folder keeps the open data of its last registered release. */
export const PASTA_ANTERIOR = join("publicacoes", "dados");
/** Reasons for what changes in the next release, by table ("*" for all); written by hand, may be absent. */
export const ARQUIVO_DE_MOTIVOS = "motivos.json";

const PacoteSchema = v.object({
  resources: v.array(
    v.object({
      name: v.string(),
      path: v.string(),
      schema: v.object({
        fields: v.array(v.object({ name: v.string(), title: v.optional(v.string(), "") })),
        missingValues: v.array(v.string()),
        primaryKey: v.array(v.string()),
      }),
    }),
  ),
});

const MotivosSchema = v.record(v.string(), v.string());

export interface PublicacaoAnterior {
  readonly tabelas: readonly TabelaImpressa[];
  /** Newest first; the registered release is the first. */
  readonly historico: readonly EdicaoDeMudancas[];
}

/** The open data last registered in a territory's folder; null when none is. Throws a sentence naming the file that does not fit. */
export async function lerAnterior(dir: string): Promise<PublicacaoAnterior | null> {
  const pasta = join(dir, PASTA_ANTERIOR);
  if (!existsSync(join(pasta, "datapackage.json"))) return null;
  const json = async (nome: string): Promise<unknown> => JSON.parse(await readFile(join(pasta, nome), "utf8"));
  const pacote = parseShape(PacoteSchema, await json("datapackage.json"), join(PASTA_ANTERIOR, "datapackage.json"));
  const historico = parseMudancas(await json("mudancas.json"), join(PASTA_ANTERIOR, "mudancas.json"));
  const tabelas = pacote.resources.map(async ({ name, path, schema }): Promise<TabelaImpressa> => {
    const lido = readCsv(await readFile(join(pasta, path), "utf8"), join(PASTA_ANTERIOR, path));
    const chave = new Set(schema.primaryKey);
    const oculto = schema.missingValues.find((valor) => valor !== "");
    return {
      id: name,
      ...(oculto === undefined ? {} : { oculto }),
      colunas: schema.fields.map(({ name: nome, title }) => ({ nome, titulo: title, descricao: "", tipo: "texto", chave: chave.has(nome) })),
      linhas: lido.rows.map((row) => schema.fields.map(({ name: nome }) => unguardFormula(row[nome] ?? "") || null)),
    };
  });
  return { tabelas: await Promise.all(tabelas), historico };
}

/** Reasons written for this release; none when there is no such file. */
export async function lerMotivos(dir: string): Promise<EdicaoDeMudancas["motivos"]> {
  const path = join(dir, PASTA_ANTERIOR, ARQUIVO_DE_MOTIVOS);
  return existsSync(path) ? parseShape(MotivosSchema, JSON.parse(await readFile(path, "utf8")), join(PASTA_ANTERIOR, ARQUIVO_DE_MOTIVOS)) : {};
}
