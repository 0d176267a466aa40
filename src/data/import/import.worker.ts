import type { ImportMessage, ImportRequest } from "./import-messages.ts";
import { readExtract } from "./read-extract.ts";

const post = (message: ImportMessage, transfer: Transferable[] = []): void => {
  self.postMessage(message, { transfer });
};

async function run({ file, fileName, context }: ImportRequest): Promise<void> {
  post({ tipo: "andamento", andamento: { etapa: "lendo o arquivo", parte: 0 } });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const resultado = readExtract(bytes, fileName, {
    ...context,
    onProgress: (andamento) => {
      post({ tipo: "andamento", andamento });
    },
  });
  post({ tipo: "resultado", resultado }, resultado.extract === null ? [] : [resultado.extract.csv.buffer as ArrayBuffer]);
}

self.onmessage = (event: MessageEvent<ImportRequest>): void => {
  run(event.data).catch((error: unknown) => {
    post({ tipo: "falha", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  });
};
