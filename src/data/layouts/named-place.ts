import type { PlaceReading, PlaceResolver } from "../places/places.ts";

/**
 * Reads a municipality out of one cell that may hold its name and its UF, or its
 * code and its name, divided by bars ("ABADIA DE GOIAS|GO", "5200050 | Abadia de
 * Goiás"); the code decides.
 */
export function namedPlace(lugares: PlaceResolver, texto: string, uf: string | null): PlaceReading {
  return lugares.nome(/^\s*\d/.test(texto) ? texto : texto.replace(/\s*\|\s*/g, "/"), uf);
}

/** Keeps the readings of place and UF as written: they repeat by the million. */
export function rememberedPlace(read: (municipio: string, uf: string) => PlaceReading): (municipio: string, uf: string) => PlaceReading {
  const byUf = new Map<string, Map<string, PlaceReading>>();
  return (municipio, uf) => {
    let known = byUf.get(uf);
    if (known === undefined) {
      known = new Map();
      if (byUf.size < 200) byUf.set(uf, known);
    }
    const before = known.get(municipio);
    if (before !== undefined) return before;
    const reading = read(municipio, uf);
    if (known.size < 20_000) known.set(municipio, reading);
    return reading;
  };
}
