import type { CivilDate } from "../civil-date.ts";
import { diaDe } from "../denuncias/dia.ts";
import { type EstadoDaAcao, estadoDaAcao } from "./acao.ts";
import type { Acao, Plano } from "./plano.ts";

/** Counts of actions; each is in exactly one of the four. */
export interface Progresso {
  readonly acoes: number;
  readonly concluidas: number;
  readonly atrasadas: number;
  readonly noPrazo: number;
  readonly semPrazo: number;
  /** Days the action longest past its deadline is late; null when none is. */
  readonly maiorAtraso: number | null;
}

/** "sem-acoes": nothing to conclude, so never concluded. */
export type SituacaoDoPlano = "concluido" | "em-andamento" | "sem-acoes";

/** Whom a Plano de Providências waits for; null when approved and pacted, and of a Plano de Apoio. */
export type EsperaDoPlano = "cmas" | "cib" | null;

export interface AcaoContada extends EstadoDaAcao {
  readonly acao: Acao;
  readonly plano: Plano;
}

export interface PlanoContado extends Progresso {
  readonly plano: Plano;
  /** Concluded only when every action is. Source: Portaria SPS/CE 352/2023 art. 6 §3. */
  readonly situacao: SituacaoDoPlano;
  /** Source: Portaria SPS/CE 352/2023 art. 6 §1. */
  readonly espera: EsperaDoPlano;
  /** In the order of the plan, aligned with `plano.acoes`. */
  readonly contadas: readonly AcaoContada[];
}

/** How each plan and action stands on a day. Linear. */
export function contarPlanos(planos: readonly Plano[], hoje: CivilDate): PlanoContado[] {
  const dia = diaDe(hoje);
  return planos.map((plano) => {
    const contadas = plano.acoes.map((acao): AcaoContada => ({ acao, plano, ...estadoDaAcao(acao, dia) }));
    const progresso = progressoDe(contadas);
    return { plano, ...progresso, situacao: situacaoDoPlano(progresso), espera: esperaDoPlano(plano, hoje), contadas };
  });
}

export function progressoDe(acoes: Iterable<AcaoContada>): Progresso {
  const contagem = { atrasada: 0, "sem-prazo": 0, "no-prazo": 0, concluida: 0 };
  let total = 0;
  let maiorAtraso: number | null = null;
  for (const { situacao, atraso } of acoes) {
    contagem[situacao] += 1;
    total += 1;
    if (atraso !== null && atraso > (maiorAtraso ?? 0)) maiorAtraso = atraso;
  }
  return { acoes: total, concluidas: contagem.concluida, atrasadas: contagem.atrasada, noPrazo: contagem["no-prazo"], semPrazo: contagem["sem-prazo"], maiorAtraso };
}

function situacaoDoPlano({ acoes, concluidas }: Progresso): SituacaoDoPlano {
  if (acoes === 0) return "sem-acoes";
  return concluidas === acoes ? "concluido" : "em-andamento";
}

function esperaDoPlano({ especie, aprovacaoCmas, pactuacaoCib }: Plano, hoje: CivilDate): EsperaDoPlano {
  if (especie !== "providencias") return null;
  if (aprovacaoCmas === null || aprovacaoCmas > hoje) return "cmas";
  return pactuacaoCib === null || pactuacaoCib > hoje ? "cib" : null;
}

/** Plans of one municipality, or of any set of plans. */
export interface ResumoDosPlanos extends Progresso {
  readonly planos: number;
  readonly concluidos: number;
  readonly semAcoes: number;
  readonly aguardamCmas: number;
  readonly aguardamCib: number;
}

export interface PlanosDoMunicipio extends ResumoDosPlanos {
  readonly municipio: number;
}

export function resumirPlanos(planos: readonly PlanoContado[]): ResumoDosPlanos {
  const quantos = (isEste: (plano: PlanoContado) => boolean): number => planos.reduce((soma, plano) => soma + (isEste(plano) ? 1 : 0), 0);
  const soma = (de: (plano: PlanoContado) => number): number => planos.reduce((ate, plano) => ate + de(plano), 0);
  return {
    planos: planos.length,
    concluidos: quantos(({ situacao }) => situacao === "concluido"),
    semAcoes: quantos(({ situacao }) => situacao === "sem-acoes"),
    aguardamCmas: quantos(({ espera }) => espera === "cmas"),
    aguardamCib: quantos(({ espera }) => espera === "cib"),
    acoes: soma(({ acoes }) => acoes),
    concluidas: soma(({ concluidas }) => concluidas),
    atrasadas: soma(({ atrasadas }) => atrasadas),
    noPrazo: soma(({ noPrazo }) => noPrazo),
    semPrazo: soma(({ semPrazo }) => semPrazo),
    maiorAtraso: planos.reduce<number | null>((maior, { maiorAtraso }) => (maiorAtraso !== null && maiorAtraso > (maior ?? 0) ? maiorAtraso : maior), null),
  };
}

/** One row a municipality with plans: by days past the deadline, then by how many actions are, then by code. */
export function planosPorMunicipio(planos: readonly PlanoContado[]): PlanosDoMunicipio[] {
  const grupos = new Map<number, PlanoContado[]>();
  for (const contado of planos) {
    const { municipio } = contado.plano;
    const grupo = grupos.get(municipio);
    if (grupo === undefined) grupos.set(municipio, [contado]);
    else grupo.push(contado);
  }
  return [...grupos]
    .map(([municipio, doMunicipio]) => ({ municipio, ...resumirPlanos(doMunicipio) }))
    .sort((a, b) => (b.maiorAtraso ?? 0) - (a.maiorAtraso ?? 0) || b.atrasadas - a.atrasadas || a.municipio - b.municipio);
}
