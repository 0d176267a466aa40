import { codeReader } from "./code-reader.ts";
import { nameReader } from "./name-reader.ts";
import { ufResolver } from "./names.ts";
import type { PlaceReading, PlaceResolver } from "./places.ts";
import { ufCode, type MunicipioBrasil, type NameVariant, type Uf } from "./reference.ts";

export interface PlaceSources {
  /** The territory of this installation. */
  readonly territorio: { readonly codigoUf: number; readonly uf: string };
  readonly brasil: readonly MunicipioBrasil[];
  readonly variantes: readonly NameVariant[];
  /** With the names of the states, so that a state named in full in a UF column, or as a total, is known; without, only letters and codes are. */
  readonly ufs?: readonly Uf[];
}

/** Readings kept so that a column of a million rows is resolved once for each distinct text. */
const KEPT = 50_000;

/** Builds the resolver in one pass over the list; each reading is then a look-up. */
export function createPlaceResolver({ territorio, brasil, variantes, ufs = ufsOf(brasil) }: PlaceSources): PlaceResolver {
  const inTerritory = (codigo: number): boolean => ufCode(codigo) === territorio.codigoUf;
  const found = (codigo: number): PlaceReading => (inTerritory(codigo) ? { tipo: "achado", codigo } : { tipo: "fora" });
  const uf = ufResolver(ufs);
  const codes = codeReader({ brasil, ufs, uf, found });
  const nome = nameReader({ brasil, variantes, uf, found, inTerritory, codigo: codes.codigo, codeAndName: codes.codeAndName });
  return {
    codigo: kept(codes.codigo),
    partido: (ufText, municipio) => codes.partido(ufText, municipio),
    siafi: kept(codes.siafi),
    nome: keptPair(nome),
    territorio: new Map(brasil.filter(({ codigo }) => inTerritory(codigo)).map(({ codigo, nome, uf }) => [codigo, { codigo, nome, uf }])),
  };
}

function ufsOf(brasil: readonly MunicipioBrasil[]): Uf[] {
  const found = new Map<number, Uf>();
  for (const { codigo, uf } of brasil) {
    const codigoUf = ufCode(codigo);
    if (!found.has(codigoUf)) found.set(codigoUf, { codigo: codigoUf, sigla: uf, nome: uf });
  }
  return [...found.values()];
}

function kept(read: (text: string) => PlaceReading): (text: string) => PlaceReading {
  const readings = new Map<string, PlaceReading>();
  return (text) => {
    const known = readings.get(text);
    if (known !== undefined) return known;
    const reading = read(text);
    if (readings.size < KEPT) readings.set(text, reading);
    return reading;
  };
}

function keptPair(read: (text: string, uf: string | null) => PlaceReading): (text: string, uf: string | null) => PlaceReading {
  const byUf = new Map<string | null, (text: string) => PlaceReading>();
  return (text, uf) => {
    let reader = byUf.get(uf);
    if (reader === undefined) {
      reader = kept((name) => read(name, uf));
      if (byUf.size < MAX_UFS) byUf.set(uf, reader);
    }
    return reader(text);
  };
}

/** A UF column has 27 values, in a few spellings; more is some other column. */
const MAX_UFS = 200;
