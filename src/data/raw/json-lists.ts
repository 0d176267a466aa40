import { Refusal } from "../import/whole-file.ts";
import type { JsonScanner } from "./json-scanner.ts";

/**
 * What a table of a JSON is made of: lists of records at one path; an object from
 * codes to records, or from codes to values; one record alone; a list of lists.
 */
export type ListKind = "lista" | "mapa" | "pares" | "registro" | "matriz";

export interface FoundList {
  readonly kind: ListKind;
  /** Keys that lead to it, joined by dots; a key that is a code is "*". Empty at the root. */
  readonly caminho: string;
  /** Where each of its pieces starts in the text. */
  readonly inicios: readonly number[];
  /** The code under which each piece stands; null for the ones that stand under none. */
  readonly chaves: readonly (string | null)[];
}

/** Tables in one file; a JSON with more is some other thing. */
const MAX_LISTS = 200;

/** Values alone with this many keys or more are taken for a table even where the keys are no codes. */
const MANY_PAIRS = 20;

const CODE = /^\d{2,}$/;

interface Place {
  readonly caminho: string;
  readonly chave: string | null;
  /** Inside a record of a list, where an object is part of a row and no table. */
  readonly inRecord: boolean;
}

interface Draft {
  readonly kind: ListKind;
  readonly inicios: number[];
  readonly chaves: (string | null)[];
}

/**
 * Reads the whole text once, checking that it is JSON, and finds its tables in
 * the order in which they start.
 * @throws Refusal with the place where the text stops being JSON.
 */
export function findLists(scanner: JsonScanner): { readonly listas: readonly FoundList[]; readonly texto: string | null } {
  const drafts = new Map<string, Draft>();
  const empty: string[] = [];
  let inner: string | null = null;

  const add = (kind: ListKind, { caminho, chave }: Place, inicio: number): void => {
    const key = `${kind} ${caminho}`;
    let draft = drafts.get(key);
    if (draft === undefined) {
      if (drafts.size >= MAX_LISTS) throw tooMany();
      draft = { kind, inicios: [], chaves: [] };
      drafts.set(key, draft);
    }
    draft.inicios.push(inicio);
    draft.chaves.push(chave);
  };

  const value = (place: Place): "objeto" | "lista" | "numero" | "outro" => {
    const mark = scanner.peek();
    if (mark === "{") object(place);
    else if (mark === "[") list(place);
    else {
      const text = scanner.scalar();
      if (mark !== '"') return mark === "t" || mark === "f" ? "outro" : "numero";
      if (!place.inRecord && /^\s*[[{]/.test(text)) inner ??= text;
      return "outro";
    }
    return mark === "{" ? "objeto" : "lista";
  };

  const list = (place: Place): void => {
    scanner.peek();
    const inicio = scanner.at;
    const counts = { objeto: 0, lista: 0, numero: 0, outro: 0 };
    const inside: Place = { ...place, inRecord: true };
    scanner.items(() => {
      counts[value(inside)] += 1;
      return true;
    });
    if (counts.objeto > 0) add("lista", place, inicio);
    else if (place.caminho === "" && !place.inRecord && counts.lista > 0) add("matriz", place, inicio);
    else if (!place.inRecord && counts.lista + counts.numero + counts.outro === 0) empty.push(place.caminho);
  };

  const object = (place: Place): void => {
    scanner.peek();
    const inicio = scanner.at;
    const counts = { objeto: 0, lista: 0, numero: 0, outro: 0 };
    let codes = 0;
    scanner.members((key) => {
      const isCode = CODE.test(key);
      if (isCode) codes += 1;
      const step = isCode ? "*" : key;
      const caminho = place.caminho === "" ? step : `${place.caminho}.${step}`;
      counts[value({ caminho, chave: isCode ? key : place.chave, inRecord: place.inRecord || isCode })] += 1;
      return true;
    });
    const total = counts.objeto + counts.lista + counts.numero + counts.outro;
    if (place.inRecord || total === 0) return;
    const onlyValues = counts.numero + counts.outro === total;
    if (onlyValues && (codes === total || (total >= MANY_PAIRS && counts.numero === total))) add("pares", place, inicio);
    else if (codes === total && counts.objeto === total) add("mapa", place, inicio);
  };

  const root: Place = { caminho: "", chave: null, inRecord: false };
  const mark = scanner.peek();
  const start = scanner.at;
  value(root);
  if (scanner.peek() !== "") throw scanner.broken("o fim do arquivo");
  if (drafts.size === 0 && inner === null) {
    const [path] = empty;
    if (path !== undefined) drafts.set(`lista ${path}`, { kind: "lista", inicios: [], chaves: [] });
    else if (mark === "{") add("registro", root, start);
  }
  const listas = [...drafts].map(([key, draft]) => ({ ...draft, caminho: key.slice(draft.kind.length + 1) }));
  return { listas: listas.sort((a, b) => (a.inicios[0] ?? 0) - (b.inicios[0] ?? 0)), texto: drafts.size === 0 ? inner : null };
}

function tooMany(): Refusal {
  return new Refusal(
    "json-desconhecido",
    `O JSON tem mais de ${String(MAX_LISTS)} tabelas dentro dele.`,
    "Baixe os dados em CSV, ou uma tabela de cada vez.",
  );
}
