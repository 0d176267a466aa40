import loadHighs, { type Highs } from "highs";
import { ownTurn } from "../own-turn.ts";
import type { PedidoDoLimite, RespostaDoLimite } from "./limite/messages.ts";
import { limiteRunner } from "./limite/run.ts";

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
  later: ownTurn(),
});

self.onmessage = ({ data }: MessageEvent<PedidoDoLimite>): void => {
  run(data);
};
