import { formatMonth } from "../../core/format.ts";
import { monthsRange } from "../../core/civil-date.ts";
import { SelectField } from "./SelectField.tsx";

export interface MonthFieldProps {
  readonly rotulo: string;
  /** "2026-11", or "" for `vazio`. */
  readonly valor: string;
  /** First and last month offered, `YYYY-MM`. */
  readonly min: string;
  readonly max: string;
  readonly onMudar: (mes: string) => void;
  /** Label of the choice that means no limit; without it a month must be chosen. */
  readonly vazio?: string;
}

/** A month as a native select (the month input is plain text in some browsers), newest first, by year. */
export function MonthField({ rotulo, valor, min, max, onMudar, vazio }: MonthFieldProps) {
  const months = monthsRange(min, max)
    .map((mes) => ({ valor: mes, rotulo: formatMonth(mes), grupo: mes.slice(0, 4) }))
    .reverse();
  const opcoes = vazio === undefined ? months : [{ valor: "", rotulo: vazio }, ...months];
  return <SelectField rotulo={rotulo} valor={valor} opcoes={opcoes} onMudar={onMudar} />;
}
