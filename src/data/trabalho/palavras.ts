import { formatNumber } from "../../core/format.ts";
import type { Unavailable } from "../store/connection.ts";

/** What happened and what to do, for the user. */
export interface Palavras {
  readonly motivo: string;
  readonly conserto: string;
}

/** How long the browser may take to open the work before the page goes on without it, ms. */
export const ABERTURA_MS = 5_000;

const SO_NESTA_PAGINA = "O que você preencher também vale só até fechá-la.";
const EXPORTE = "Antes de fechar, exporte o trabalho para um arquivo.";

/** Why the browser keeps nothing, with what it means for what is being filled in. */
export function emPalavras({ motivo, conserto }: Unavailable): Palavras {
  return { motivo: `${motivo} ${SO_NESTA_PAGINA}`, conserto: `${EXPORTE} ${conserto}` };
}

export const CHEIO: Palavras = {
  motivo: "O navegador não tem mais espaço: as últimas mudanças estão só nesta página.",
  conserto: `${EXPORTE} Depois libere espaço no computador; a próxima mudança tenta guardar todas.`,
};

export const SEM_CONEXAO: Palavras = {
  motivo: "O navegador fechou o que estava guardado: as últimas mudanças estão só nesta página.",
  conserto: `${EXPORTE} Depois recarregue a página.`,
};

export const EM_CONFLITO: Palavras = {
  motivo: "Outra aba mudou os mesmos campos: a sua mudança está só nesta página.",
  conserto: "Escolha, campo por campo, qual das duas fica.",
};

export const RECUSADO = "O registro não foi guardado:";

export function naoGravou(error: unknown): Palavras {
  return {
    motivo: `O navegador não guardou as últimas mudanças (${nomeDe(error)}): elas estão só nesta página.`,
    conserto: `${EXPORTE} A próxima mudança tenta guardar todas.`,
  };
}

export function avisoDeLeitura(error: unknown): Palavras {
  return {
    motivo: `O navegador não conseguiu ler o trabalho guardado (${nomeDe(error)}).`,
    conserto: "Recarregue a página; nada foi apagado.",
  };
}

export function avisoDeEstragados(quantos: number): Palavras {
  return {
    motivo: quantos === 1 ? "Um registro guardado não se lê e não aparece aqui." : `${formatNumber(quantos)} registros guardados não se leem e não aparecem aqui.`,
    conserto: "Nada foi apagado. Importe o último arquivo que exportou, para ter de volta o que falta.",
  };
}

function nomeDe(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}
