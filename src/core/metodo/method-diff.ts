import type { DimensaoDoMetodo, Metodo } from "./method.ts";

type Scalar = string | number | boolean | null;
type Plain = Scalar | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** Lists whose members are known by their `id`, and the short name they have in an address. */
const LISTS: Readonly<Record<string, string>> = { dimensoes: "d", indicadores: "i" };
const ABSENT = "!";
const QUOTE = "'";
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/;
const RESERVED = /[%,:_!']/g;

/**
 * What sets a method apart from another, as text for an address: pairs
 * `place:value` in alphabetical order, joined by commas. Places are paths with
 * dots, dimensions and indicators by their id ("d.rede.i.idcras.peso:2"); a place
 * ending in "#" lists the ids in force and their order; `!` stands for a member
 * the method does not have. Equal methods give the empty text.
 * @param opcionais dimensions both ends know though the default leaves them out: of one taken in only what differs is written
 */
export function methodDiff(padrao: Metodo, metodo: Metodo, opcionais: readonly DimensaoDoMetodo[] = []): string {
  const before = flattenKnown(padrao, opcionais);
  const after = flatten(metodo as unknown as Plain);
  const changed = [...after].filter(([place, text]) => before.get(place) !== text);
  const kept = new Set(after.keys());
  for (const place of before.keys()) if (!kept.has(place) && !insideRemoved(place, after)) changed.push([place, ABSENT]);
  return changed
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([place, text]) => `${place}:${text}`)
    .join(",");
}

/**
 * The method an address stands for: the default with the differences written
 * over it, or null when the text is not of `methodDiff`. What comes back still
 * has to pass the door that reads method files: an address can hold any number.
 * @param opcionais as given to `methodDiff`
 */
export function applyMethodDiff(padrao: Metodo, texto: string, opcionais: readonly DimensaoDoMetodo[] = []): unknown {
  const flat = flattenKnown(padrao, opcionais);
  if (texto !== "") {
    for (const pair of texto.split(",")) {
      const at = pair.indexOf(":");
      if (at < 1 || pair.indexOf(":", at + 1) !== -1) return null;
      const [place, text] = [pair.slice(0, at), pair.slice(at + 1)];
      if (text === ABSENT) flat.delete(place);
      else flat.set(place, text);
    }
  }
  return unflatten(flat);
}

/** True when the place belongs to a dimension or indicator that the new method no longer lists. */
function insideRemoved(place: string, after: ReadonlyMap<string, string>): boolean {
  const parts = place.split(".");
  return parts.some((part, i) => {
    const list = after.get(`${parts.slice(0, i + 1).join(".")}.#`);
    const id = parts[i + 1];
    return list !== undefined && Object.values(LISTS).includes(part) && id !== undefined && id !== "#" && !list.split("_").includes(id);
  });
}

/** The default's places and those of the dimensions it leaves out, under the default's own list of dimensions. */
function flattenKnown(padrao: Metodo, opcionais: readonly DimensaoDoMetodo[]): Map<string, string> {
  const own = flatten(padrao as unknown as Plain);
  const known = new Set(padrao.dimensoes.map(({ id }) => id));
  const others = opcionais.filter(({ id }) => !known.has(id));
  return others.length === 0 ? own : new Map([...flatten({ dimensoes: others } as unknown as Plain), ...own]);
}

function flatten(value: Plain, place = "", into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) {
    into.set(place, value.map((item) => encodeScalar(item as Scalar)).join("_"));
    return into;
  }
  if (value === null || typeof value !== "object") {
    into.set(place, encodeScalar(value));
    return into;
  }
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const list = LISTS[key];
    if (list !== undefined && Array.isArray(member)) {
      const items = member as readonly { readonly id: string }[];
      into.set(join(place, `${list}.#`), items.map(({ id }) => id).join("_"));
      for (const { id, ...rest } of items) flatten(rest, join(place, `${list}.${id}`), into);
    } else {
      flatten(member, join(place, Array.isArray(member) ? `${key}.*` : key), into);
    }
  }
  return into;
}

function unflatten(flat: ReadonlyMap<string, string>): unknown {
  const root: Record<string, unknown> = {};
  for (const [place, text] of flat) {
    const parts = place.split(".");
    const last = parts.pop() ?? "";
    if (last === "*") {
      const key = parts.pop() ?? "";
      define(branch(root, parts), key, text === "" ? [] : text.split("_").map(decodeScalar));
    } else if (last !== "#") define(branch(root, parts), last, decodeScalar(text));
    else branch(root, parts);
  }
  return relist(root, flat, "");
}

/** Turns the maps by id back into lists, in the order and with the members the "#" entries give. */
function relist(value: unknown, flat: ReadonlyMap<string, string>, place: string): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const named = value as Readonly<Record<string, unknown>>;
  const out: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(named)) {
    const long = Object.keys(LISTS).find((name) => LISTS[name] === key);
    const here = join(place, key);
    const ids = flat.get(`${here}.#`);
    if (long === undefined || ids === undefined) {
      define(out, key, relist(member, flat, here));
      continue;
    }
    const members = member as Readonly<Record<string, unknown>>;
    const list = ids === "" ? [] : ids.split("_");
    define(
      out,
      long,
      list.map((id) => {
        const found = Object.hasOwn(members, id) ? relist(members[id], flat, join(here, id)) : {};
        return { id, ...(typeof found === "object" ? found : {}) };
      }),
    );
  }
  return out;
}

function branch(root: Record<string, unknown>, parts: readonly string[]): Record<string, unknown> {
  let at = root;
  for (const part of parts) {
    const next = Object.hasOwn(at, part) ? at[part] : undefined;
    if (next !== null && typeof next === "object" && !Array.isArray(next)) at = next as Record<string, unknown>;
    else {
      const made: Record<string, unknown> = {};
      define(at, part, made);
      at = made;
    }
  }
  return at;
}

/** An own member even where the name is one that objects treat apart ("__proto__"). */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function join(place: string, key: string): string {
  return place === "" ? key : `${place}.${key}`;
}

function encodeScalar(value: Scalar): string {
  if (typeof value !== "string") return String(value);
  const text = value.replaceAll(RESERVED, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return readsAsOther(value) ? `${QUOTE}${text}` : text;
}

function decodeScalar(text: string): Scalar {
  if (text.startsWith(QUOTE)) return unescaped(text.slice(1));
  if (text === "null") return null;
  if (text === "true" || text === "false") return text === "true";
  if (NUMBER.test(text)) return Number(text);
  return unescaped(text);
}

function unescaped(text: string): string {
  return text.replaceAll(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function readsAsOther(text: string): boolean {
  return text === "" || text === "null" || text === "true" || text === "false" || NUMBER.test(text);
}
