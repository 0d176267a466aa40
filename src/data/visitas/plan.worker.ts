import { ownTurn } from "../own-turn.ts";
import type { PlanReply, PlanRequest } from "./plan-messages.ts";
import { planRunner } from "./plan-run.ts";

const run = planRunner({
  post: (reply: PlanReply) => {
    self.postMessage(reply);
  },
  now: () => performance.now(),
  later: ownTurn(),
});

self.onmessage = ({ data }: MessageEvent<PlanRequest>): void => {
  run(data);
};
