import { avaliar } from "../../core/qualidade/avaliar.ts";
import { montarPainel } from "../../core/qualidade/painel.ts";
import type { PedidoDeAvaliacao, RespostaDoAvaliador } from "./avaliador.ts";

const post = (resposta: RespostaDoAvaliador, transfer: Transferable[] = []): void => {
  self.postMessage(resposta, { transfer });
};

self.onmessage = ({ data }: MessageEvent<PedidoDeAvaliacao>): void => {
  try {
    const painel = montarPainel(data.pacotes, data.municipios);
    const avaliacao = avaliar({ ...data, painel });
    const buffers = avaliacao.colunas.flatMap(({ valores, celulas }) => [
      valores.buffer as ArrayBuffer,
      celulas.buffer as ArrayBuffer,
    ]);
    post({ tipo: "avaliacao", avaliacao }, buffers);
  } catch (error) {
    post({ tipo: "falha", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
};
