import type { CivilDate } from "../../../core/civil-date.ts";
import { count, formatDate, formatNumber, joinPt } from "../../../core/format.ts";
import { CASAS_DA_LISTA } from "../../../core/metodo/list.ts";
import type { Metodo, Planejamento } from "../../../core/metodo/method.ts";
import { planCycle, type LinhaDoPlano, type Plano, type Situacao } from "../../../core/metodo/planning.ts";
import type { PreparedPriority, PriorityScores } from "../../../core/metodo/priority.ts";
import { roundedContributions } from "../../../core/metodo/rounded.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { numeroExato, parteEmPorCento } from "../metodo/rotulos.ts";
import type { Gatilho } from "../../../data/metodo/gatilhos.ts";

export const SITUACAO_ROTULO: Readonly<Record<Situacao, string>> = {
  gatilho: "visita exigida",
  prioridade: "pela prioridade",
  reserva: "sorteado na reserva",
  carencia: "em carência",
  "sem-nota": "sem nota",
  fora: "fora deste ciclo",
};

/** A row of the plan, with figures as they are printed. */
export interface LinhaDoCiclo {
  readonly codigo: number;
  readonly nome: string;
  readonly regiao: string | null;
  /** 1 = first chosen; null for who is not in the list. */
  readonly ordem: number | null;
  readonly situacao: Situacao;
  readonly nota: number | null;
  /** Points of the priority that come from the score and from the time; they add up to `valor` as printed. */
  readonly daNota: number | null;
  readonly doTempo: number | null;
  readonly valor: number | null;
  readonly ultimaVisita: CivilDate | null;
  readonly meses: number | null;
}

export interface EntradaDoPlano {
  readonly municipios: readonly Pick<Municipio, "codigo" | "nome" | "regiaoImediata">[];
  readonly preparada: Pick<PreparedPriority, "bounded">;
  readonly scores: Pick<PriorityScores, "total">;
  readonly metodo: Pick<Metodo, "k" | "planejamento">;
  /** Day of the last visit by code; one that is not there has none on record. */
  readonly ultima: ReadonlyMap<number, CivilDate>;
  readonly gatilhos: readonly Gatilho[];
  readonly hoje: CivilDate;
}

export type PlanoDaPagina =
  | { readonly feito: true; readonly plano: Plano; readonly linhas: readonly LinhaDoCiclo[] }
  /** Why there is no plan, and what to do: whole sentences. */
  | { readonly feito: false; readonly motivo: string; readonly conserto: string };

/** The plan of the cycle as the page shows it: chosen first in their order, then the others by priority. */
export function planoDaPagina({ municipios, preparada, scores, metodo, ultima, gatilhos, hoje }: EntradaDoPlano): PlanoDaPagina {
  if (!preparada.bounded) {
    return {
      feito: false,
      motivo: "Com esta normalização de estudo a nota não vai de 0 a 100, e não se soma com o tempo sem visita.",
      conserto: "Volte às balizas fixas na parte “O método”.",
    };
  }
  const depois = municipios.filter(({ codigo }) => (ultima.get(codigo) ?? hoje) > hoje);
  if (depois.length > 0) {
    return {
      feito: false,
      motivo: `Há visita com data depois de ${formatDate(hoje)}: ${joinPt(depois.map(({ nome }) => nome))}.`,
      conserto: "Confira as datas do extrato de apoios na página Dados.",
    };
  }
  const porMunicipio = agrupados(gatilhos);
  const candidatos = municipios.map(({ codigo }, i) => {
    const nota = scores.total[i] ?? Number.NaN;
    return {
      codigo,
      nota: Number.isNaN(nota) ? null : nota,
      ultimaVisita: ultima.get(codigo) ?? null,
      gatilhos: porMunicipio.get(codigo) ?? [],
    };
  });
  const plano = planCycle(candidatos, metodo.planejamento, metodo.k, hoje);
  const lugar = new Map(plano.escolhidos.map((codigo, i) => [codigo, i + 1]));
  const linhas = plano.linhas
    .map((linha, i) => {
      const { nome = String(linha.codigo), regiaoImediata = null } = municipios[i] ?? {};
      return { linha, impressa: impressa(linha, nome, regiaoImediata?.nome ?? null, lugar.get(linha.codigo) ?? null, candidatos[i]?.ultimaVisita ?? null) };
    })
    .sort((a, b) => {
      const porOrdem = (a.impressa.ordem ?? Number.MAX_SAFE_INTEGER) - (b.impressa.ordem ?? Number.MAX_SAFE_INTEGER);
      return porOrdem || (b.linha.valor ?? -1) - (a.linha.valor ?? -1) || a.linha.codigo - b.linha.codigo;
    })
    .map(({ impressa: pronta }) => pronta);
  return { feito: true, plano, linhas };
}

