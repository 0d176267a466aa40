import type { PlanReply, PlanRequest } from "./plan-messages.ts";
import { planRunner } from "./plan-run.ts";

// A message to itself waits behind those of the page, and unlike a timer it is not held back.
const { port1, port2 } = new MessageChannel();
let next: (() => void) | null = null;
port2.onmessage = () => {
  const task = next;
  next = null;
  task?.();
};

const run = planRunner({
  post: (reply: PlanReply) => {
    self.postMessage(reply);
  },
  now: () => performance.now(),
  later: (task) => {
    next = task;
    port1.postMessage(null);
  },
});

self.onmessage = ({ data }: MessageEvent<PlanRequest>): void => {
  run(data);
};
