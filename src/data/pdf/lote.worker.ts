import type { PedidoAoLote } from "./lote-mensagens.ts";
import type { Fontes } from "./papel.ts";
import { loteRunner } from "./lote-run.ts";

async function bytesDe(url: URL): Promise<Uint8Array> {
  const resposta = await fetch(url);
  if (!resposta.ok) throw new Error(`${url.pathname}: HTTP ${resposta.status}`);
  return new Uint8Array(await resposta.arrayBuffer());
}

async function lerFontes(): Promise<Fontes> {
  const [regular, forte] = await Promise.all([
    bytesDe(new URL("./fontes/mirante-sans-400.ttf", import.meta.url)),
    bytesDe(new URL("./fontes/mirante-sans-600.ttf", import.meta.url)),
  ]);
  return { regular, forte };
}

const run = loteRunner({
  post: (resposta) => {
    self.postMessage(resposta);
  },
  lerFontes,
});

self.onmessage = ({ data }: MessageEvent<PedidoAoLote>): void => {
  void run(data);
};
