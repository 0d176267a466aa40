import { isBlankWord } from "../import/blank.ts";
import { numberEvidence, readNumber, type NumberStyle } from "../import/numbers.ts";
import { clean } from "../import/values.ts";
import type { RawTable } from "../raw/raw.ts";
import type { Fit } from "./layout.ts";
import { eachData } from "./records.ts";

/** A cell as text: blanks and NBSP at its ends out; "" when the row is shorter or there is no such column. */
export function cellText(campos: readonly string[], position: number | undefined): string {
  return position === undefined ? "" : clean(campos[position] ?? "");
}

export type FigureReading = number | "vazio" | "invalido" | "ambiguo";

/** A cell as a number by the style of its column. Blank, and the words for "no value", are `vazio`, never zero. */
export function readFigure(text: string, style: NumberStyle): FigureReading {
  if (text === "" || isBlankWord(text, "decimal")) return "vazio";
  const reading = readNumber(text, style);
  return typeof reading === "object" ? reading.valor : reading;
}

/** How each column writes its numbers, decided from all its cells. */
export function columnStyles(
  tabela: RawTable,
  fit: Fit,
  posicoes: readonly number[],
  onProgress?: (share: number) => void,
): ReadonlyMap<number, NumberStyle> {
  const measured = [...new Set(posicoes)].map((position) => ({ position, evidence: numberEvidence() }));
  eachData(
    tabela,
    fit,
    ({ campos }) => {
      for (const { position, evidence } of measured) {
        const text = cellText(campos, position);
        if (text !== "" && !isBlankWord(text, "decimal")) evidence.add(text);
      }
    },
    onProgress,
  );
  return new Map(measured.map(({ position, evidence }) => [position, evidence.decide()]));
}

/** "2026-06" from "202606", "06/2026", "6/2026", "2026-06", "2026/06", "01/06/2026" or "jun/2026"; null for anything else. */
export function readMonth(text: string): string | null {
  const plain = text.trim().replace(/[.,]0+$/, "");
  const match =
    /^(?<ano>(?:19|20)\d{2})[-/.]?(?<mes>0[1-9]|1[0-2])$/.exec(plain) ??
    /^(?:0?1[/.-])?(?<mes>0?[1-9]|1[0-2])[/.-](?<ano>(?:19|20)\d{2})$/.exec(plain) ??
    /^(?<ano>(?:19|20)\d{2})-(?<mes>0[1-9]|1[0-2])-01(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(plain);
  const { ano, mes } = match?.groups ?? {};
  if (ano !== undefined && mes !== undefined) return `${ano}-${mes.padStart(2, "0")}`;
  const named = /^(?<nome>[a-zç]{3})[a-zç]*\.?[ /-](?:de )?(?<ano>(?:19|20)?\d{2})$/i.exec(plain);
  const at = named === null ? -1 : MESES.indexOf((named.groups?.["nome"] ?? "").toLowerCase());
  const year = named?.groups?.["ano"];
  return at === -1 || year === undefined ? null : `${year.length === 2 ? `20${year}` : year}-${String(at + 1).padStart(2, "0")}`;
}

const MESES = ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"];

/** "2023" from "2023" or "2023.0"; null for anything else. */
export function readYear(text: string): string | null {
  return /^((?:19|20)\d{2})(?:[.,]0+)?$/.exec(text.trim())?.[1] ?? null;
}

/** The years written in a text ("Censo SUAS 2021", "IDCRAS2016"), each once, in the order they come. */
export function yearsIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g), ([year]) => year))];
}
