import type { Porte } from "../municipio.ts";
import type { Cota } from "./ajustes.ts";
import { distanciasEntre } from "./distancias.ts";
import type { EntradaDoPlano, MunicipioDoPlano } from "./plano.ts";

/** First two digits of a municipal code. */
function ufDe(codigo: number): number {
  return Math.floor(codigo / 100_000);
}

/**
 * The municipalities each base serves, in the order of the bases: the bases of its
 * own state, or all of them when its state has none; of those, the nearest by road
 * (the first in the list at equal distance).
 */
export function agruparPorBase(entrada: EntradaDoPlano, municipios: readonly MunicipioDoPlano[]): MunicipioDoPlano[][] {
  const { ajustes } = entrada;
  const porCodigo = new Map(entrada.municipios.map((municipio) => [municipio.codigo, municipio]));
  const sedes = ajustes.bases.map(({ codigo }) => porCodigo.get(codigo));
  const grupos: MunicipioDoPlano[][] = ajustes.bases.map(() => []);
  for (const municipio of municipios) {
    const daUf = ajustes.bases.flatMap(({ codigo }, b) => (ufDe(codigo) === ufDe(municipio.codigo) ? [b] : []));
    const candidatas = daUf.length > 0 ? daUf : ajustes.bases.map((_, b) => b);
    let escolhida = candidatas[0] ?? 0;
    let menor = Infinity;
    if (candidatas.length > 1) {
      for (const b of candidatas) {
        const sede = sedes[b];
        if (sede === undefined) continue;
        const km = distanciasEntre([sede, municipio], ajustes, entrada.matriz).km[1] ?? Infinity;
        if (km < menor) [escolhida, menor] = [b, km];
      }
    }
    grupos[escolhida]?.push(municipio);
  }
  return grupos;
}

/** Whether a municipality is of the group a quota speaks of. */
export function isDaCota(cota: Cota, { regiao, porte }: { readonly regiao: number | null; readonly porte: Porte | null }): boolean {
  return cota.grupo === "regiao" ? regiao === cota.id : porte === cota.id;
}

/** What one base owes of a quota. */
export interface ParteDaCota {
  readonly codigos: readonly number[];
  readonly minimo: number;
}

/**
 * A quota shared among the bases in proportion to the members each serves, by
 * largest remainders (ties: the first base). A single base owes all of it, even
 * when it has fewer members: then it cannot be met, and the plan says so.
 */
export function repartirCota(cota: Cota, grupos: readonly (readonly MunicipioDoPlano[])[]): ParteDaCota[] {
  const membros = grupos.map((grupo) => grupo.filter((municipio) => isDaCota(cota, municipio)).map(({ codigo }) => codigo));
  const total = membros.reduce((soma, { length }) => soma + length, 0);
  if (total === 0) return membros.map((codigos, b) => ({ codigos, minimo: b === 0 ? cota.minimo : 0 }));
  const minimos = membros.map(({ length }) => Math.floor((cota.minimo * length) / total));
  let faltam = cota.minimo - minimos.reduce((soma, parte) => soma + parte, 0);
  const restos = membros
    .map(({ length }, b) => ({ b, resto: (cota.minimo * length) % total }))
    .sort((x, y) => y.resto - x.resto || x.b - y.b);
  for (const { b } of restos) {
    if (faltam === 0) break;
    minimos[b] = (minimos[b] ?? 0) + 1;
    faltam -= 1;
  }
  return membros.map((codigos, b) => ({ codigos, minimo: minimos[b] ?? 0 }));
}
