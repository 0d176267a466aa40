import { buildList, type Lista } from "../../../core/metodo/list.ts";
import type { Metodo } from "../../../core/metodo/method.ts";
import { dataHash } from "../../../core/metodo/priority.ts";
import { listCsv, listJson, type Selo } from "../../../data/metodo/list-text.ts";
import type { Modelo } from "../use-model.ts";

/** What a list is made from. */
export type BaseDaLista = Pick<Modelo, "preparada" | "scores" | "municipios">;

/** Writes the list as the terminal does, byte for byte. */
export interface EscritaDaLista {
  readonly selo: Selo;
  /** @param top keeps the first positions only, as `--top` does */
  readonly csv: (top?: number) => string;
  readonly json: (top?: number) => string;
}

/**
 * The list of the method in force over the figures in use: whole, whatever the
 * page's filters, and before the plan of the cycle. It is made when it is first asked for.
 */
export function escritaDaLista({ preparada, scores, municipios }: BaseDaLista, metodo: Metodo): EscritaDaLista {
  let feita: Lista | null = null;
  const lista = (): Lista => (feita ??= buildList(preparada, scores, municipios));
  const selo = { metodo, dados: dataHash(preparada) };
  return { selo, csv: (top) => listCsv(lista(), selo, top), json: (top) => listJson(lista(), selo, top) };
}
