import loadHighs, { type Highs } from "highs";
import type { PedidoDoLimite, RespostaDoLimite } from "./limite/messages.ts";
import { limiteRunner } from "./limite/run.ts";

// A message to itself waits behind those of the page, and unlike a timer it is not held back.
const { port1, port2 } = new MessageChannel();
let next: (() => void) | null = null;
port2.onmessage = () => {
  const task = next;
  next = null;
  task?.();
};

let loading: Promise<Highs> | null = null;

const run = limiteRunner({
  post: (resposta: RespostaDoLimite) => {
    self.postMessage(resposta);
  },
  highs: () => {
    loading ??= loadHighs().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  },
  later: (task) => {
    next = task;
    port1.postMessage(null);
  },
});

self.onmessage = ({ data }: MessageEvent<PedidoDoLimite>): void => {
  run(data);
};
