import { monthOf, type CivilDate } from "../../../core/civil-date.ts";
import { formatDate } from "../../../core/format.ts";

/**
 * What a record does not say of the days asked for, so that nothing in it is not taken for
 * nothing done. Whole months are compared: a record whose last event is on the 29th still
 * covers its month.
 * @param de first day asked for; null where the part is not about a period
 * @param registro first and last day on record; null where nothing says
 */
export function avisosDoPeriodo(
  { de, ate }: { readonly de: CivilDate | null; readonly ate: CivilDate },
  { inicio, fim }: { readonly inicio: CivilDate | null; readonly fim: CivilDate | null },
): string[] {
  const avisos: string[] = [];
  if (de !== null && inicio !== null && monthOf(inicio) > monthOf(de)) {
    avisos.push(`O registro de apoio carregado começa em ${formatDate(inicio)}, depois do início do período (${formatDate(de)}): o que houve antes não está nas contas.`);
  }
  if (fim !== null && monthOf(fim) < monthOf(ate)) {
    avisos.push(`O registro de apoio carregado vai até ${formatDate(fim)}: de lá até ${formatDate(ate)} não há informação.`);
  }
  return avisos;
}
