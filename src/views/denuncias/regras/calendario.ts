import type { DiaParado } from "../../../core/denuncias/calendario.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { diaDaSemanaEmPalavras } from "../agenda/agenda.ts";

export const TIPO_ROTULO: Readonly<Record<DiaParado["tipo"], string>> = {
  feriado: "Feriado",
  facultativo: "Ponto facultativo",
  suspensao: "Suspensão de prazos",
};

/** A day of the calendar as the page lists it. */
export interface LinhaDoCalendario extends DiaParado {
  /** "biblioteca" or the user's file. */
  readonly de: string;
}

/** Days of a year, the law's and the user's, in order; a period that crosses the year is in both. */
export function linhasDoCalendario(parados: readonly DiaParado[], doUsuario: readonly DiaParado[], ano: number, arquivo: string): LinhaDoCalendario[] {
  const proprios = new Set(doUsuario);
  const [primeiro, ultimo] = [`${ano}-01-01`, `${ano}-12-31`];
  return parados
    .filter(({ inicio, fim }) => inicio <= ultimo && fim >= primeiro)
    .map((dia) => ({ ...dia, de: proprios.has(dia) ? arquivo : "feriados nacionais e estaduais" }))
    .toSorted((a, b) => (a.inicio < b.inicio ? -1 : a.inicio > b.inicio ? 1 : a.nome < b.nome ? -1 : 1));
}

/** Years that the calendar has any day of, ascending. */
export function anosDe(parados: readonly DiaParado[]): number[] {
  const anos = new Set<number>();
  for (const { inicio, fim } of parados) for (let ano = Number(inicio.slice(0, 4)); ano <= Number(fim.slice(0, 4)); ano += 1) anos.add(ano);
  return [...anos].sort((a, b) => a - b);
}

export function colunasDoCalendario(nome: (codigo: number) => string): TableColumn<LinhaDoCalendario>[] {
  return [
    { id: "inicio", titulo: "Dia", tipo: "data", valor: ({ inicio }) => inicio },
    { id: "fim", titulo: "Até", tipo: "data", valor: ({ inicio, fim }) => (fim === inicio ? "" : fim) },
    { id: "semana", titulo: "Dia da semana", tipo: "texto", ordenavel: false, valor: ({ inicio, fim }) => (fim === inicio ? diaDaSemanaEmPalavras(inicio) : "") },
    { id: "tipo", titulo: "Tipo", tipo: "texto", valor: ({ tipo }) => TIPO_ROTULO[tipo] },
    { id: "nome", titulo: "Nome", tipo: "texto", valor: ({ nome: n }) => n },
    { id: "municipio", titulo: "Vale em", tipo: "texto", valor: ({ municipio }) => (municipio === null ? "todos os municípios" : nome(municipio)) },
    { id: "de", titulo: "De onde vem", tipo: "texto", valor: ({ de }) => de },
  ];
}
