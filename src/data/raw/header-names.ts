/**
 * Header texts as labels: zero-width characters out, blanks collapsed, trailing
 * empty columns dropped, repeated names told apart ("data", "data (2)"). Linear
 * in the number of columns, however many share a name.
 */
export function headerNames(campos: readonly string[]): string[] {
  const names = campos.map(cleanHeader);
  while (names.length > 1 && names.at(-1) === "") names.pop();
  const used = new Set<string>(names);
  const seen = new Map<string, number>();
  return names.map((name) => {
    let times = (seen.get(name) ?? 0) + 1;
    if (times > 1) while (used.has(`${name} (${String(times)})`)) times += 1;
    seen.set(name, times);
    if (times === 1) return name;
    const distinct = `${name} (${String(times)})`;
    used.add(distinct);
    return distinct;
  });
}

function cleanHeader(campo: string): string {
  return campo
    .normalize("NFC")
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .replaceAll("\0", "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The cells of a header of several records, one name a column: the texts from the top down, with a space between. */
export function joinHeader(records: readonly (readonly string[])[]): string[] {
  const [only] = records;
  if (records.length === 1 && only !== undefined) return [...only];
  const width = Math.max(0, ...records.map((campos) => campos.length));
  return Array.from({ length: width }, (_, i) =>
    records
      .map((campos) => campos[i] ?? "")
      .filter((text) => text.trim() !== "")
      .join(" "),
  );
}
