import type { DenunciasDoLugar } from "./municipio.ts";
import type { TabelaProtegida } from "./publicacao.ts";

/** Places that hold a municipality, itself first and the widest last, as the members of a table may name them. */
export interface LugarQueContem {
  readonly nome: string;
  readonly doMunicipio: boolean;
  readonly membros: readonly string[];
}

/** Levels of time, the one a reader finds most at ease first. */
const TEMPOS = ["ano", "trimestre", "mes"];

/**
 * What the release says of complaints in the places that hold a municipality: tables of
 * place and time alone (or of the whole by time, which is the widest place), one for each
 * place, by year where there is one.
 */
export function denunciasDosLugares(tabelas: readonly TabelaProtegida[], lugares: readonly LugarQueContem[]): DenunciasDoLugar[] {
  const servem = tabelas
    .filter(({ assunto, niveis }) => assunto === "denuncias" && niveis.tempo !== undefined && Object.keys(niveis).every((dimensao) => dimensao === "lugar" || dimensao === "tempo"))
    .sort((a, b) => TEMPOS.indexOf(a.niveis.tempo ?? "") - TEMPOS.indexOf(b.niveis.tempo ?? ""));
  return lugares.flatMap(({ nome, doMunicipio, membros }, i) => {
    const isTudo = i === lugares.length - 1;
    for (const { id, niveis, linhas } of servem) {
      const daqui = linhas.filter(({ membros: { lugar } }) => (lugar === undefined ? isTudo : membros.includes(lugar)));
      if (daqui.length === 0) continue;
      return [
        {
          tabela: id,
          nivel: niveis.lugar ?? "uf",
          lugar: nome,
          doMunicipio,
          tempo: niveis.tempo ?? "",
          linhas: daqui.map(({ membros: { tempo = "" }, valor }) => ({ periodo: tempo, valor })).sort((a, b) => (a.periodo < b.periodo ? -1 : 1)),
        },
      ];
    }
    return [];
  });
}
