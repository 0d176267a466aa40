/** Which figures a page stands on: those in use in the browser, or a public release. */
export interface DadosDaPagina {
  readonly nome: "dados" | "publicacao";
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}

/** Digits of the hash that a link carries. */
export const DIGITOS_DO_ELO = 16;

/**
 * Address of what is on screen with the digits of the data it was seen with. They go in the query
 * string of the page (`?dados=…#/…`), where the state of a task, which stands after the `#`, never is.
 */
export function eloDaPagina(href: string, { nome, hash }: DadosDaPagina): string {
  const url = new URL(href);
  url.searchParams.delete("dados");
  url.searchParams.delete("publicacao");
  url.searchParams.set(nome, hash.slice(0, DIGITOS_DO_ELO));
  return url.href;
}

/** The digits a link brings when they are of other data than those in use; null when they agree or it brings none. */
export function outrosDadosNoElo(href: string, { nome, hash }: DadosDaPagina): string | null {
  const trazido = new URL(href).searchParams.get(nome);
  return trazido === null || trazido === hash.slice(0, DIGITOS_DO_ELO) ? null : trazido;
}

/** The same address without what it says of the data. */
export function semElo(href: string, { nome }: DadosDaPagina): string {
  const url = new URL(href);
  url.searchParams.delete(nome);
  return url.href;
}
