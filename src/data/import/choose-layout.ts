import { LOADS_FROM, type FileHint, type Fit, type OfficialLayout } from "../layouts/layout.ts";
import type { RawTable } from "../raw/raw.ts";
import type { Candidate } from "./report.ts";

/** A table and the layout that fits it best. */
export interface FittedTable {
  readonly tabela: RawTable;
  readonly layout: OfficialLayout;
  readonly fit: Fit;
}

export interface Choice {
  /** Tables to read, the surest first; all of one body's family when several sheets fit. Empty when nothing fits well enough. */
  readonly lidas: readonly FittedTable[];
  /** The best fit of every table, loaded or not, the surest first. */
  readonly melhores: readonly FittedTable[];
  /** Nearest layouts of the file, at most five. */
  readonly candidatos: readonly Candidate[];
}

const MAX_CANDIDATES = 5;

/**
 * Which layouts the tables of a file are. `forced` is the user's own choice: it
 * is read whatever its confidence. Sheets that fit layouts of another source than
 * the surest one are left unread.
 */
export function chooseLayouts(
  tabelas: readonly RawTable[],
  layouts: readonly OfficialLayout[],
  pista: FileHint,
  forced: string | null,
): Choice {
  const eligible = forced === null ? layouts : layouts.filter(({ id }) => id === forced);
  const fits = tabelas.flatMap((tabela) =>
    eligible.flatMap((layout) => {
      const fit = layout.match(tabela, pista);
      return fit === null ? [] : [{ tabela, layout, fit }];
    }),
  );
  fits.sort((a, b) => b.fit.confianca - a.fit.confianca);
  const melhores = tabelas.flatMap((tabela) => fits.find((fitted) => fitted.tabela === tabela) ?? []);
  melhores.sort((a, b) => b.fit.confianca - a.fit.confianca);
  const usable = melhores.filter(({ fit }) => forced !== null || fit.confianca >= LOADS_FROM);
  const [surest] = usable;
  return {
    lidas: usable.filter(({ layout }) => layout.fonte === surest?.layout.fonte),
    melhores,
    candidatos: nearest(fits),
  };
}

function nearest(fits: readonly FittedTable[]): Candidate[] {
  const byLayout = new Map<string, Candidate>();
  for (const { layout, fit } of fits) {
    if (byLayout.has(layout.id)) continue;
    const { confianca, motivo, faltam } = fit;
    byLayout.set(layout.id, { id: layout.id, titulo: layout.titulo, confianca, motivo, faltam });
  }
  return [...byLayout.values()].slice(0, MAX_CANDIDATES);
}
