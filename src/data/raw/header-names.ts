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

/**
 * The cells of a header of several records, one name a column: the texts from the
 * top down, with a space between. A name over several columns, written over the
 * first of them alone, belongs to each that has a name of its own below it.
 */
export function joinHeader(records: readonly (readonly string[])[]): string[] {
  const [only] = records;
  if (records.length === 1 && only !== undefined) return [...only];
  const width = Math.max(0, ...records.map((campos) => campos.length));
  const columns = Array.from({ length: width }, (_, i) => records.map((campos) => campos[i] ?? ""));
  /** Of each record, the name that still stands over the columns to its right. */
  const groups = records.map(() => "");
  return columns.map((texts) => {
    const first = texts.findIndex(isNamed);
    const parts = texts.map((text, level) => {
      const isAbove = texts.slice(level + 1).some(isNamed);
      if (isNamed(text)) {
        groups[level] = isAbove ? text : "";
        // A new group ends those within the one before it.
        groups.fill("", level + 1);
        return text;
      }
      if (!isAbove || first === -1) groups[level] = "";
      return groups[level] ?? "";
    });
    return parts.filter(isNamed).join(" ");
  });
}

function isNamed(text: string): boolean {
  return text.trim() !== "";
}
