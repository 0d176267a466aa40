import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import type { ColunaIndicador } from "../../src/core/indicador.ts";
import type { Municipio } from "../../src/core/municipio.ts";

/** Sides of a made-up municipality's outline, about what the real generalised mesh has. */
const CORNERS = 14;

/** Park and Miller's generator: the same sequence on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * A territory of `n` municipalities that do not exist, for measuring: figures drawn
 * from the real ones with their share of blanks, outlines on a grid. Codes start
 * with 10, which no UF has.
 */
export function makeUp(snapshot: Snapshot, n: number): Snapshot {
  const random = generator(20_260_101);
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new RangeError("nothing to pick from");
    return value;
  };
  const municipios = Array.from({ length: n }, (_, i): Municipio => {
    const real = pick(snapshot.municipios);
    return { ...real, codigo: 1_000_000 + i, nome: `${real.nome} ${i + 1}` };
  });
  const colunas = snapshot.colunas.map((coluna): ColunaIndicador => {
    const valores = municipios.map(() => {
      const real = pick(coluna.valores);
      return real === null ? null : real * (0.95 + 0.1 * random());
    });
    return { ...coluna, valores, periodos: null };
  });
  const side = Math.ceil(Math.sqrt(n));
  const cell = snapshot.mesh.width / side;
  const centre = (i: number): { readonly x: number; readonly y: number } => ({
    x: cell * ((i % side) + 0.5),
    y: cell * (Math.floor(i / side) + 0.5),
  });
  return {
    ...snapshot,
    territorio: { ...snapshot.territorio, base: 1_000_000, totalMunicipios: n },
    municipios,
    colunas,
    mesh: {
      ...snapshot.mesh,
      height: cell * Math.ceil(n / side),
      paths: municipios.map((_, i) => outline(centre(i), cell / 2, random)),
      sedes: municipios.map((_, i) => centre(i)),
      regioes: "M0 0Z",
    },
  };
}

function outline({ x, y }: { readonly x: number; readonly y: number }, radius: number, random: () => number): string {
  const corners = Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    const reach = radius * (0.8 + 0.2 * random());
    return `${(x + reach * Math.cos(angle)).toFixed(1)} ${(y + reach * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${corners.join("L")}Z`;
}
