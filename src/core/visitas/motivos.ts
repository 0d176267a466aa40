import { formatDate, formatNumber, formatOrdinal, joinPt } from "../format.ts";
import type { MotivoDentro, MotivoFora } from "./plano.ts";

/** Writes a municipality's name from its code. */
export type NomeDe = (codigo: number) => string;

/** What the public reads where something decided case by case put a municipality in the plan. */
export const PLANEJADO = "planejado";

/** Reasons decided case by case: in public they read the same, so that a visit that something requires is not told apart. */
const CASO_A_CASO: ReadonlySet<MotivoDentro["tipo"]> = new Set<MotivoDentro["tipo"]>(["exigido", "data-marcada", "travado", "caminho", "planejado"]);

/** True for a reason that only the internal version tells. */
export function isReservado({ tipo }: MotivoDentro): boolean {
  return CASO_A_CASO.has(tipo);
}

const MESES = ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"] as const;

/**
 * Why a municipality is in the plan, a phrase without a capital or a full stop.
 * Outside internal use a required visit is only "planejado": what requires it may be a complaint.
 */
export function fraseDoMotivoDentro(motivo: MotivoDentro, { interno }: { readonly interno: boolean }): string {
  if (!interno && isReservado(motivo)) return PLANEJADO;
  switch (motivo.tipo) {
    case "exigido":
      return "visita exigida";
    case "data-marcada":
      return `data marcada: ${formatDate(motivo.data)}`;
    case "travado":
      return "travado dentro do plano";
    case "reserva":
      return "sorteado na reserva";
    case "cota":
      return `pela cota ${motivo.cota + 1}`;
    case "prioridade":
      return `${formatOrdinal(motivo.posicao, "f")} maior prioridade`;
    case "doze-meses":
      return "completaria doze meses sem visita";
    case "caminho":
      return motivo.diasAMais === 0 ? "no caminho: não soma tempo à viagem" : `no caminho: soma ${emDias(motivo.diasAMais)} à viagem`;
    case "planejado":
      return PLANEJADO;
  }
}

/** Why a municipality is not in the plan, a phrase without a capital or a full stop: "custaria 6,2 dias; tiraria X e Y". */
export function fraseDoMotivoFora(motivo: MotivoFora, nome: NomeDe): string {
  switch (motivo.tipo) {
    case "sem-sede":
      return "sem sede conhecida ou fora da matriz: não se sabe a distância";
    case "travado-fora":
      return "travado fora do plano";
    case "carencia":
      return `em carência até ${formatDate(motivo.ate)}`;
    case "meses-proibidos":
      return `região sem visitas em ${joinPt(motivo.meses.map((mes) => MESES[mes - 1] ?? String(mes)))}`;
    case "sem-dia":
      return "carência, meses sem viagem e prazos não deixam nenhum dia do plano";
    case "longe":
      return `longe: sozinho levaria ${emDias(motivo.dias)}, mais do que cabe numa viagem`;
    case "sem-nota":
      return "sem nota";
    case "nao-compensa":
      return `cabe, mas os ${formatNumber(motivo.km)} km a mais custam mais pontos do que a visita dá`;
    case "nao-cabe": {
      const custo = `custaria ${emDias(motivo.dias)}`;
      return motivo.tiraria.length === 0 ? `${custo}; não há esses dias` : `${custo}; tiraria ${joinPt(motivo.tiraria.map(nome))}`;
    }
  }
}

/** "6,2 dias", "1 dia", "0,5 dia". */
function emDias(dias: number): string {
  const arredondados = Math.round(dias * 10) / 10;
  return `${formatNumber(arredondados, Number.isInteger(arredondados) ? 0 : 1)} ${arredondados >= 2 ? "dias" : "dia"}`;
}
