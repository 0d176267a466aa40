import type { CivilDate } from "../../../core/civil-date.ts";
import { count, formatDate, formatNumber, joinPt } from "../../../core/format.ts";
import type { LinhaDeRealizada, SituacaoDaVisita } from "../../../core/visitas/realizadas.ts";
import { rotuloDaEquipe, type Equipe } from "../equipes.ts";

/** In the order they are listed. */
export const SITUACOES: readonly SituacaoDaVisita[] = ["no-prazo", "antecipada", "com-atraso", "perdida", "por-vir", "nao-planejada"];

export const SITUACAO_ROTULO: Readonly<Record<SituacaoDaVisita, string>> = {
  "no-prazo": "feita no prazo",
  antecipada: "feita antes do prazo",
  "com-atraso": "feita com atraso",
  perdida: "sem registro depois do prazo",
  "por-vir": "por vir",
  "nao-planejada": "feita fora do plano",
};

const NA_FRASE: Readonly<Record<Exclude<SituacaoDaVisita, "nao-planejada">, readonly [uma: string, varias: string]>> = {
  "no-prazo": ["foi feita no prazo", "foram feitas no prazo"],
  antecipada: ["foi feita antes do prazo", "foram feitas antes do prazo"],
  "com-atraso": ["foi feita com atraso", "foram feitas com atraso"],
  perdida: ["passou do prazo sem registro", "passaram do prazo sem registro"],
  "por-vir": ["está por vir", "estão por vir"],
};

/** A visit of the plan with what became of it, or one held and not planned. */
export interface LinhaFeita {
  readonly chave: string;
  readonly codigo: number;
  readonly nome: string;
  readonly situacao: SituacaoDaVisita;
  readonly equipe: string | null;
  /** First and last day of the tour; null when it is not in the plan. */
  readonly inicio: CivilDate | null;
  readonly fim: CivilDate | null;
  readonly prevista: CivilDate | null;
  readonly realizada: CivilDate | null;
  /** Days before (negative) or after the tour. */
  readonly desvio: number | null;
}

/** The matched visits with names. */
export function linhasFeitas(realizadas: readonly LinhaDeRealizada[], nome: (codigo: number) => string, equipes: readonly Equipe[]): LinhaFeita[] {
  return realizadas.map(({ codigo, situacao, planejada, realizada, desvio }) => ({
    chave: `${codigo} ${planejada === null ? (realizada ?? "") : "plano"}`,
    codigo,
    nome: nome(codigo),
    situacao,
    equipe: planejada === null ? null : rotuloDaEquipe(equipes, planejada.viagem.equipe),
    inicio: planejada?.viagem.inicio ?? null,
    fim: planejada?.viagem.fim ?? null,
    prevista: planejada?.parada.chegada ?? null,
    realizada,
    desvio,
  }));
}

/** How many of each situation. */
export function contagens(linhas: readonly Pick<LinhaFeita, "situacao">[]): Readonly<Record<SituacaoDaVisita, number>> {
  const n = { "no-prazo": 0, antecipada: 0, "com-atraso": 0, perdida: 0, "por-vir": 0, "nao-planejada": 0 };
  for (const { situacao } of linhas) n[situacao] += 1;
  return n;
}

/** What became of the plan up to a day: "Até 31/03/2027, das 26 visitas do plano, 20 foram feitas no prazo e 6 estão por vir." */
export function fraseDasFeitas(linhas: readonly LinhaFeita[], inicio: CivilDate, ate: CivilDate): string {
  const n = contagens(linhas);
  const doPlano = linhas.length - n["nao-planejada"];
  const fora = n["nao-planejada"];
  const deFora = fora === 0 ? "" : ` ${fora === 1 ? "Outra visita foi feita" : `Outras ${formatNumber(fora)} visitas foram feitas`} fora do plano.`;
  if (doPlano === 0) return `O plano não tem nenhuma visita.${deFora}`;
  if (ate < inicio) {
    const vem = doPlano === 1 ? "a visita está por vir" : `as ${formatNumber(doPlano)} visitas estão por vir`;
    return `O plano começa em ${formatDate(inicio)}, depois de ${formatDate(ate)}, o dia contado como hoje: ${vem}.${deFora}`;
  }
  const partes = SITUACOES.flatMap((situacao) => {
    if (situacao === "nao-planejada" || n[situacao] === 0) return [];
    const [uma, varias] = NA_FRASE[situacao];
    return [`${formatNumber(n[situacao])} ${n[situacao] === 1 ? uma : varias}`];
  });
  const das = doPlano === 1 ? "da única visita do plano" : `das ${formatNumber(doPlano)} visitas do plano`;
  return `Até ${formatDate(ate)}, ${das}, ${joinPt(partes)}.${deFora}`;
}

/** "5 dias depois", "2 dias antes", "dentro da viagem". */
export function desvioEmPalavras(desvio: number | null): string {
  if (desvio === null) return "não se aplica";
  if (desvio === 0) return "dentro da viagem";
  return `${count(Math.abs(desvio), "dia", "dias")} ${desvio > 0 ? "depois" : "antes"}`;
}
