import { isLegivel, type NumeroPublico } from "./numero.ts";
import type { DimensaoPublica, LinhaProtegida, Publicacao, TabelaProtegida } from "./publicacao.ts";

/** A sum over cells of which some may be hidden. */
export interface Contagem {
  /** Known only when every part is: null = no part has a figure. */
  readonly valor: NumeroPublico;
  /** Sum of the visible parts: the whole is this or more. */
  readonly minimo: number;
  readonly ocultas: number;
  readonly visiveis: number;
}

/** Adds up cells; with one hidden the sum is "oculto", and only its least value is known. */
export function somarCelulas(linhas: readonly Pick<LinhaProtegida, "valor">[]): Contagem {
  let minimo = 0;
  let visiveis = 0;
  let ocultas = 0;
  for (const { valor } of linhas) {
    if (valor === "oculto") ocultas += 1;
    else if (isLegivel(valor)) {
      visiveis += 1;
      minimo += valor;
    }
  }
  return { valor: ocultas > 0 ? "oculto" : visiveis === 0 ? null : minimo, minimo, ocultas, visiveis };
}

export function tabelaDe({ tabelas }: Pick<Publicacao, "tabelas">, id: string): TabelaProtegida | null {
  return tabelas.find((tabela) => tabela.id === id) ?? null;
}

/** Members of a dimension in a table, as they first come. */
export function membrosDe({ linhas }: Pick<TabelaProtegida, "linhas">, dimensao: DimensaoPublica): string[] {
  return [...new Set(linhas.flatMap(({ membros }) => membros[dimensao] ?? []))];
}

/** True when what went out is coarser than what was asked. */
export function isMaisGrossa({ niveis, pedida }: Pick<TabelaProtegida, "niveis" | "pedida">): boolean {
  return (Object.keys(pedida) as DimensaoPublica[]).some((dimensao) => niveis[dimensao] !== pedida[dimensao]);
}

/** Complaints or requests of the whole territory in a period, where a table has just that; null where none does. */
export function totalDoPeriodo({ tabelas }: Pick<Publicacao, "tabelas">, assunto: TabelaProtegida["assunto"], periodo: string): NumeroPublico {
  const totais = tabelas.filter(({ assunto: de, niveis }) => de === assunto && niveis.lugar === "uf" && Object.keys(niveis).every((dimensao) => dimensao === "lugar" || dimensao === "tempo"));
  return totais.flatMap(({ linhas }) => linhas).find(({ membros }) => membros.tempo === periodo)?.valor ?? null;
}

/** The year of "2025", "2025-T3" or "2025-03". */
export function anoDoPeriodo(periodo: string): number {
  return Number(periodo.slice(0, 4));
}

/** Rows of a table in one year. */
export function linhasDoAno({ linhas }: Pick<TabelaProtegida, "linhas">, ano: number): LinhaProtegida[] {
  return linhas.filter(({ membros: { tempo } }) => tempo !== undefined && anoDoPeriodo(tempo) === ano);
}

/** A table's rows under each member of a dimension, added up over the others. */
export function somarPor(linhas: readonly LinhaProtegida[], dimensao: DimensaoPublica): (Contagem & { readonly membro: string })[] {
  const grupos = new Map<string, LinhaProtegida[]>();
  for (const linha of linhas) {
    const membro = linha.membros[dimensao];
    if (membro === undefined) continue;
    const grupo = grupos.get(membro);
    if (grupo === undefined) grupos.set(membro, [linha]);
    else grupo.push(linha);
  }
  return [...grupos].map(([membro, grupo]) => ({ membro, ...somarCelulas(grupo) }));
}
