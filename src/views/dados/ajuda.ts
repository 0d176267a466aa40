import { count, joinPt } from "../../core/format.ts";
import type { Fonte, Indicador } from "../../core/indicador.ts";
import type { OfficialLayout } from "../../data/layouts/layout.ts";

export interface ArquivoConhecido {
  readonly id: string;
  readonly titulo: string;
  readonly grao: string;
  /** What it feeds, in a sentence. */
  readonly alimenta: string;
  /** Where it is published; null where no stable address is known. */
  readonly url: string | null;
}

export interface OrgaoConhecido {
  readonly orgao: string;
  readonly arquivos: readonly ArquivoConhecido[];
}

/** Indicators named one by one; more are counted. */
const NOMEADOS = 5;

/** The layouts by the body that publishes them, in the order of the list. */
export function orgaosConhecidos(
  layouts: readonly Pick<OfficialLayout, "id" | "titulo" | "orgao" | "fonte" | "grao">[],
  fontes: readonly Fonte[],
  catalogo: readonly Indicador[],
): OrgaoConhecido[] {
  const byBody = new Map<string, ArquivoConhecido[]>();
  for (const { id, titulo, orgao, fonte, grao } of layouts) {
    const url = fontes.find((each) => each.id === fonte)?.url ?? null;
    const arquivo = { id, titulo, grao, alimenta: alimenta(catalogo.filter((indicador) => indicador.fonte === fonte)), url };
    const list = byBody.get(orgao);
    if (list === undefined) byBody.set(orgao, [arquivo]);
    else list.push(arquivo);
  }
  return [...byBody].map(([orgao, arquivos]) => ({ orgao, arquivos }));
}

function alimenta(indicadores: readonly Indicador[]): string {
  if (indicadores.length === 0) return "É reconhecido e conferido; não alimenta nenhum indicador do catálogo.";
  const nomes = indicadores.slice(0, NOMEADOS).map(({ nome }) => nome);
  const resto = indicadores.length - nomes.length;
  return resto === 0 ? `Alimenta: ${joinPt(nomes)}.` : `Alimenta: ${nomes.join(", ")} e mais ${count(resto, "indicador", "indicadores")}.`;
}
