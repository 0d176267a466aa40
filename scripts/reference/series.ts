import type { TextRow } from "../extracts/csv.ts";

/** Ids of the yearly SUAS indices: name in the source file → id and source in our catalogue. */
const SERIES: Readonly<Record<string, { readonly indicador: string; readonly fonte: string }>> = {
  idcras: { indicador: "idcras", fonte: "mds-idcras" },
  idcras_estrutura: { indicador: "idcras-estrutura", fonte: "mds-idcras" },
  idcras_rh: { indicador: "idcras-equipe", fonte: "mds-idcras" },
  idcras_servicos: { indicador: "idcras-servicos", fonte: "mds-idcras" },
  idcreas: { indicador: "idcreas", fonte: "mds-idcreas" },
  idcreas_estrutura: { indicador: "idcreas-estrutura", fonte: "mds-idcreas" },
  idcreas_rh: { indicador: "idcreas-equipe", fonte: "mds-idcreas" },
  idcreas_servicos: { indicador: "idcreas-servicos", fonte: "mds-idcreas" },
  idconselho: { indicador: "idconselho", fonte: "mds-idconselho" },
  idconselho_estrutura: { indicador: "idconselho-estrutura", fonte: "mds-idconselho" },
  idconselho_dinamica: { indicador: "idconselho-dinamica", fonte: "mds-idconselho" },
  idconselho_composicao: { indicador: "idconselho-composicao", fonte: "mds-idconselho" },
};

export interface SeriesFigure {
  readonly codigo: number;
  readonly indicador: string;
  readonly periodo: string;
  readonly valor: number;
  readonly fonte: string;
}

export interface SeriesReading {
  readonly figures: readonly SeriesFigure[];
  /** Cells that hold a number no such index can have: the scale goes from 1 to 5. */
  readonly outOfScale: readonly SeriesFigure[];
}

/**
 * Reads the yearly IDCRAS, IDCREAS and IDConselho values.
 * A zero on this 1–5 scale is not a level (its municipality is absent from that
 * year's own file of units): it is set apart and listed, never written as a figure.
 */
export function readSeries(rows: readonly TextRow[]): SeriesReading {
  const figures: SeriesFigure[] = [];
  const outOfScale: SeriesFigure[] = [];
  for (const row of rows) {
    const name = row["indicador"] ?? "";
    const known = SERIES[name];
    if (known === undefined) throw new Error(`unknown indicator "${name}" in the yearly series`);
    const text = row["valor"] ?? "";
    if (text === "") continue;
    const figure: SeriesFigure = {
      codigo: Number(row["code7"]),
      periodo: row["ano"] ?? "",
      valor: Number(text),
      ...known,
    };
    const inScale = figure.valor >= 1 && figure.valor <= 5;
    (inScale ? figures : outOfScale).push(figure);
  }
  return { figures, outOfScale };
}
