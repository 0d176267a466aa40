import type { CivilDate } from "../../../core/civil-date.ts";
import type { Prazo, RegraDaCasa } from "../../../core/denuncias/prazos.ts";
import { count, formatDate, formatNumber } from "../../../core/format.ts";
import type { PrazoDoCaso } from "../../../data/denuncias/perguntas.ts";
import { PORQUE_ROTULO, PRAZO_ROTULO } from "../rotulos.ts";

/** A due day and, where the norm does not say how to count and no rule was chosen, under which count. */
export interface Vencimento {
  readonly dia: CivilDate;
  readonly contagem: "corridos" | "úteis" | null;
}

type Datas = Pick<PrazoDoCaso, "venceCorridos" | "venceUteis">;

/** The due days to show: one where the norm or the house says how to count or both counts agree, else both; none when it cannot be counted. */
export function vencimentosDe({ venceCorridos, venceUteis }: Datas, { unidade }: Pick<Prazo, "unidade">, regra: RegraDaCasa): Vencimento[] {
  const contagem = unidade === "silente" ? regra : unidade;
  if (contagem === "corridos") return venceCorridos === null ? [] : [{ dia: venceCorridos, contagem: null }];
  if (contagem === "uteis") return venceUteis === null ? [] : [{ dia: venceUteis, contagem: null }];
  if (venceCorridos !== null && venceCorridos === venceUteis) return [{ dia: venceCorridos, contagem: null }];
  return [
    ...(venceCorridos === null ? [] : [{ dia: venceCorridos, contagem: "corridos" as const }]),
    ...(venceUteis === null ? [] : [{ dia: venceUteis, contagem: "úteis" as const }]),
  ];
}

/** "12/11/2026 (corridos) ou 20/11/2026 (úteis)"; "" when there is none. */
export function vencimentosEmPalavras(vencimentos: readonly Vencimento[]): string {
  return vencimentos.map(({ dia, contagem }) => (contagem === null ? formatDate(dia) : `${formatDate(dia)} (${contagem})`)).join(" ou ");
}

/** "vence hoje", "vence em 3 dias", "venceu há 2 dias". */
export function faltamEmPalavras(faltam: number): string {
  if (faltam === 0) return "vence hoje";
  if (faltam > 0) return `vence em ${count(faltam, "dia", "dias")}`;
  return `venceu há ${count(-faltam, "dia", "dias")}`;
}

/** State of a term in words, with what makes it doubtful: "Vencido; no prazo se os dias forem úteis", "Sem como contar: falta o dia…". */
export function estadoEmPalavras(prazo: Pick<PrazoDoCaso, "estado" | "divide" | "porque">): string {
  const estado = PRAZO_ROTULO[prazo.estado];
  if (prazo.estado === "sem-como-contar" && prazo.porque !== "nenhum") return `${estado}: ${PORQUE_ROTULO[prazo.porque]}`;
  return prazo.divide ? `${estado} em uma contagem; na outra, não` : estado;
}

/** "até 15 dias corridos", "até 20 dias (a norma não diz se corridos ou úteis)". */
export function tamanhoDoPrazo({ n, unidade }: Pick<Prazo, "n" | "unidade">): string {
  if (unidade === "silente") return `até ${formatNumber(n)} dias (a norma não diz se corridos ou úteis)`;
  return `até ${formatNumber(n)} dias ${unidade === "corridos" ? "corridos" : "úteis"}`;
}
