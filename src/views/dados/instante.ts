const FORMATO = new Intl.DateTimeFormat("pt-BR", { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** "22/11/2026, 14:03", in the reader's own time zone, for an instant in ISO 8601; the text itself when it is none. */
export function instante(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : FORMATO.format(date);
}
