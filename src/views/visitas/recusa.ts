import { count } from "../../core/format.ts";
import { rotuloDaEquipe, type Equipe } from "./equipes.ts";
import type { NaoFeita } from "./plano-store.ts";

/** Why a change by hand was not made, and what to do: whole sentences. */
export function recusaEmPalavras(recusa: NaoFeita, codigo: number, nome: (codigo: number) => string, equipes: readonly Equipe[]): string {
  const municipio = nome(codigo);
  switch (recusa.tipo) {
    case "sem-mudanca":
      return `${municipio} já está nesse lugar.`;
    case "municipio-desconhecido":
      return `${municipio} não está entre os municípios deste plano. Planeje de novo com os dados de agora.`;
    case "sem-lugar":
      return `${municipio} não pode ser visitado neste plano: não tem sede conhecida, está travado fora ou não sobra dia permitido. A parte “Motivos” diz qual.`;
    case "viagem-desconhecida":
      return "Essa viagem não existe mais no plano. Escolha outra.";
    case "equipe-desconhecida":
      return `${rotuloDaEquipe(equipes, recusa.equipe)} não está nos ajustes deste plano. Planeje de novo com os ajustes de agora.`;
    case "viagem-travada":
      return "A viagem está travada. Destrave-a para mudar as suas visitas.";
    case "outra-base":
      return `Essa equipe sai de ${nome(recusa.base)}, que não atende ${municipio}. Escolha uma viagem da base dele.`;
    case "trava":
      return `${nome(recusa.codigo)} está travado em outra equipe, trimestre ou data. Destrave-o antes.`;
    case "passa-da-viagem":
      return `Com ${municipio}, a viagem levaria ${count(recusa.dias, "dia útil", "dias úteis")}, e uma viagem tem no máximo ${count(recusa.maximo, "dia", "dias")}. Tire outro município dela ou escolha outra viagem.`;
    case "passa-da-equipe":
      return `Com ${municipio}, a equipe trabalharia ${count(recusa.dias, "dia", "dias")} no trimestre, e tem ${count(recusa.maximo, "dia", "dias")}. Tire outro município dela ou escolha outra equipe.`;
    case "sem-datas":
      return `Não há datas para a viagem com ${municipio}: feriados, carência, meses sem visita ou o intervalo entre viagens não deixam. Escolha outra viagem.`;
    case "falha":
      return `A mudança não pôde ser feita (${recusa.detalhe}). Tente de novo; se continuar, recarregue a página.`;
  }
}
