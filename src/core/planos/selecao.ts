import type { SituacaoDaAcao } from "./acao.ts";
import type { Especie, Origem } from "./plano.ts";
import { type AcaoContada, type PlanoContado, progressoDe } from "./progresso.ts";

/** An empty list, "" or null does not filter. */
export interface FiltroDosPlanos {
  /** IBGE codes; null = all. */
  readonly municipios: ReadonlySet<number> | null;
  readonly especies: readonly Especie[];
  readonly origens: readonly Origem[];
  /** Plans with an action of the office; of them, only its actions. */
  readonly orgao: string;
}

/**
 * Plans that the filter lets through. With an office, the counts of a plan are of that
 * office's actions, while whether it is concluded stays what all its actions say.
 */
export function filtrarPlanos(planos: readonly PlanoContado[], { municipios, especies, origens, orgao }: FiltroDosPlanos): PlanoContado[] {
  const escolhidos = planos.filter(
    ({ plano }) =>
      (municipios === null || municipios.has(plano.municipio)) &&
      (especies.length === 0 || especies.includes(plano.especie)) &&
      (origens.length === 0 || origens.includes(plano.origem)),
  );
  if (orgao === "") return escolhidos;
  return escolhidos.flatMap((contado) => {
    const contadas = contado.contadas.filter(({ acao }) => acao.orgao === orgao);
    return contadas.length === 0 ? [] : [{ ...contado, ...progressoDe(contadas), contadas }];
  });
}

/** Actions in these states (empty = all): those past their deadline the longest first, then those due soonest, those without one, those done; in the order of the plans where they tie. */
export function listarAcoes(planos: readonly PlanoContado[], situacoes: readonly SituacaoDaAcao[]): AcaoContada[] {
  const acoes = planos.flatMap(({ contadas }) => (situacoes.length === 0 ? contadas : contadas.filter(({ situacao }) => situacoes.includes(situacao))));
  // A number a row, its position in the last digits: typed arrays are sorted without a call a comparison.
  const ordem = Float64Array.from(acoes, (acao, i) => ordemDe(acao) * MAIS_ACOES + i).sort();
  return Array.from(ordem, (chave) => acoes[chave % MAIS_ACOES]).filter((acao) => acao !== undefined);
}

/** Offices that answer for an action, by how many. */
export function orgaosDosPlanos(planos: readonly PlanoContado[]): readonly { readonly orgao: string; readonly acoes: number }[] {
  const contagem = new Map<string, number>();
  for (const { contadas } of planos) {
    for (const { acao } of contadas) if (acao.orgao !== null) contagem.set(acao.orgao, (contagem.get(acao.orgao) ?? 0) + 1);
  }
  return [...contagem].map(([orgao, acoes]) => ({ orgao, acoes })).sort((a, b) => b.acoes - a.acoes || (a.orgao < b.orgao ? -1 : 1));
}

/** Days of any deadline are fewer than this. */
const CLASSE = 10_000_000;
/** Actions listed are fewer than this. */
const MAIS_ACOES = 10_000_000;
const POSICAO: Readonly<Record<SituacaoDaAcao, number>> = { atrasada: 0, "no-prazo": 1, "sem-prazo": 2, concluida: 3 };

function ordemDe({ situacao, atraso, faltam }: AcaoContada): number {
  return POSICAO[situacao] * CLASSE + (atraso === null ? (faltam ?? 0) : CLASSE / 2 - atraso);
}

