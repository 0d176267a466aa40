import { proveniencia } from "../core/carga.ts";
import { showing } from "../data/session/showing.ts";
import type { CanonicalExtract } from "../data/session/session.ts";

/** The civil day of an instant where the page is read. */
const LOCAL_DAY = new Intl.DateTimeFormat("pt-BR", { day: "2-digit", month: "2-digit", year: "numeric" });

/**
 * Which of the user's files a figure came from, in words; null for the bundled
 * figures. Takes the figure's `carga`, null where its row names none.
 */
export type Provenance = (carga: string | null) => string | null;

/** A row that names no load is of the file that replaced the extract, or else bundled. */
export function provenanceOf(loads: readonly CanonicalExtract[]): Provenance {
  const visible = showing(loads, "indicadores");
  const texts = new Map(visible.map(({ carga }) => [carga.id, proveniencia(carga, LOCAL_DAY.format(new Date(carga.carregadaEm)))]));
  const [first] = visible;
  const replaced = first?.modo === "substitui" ? (texts.get(first.carga.id) ?? null) : null;
  return (carga) => (carga === null ? replaced : (texts.get(carga) ?? null));
}
