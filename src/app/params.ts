/** URL parameters of a page, as text. */
export type Params = Readonly<Record<string, string>>;

/**
 * Reads the search part of an address as a flat record of text. A repeated
 * parameter keeps its last value. Never throws: a broken percent sign stays as it is.
 */
export function parseParams(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/**
 * Writes a record of text as the search part of an address, `?` included; empty
 * for an empty record. Commas and colons stay readable, since links are read and
 * typed by people.
 */
export function formatParams(params: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (typeof value === "string") search.set(name, value);
  const text = search.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}

/** The parameters of an address as the router gives them; what is not text is dropped. */
export function asParams(search: unknown): Params {
  if (typeof search !== "object" || search === null) return {};
  return Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
