import type { PedidoDoRelogio } from "./relogio-mensagens.ts";
import { relogioRunner } from "./relogio-run.ts";

const run = relogioRunner({
  post: (mensagem) => {
    self.postMessage(mensagem);
  },
  now: () => performance.now(),
});

self.onmessage = ({ data }: MessageEvent<PedidoDoRelogio>): void => {
  run(data);
};
