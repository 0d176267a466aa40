/** A place known both on the drawing and on Earth. */
export interface Amarra {
  readonly x: number;
  readonly lon: number;
  readonly lat: number;
}

/** Kilometres of a degree of longitude at the equator. */
const KM_PER_DEGREE = 111.32;

/**
 * Kilometres per drawing unit of a web-mercator drawing, at its mean latitude,
 * from places known in both; null when they do not spread in longitude.
 */
export function kmPerUnit(amarras: readonly Amarra[]): number | null {
  const [primeira, ...resto] = amarras;
  if (!primeira) return null;
  let oeste = primeira;
  let leste = primeira;
  let latitudes = primeira.lat;
  for (const a of resto) {
    if (a.lon < oeste.lon) oeste = a;
    if (a.lon > leste.lon) leste = a;
    latitudes += a.lat;
  }
  const unidades = leste.x - oeste.x;
  if (unidades <= 0) return null;
  const latitude = latitudes / amarras.length;
  return ((leste.lon - oeste.lon) * KM_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)) / unidades;
}

/** The greatest of 1, 2 or 5 times a power of ten that is not above `km`. */
export function roundLength(km: number): number {
  const potencia = 10 ** Math.floor(Math.log10(km));
  return [5, 2, 1].map((n) => n * potencia).find((n) => n <= km) ?? potencia;
}
