import { localMoran } from "../../core/metodo/local-moran.ts";
import type { LocalMoranInput } from "../../core/metodo/local-moran.ts";
import type { RespostaDeMoran } from "./moran-client.ts";

self.onmessage = ({ data }: MessageEvent<LocalMoranInput>): void => {
  let resposta: RespostaDeMoran;
  try {
    resposta = { tipo: "resultado", resultado: localMoran(data) };
  } catch (error) {
    resposta = { tipo: "falha", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
  self.postMessage(resposta);
};
