import type { EstadoDoCaso } from "./reproducao.ts";

/** Where a case stands, in words. */
export const ESTADO_DO_CASO_ROTULO: Readonly<Record<EstadoDoCaso, string>> = {
  registrada: "Registrada",
  "em-analise-preliminar": "Em análise preliminar",
  "encaminhada-outro-orgao": "Encaminhada a outro órgão",
  "encaminhada-municipio": "Encaminhada à gestão municipal",
  "aguardando-manifestacao": "Aguardando manifestação",
  "em-analise-tecnica": "Em análise técnica",
  "em-verificacao": "Em verificação no local",
  "aguardando-desfecho": "Aguardando desfecho",
  "aguardando-controle": "Aguardando envio ao controle",
  "aguardando-resposta": "Aguardando resposta",
  encerrada: "Encerrada",
  arquivada: "Arquivada",
  apensada: "Apensada",
};
