import type { Indicador } from "../indicador.ts";
import { cadaValor, type Mesa } from "./mesa.ts";
import type { RegraFaixa } from "./regra.ts";

interface Limites {
  readonly min: number | null;
  readonly max: number | null;
}

/** Figures inside limits; a coded answer must also be one of its levels, a count a whole number. */
export function faixa(regra: RegraFaixa, mesa: Mesa): void {
  for (const indicador of mesa.escolher(regra.indicadores)) {
    const limites = limitesDe(regra, indicador);
    if (limites === null) continue;
    const { min, max } = limites;
    const niveis = regra.limites === "catalogo" ? indicador.niveis : undefined;
    for (const coluna of mesa.series.get(indicador.id) ?? []) {
      cadaValor(coluna, (linha, valor) => {
        if (regra.ignoraZero === true && valor === 0) return;
        const fora =
          (min !== null && valor < min) ||
          (max !== null && valor > max) ||
          (regra.inteiro === true && !Number.isInteger(valor)) ||
          (niveis !== undefined && !(String(valor) in niveis));
        if (fora) mesa.acusa(regra, coluna, linha, limites);
        else mesa.passa(regra, coluna, linha);
      });
    }
  }
}

function limitesDe({ limites }: RegraFaixa, indicador: Indicador): Limites | null {
  if (limites !== "catalogo") return { min: limites.min ?? null, max: limites.max ?? null };
  return indicador.limites ?? null;
}
