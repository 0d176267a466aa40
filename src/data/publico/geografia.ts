import * as v from "valibot";
import type { Fonte } from "../../core/indicador.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Territorio } from "../../core/territorio.ts";
import { parseShape, ShapeError } from "../snapshot/parse.ts";
import { FonteSchema, MunicipioSchema, SnapshotSchema, TerritorioSchema } from "../snapshot/schema.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

/** What the public edition knows of the place besides the release: names, sources, norms and geometry. No figure of its own. */
export interface GeografiaPublica {
  readonly territorio: Territorio;
  readonly fontes: readonly Fonte[];
  /** Sorted by code. */
  readonly municipios: readonly Municipio[];
  /** Aligned with `municipios`. */
  readonly mesh: SvgMesh;
}

const GeografiaSchema = v.strictObject({
  territorio: TerritorioSchema,
  fontes: v.array(FonteSchema),
  municipios: v.array(MunicipioSchema),
  mesh: SnapshotSchema.entries.mesh,
});

/** The part of the snapshot that may go out. */
export function geografiaDe({ territorio, fontes, municipios, mesh }: Snapshot): GeografiaPublica {
  return { territorio, fontes, municipios, mesh };
}

/**
 * Reads what `geografiaDe` wrote.
 * @throws ShapeError with a sentence naming the first place that does not fit
 */
export function parseGeografia(value: unknown): GeografiaPublica {
  const lida = parseShape(GeografiaSchema, value, "O mapa dos municípios");
  if (lida.mesh.paths.length !== lida.municipios.length) {
    throw new ShapeError(`O mapa dos municípios: há ${lida.mesh.paths.length} contornos para ${lida.municipios.length} municípios.`);
  }
  return lida;
}
