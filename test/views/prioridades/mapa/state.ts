import type { Indicador } from "../../../../src/core/indicador.ts";
import type { IndicadorDoMetodo, Metodo } from "../../../../src/core/metodo/method.ts";
import { preparePriority, scorePriority } from "../../../../src/core/metodo/priority.ts";
import type { PreparedPriority, PriorityScores } from "../../../../src/core/metodo/priority.ts";
import type { Neighbours } from "../../../../src/core/metodo/spatial-weights.ts";
import { METODO } from "../fixture.ts";

/** Municipalities with names and nothing else. */
export function lugares(n: number): { readonly codigo: number; readonly nome: string; readonly porte: null }[] {
  return Array.from({ length: n }, (_, i) => ({ codigo: 9900001 + i, nome: `M${String(i + 1).padStart(3, "0")}`, porte: null }));
}

const REGISTRO: Omit<Indicador, "id"> = {
  nome: "Indicador",
  nomeCurto: "Indicador",
  pergunta: "?",
  dimensao: "x",
  unidade: "pontos",
  casas: 1,
  polaridade: "maior-mais-necessidade",
  formula: "",
  fonte: "f",
  cadencia: "anual",
  ressalva: "",
};

/**
 * Two dimensions of equal weight with one indicator each between goalposts 0 and 100, so
 * that a dimension's score is its figure and the total is their mean.
 */
export function notas(
  social: readonly (number | null)[],
  rede: readonly (number | null)[],
): { readonly preparada: PreparedPriority; readonly scores: PriorityScores } {
  const indicador = (id: string): IndicadorDoMetodo => ({
    id,
    peso: 1,
    tipo: "amount",
    polaridade: "maior-mais-necessidade",
    baliza: { lo: 0, hi: 100, origem: "limite-natural", fonte: "escala", periodo: null },
    validadeMeses: 12,
  });
  const metodo: Metodo = {
    ...METODO,
    presencaMinima: 2 / 3,
    dimensoes: [
      { id: "social", nome: "Vulnerabilidade", peso: 1, indicadores: [indicador("social")] },
      { id: "rede", nome: "Rede", peso: 1, indicadores: [indicador("rede")] },
    ],
  };
  const catalogo = ["social", "rede"].map((id) => ({ ...REGISTRO, id }));
  const coluna = (id: string, valores: readonly (number | null)[]) => ({ indicador: id, periodo: "2023", valores, periodos: null, fonte: "f" });
  const preparada = preparePriority(metodo, catalogo, [coluna("social", social), coluna("rede", rede)], lugares(social.length));
  return { preparada, scores: scorePriority(preparada) };
}

/** Neighbours on a grid of `width` columns, sharing a side. */
export function grid(width: number, height: number): Neighbours {
  return Array.from({ length: width * height }, (_, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    return [
      ...(y > 0 ? [i - width] : []),
      ...(x > 0 ? [i - 1] : []),
      ...(x < width - 1 ? [i + 1] : []),
      ...(y < height - 1 ? [i + width] : []),
    ];
  });
}
