import type { Ajustes } from "../../core/visitas/ajustes.ts";
import type { EntradaDoPlano } from "../../core/visitas/plano.ts";
import type { Pedido } from "./plano-store.ts";

/**
 * What sets what a plan was made of apart from what there is now, in words that
 * follow "mudaram" or "mudou"; empty when nothing does.
 */
export function oQueMudou(antes: Pedido, agora: Pedido): string[] {
  const [a, b] = [antes.entrada, agora.entrada];
  const mudou: string[] = [];
  if (antes.metodo !== agora.metodo) mudou.push("o método ou os seus pesos");
  if (antes.dados !== agora.dados) mudou.push("os dados dos indicadores");
  if (!isMesmosAjustes(a.ajustes, b.ajustes)) mudou.push("os ajustes do plano");
  if (codigosExigidos(a) !== codigosExigidos(b)) mudou.push("as visitas exigidas");
  if (antes.dados === agora.dados && visitasDe(a) !== visitasDe(b)) mudou.push("as últimas visitas");
  if (a.hoje !== b.hoje) mudou.push("o dia contado como hoje");
  if (a.matriz !== b.matriz) mudou.push("as distâncias");
  return mudou;
}

/** True when two settings say the same, member by member. */
export function isMesmosAjustes(a: Ajustes, b: Ajustes): boolean {
  return a === b || emOrdem(a) === emOrdem(b);
}

function emOrdem(valor: unknown): string {
  return JSON.stringify(valor, (_, membro: unknown) =>
    membro !== null && typeof membro === "object" && !Array.isArray(membro)
      ? Object.fromEntries(Object.entries(membro).sort(([x], [y]) => (x < y ? -1 : 1)))
      : membro,
  );
}

function codigosExigidos({ municipios }: EntradaDoPlano): string {
  return municipios.flatMap(({ codigo, exigido }) => (exigido ? [codigo] : [])).join();
}

function visitasDe({ municipios }: EntradaDoPlano): string {
  return municipios.map(({ codigo, ultimaVisita }) => `${codigo} ${ultimaVisita ?? ""}`).join();
}
