import { keeperRunner, type KeeperWorld } from "../keeper/run.ts";
import { carregarApoio, contarApoio } from "./apoio-carregar.ts";
import type { ApoioLido, PedidoDoApoio } from "./apoio-mensagens.ts";
import { prepararApoio } from "./apoio-preparar.ts";
import { responder } from "./apoio-responder.ts";
import type { Perguntas } from "./perguntas.ts";

/** Keeps the record of support and answers about it; classes are made again when the adjustments change. */
export function apoioRunner(mundo: KeeperWorld<ApoioLido, Perguntas>): (pedido: PedidoDoApoio) => void {
  return keeperRunner(mundo, { ler: carregarApoio, contar: contarApoio, preparar: prepararApoio, responder });
}
