import { addMonths, type CivilDate } from "../../../core/civil-date.ts";
import { joinPt } from "../../../core/format.ts";
import { EIXO_ROTULO, ESTRATEGIA_ROTULO } from "../../../data/contracts/apoios.ts";
import type { Recorte } from "../../../data/queries/cobertura-recorte.ts";
import type { Estado } from "../estado.ts";

/** The question the part asks: the filters of the address on the day counted as today. */
export function recorteDe(estado: Estado, em: CivilDate): Recorte {
  const { meses, regioes, portes, estrategias, eixos } = estado;
  return { em, meses, apos: addMonths(em, -meses), regioes, portes, estrategias, eixos };
}

/** Adds an item to a filter or takes it out. */
export function alternar<T>(itens: readonly T[], item: T): T[] {
  return itens.includes(item) ? itens.filter((outro) => outro !== item) : [...itens, item];
}

/** "estratégia: Monitoramento; eixo: Gestão do SUAS": what figures "with the filters" follow; empty without either filter. */
export function selecaoEmPalavras({ estrategias, eixos }: Pick<Recorte, "estrategias" | "eixos">): string {
  const partes: string[] = [];
  if (estrategias.length > 0) partes.push(`estratégia: ${joinPt(estrategias.map((e) => ESTRATEGIA_ROTULO[e]))}`);
  if (eixos.length > 0) partes.push(`eixo: ${joinPt(eixos.map((e) => EIXO_ROTULO[e]))}`);
  return partes.join("; ");
}
