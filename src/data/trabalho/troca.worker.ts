import type { PedidoDaTroca } from "./troca-mensagens.ts";
import { trocaRunner } from "./troca-run.ts";

const run = trocaRunner({
  post: (mensagem) => {
    self.postMessage(mensagem);
  },
});

self.onmessage = ({ data }: MessageEvent<PedidoDaTroca>): void => {
  void run(data);
};
