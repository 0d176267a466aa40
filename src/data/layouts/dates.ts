import { parseCivilDate } from "../../core/civil-date.ts";
import type { RawTable } from "../raw/raw.ts";
import { cellText } from "./cells.ts";
import type { Fit } from "./layout.ts";
import { eachData } from "./records.ts";

/** What the dates of a column say of the order of day and month where bars divide them. */
export type DayOrder = "dia-mes" | "mes-dia" | "misto" | "nenhum";

export interface DayOrderEvidence {
  readonly add: (text: string) => void;
  readonly decide: () => DayOrder;
}

const BARS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=$|[ T,])/;

/** Gathers which of the two first numbers cannot be a month: "13/05/2023" is day first, "5/13/2023" month first. */
export function dayOrderEvidence(): DayOrderEvidence {
  let dayFirst = 0;
  let monthFirst = 0;
  return {
    add(text) {
      const match = BARS.exec(text);
      if (match === null) return;
      if (Number(match[1]) > 12) dayFirst += 1;
      else if (Number(match[2]) > 12) monthFirst += 1;
    },
    decide() {
      if (dayFirst > 0 && monthFirst > 0) return "misto";
      if (dayFirst > 0) return "dia-mes";
      return monthFirst > 0 ? "mes-dia" : "nenhum";
    },
  };
}

export type MonthReading = { readonly mes: string } | "vazio" | "invalido" | "ambiguo";

/** `readDateMonth` for a column: days repeat, times of day do not. */
export function dateMonthReader(order: DayOrder): (text: string) => MonthReading {
  const memo = new Map<string, MonthReading>();
  return (text) => {
    const end = text.length > 8 ? text.slice(0, 11).search(/[ T,]/) : -1;
    const day = end === -1 ? text : text.slice(0, end);
    const known = memo.get(day);
    if (known !== undefined) return known;
    const reading = readDateMonth(day, order);
    if (memo.size < 20_000) memo.set(day, reading);
    return reading;
  };
}

/** The reader of a column of dates, once the whole column has told in which order it writes day and month. */
export function columnMonthReader(
  tabela: RawTable,
  fit: Fit,
  position: number | undefined,
  onProgress: (share: number) => void,
): (text: string) => MonthReading {
  const evidence = dayOrderEvidence();
  eachData(
    tabela,
    fit,
    ({ campos }) => {
      evidence.add(cellText(campos, position));
    },
    onProgress,
  );
  return dateMonthReader(evidence.decide());
}

/**
 * The month of a date with or without a time of day: 2023-05-31, 31/05/2023,
 * 31.05.2023, 5/31/2023. Where the column mixes both orders, a date that reads
 * both ways is `ambiguo`; points are only ever used day first.
 */
export function readDateMonth(text: string, order: DayOrder): MonthReading {
  if (text === "") return "vazio";
  const bars = BARS.exec(text);
  if (bars === null) {
    const iso = parseCivilDate(/^\d{4}-\d{2}-\d{2}(?=$|[ T])/.exec(text)?.[0] ?? "");
    return iso === null ? "invalido" : { mes: iso.slice(0, 7) };
  }
  const [, first = "", second = "", year = ""] = bars;
  const dayFirst = parseCivilDate(`${first}/${second}/${year}`)?.slice(0, 7) ?? null;
  if (text.charAt(first.length) === ".") return dayFirst === null ? "invalido" : { mes: dayFirst };
  const monthFirst = parseCivilDate(`${second}/${first}/${year}`)?.slice(0, 7) ?? null;
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) {
    const mes = dayFirst ?? monthFirst;
    return mes === null ? "invalido" : { mes };
  }
  if (order === "misto") return "ambiguo";
  return { mes: order === "mes-dia" ? monthFirst : dayFirst };
}
