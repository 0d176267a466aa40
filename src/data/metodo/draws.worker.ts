import { ownTurn } from "../own-turn.ts";
import type { DrawsReply, DrawsRequest } from "./draws-messages.ts";
import { drawsRunner } from "./draws-run.ts";

const run = drawsRunner({
  post: (reply: DrawsReply) => {
    self.postMessage(reply);
  },
  now: () => performance.now(),
  later: ownTurn(),
});

self.onmessage = ({ data }: MessageEvent<DrawsRequest>): void => {
  run(data);
};
