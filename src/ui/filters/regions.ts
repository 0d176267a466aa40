import { compareNames } from "../../core/format.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { MultiOption } from "./MultiSelect.tsx";

/** The immediate regions of the municipalities, by name, with how many municipalities each has. */
export function regionOptions(municipios: readonly Municipio[]): MultiOption<number>[] {
  const regions = new Map<number, { nome: string; contagem: number }>();
  for (const { regiaoImediata } of municipios) {
    if (regiaoImediata === null) continue;
    const known = regions.get(regiaoImediata.codigo);
    if (known === undefined) regions.set(regiaoImediata.codigo, { nome: regiaoImediata.nome, contagem: 1 });
    else known.contagem += 1;
  }
  return [...regions]
    .map(([valor, { nome, contagem }]) => ({ valor, rotulo: nome, contagem }))
    .sort((a, b) => compareNames(a.rotulo, b.rotulo));
}
