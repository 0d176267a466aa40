import { layoutFromMapping, MAPPING_LAYOUT } from "../layouts/mapping.ts";
import { LAYOUTS } from "../layouts/index.ts";
import { parseLugares } from "../places/parse.ts";
import { createPlaceResolver } from "../places/resolver.ts";
import type { PlaceResolver } from "../places/places.ts";
import type { ImportMessage, ImportRequest, ReadingRequest } from "./import-messages.ts";
import { readFileBytes } from "./read-file.ts";

const post = (message: ImportMessage, transfer: Transferable[] = []): void => {
  self.postMessage(message, { transfer });
};

async function run({ file, fileName, context }: ImportRequest): Promise<void> {
  post({ tipo: "andamento", andamento: { etapa: "lendo o arquivo", parte: 0 } });
  const [buffer, lugares] = await Promise.all([file.arrayBuffer(), fetchPlaces(context)]);
  const { mapeamento, lugaresUrl: _url, territorio: _territorio, ...rest } = context;
  const resultado = await readFileBytes(new Uint8Array(buffer), fileName, {
    ...rest,
    lugares,
    layouts: mapeamento === undefined ? LAYOUTS : [layoutFromMapping(mapeamento)],
    ...(mapeamento === undefined ? {} : { layout: MAPPING_LAYOUT }),
    onProgress: (andamento) => {
      post({ tipo: "andamento", andamento });
    },
  });
  post({ tipo: "resultado", resultado }, resultado.extract === null ? [] : [resultado.extract.csv.buffer as ArrayBuffer]);
}

async function fetchPlaces({ lugaresUrl, territorio }: ReadingRequest): Promise<PlaceResolver> {
  const response = await fetch(lugaresUrl);
  if (!response.ok) throw new Error(`${lugaresUrl}: HTTP ${String(response.status)}`);
  return createPlaceResolver({ territorio, ...parseLugares(await response.json()) });
}

self.onmessage = (event: MessageEvent<ImportRequest>): void => {
  run(event.data).catch((error: unknown) => {
    post({ tipo: "falha", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  });
};
