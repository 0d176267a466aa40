import type { Ajustes, Trava } from "./ajustes.ts";
import type { Parada, Viagem } from "./plano.ts";

/** Settings with a municipality locked where it is: same team and quarter. Takes the place of its other locks. */
export function travarMunicipio(ajustes: Ajustes, viagem: Pick<Viagem, "equipe" | "trimestre">, { codigo }: Pick<Parada, "codigo">): Ajustes {
  return comTrava(ajustes, { codigo, tipo: "dentro", equipe: viagem.equipe, trimestre: viagem.trimestre });
}

/** Settings with a municipality locked in or out, wherever it fits. Takes the place of its other locks. */
export function travar(ajustes: Ajustes, codigo: number, tipo: "dentro" | "fora"): Ajustes {
  return comTrava(ajustes, { codigo, tipo });
}

/** Settings without the locks of a municipality. */
export function destravar(ajustes: Ajustes, codigo: number): Ajustes {
  return { ...ajustes, travas: ajustes.travas.filter((trava) => trava.codigo !== codigo) };
}

/** Settings with a tour kept as it is when the rest is planned again. */
export function travarViagem(ajustes: Ajustes, viagem: Pick<Viagem, "equipe" | "inicio" | "paradas">): Ajustes {
  const { equipe, inicio, paradas } = viagem;
  const outras = destravarViagem(ajustes, viagem).viagensTravadas;
  const viagensTravadas = [...outras, { equipe, inicio, municipios: paradas.map(({ codigo }) => codigo) }].sort((a, b) =>
    a.inicio === b.inicio ? (a.equipe < b.equipe ? -1 : 1) : a.inicio < b.inicio ? -1 : 1,
  );
  return { ...ajustes, viagensTravadas };
}

/** Settings without the lock of a tour. */
export function destravarViagem(ajustes: Ajustes, viagem: Pick<Viagem, "equipe" | "inicio">): Ajustes {
  return {
    ...ajustes,
    viagensTravadas: ajustes.viagensTravadas.filter(({ equipe, inicio }) => equipe !== viagem.equipe || inicio !== viagem.inicio),
  };
}

/** By code, so that the order in which locks were set does not make other settings. */
function comTrava(ajustes: Ajustes, trava: Trava): Ajustes {
  return { ...ajustes, travas: [...destravar(ajustes, trava.codigo).travas, trava].sort((a, b) => a.codigo - b.codigo) };
}
