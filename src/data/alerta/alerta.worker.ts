import { alertar } from "../../core/alerta/alertar.ts";
import type { MensagemDeAlertas, RecadoDeAlertas } from "./alerta-client.ts";

self.onmessage = ({ data: { pedido, entrada } }: MessageEvent<MensagemDeAlertas>): void => {
  let recado: RecadoDeAlertas;
  try {
    recado = { pedido, tipo: "resultado", resultado: alertar(entrada) };
  } catch (error) {
    recado = { pedido, tipo: "falha", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
  self.postMessage(recado);
};
