import type { Question } from "../import/question.ts";
import type { RawTable } from "../raw/raw.ts";
import { cellText, yearsIn } from "./cells.ts";
import type { Fit } from "./layout.ts";
import type { Questions } from "./questions.ts";

/** The oldest year offered when a file does not say its own. */
const FIRST_YEAR = 2000;

/** The text above the header: titles, "data de referência". */
export function openingText({ inicio }: RawTable, { linhaCabecalho, linhasDeCabecalho }: Fit): string {
  const above = inicio.filter(({ linha }) => linha < linhaCabecalho).slice(0, linhasDeCabecalho > 1 ? 1 - linhasDeCabecalho : undefined);
  return above.map(({ campos }) => campos.map((_, at) => cellText(campos, at)).filter((text) => text !== "").join(" ")).join("\n");
}

/**
 * The year the first of the texts that names any gives, in order of authority;
 * null when none does or the one that does names several.
 */
export function yearFrom(textos: readonly string[]): string | null {
  for (const texto of textos) {
    const years = yearsIn(texto);
    if (years.length > 0) return years.length === 1 ? (years[0] ?? null) : null;
  }
  return null;
}

/** The month a file's name gives ("202606", "2026-06", "2026_06", "06-2026"); null when it gives none or several. */
export function monthInName(arquivo: string): string | null {
  const found = new Set<string>();
  for (const [, ano = "", mes = ""] of arquivo.matchAll(/(?<!\d)((?:19|20)\d{2})[-_. ]?(0[1-9]|1[0-2])(?!\d)/g)) found.add(`${ano}-${mes}`);
  for (const [, mes = "", ano = ""] of arquivo.matchAll(/(?<!\d)(0[1-9]|1[0-2])[-_. ]((?:19|20)\d{2})(?!\d)/g)) found.add(`${ano}-${mes}`);
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Asks the year the file's figures are of; null until answered. */
export function askYear(perguntas: Questions, deQue: string, ultimoAno = new Date().getFullYear()): string | null {
  return perguntas.ask(yearQuestion(deQue, ultimoAno));
}

function yearQuestion(deQue: string, ultimoAno: number): Question {
  const anos = Array.from({ length: Math.max(1, ultimoAno - FIRST_YEAR + 1) }, (_, i) => String(ultimoAno - i));
  return {
    id: "periodo:ano",
    pergunta: `De que ano são os números${deQue === "" ? "" : ` de ${deQue}`}? O arquivo não diz.`,
    opcoes: anos.map((valor) => ({ valor, rotulo: valor })),
  };
}

const MESES = ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"];

/** Asks the month, as year and month of the year; null until both are answered. */
export function askMonth(perguntas: Questions, deQue: string, ultimoAno = new Date().getFullYear()): string | null {
  const ano = perguntas.ask(yearQuestion(deQue, ultimoAno));
  const mes = perguntas.ask({
    id: "periodo:mes",
    pergunta: `De que mês são os números${deQue === "" ? "" : ` de ${deQue}`}? O arquivo não diz.`,
    opcoes: MESES.map((rotulo, i) => ({ valor: String(i + 1).padStart(2, "0"), rotulo })),
  });
  return ano === null || mes === null ? null : `${ano}-${mes}`;
}
