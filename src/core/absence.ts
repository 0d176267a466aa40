/**
 * Why a cell has no number. Each reason has its own word and its own look on
 * screen; none of them is zero.
 */
export type Ausencia =
  /** Never collected or never found for this municipality. */
  | "sem-dado"
  /** The source publishes it, but not yet for this period. */
  | "nao-publicado"
  /** Exists, but too few to say anything about. */
  | "dados-insuficientes"
  /** The record is loaded and holds no event of this kind for this municipality. */
  | "sem-registro"
  /** Suppressed to protect persons. */
  | "oculto"
  /** The extract that holds it is not loaded in this session. */
  | "nao-carregado";

/** A number or the reason why there is none. A true zero is `{ valor: 0 }`. */
export type Celula = { readonly valor: number } | { readonly ausencia: Ausencia };

export const AUSENCIA_ROTULO: Readonly<Record<Ausencia, string>> = {
  "sem-dado": "sem dado",
  "nao-publicado": "não publicado ainda",
  "dados-insuficientes": "dados insuficientes",
  "sem-registro": "sem registro",
  oculto: "oculto para proteger pessoas",
  "nao-carregado": "não carregado",
};

export function isValor(celula: Celula): celula is { readonly valor: number } {
  return "valor" in celula;
}

/** Wraps a nullable figure: `null` becomes the given absence (default `sem-dado`). */
export function celula(valor: number | null, ausencia: Ausencia = "sem-dado"): Celula {
  return valor === null ? { ausencia } : { valor };
}
