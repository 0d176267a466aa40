/** Reads `--name value` pairs: the values by name, or a sentence of the first thing wrong (an unknown name, one without a value, one given twice). */
export function readNamed(args: readonly string[], names: readonly string[]): ReadonlyMap<string, string> | string {
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i += 2) {
    const [name = "", value] = [args[i], args[i + 1]];
    if (!names.includes(name)) return `Não existe a opção “${name}”.`;
    if (value === undefined || value.startsWith("--")) return `Falta o valor de ${name}.`;
    if (given.has(name)) return `A opção ${name} veio duas vezes.`;
    given.set(name, value);
  }
  return given;
}
