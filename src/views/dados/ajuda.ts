import { count, joinPt } from "../../core/format.ts";
import type { Fonte, Indicador } from "../../core/indicador.ts";
import type { OfficialLayout } from "../../data/layouts/layout.ts";

export interface ArquivoConhecido {
  readonly id: string;
  readonly titulo: string;
  readonly grao: string;
}

/** The files of one published source. */
export interface FonteConhecida {
  readonly id: string;
  readonly nome: string;
  /** Where it is published; null where no stable address is known. */
  readonly url: string | null;
  /** What its files feed, in a sentence. */
  readonly alimenta: string;
  readonly arquivos: readonly ArquivoConhecido[];
}

export interface OrgaoConhecido {
  readonly orgao: string;
  readonly fontes: readonly FonteConhecida[];
}

/** Indicators named one by one; more are counted. */
const NOMEADOS = 6;

/**
 * The layouts by the body that publishes them and by source, in the order of the
 * list. What they feed is said of the source: its files share the indicators.
 */
export function orgaosConhecidos(
  layouts: readonly Pick<OfficialLayout, "id" | "titulo" | "orgao" | "fonte" | "grao">[],
  fontes: readonly Fonte[],
  catalogo: readonly Indicador[],
): OrgaoConhecido[] {
  return grouped(layouts, ({ orgao }) => orgao).map(([orgao, deles]) => ({
    orgao,
    fontes: grouped(deles, ({ fonte }) => fonte).map(([id, arquivos]) => {
      const fonte = fontes.find((each) => each.id === id);
      return {
        id,
        nome: fonte?.nome ?? id,
        url: fonte?.url ?? null,
        alimenta: alimenta(catalogo.filter((indicador) => indicador.fonte === id)),
        arquivos: arquivos.map(({ id: layout, titulo, grao }) => ({ id: layout, titulo, grao })),
      };
    }),
  }));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, items: T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups];
}

function alimenta(indicadores: readonly Indicador[]): string {
  if (indicadores.length === 0) return "Reconhecido e conferido; não alimenta nenhum indicador do catálogo.";
  const nomes = indicadores.slice(0, NOMEADOS).map(({ nome }) => nome);
  const resto = indicadores.length - nomes.length;
  return resto === 0 ? `Alimenta: ${joinPt(nomes)}.` : `Alimenta: ${nomes.join(", ")} e mais ${count(resto, "indicador", "indicadores")}.`;
}
