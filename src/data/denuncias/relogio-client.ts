import { createKeeperClient, type KeeperClient } from "../keeper/client.ts";
import type { ClientWorker } from "../worker-client.ts";
import type { AjustesDoRelogio, Perguntas } from "./perguntas.ts";
import type { CasosLidos, ColunasCruas, MensagemDoRelogio, PedidoDoRelogio } from "./relogio-mensagens.ts";

/** The part of a Worker this module uses. */
export type RelogioWorker = ClientWorker<PedidoDoRelogio, MensagemDoRelogio>;

/** The worker that keeps the cases. */
export type RelogioClient = KeeperClient<ColunasCruas, CasosLidos, AjustesDoRelogio, Perguntas>;

const spawnWorker = (): RelogioWorker => new Worker(new URL("./relogio.worker.ts", import.meta.url), { type: "module", name: "relogio" });

/** @param onDeath called when the worker ended by itself, busy or not: it has no cases any more */
export function createRelogioClient(onDeath: () => void = () => undefined, spawn: () => RelogioWorker = spawnWorker): RelogioClient {
  return createKeeperClient({
    spawn,
    transfer: ({ denuncias, andamentos }) => [denuncias.buffer, ...(andamentos === null ? [] : [andamentos.buffer])],
    onDeath,
  });
}
