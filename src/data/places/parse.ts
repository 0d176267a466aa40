import * as v from "valibot";
import { ufCode, type MunicipioBrasil, type NameVariant, type Uf } from "./reference.ts";

const Codigo = v.pipe(v.number(), v.integer(), v.minValue(1_000_000), v.maxValue(9_999_999));

const LugaresSchema = v.object({
  /** Code, letters and name of each federative unit. */
  ufs: v.array(v.tuple([v.pipe(v.number(), v.integer()), v.pipe(v.string(), v.length(2)), v.string()])),
  /** Columns of the municipalities, in the same order. */
  codigos: v.array(Codigo),
  nomes: v.array(v.pipe(v.string(), v.nonEmpty())),
  siafi: v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999))),
  variantes: v.array(v.tuple([Codigo, v.pipe(v.string(), v.nonEmpty())])),
});

/** The asset as it is written: columns, not records, since it is fetched whole. */
export type LugaresAsset = v.InferOutput<typeof LugaresSchema>;

/** What the asset holds, for `createPlaceResolver`. */
export interface Lugares {
  readonly ufs: readonly Uf[];
  readonly brasil: readonly MunicipioBrasil[];
  readonly variantes: readonly NameVariant[];
}

/**
 * Reads the asset of reference places.
 * @throws Error naming what does not fit.
 */
export function parseLugares(json: unknown): Lugares {
  const parsed = v.safeParse(LugaresSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`lugares.json: ${v.getDotPath(issue) ?? "the file"}: ${issue.message}`);
  }
  const { ufs, codigos, nomes, siafi, variantes } = parsed.output;
  if (nomes.length !== codigos.length || siafi.length !== codigos.length) {
    throw new Error(`lugares.json: ${codigos.length} codes, ${nomes.length} names and ${siafi.length} SIAFI codes`);
  }
  const sigla = new Map(ufs.map(([codigo, letters]) => [codigo, letters]));
  return {
    ufs: ufs.map(([codigo, letters, nome]) => ({ codigo, sigla: letters, nome })),
    brasil: codigos.map((codigo, i) => {
      const uf = sigla.get(ufCode(codigo));
      if (uf === undefined) throw new Error(`lugares.json: ${codigo} is of no federative unit`);
      return { codigo, nome: nomes[i] ?? "", uf, siafi: siafi[i] ?? 0 };
    }),
    variantes: variantes.map(([codigo, variante]) => ({ codigo, variante })),
  };
}
