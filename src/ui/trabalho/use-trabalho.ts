import { useMemo, useSyncExternalStore } from "react";
import type { Territorio } from "../../core/territorio.ts";
import { type EstadoDoTrabalho, type TrabalhoDaAba, trabalhoDaAba } from "./trabalho-da-aba.ts";

/** What the user entered, as it stands in this tab, and how to change it. */
export interface TrabalhoEmUso extends EstadoDoTrabalho, Pick<TrabalhoDaAba, "gravar" | "desfazer" | "decidir"> {
  readonly aba: TrabalhoDaAba;
}

/** The user's own work of this installation (the territory, at this address), kept in the browser: the same for every page of the tab. */
export function useTrabalho({ uf }: Pick<Territorio, "uf">): TrabalhoEmUso {
  const aba = trabalhoDaAba(escopoDoTrabalho(uf));
  const estado = useSyncExternalStore(aba.subscribe, aba.estado);
  return useMemo(() => ({ ...estado, aba, gravar: aba.gravar, desfazer: aba.desfazer, decidir: aba.decidir }), [aba, estado]);
}

/** The same name as the files that the user brought are kept under. */
export function escopoDoTrabalho(uf: string): string {
  return `${uf} ${location.pathname}`;
}
