import type { SvgMesh } from "../core/map-layer.ts";
import type { Municipio } from "../core/municipio.ts";

/**
 * The drawing laid out for another list of municipalities. One that the mesh does
 * not have keeps its row everywhere and gets neither polygon nor point.
 */
export function alignMesh(
  mesh: SvgMesh,
  from: readonly Municipio[],
  to: readonly Municipio[],
): SvgMesh {
  const position = new Map(from.map(({ codigo }, index) => [codigo, index]));
  const newPosition = new Map(to.map(({ codigo }, index) => [codigo, index]));
  const at = <T>(values: readonly T[], codigo: number): T | undefined => {
    const index = position.get(codigo);
    return index === undefined ? undefined : values[index];
  };
  return {
    ...mesh,
    paths: to.map(({ codigo }) => at(mesh.paths, codigo) ?? ""),
    sedes: to.map(({ codigo }) => at(mesh.sedes, codigo) ?? null),
    vizinhos: to.map(({ codigo }) => (at(mesh.vizinhos, codigo) ?? []).flatMap((i) => newPosition.get(from[i]?.codigo ?? -1) ?? [])),
  };
}
