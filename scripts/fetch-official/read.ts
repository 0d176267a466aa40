import { joined } from "../../src/data/pieces.ts";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { readFileBytes } from "../../src/data/import/read-file.ts";
import { LAYOUTS } from "../../src/data/layouts/index.ts";
import { type Lugares, parseLugares } from "../../src/data/places/parse.ts";
import { ufCode, type Uf } from "../../src/data/places/reference.ts";
import { createPlaceResolver } from "../../src/data/places/resolver.ts";
import { parseShape } from "../../src/data/snapshot/parse.ts";
import { IndicadorSchema } from "../../src/data/snapshot/schema.ts";
import { PLACE_INPUTS, placesAsset } from "../extracts/places.ts";
import type { Converter } from "./convert.ts";

/** The reference places of the whole country, from the CSV files of a data folder. */
export async function readPlaces(dataDir: string): Promise<Lugares> {
  const [municipios = "", variantes = ""] = await Promise.all(PLACE_INPUTS.map((name) => readFile(join(dataDir, name), "utf8")));
  return parseLugares(placesAsset(municipios, variantes));
}

/** The importer of the app, for the municipalities of one UF. `agora` is an ISO instant, UTC. */
export async function createConverter(dataDir: string, lugares: Lugares, uf: Uf, agora: string): Promise<Converter> {
  const json: unknown = JSON.parse(await readFile(join(dataDir, "catalogo.json"), "utf8"));
  const catalogo = parseShape(v.array(IndicadorSchema), json, "catalogo.json");
  const context = {
    municipios: lugares.brasil.filter(({ codigo }) => ufCode(codigo) === uf.codigo).map(({ codigo, nome }) => ({ codigo, nome })),
    lugares: createPlaceResolver({ territorio: { codigoUf: uf.codigo, uf: uf.sigla }, ...lugares }),
    catalogo,
    layouts: LAYOUTS,
    carregadaEm: agora,
  };
  return async (bytes, fileName) => {
    const { extract, totais, perguntas } = await readFileBytes(bytes, fileName, context);
    const avisos = totais.map(({ contagem, coluna, mensagem }) => `${coluna === null ? "" : `${coluna}: `}${mensagem}${contagem > 1 ? ` (${contagem} vezes)` : ""}`);
    return {
      extract: extract === null ? null : { id: extract.id, csv: joined(extract.csv), linhas: extract.summary.linhas },
      avisos: [...perguntas.map(({ pergunta }) => `Pergunta sem resposta: ${pergunta}`), ...avisos],
    };
  };
}
