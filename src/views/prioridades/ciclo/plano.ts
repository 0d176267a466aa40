import type { CivilDate } from "../../../core/civil-date.ts";
import { count, formatDate, formatNumber, joinPt } from "../../../core/format.ts";
import { CASAS_DA_LISTA } from "../../../core/metodo/list.ts";
import type { Metodo, Planejamento } from "../../../core/metodo/method.ts";
import type { LinhaDoPlano, Plano, Situacao } from "../../../core/metodo/planning.ts";
import { roundedContributions } from "../../../core/metodo/rounded.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { planejarCiclo, type PecasDoCiclo } from "../../../data/metodo/ciclo.ts";
import { numeroExato, parteEmPorCento } from "../metodo/rotulos.ts";

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

export interface EntradaDoPlano extends PecasDoCiclo {
  readonly municipios: readonly Pick<Municipio, "codigo" | "nome" | "regiaoImediata">[];
}

export type PlanoDaPagina =
  | { readonly feito: true; readonly plano: Plano; readonly linhas: readonly LinhaDoCiclo[] }
  /** Why there is no plan, and what to do: whole sentences. */
  | { readonly feito: false; readonly motivo: string; readonly conserto: string };

/** The plan of the cycle as the page shows it: chosen first in their order, then the others by priority. */
export function planoDaPagina(pecas: EntradaDoPlano): PlanoDaPagina {
  const ciclo = planejarCiclo(pecas, "na parte “O método”");
  if (!ciclo.feito) return ciclo;
  const { plano } = ciclo;
  const { municipios, ultima } = pecas;
  const lugar = new Map(plano.escolhidos.map((codigo, i) => [codigo, i + 1]));
  const linhas = plano.linhas
    .map((linha, i) => {
      const { nome = String(linha.codigo), regiaoImediata = null } = municipios[i] ?? {};
      return { linha, impressa: impressa(linha, nome, regiaoImediata?.nome ?? null, lugar.get(linha.codigo) ?? null, ultima.get(linha.codigo) ?? null) };
    })
    .sort((a, b) => {
      const porOrdem = (a.impressa.ordem ?? Number.MAX_SAFE_INTEGER) - (b.impressa.ordem ?? Number.MAX_SAFE_INTEGER);
      return porOrdem || (b.linha.valor ?? -1) - (a.linha.valor ?? -1) || a.linha.codigo - b.linha.codigo;
    })
    .map(({ impressa: pronta }) => pronta);
  return { feito: true, plano, linhas };
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
