import { lapide, type Registro, registro, valorDe } from "./registro.ts";

/** A record before and after a change; null is one that is not there yet. */
export interface Troca {
  readonly antes: Registro | null;
  readonly depois: Registro;
}

/**
 * What taking a record out changes, itself first: the actions of a plan go with it,
 * since they say nothing without it; a visit or a note that points to what goes stays,
 * and points to nothing. Undone by writing each `antes` over its `depois`.
 */
export function retirar(alvo: Registro, registros: readonly Registro[]): readonly Troca[] {
  const vao = new Set([alvo.id]);
  const vivos = registros.filter(({ id, removido }) => !removido && id !== alvo.id);
  for (const cada of vivos) if (cada.tipo === "acao" && valorDe(cada, "plano") === alvo.id) vao.add(cada.id);
  const trocas: Troca[] = [{ antes: alvo, depois: lapide(alvo) }];
  for (const cada of vivos) {
    if (vao.has(cada.id)) {
      trocas.push({ antes: cada, depois: lapide(cada) });
      continue;
    }
    const soltos = Object.entries(cada.campos).filter(([, valor]) => typeof valor !== "string" || !vao.has(valor));
    if (soltos.length < Object.keys(cada.campos).length) trocas.push({ antes: cada, depois: registro(cada.id, Object.fromEntries(soltos)) });
  }
  return trocas;
}
