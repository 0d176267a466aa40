import { nameKey, splitUf } from "./names.ts";
import type { Place, PlaceReading } from "./places.ts";
import type { MunicipioBrasil, NameVariant, Uf } from "./reference.ts";
import { GENERAL_TOTAL, STATE_TOTAL } from "./totals.ts";

interface NameSources {
  readonly brasil: readonly MunicipioBrasil[];
  readonly variantes: readonly NameVariant[];
  readonly uf: (text: string) => Uf | null;
  readonly found: (codigo: number) => PlaceReading;
  readonly inTerritory: (codigo: number) => boolean;
  readonly codigo: (texto: string) => PlaceReading;
  readonly codeAndName: (texto: string) => PlaceReading | null;
}

/** No official name has so many characters; what has is no name. */
const LONGEST = 120;

/** Systems that cut names do so at 25 characters or more; a shorter beginning is never completed. */
const CUT_FROM = 20;

const GENERAL = new Set(["brasil", "total", "totalgeral", "subtotal", "soma"]);

/**
 * Reads names. With a UF a name is of one municipality of it or of none; without,
 * it has to be of one municipality of the whole country: one that several bear is
 * ambiguous even where one of them is in the territory, and so is one that is also
 * a state's ("Tocantins" is a municipality of Minas Gerais).
 */
export function nameReader(sources: NameSources): (nome: string, uf: string | null) => PlaceReading {
  const { uf, found, codigo, codeAndName } = sources;
  const { byKey, keys, places } = index(sources);

  const candidatesOf = (codes: readonly number[], unit: Uf | null): readonly Place[] =>
    codes.flatMap((code) => {
      const place = places.get(code);
      return place === undefined || (unit !== null && place.uf !== unit.sigla) ? [] : [place];
    });

  const decide = (candidates: readonly Place[]): PlaceReading | null => {
    const [only] = candidates;
    if (only === undefined) return null;
    if (candidates.length === 1) return found(only.codigo);
    const here = candidates.filter((place) => sources.inTerritory(place.codigo));
    return { tipo: "ambiguo", candidatos: [...here, ...candidates.filter((place) => !here.includes(place))] };
  };

  const exact = (key: string, unit: Uf | null): PlaceReading | null => {
    const candidates = candidatesOf(byKey.get(key) ?? [], unit);
    if (unit === null && candidates.length > 0 && uf(key) !== null) return { tipo: "ambiguo", candidatos: candidates };
    return decide(candidates);
  };

  const cut = (text: string, key: string, unit: Uf | null): PlaceReading | null => {
    if (text.length < CUT_FROM) return null;
    const codes = new Set<number>();
    for (let i = firstNotBefore(keys, key); keys[i]?.startsWith(key) === true; i += 1) {
      for (const code of byKey.get(keys[i] ?? "") ?? []) codes.add(code);
    }
    return decide(candidatesOf([...codes], unit));
  };

  return (nome, ufText) => {
    const text = nome.replace(/[\u200b-\u200d\u2060\ufeff\0]/g, "").trim();
    if (/^[\s\d.,="']+$/.test(text)) return codigo(text);
    const coded = codeAndName(text);
    if (coded !== null) return coded;
    const key = nameKey(text);
    if (key === "" || text.length > LONGEST) return NOT_A_NAME;
    const given = ufText === null || ufText.trim() === "" ? null : uf(ufText);
    if (given === null && ufText !== null && ufText.trim() !== "") return NO_SUCH_UF;

    // The UF in the text comes first, or "Aracatu (BA)" would read as Araçatuba; "Grão-Pará" has none, and is whole.
    const carried = splitUf(text, uf);
    const bare = carried?.nome.trim() ?? text;
    const bareKey = nameKey(bare);
    const inCarried = carried === null ? null : exact(bareKey, carried.uf);
    const clash = carried !== null && given !== null && carried.uf.codigo !== given.codigo;
    const reading = inCarried !== null && clash ? TWO_UFS : (inCarried ?? exact(key, given));
    if (reading !== null) return reading;
    if (clash) return TWO_UFS;
    const unit = given ?? carried?.uf ?? null;
    const completed = cut(bare, bareKey, unit);
    if (completed !== null) return completed;
    if (uf(key) !== null || uf(bareKey) !== null) return STATE_TOTAL;
    if (GENERAL.has(bareKey)) return GENERAL_TOTAL;
    return unit === null ? NO_SUCH_NAME : NOT_IN_UF;
  };
}

interface NameIndex {
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  /** The keys in order, for names cut short. */
  readonly keys: readonly string[];
  readonly places: ReadonlyMap<number, Place>;
}

function index({ brasil, variantes }: NameSources): NameIndex {
  const byKey = new Map<string, number[]>();
  const places = new Map<number, Place>();
  const add = (codigo: number, nome: string): void => {
    const key = nameKey(nome);
    const codes = byKey.get(key);
    if (codes === undefined) byKey.set(key, [codigo]);
    else if (!codes.includes(codigo)) codes.push(codigo);
  };
  for (const { codigo, nome, uf } of brasil) {
    places.set(codigo, { codigo, nome, uf });
    add(codigo, nome);
  }
  for (const { codigo, variante } of variantes) if (places.has(codigo)) add(codigo, variante);
  return { byKey, keys: [...byKey.keys()].sort(), places };
}

/** Position of the first key that does not come before `key`. */
function firstNotBefore(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const unknown = (mensagem: string, conserto: string): PlaceReading => ({ tipo: "desconhecido", mensagem, conserto });

const NOT_A_NAME = unknown("A célula não traz o nome de um município.", "Escreva o nome do município, ou o código dele no IBGE.");
const NO_SUCH_NAME = unknown("Nenhum município do Brasil tem este nome.", "Corrija a grafia, ou use o código do IBGE no lugar do nome.");
const NOT_IN_UF = unknown("Nenhum município do estado indicado tem este nome.", "Confira o estado e a grafia, ou use o código do IBGE no lugar do nome.");
const NO_SUCH_UF = unknown("O estado indicado não existe.", "Escreva o estado pela sigla, pelo nome ou pelo código de dois algarismos do IBGE.");
const TWO_UFS = unknown(
  "O nome traz um estado e a coluna do estado traz outro.",
  "Confira na origem qual dos dois é o certo e deixe um só.",
);
