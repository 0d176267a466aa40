export interface MunicipioRef {
  /** 7-digit IBGE code. */
  readonly codigo: number;
  readonly nome: string;
}

/**
 * Resolves 6- or 7-digit text to the 7-digit code of a municipality of the list;
 * null when the list has none.
 */
export function codeResolver(municipios: readonly MunicipioRef[]): (codigo: string) => number | null {
  const byText = new Map<string, number>();
  for (const { codigo } of municipios) {
    const text = String(codigo);
    byText.set(text, codigo);
    byText.set(text.slice(0, 6), codigo);
  }
  return (codigo) => byText.get(codigo) ?? null;
}

/**
 * For the table that defines the list: 7 digits are taken as they are; 6 must be
 * known to the current list, since the last digit cannot be relied on to be computed
 * (IBGE has codes whose check digit does not follow the rule).
 */
export function definingResolver(municipios: readonly MunicipioRef[]): (codigo: string) => number | null {
  const known = codeResolver(municipios);
  return (codigo) => (codigo.length === 7 && /^[1-5]/.test(codigo) ? Number(codigo) : known(codigo));
}
