import type { Ajustes } from "./ajustes.ts";
import type { EntradaDoPlano, MunicipioDoPlano } from "./plano.ts";

/** Mean radius of the Earth, km (IUGG, GRS 80). */
export const RAIO_DA_TERRA_KM = 6371.0088;
/** Units of the solver's time in a working day. */
export const MINUTOS_DO_DIA = 480;

/** Road distances between places, both n², row-major, symmetric. */
export interface Distancias {
  /** Kilometres, to one decimal. */
  readonly km: Float64Array;
  /** Solver's minutes, whole: 480 = a working day on the road. */
  readonly minutos: Float64Array;
}

interface Ponto {
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle distance in km between two points in decimal degrees (haversine; Sinnott, Sky & Telescope 68(2), 1984). */
export function circuloMaximoKm(a: Ponto, b: Ponto): number {
  const rad = Math.PI / 180;
  const dLat = ((b.lat - a.lat) * rad) / 2;
  const dLon = ((b.lon - a.lon) * rad) / 2;
  const h = Math.sin(dLat) * Math.sin(dLat) + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon) * Math.sin(dLon);
  return 2 * RAIO_DA_TERRA_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Detour factor of a municipality: its region's, or the default. */
export function fatorDeDesvio({ desvio }: Pick<Ajustes, "desvio">, regiao: number | null): number {
  return desvio.regioes.find((item) => item.regiao === regiao)?.fator ?? desvio.padrao;
}

/** Tells whether distances to a municipality can be told: it is in the imported matrix or, without one, has a seat. */
export function comDistancia(matriz: EntradaDoPlano["matriz"]): (municipio: MunicipioDoPlano) => boolean {
  if (matriz === null) return ({ sede }) => sede !== null;
  const nela = new Set(matriz.codigos);
  return ({ codigo }) => nela.has(codigo);
}

/**
 * Road km and travel minutes between every two places, estimated (great-circle ×
 * mean of the two ends' factors) or read from the imported matrix; a matrix in
 * hours gives km by the mean speed. Both are rounded here, once.
 * @throws RangeError for a place whose distance cannot be told
 */
export function distanciasEntre(lugares: readonly MunicipioDoPlano[], ajustes: Ajustes, matriz: EntradaDoPlano["matriz"]): Distancias {
  const n = lugares.length;
  const km = new Float64Array(n * n);
  const minutos = new Float64Array(n * n);
  const trecho = matriz === null ? daEsfera(lugares, ajustes) : daMatriz(lugares, ajustes, matriz);
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const medida = trecho(i, j);
      km[i * n + j] = km[j * n + i] = medida.km;
      minutos[i * n + j] = minutos[j * n + i] = Math.round((MINUTOS_DO_DIA * medida.horas) / ajustes.horasPorDia);
    }
  }
  return { km, minutos };
}

type Trecho = (i: number, j: number) => { readonly km: number; readonly horas: number };

function daEsfera(lugares: readonly MunicipioDoPlano[], ajustes: Ajustes): Trecho {
  const sedes = lugares.map(({ codigo, sede }) => {
    if (sede === null) throw new RangeError(`municipality ${codigo} has no seat: its distances cannot be told`);
    return sede;
  });
  const fatores = lugares.map(({ regiao }) => fatorDeDesvio(ajustes, regiao));
  return (i, j) => {
    const [a, b] = [sedes[i], sedes[j]];
    if (a === undefined || b === undefined) throw new RangeError(`no place ${i} or ${j}`);
    const fator = ((fatores[i] ?? 1) + (fatores[j] ?? 1)) / 2;
    const km = emDecimos(circuloMaximoKm(a, b) * fator);
    return { km, horas: km / ajustes.velocidade };
  };
}

function daMatriz(lugares: readonly MunicipioDoPlano[], ajustes: Ajustes, matriz: NonNullable<EntradaDoPlano["matriz"]>): Trecho {
  const lugar = new Map(matriz.codigos.map((codigo, i) => [codigo, i]));
  const indices = lugares.map(({ codigo }) => {
    const indice = lugar.get(codigo);
    if (indice === undefined) throw new RangeError(`municipality ${codigo} is not in the matrix ${matriz.arquivo}`);
    return indice;
  });
  const n = matriz.codigos.length;
  return (i, j) => {
    const valor = matriz.valores[(indices[i] ?? 0) * n + (indices[j] ?? 0)] ?? Number.NaN;
    if (!(valor >= 0 && valor < Infinity)) throw new RangeError(`the matrix ${matriz.arquivo} has ${valor} between two places`);
    if (matriz.unidade === "horas") return { km: emDecimos(valor * ajustes.velocidade), horas: valor };
    const km = emDecimos(valor);
    return { km, horas: km / ajustes.velocidade };
  };
}

function emDecimos(km: number): number {
  return Math.round(km * 10) / 10;
}
