import { compareNames } from "../../../core/format.ts";
import type { Municipio } from "../../../core/municipio.ts";
import type { SelectOption } from "../../../ui/filters/SelectField.tsx";
import { nomeDoMunicipio } from "./nomes.ts";

/** Every municipality by name; one of a link over other data keeps its own option. */
export function opcoesDeMunicipio(municipios: readonly Municipio[], escolhido: number | null): SelectOption<string>[] {
  const codigos = municipios.map(({ codigo }) => codigo);
  const todos = escolhido === null || codigos.includes(escolhido) ? codigos : [...codigos, escolhido];
  return [
    { valor: "", rotulo: "todos" },
    ...todos
      .map((codigo) => ({ valor: String(codigo), rotulo: nomeDoMunicipio(codigo, municipios) }))
      .toSorted((a, b) => compareNames(a.rotulo, b.rotulo)),
  ];
}
