import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import type { ColunaIndicador } from "../../src/core/indicador.ts";
import type { Indicador } from "../../src/core/indicador.ts";
import { indicadoresDoMetodo, type IndicadorDoMetodo } from "../../src/core/metodo/method.ts";
import type { Municipio } from "../../src/core/municipio.ts";
import { generator, pickFrom } from "./generator.ts";

/** Sides of a made-up municipality's outline, about what the real generalised mesh has. */
const CORNERS = 14;

/**
 * A territory of `n` municipalities that do not exist, for measuring: figures drawn
 * from the real ones with their share of blanks, outlines on a grid. Codes start
 * with 10, which no UF has.
 */
export function makeUp(snapshot: Snapshot, n: number): Snapshot {
  const random = generator(20_260_101);
  const municipios = Array.from({ length: n }, (_, i): Municipio => {
    const real = pickFrom(random, snapshot.municipios);
    return { ...real, codigo: 1_000_000 + i, nome: `${real.nome} ${i + 1}` };
  });
  const colunas = snapshot.colunas.map((coluna): ColunaIndicador => {
    const { numeradores, denominadores, ...rest } = coluna;
    const rows = municipios.map(() => Math.floor(random() * coluna.valores.length));
    const at = (values: readonly (number | null)[]): (number | null)[] => rows.map((row) => values[row] ?? null);
    if (numeradores !== undefined && denominadores !== undefined) {
      return { ...rest, valores: at(coluna.valores), numeradores: at(numeradores), denominadores: at(denominadores), periodos: null };
    }
    const valores = at(coluna.valores).map((real) => (real === null ? null : real * (0.95 + 0.1 * random())));
    return { ...rest, valores, periodos: null };
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
      vizinhos: municipios.map((_, i) => gridNeighbours(i, side, n)),
    },
  };
}

function gridNeighbours(i: number, side: number, n: number): number[] {
  const column = i % side;
  return [column > 0 ? i - 1 : -1, column < side - 1 ? i + 1 : -1, i - side, i + side].filter((j) => j >= 0 && j < n);
}

/**
 * The same territory with a method of `m` indicators: the method's own over and over
 * under new names, with the figures of other municipalities.
 * @throws RangeError when the method has more than `m` of its own
 */
export function widen(snapshot: Snapshot, m: number): Snapshot {
  const own = indicadoresDoMetodo(snapshot.metodo);
  if (own.length > m) throw new RangeError(`the method has ${own.length} indicators, more than ${m}`);
  const copies = Array.from({ length: m - own.length }, (_, k) => ({ of: own[k % own.length]?.id ?? "", id: `inventado-${k + 1}`, turn: 1 + (7 * k) % 97 }));
  const copiesOf = (id: string): typeof copies => copies.filter((copy) => copy.of === id);
  const turned = <T>(values: readonly T[], by: number): T[] => [...values.slice(by), ...values.slice(0, by)];
  return {
    ...snapshot,
    catalogo: snapshot.catalogo.flatMap((indicador): Indicador[] => [
      indicador,
      ...copiesOf(indicador.id).map(({ id }) => ({ ...indicador, id, nome: `${indicador.nome} (${id})` })),
    ]),
    metodo: {
      ...snapshot.metodo,
      dimensoes: snapshot.metodo.dimensoes.map((dimensao) => ({
        ...dimensao,
        indicadores: dimensao.indicadores.flatMap((indicador): IndicadorDoMetodo[] => [
          indicador,
          ...copiesOf(indicador.id).map(({ id }) => ({ ...indicador, id })),
        ]),
      })),
    },
    colunas: snapshot.colunas.flatMap((coluna): ColunaIndicador[] => [
      coluna,
      ...copiesOf(coluna.indicador).map(({ id, turn }) => ({
        ...coluna,
        indicador: id,
        valores: turned(coluna.valores, turn),
        periodos: coluna.periodos === null ? null : turned(coluna.periodos, turn),
        ...(coluna.numeradores === undefined ? {} : { numeradores: turned(coluna.numeradores, turn) }),
        ...(coluna.denominadores === undefined ? {} : { denominadores: turned(coluna.denominadores, turn) }),
      })),
    ]),
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
