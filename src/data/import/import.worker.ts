import { layoutFromMapping, MAPPING_LAYOUT } from "../layouts/mapping.ts";
import { LAYOUTS } from "../layouts/index.ts";
import { parseLugares } from "../places/parse.ts";
import { createPlaceResolver } from "../places/resolver.ts";
import type { PlaceResolver } from "../places/places.ts";
import type { ImportMessage, ImportRequest, PreparationRequest, WorkerRequest } from "./import-messages.ts";
import { packProblems } from "./packed-problems.ts";
import { readFileBytes } from "./read-file.ts";

const post = (message: ImportMessage, transfer: Transferable[] = []): void => {
  self.postMessage(message, { transfer });
};

async function run({ file, fileName, context }: ImportRequest): Promise<void> {
  post({ tipo: "andamento", andamento: { etapa: "lendo o arquivo", parte: 0 } });
  const [buffer, lugares] = await Promise.all([file.arrayBuffer(), places(context)]);
  const { mapeamento } = context;
  const { problemas, ...resultado } = await readFileBytes(new Uint8Array(buffer), fileName, {
    ...context,
    lugares,
    layouts: mapeamento === undefined ? LAYOUTS : [layoutFromMapping(mapeamento)],
    ...(mapeamento === undefined ? {} : { layout: MAPPING_LAYOUT }),
    onProgress: (andamento) => {
      post({ tipo: "andamento", andamento });
    },
    // Moved to a copy that nobody holds: the text alone is as large as the file.
    onDecoded: () => void structuredClone(buffer, { transfer: [buffer] }),
  });
  const packed = packProblems(problemas);
  const csv = (resultado.extract?.csv ?? []).map(({ buffer }) => buffer as ArrayBuffer);
  post({ tipo: "resultado", resultado, problemas: packed }, [packed.campos.buffer, packed.linhas.buffer, ...csv]);
}

let prepared: { readonly key: string; readonly lugares: Promise<PlaceResolver> } | null = null;

/** The places, fetched once for a preparation and the file after it; a failure is forgotten. */
function places(request: PreparationRequest): Promise<PlaceResolver> {
  const key = JSON.stringify([request.lugaresUrl, request.territorio]);
  if (prepared?.key !== key) {
    const lugares = fetchPlaces(request);
    prepared = { key, lugares };
    lugares.catch(() => {
      prepared = null;
    });
  }
  return prepared.lugares;
}

async function fetchPlaces({ lugaresUrl, territorio }: PreparationRequest): Promise<PlaceResolver> {
  const response = await fetch(lugaresUrl);
  if (!response.ok) throw new Error(`${lugaresUrl}: HTTP ${String(response.status)}`);
  return createPlaceResolver({ territorio, ...parseLugares(await response.json()) });
}

self.onmessage = ({ data }: MessageEvent<WorkerRequest>): void => {
  if (data.tipo === "preparar") {
    // What fails now is tried again, and told, when a file comes.
    places(data.com).catch(() => undefined);
    return;
  }
  run(data.pedido).catch((error: unknown) => {
    post({ tipo: "falha", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  });
};
