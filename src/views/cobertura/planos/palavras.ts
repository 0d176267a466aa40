import type { CivilDate } from "../../../core/civil-date.ts";
import { count, formatDate, formatNumber, joinPt } from "../../../core/format.ts";
import {
  isDevido,
  resumirPlanos,
  SITUACAO_ROTULO,
  type DividaDoEstado,
  type EstadoDaAcao,
  type EsperaDoPlano,
  type Fonte,
  type PlanoContado,
  type ResumoDosPlanos,
  type SituacaoDoPlano,
} from "../../../core/planos/index.ts";

export const FONTE_ROTULO: Readonly<Record<Fonte, string>> = { extrato: "arquivo", trabalho: "seu trabalho" };

export const SITUACAO_DO_PLANO_ROTULO: Readonly<Record<SituacaoDoPlano, string>> = {
  concluido: "Concluído: todas as ações feitas",
  "em-andamento": "Em andamento",
  "sem-acoes": "Sem ações",
};

export const ESPERA_ROTULO: Readonly<Record<Exclude<EsperaDoPlano, null>, string>> = {
  cmas: "espera a aprovação do CMAS",
  cib: "espera a pactuação na CIB",
};

/** "1 dia", "12 dias". */
export function dias(n: number): string {
  return count(n, "dia", "dias");
}

/** "Passou do prazo há 12 dias", "No prazo: vence hoje", "Concluída com 3 dias de atraso". */
export function situacaoEmPalavras({ situacao, atraso, faltam, concluidaComAtraso }: EstadoDaAcao): string {
  const rotulo = SITUACAO_ROTULO[situacao];
  if (atraso !== null) return `${rotulo} há ${dias(atraso)}`;
  if (faltam !== null) return `${rotulo}: ${faltam === 0 ? "vence hoje" : `${faltam === 1 ? "falta" : "faltam"} ${dias(faltam)}`}`;
  return concluidaComAtraso === null ? rotulo : `${rotulo} com ${dias(concluidaComAtraso)} de atraso`;
}

/** "17/02/2025"; a day after the one counted on is said as such, as the action still stands open. */
export function conclusaoEmPalavras(conclusao: CivilDate | null, hoje: CivilDate): string {
  if (conclusao === null) return "ainda não";
  return conclusao > hoje ? `${formatDate(conclusao)}, depois de ${formatDate(hoje)}: ainda não conta` : formatDate(conclusao);
}

/** "3 de 8 ações feitas". */
export function progressoEmPalavras({ acoes, concluidas }: { readonly acoes: number; readonly concluidas: number }): string {
  return acoes === 0 ? "sem ações" : `${formatNumber(concluidas)} de ${count(acoes, "ação feita", "ações feitas", "f")}`;
}

/**
 * "112 Planos de Providências de 87 municípios: 14 concluídos; 53 de 400 ações passaram
 * do prazo, a mais antiga há 210 dias; esperam 9 pela aprovação do CMAS e 4 pela
 * pactuação na CIB."
 * @param municipio name of the only one the plans are of; null = of many
 */
export function fraseDosPlanos(planos: readonly PlanoContado[], municipio: string | null): string {
  const providencias = planos.filter(({ plano }) => plano.especie === "providencias");
  if (providencias.length === 0) return municipio === null ? "Nenhum Plano de Providências." : `${municipio}: nenhum Plano de Providências.`;
  const resumo = resumirPlanos(providencias);
  const municipios = new Set(providencias.map(({ plano }) => plano.municipio)).size;
  const partes = [
    resumo.concluidos === 0 ? "nenhum concluído" : count(resumo.concluidos, "concluído", "concluídos"),
    atrasadasEmPalavras(resumo),
    ...(resumo.aguardamCmas + resumo.aguardamCib === 0 ? [] : [esperas(resumo.aguardamCmas, resumo.aguardamCib)]),
  ];
  const quantos = count(providencias.length, "Plano de Providências", "Planos de Providências");
  return `${municipio === null ? `${quantos} de ${count(municipios, "município", "municípios")}` : `${municipio}: ${quantos}`}${municipio === null ? ":" : ","} ${partes.join("; ")}.`;
}

function atrasadasEmPalavras({ acoes, atrasadas, maiorAtraso }: ResumoDosPlanos): string {
  if (acoes === 0) return "sem ações";
  if (atrasadas === 0) return acoes === 1 ? "a sua ação não passou do prazo" : `nenhuma das ${formatNumber(acoes)} ações passou do prazo`;
  const passou = atrasadas === 1 ? "passou" : "passaram";
  return `${formatNumber(atrasadas)} de ${count(acoes, "ação", "ações", "f")} ${passou} do prazo, a mais antiga há ${dias(maiorAtraso ?? 0)}`;
}

function esperas(cmas: number, cib: number): string {
  const partes = [...(cmas === 0 ? [] : [`${formatNumber(cmas)} pela aprovação do CMAS`]), ...(cib === 0 ? [] : [`${formatNumber(cib)} pela pactuação na CIB`])];
  return `${cmas + cib === 1 ? "espera" : "esperam"} ${joinPt(partes)}`;
}

/**
 * "O Estado deve, a 40 municípios: 12 ações de Planos de Apoio com o prazo vencido, o monitoramento anual de 37 (30 com o prazo vencido e 7 sem nenhum registrado) e resposta a 8 pedidos."
 * @param comRegistro the record of support is in use: without it nothing is known of monitoring and requests
 */
export function fraseDasDividas(dividas: readonly DividaDoEstado[], comRegistro: boolean): string {
  const devidas = dividas.filter(isDevido);
  const acoes = devidas.reduce((soma, { acoesAtrasadas }) => soma + acoesAtrasadas, 0);
  const vencidos = devidas.filter(({ minimo }) => minimo?.estado === "vencido").length;
  const nunca = devidas.filter(({ minimo }) => minimo?.estado === "sem-registro").length;
  const pedidos = devidas.reduce((soma, { pedidosEmAberto }) => soma + (pedidosEmAberto ?? 0), 0);
  const partes = [
    ...(acoes === 0 ? [] : [count(acoes, "ação de Plano de Apoio com o prazo vencido", "ações de Planos de Apoio com o prazo vencido", "f")]),
    ...(vencidos + nunca === 0 ? [] : [`o monitoramento anual de ${formatNumber(vencidos + nunca)} (${joinPt([...(vencidos === 0 ? [] : [`${formatNumber(vencidos)} com o prazo vencido`]), ...(nunca === 0 ? [] : [`${formatNumber(nunca)} sem nenhum registrado`])])})`]),
    ...(pedidos === 0 ? [] : [`resposta a ${count(pedidos, "pedido", "pedidos")}`]),
  ];
  if (partes.length === 0 && !comRegistro) return "Nenhuma ação de Plano de Apoio passou do prazo; do monitoramento anual e dos pedidos não há registro em uso que diga.";
  if (partes.length === 0) return "Pelo que está registrado, o Estado não deve nada que tenha passado do dia.";
  return `O Estado deve, a ${count(devidas.length, "município", "municípios")}: ${joinPt(partes)}.`;
}

/** How the yearly minimum stands: "vencido há 40 dias", "nunca registrado", "em dia". */
export function minimoEmPalavras(minimo: DividaDoEstado["minimo"]): string {
  if (minimo === null) return "não carregado";
  if (minimo.estado === "sem-registro") return "nenhum registrado";
  return minimo.atraso === null ? "em dia" : `vencido há ${dias(minimo.atraso)}`;
}
