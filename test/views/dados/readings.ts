import type { FileReport, FileResult } from "../../../src/data/import/report.ts";
import type { ImportOptions } from "../../../src/data/import/import-file.ts";
import { readFileBytes } from "../../../src/data/import/read-file.ts";
import { LAYOUTS } from "../../../src/data/layouts/index.ts";
import { layoutFromMapping, MAPPING_LAYOUT } from "../../../src/data/layouts/mapping.ts";
import type { Indicador } from "../../../src/core/indicador.ts";
// As modules, not as files: a test with a DOM has no file addresses.
import brasil from "../../../data/municipios-brasil.csv?raw";
import catalogo from "../../../data/catalogo.json?raw";
import variantes from "../../../data/nomes-de-municipios.csv?raw";
import { placesAsset } from "../../../scripts/extracts/places.ts";
import { parseLugares } from "../../../src/data/places/parse.ts";
import { createPlaceResolver } from "../../../src/data/places/resolver.ts";
import { MUNICIPIOS } from "../../data/import/reading.ts";

export const CATALOGO = JSON.parse(catalogo) as Indicador[];
const LUGARES = createPlaceResolver({ territorio: { codigoUf: 51, uf: "MT" }, ...parseLugares(placesAsset(brasil, variantes)) });

/** Reads a file as the worker does, in this thread. */
export const readHere = async (file: File, { mapeamento, ...options }: ImportOptions): Promise<FileResult> =>
  readFileBytes(new Uint8Array(await file.arrayBuffer()), file.name, {
    ...options,
    lugares: LUGARES,
    layouts: mapeamento === undefined ? LAYOUTS : [layoutFromMapping(mapeamento)],
    ...(mapeamento === undefined ? {} : { layout: MAPPING_LAYOUT }),
  });

export const CONTEXTO = { municipios: MUNICIPIOS, catalogo: CATALOGO, territorio: { codigoUf: 51, uf: "MT" }, lugaresUrl: "" };

export const contexto = () => Promise.resolve(CONTEXTO);

export const CARREGADA_EM = "2026-11-22T12:00:00.000Z";

/** The report of a text as a file. */
export async function relatorioDe(texto: string, arquivo = "arquivo.csv", escolha: Partial<ImportOptions> = {}): Promise<FileReport> {
  return readHere(new File([texto], arquivo), { ...CONTEXTO, carregadaEm: CARREGADA_EM, ...escolha });
}

/** A table nobody recognises. */
export const DESCONHECIDA =
  "Cod;Cidade;NIS do responsável;Mês;Ano;Total de pessoas;Taxa\n510340;Cuiabá;12345678901;6;2026;1200;0,412\n5107909;Sinop;12345678901;6;2026;800;0,3\n";

/** A list of persons and nothing else. */
export const NOMINAL = "NIS;NOME DO TITULAR;CPF;TELEFONE;MUNICÍPIO\n12345678901;MARIA DE TAL;111.222.333-44;(65) 99999-1234;Cuiabá\n";
