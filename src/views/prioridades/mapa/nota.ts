import type { ClassesDoMapa } from "../../../core/metodo/method.ts";

/** How half-open classes read. */
export const MEIO_ABERTAS = "Cada faixa inclui o começo e não inclui o fim.";

/** What the legend says of classes the method has frozen: how they read and where they come from. */
export function notaDasClasses({ periodo }: ClassesDoMapa): string {
  return `${MEIO_ABERTAS} Faixas fixadas pelo método (cortes naturais por ckmeans): ${periodo}.`;
}
