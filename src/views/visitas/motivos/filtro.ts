import { joinPt } from "../../../core/format.ts";
import { PORTE_ROTULO, type Municipio } from "../../../core/municipio.ts";
import { matches } from "../../../core/search.ts";
import type { Estado } from "../estado.ts";

export type Filtros = Pick<Estado, "regiao" | "porte" | "busca">;

/** Codes the filters of the page leave out; one without region or porte is in no filtered list. */
export function foraDosFiltros(municipios: readonly Municipio[], { regiao, porte, busca }: Filtros): ReadonlySet<number> {
  return new Set(
    municipios.flatMap((m) => {
      const naRegiao = regiao.length === 0 || (m.regiaoImediata !== null && regiao.includes(m.regiaoImediata.codigo));
      const noPorte = porte.length === 0 || (m.porte !== null && porte.includes(m.porte));
      return naRegiao && noPorte && matches(m.nome, busca) ? [] : [m.codigo];
    }),
  );
}

/** The filters in words, one a line, for the header of a file. */
export function filtrosEmPalavras({ regiao, porte, busca }: Filtros, municipios: readonly Municipio[]): string[] {
  const regioes = new Map(municipios.flatMap(({ regiaoImediata: r }) => (r === null ? [] : [[r.codigo, r.nome] as const])));
  return [
    ...(regiao.length === 0 ? [] : [`região: ${joinPt(regiao.map((codigo) => regioes.get(codigo) ?? String(codigo)))}`]),
    ...(porte.length === 0 ? [] : [`porte: ${joinPt(porte.map((p) => PORTE_ROTULO[p]))}`]),
    ...(busca === "" ? [] : [`nome com “${busca}”`]),
  ];
}
