import type { Municipio } from "../../../core/municipio.ts";
import { CANAL_ROTULO, TEMA_DENUNCIA_ROTULO } from "../../../data/contracts/denuncias.ts";
import type { ChipItem } from "../../../ui/filters/ChipList.tsx";
import type { Estado, Filtros as Mudanca } from "../estado.ts";
import { nomeDoMunicipio } from "./nomes.ts";

/** A filter in force that a press takes out. */
export function chip(id: string, rotulo: string, onRemover: () => void): ChipItem {
  return { id, rotulo, onRemover };
}

/** One chip for each value of a list; `tirar` is given the list without it. */
export function chipsDaLista<T extends string | number>(
  campo: string,
  valores: readonly T[],
  rotulo: (valor: T) => string,
  tirar: (resto: T[]) => void,
): ChipItem[] {
  return valores.map((valor) =>
    chip(`${campo}-${valor}`, rotulo(valor), () => {
      tirar(valores.filter((outro) => outro !== valor));
    }),
  );
}

export interface PecasDosChips {
  readonly estado: Estado;
  readonly filtrar: (mudanca: Partial<Mudanca>) => void;
  readonly municipios: readonly Municipio[];
  readonly nomesRegioes: ReadonlyMap<number, string>;
}

/** Chips of the filters that every part has: period (`periodo` in words), place, theme and channel. */
export function chipsComuns({ estado, filtrar, municipios, nomesRegioes }: PecasDosChips, periodo: string): ChipItem[] {
  const { municipio } = estado;
  return [
    ...(estado.de === null && estado.ate === null ? [] : [chip("periodo", periodo, () => { filtrar({ de: null, ate: null }); })]),
    ...(municipio === null ? [] : [chip("municipio", nomeDoMunicipio(municipio, municipios), () => { filtrar({ municipio: null }); })]),
    ...chipsDaLista("regiao", estado.regioes, (codigo) => `Região de ${nomesRegioes.get(codigo) ?? codigo}`, (regioes) => { filtrar({ regioes }); }),
    ...chipsDaLista("tema", estado.temas, (id) => TEMA_DENUNCIA_ROTULO[id], (temas) => { filtrar({ temas }); }),
    ...chipsDaLista("canal", estado.canais, (id) => CANAL_ROTULO[id], (canais) => { filtrar({ canais }); }),
  ];
}
