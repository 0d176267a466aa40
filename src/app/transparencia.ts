import type { Snapshot } from "../data/snapshot/snapshot.ts";
import { codec } from "../views/transparencia/estado.ts";
import type { BasePublica, Mudar } from "../views/transparencia/parte.ts";
import type { Params } from "./params.ts";

const bases = new WeakMap<Snapshot, BasePublica>();

/** What `#/transparencia` gets of the snapshot; the same object for the same snapshot. */
export function baseDoRetrato(snapshot: Snapshot, topologyUrl: string): BasePublica {
  const had = bases.get(snapshot);
  if (had !== undefined) return had;
  const { territorio, fontes, municipios, mesh } = snapshot;
  const base = { territorio, fontes, municipios, mesh, topologyUrl };
  bases.set(snapshot, base);
  return base;
}

/** Changes the page's address; a change of part leaves the other part's own choices behind. */
export function mudarTransparencia(currentParams: () => Params, navigate: (params: Record<string, string>, replace: boolean) => void): Mudar {
  return (mudanca, opcoes) => {
    const atual = codec.decode(currentParams());
    const troca = mudanca.parte !== undefined && mudanca.parte !== atual.parte;
    navigate(codec.encode({ ...atual, ...(troca ? { ajustes: {} } : {}), ...mudanca }), opcoes?.replace ?? false);
  };
}
