/**
 * Steps of a case, in the order of the norm (Res. CIB/MT 012/2025 arts. 3 to 12).
 * The position of a step in this list is its code in `CasosEmColunas`.
 */
export const PASSOS = [
  "registro",
  "analise-preliminar",
  "encaminhamento-outro-orgao",
  "encaminhamento-municipio",
  "notificacao",
  "manifestacao",
  "distribuicao",
  "verificacao",
  "relatorio",
  "manifestacao-tecnica",
  "desfecho",
  "encaminhamento-controle",
  "resposta",
  "arquivamento",
] as const;

export type Passo = (typeof PASSOS)[number];

/** What the analysis found (arts. 10 and 11); a case may have more than one. */
export const DESFECHOS = ["dificuldade-na-gestao", "indicio-de-irregularidade", "sem-irregularidade"] as const;

export type Desfecho = (typeof DESFECHOS)[number];

/** Why a case was archived (art. 12). */
export const MOTIVOS_DE_ARQUIVAMENTO = ["processo-judicial", "falta-de-provas"] as const;

/** To which part of the state's office the case is distributed (art. 7 §1). */
export const SUPERINTENDENCIAS = ["gestao-suas", "servicos", "beneficios"] as const;

export type Superintendencia = (typeof SUPERINTENDENCIAS)[number];

/** Code of an absent category in the columns of cases and events. */
export const SEM_CODIGO = 255;

/** Absent day in the columns of cases and events. */
export const SEM_DIA = -2147483648;

/** Code of a step; a day's place in `diaDoPasso` is `caso * PASSOS.length + passo`. */
export function codigoDoPasso(passo: Passo): number {
  return PASSOS.indexOf(passo);
}