function agrupados(gatilhos: readonly Gatilho[]): ReadonlyMap<number, readonly string[]> {
  const grupos = new Map<number, string[]>();
  for (const { codigo, motivo } of gatilhos) {
    const grupo = grupos.get(codigo);
    if (grupo === undefined) grupos.set(codigo, [motivo]);
    else grupo.push(motivo);
  }
  return grupos;
}

function impressa(linha: LinhaDoPlano, nome: string, regiao: string | null, ordem: number | null, ultimaVisita: CivilDate | null): LinhaDoCiclo {
  const { codigo, situacao, partes, valor, meses } = linha;
  const pontos =
    partes === null || valor === null ? null : roundedContributions([partes.nota, partes.tempo], valor, CASAS_DA_LISTA);
  return {
    codigo,
    nome,
    regiao,
    ordem,
    situacao,
    nota: linha.nota,
    daNota: pontos?.parts[0] ?? null,
    doTempo: pontos?.parts[1] ?? null,
    valor: pontos?.whole ?? null,
    ultimaVisita,
    meses,
  };
}

/** "V = 0,8 × nota + 0,2 × 100 × (meses sem visita ÷ 12, no máximo 1)." */
export function formulaDaPrioridade({ pesoNota, pesoTempo, meses }: Planejamento): string {
  return `Prioridade = ${numeroExato(pesoNota)} × nota + ${numeroExato(pesoTempo)} × 100 × (meses sem visita ÷ ${meses}, no máximo 1).`;
}

/** How many of each situation, in the order of the table. */
export function contagens({ linhas }: Plano): Readonly<Record<Situacao, number>> {
  const resultado: Record<Situacao, number> = { gatilho: 0, prioridade: 0, reserva: 0, carencia: 0, "sem-nota": 0, fora: 0 };
  for (const { situacao } of linhas) resultado[situacao] += 1;
  return resultado;
}

/** The answer of the page in one sentence. */
export function fraseDoPlano(plano: Plano, datas: Metodo["datas"]): string {
  const n = contagens(plano);
  const partes = [
    ...(n.gatilho === 0 ? [] : [`${formatNumber(n.gatilho)} por visita exigida`]),
    `${formatNumber(n.prioridade)} pela prioridade`,
    `${formatNumber(n.reserva)} da reserva sorteada`,
  ];
  const escolhidos = plano.escolhidos.length;
  return [
    `A lista do ciclo de ${formatDate(datas.inicio)} a ${formatDate(datas.fim)} tem ${count(escolhidos, "município", "municípios")} para ${count(plano.vagas, "vaga", "vagas", "f")}: ${joinPt(partes)}.`,
    ...(n.carencia === 0 ? [] : [`${count(n.carencia, "município espera", "municípios esperam")} a carência passar.`]),
    ...(plano.excesso === 0 ? [] : [`As visitas exigidas passam das vagas em ${formatNumber(plano.excesso)}.`]),
    ...(plano.sobras === 0 ? [] : [`${count(plano.sobras, "vaga sobra", "vagas sobram", "f")}: não há mais quem chamar.`]),
  ].join(" ");
}

/** What the reserve is, with its published seed. */
export function fraseDaReserva(plano: Plano, { reserva, sementeReserva }: Planejamento): string {
  const pedida = count(plano.reservaPedida, "vaga é da reserva", "vagas são da reserva", "f");
  const modo = plano.reservaPedida > 1 ? "sorteadas" : "sorteada";
  return `${pedida} (${parteEmPorCento(reserva)} do total, no número inteiro mais próximo entre 10% e 15%), ${modo} com a semente publicada “${sementeReserva}” entre quem a prioridade não chamou: comparar o que as visitas encontram nos dois grupos mostra quanto a nota acerta.`;
}
