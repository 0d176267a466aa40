import { celula, type Celula } from "../../../core/absence.ts";
import { compareNames, count, formatNumber } from "../../../core/format.ts";
import type { Municipio } from "../../../core/municipio.ts";
import type { RespostaADemanda } from "../../../core/pacto/index.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

/** The requests of one municipality. */
export interface LinhaDaDemanda {
  readonly municipio: Municipio;
  readonly pedidos: number;
  readonly respondidos: number;
  /** Open or cancelled. */
  readonly semResposta: number;
}

/** Municipalities that asked for anything: most requests without answer first, then most requests, then by name. */
export function linhasDaDemanda({ pedidosPorMunicipio, respondidosPorMunicipio }: RespostaADemanda, municipios: readonly Municipio[]): LinhaDaDemanda[] {
  return municipios
    .map((municipio, m) => {
      const [pedidos, respondidos] = [pedidosPorMunicipio[m] ?? 0, respondidosPorMunicipio[m] ?? 0];
      return { municipio, pedidos, respondidos, semResposta: pedidos - respondidos };
    })
    .filter(({ pedidos }) => pedidos > 0)
    .sort((a, b) => b.semResposta - a.semResposta || b.pedidos - a.pedidos || compareNames(a.municipio.nome, b.municipio.nome));
}

export const COLUNAS_DA_DEMANDA: readonly TableColumn<LinhaDaDemanda>[] = [
  { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ municipio }) => municipio.nome },
  { id: "pedidos", titulo: "Pedidos", tipo: "numero", valor: ({ pedidos }) => ({ valor: pedidos }) },
  { id: "respondidos", titulo: "Respondidos", tipo: "numero", valor: ({ respondidos }) => ({ valor: respondidos }) },
  { id: "sem-resposta", titulo: "Sem resposta (em aberto ou cancelados)", tipo: "numero", valor: ({ semResposta }) => ({ valor: semResposta }) },
  { id: "parte", titulo: "Parte respondida", unidade: "%", tipo: "numero", casas: 1, valor: ({ pedidos, respondidos }) => ({ valor: (respondidos / pedidos) * 100 }) },
];

export const COLUNAS_DA_DEMANDA_CSV: readonly TableColumn<LinhaDaDemanda>[] = [
  { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ municipio }) => String(municipio.codigo) },
  ...COLUNAS_DA_DEMANDA,
];

/** One figure of the summary. */
export interface FatoDaDemanda {
  readonly rotulo: string;
  readonly valor: Celula;
  readonly unidade: string;
}

/** Requests, answers and waits; a wait that nothing gives is "dados insuficientes". */
export function fatosDaDemanda({ pedidos, respondidos, emAberto, cancelados, medianaDias, p90Dias, maiorEsperaDias }: RespostaADemanda): FatoDaDemanda[] {
  const dias = (rotulo: string, valor: number | null, ausencia: "dados-insuficientes" | "sem-registro"): FatoDaDemanda => ({ rotulo, valor: celula(valor, ausencia), unidade: "dias" });
  return [
    { rotulo: "Pedidos no período", valor: { valor: pedidos }, unidade: "" },
    { rotulo: "Respondidos", valor: { valor: respondidos }, unidade: "" },
    { rotulo: "Em aberto", valor: { valor: emAberto }, unidade: "" },
    { rotulo: "Cancelados", valor: { valor: cancelados }, unidade: "" },
    dias("Metade respondida em até", medianaDias, "dados-insuficientes"),
    dias("9 em cada 10 respondidos em até", p90Dias, "dados-insuficientes"),
    dias("Pedido em aberto há mais tempo", maiorEsperaDias, "sem-registro"),
  ];
}

/** "Dos 40 pedidos dos municípios, 31 foram respondidos, metade em até 12 dias; 7 seguem em aberto, o mais antigo há 90 dias." */
export function fraseDaDemanda({ pedidos, respondidos, emAberto, cancelados, medianaDias, maiorEsperaDias }: RespostaADemanda): string {
  if (pedidos === 0) return "Nenhum pedido de município com dia anotado no período.";
  const foram = respondidos === 1 ? "1 foi respondido" : respondidos === 0 ? "nenhum foi respondido" : `${formatNumber(respondidos)} foram respondidos`;
  const metade = medianaDias === null ? "" : `, metade em até ${diasEmPalavras(medianaDias)}`;
  const aberto = emAberto === 0 ? "nenhum segue em aberto" : `${formatNumber(emAberto)} ${emAberto === 1 ? "segue" : "seguem"} em aberto`;
  const espera = maiorEsperaDias === null ? "" : `, o mais antigo há ${diasEmPalavras(maiorEsperaDias)}`;
  const cancelado = cancelados === 0 ? "" : `; ${count(cancelados, "cancelado", "cancelados")}`;
  return `${pedidos === 1 ? "Do único pedido" : `Dos ${formatNumber(pedidos)} pedidos`} dos municípios, ${foram}${metade}; ${aberto}${espera}${cancelado}.`;
}

/**
 * What the figures do not say.
 * @param dizSituacao any row of the record says if it was held, planned or cancelled
 */
export function ressalvasDaDemanda({ semData, incoerentes }: Pick<RespostaADemanda, "semData" | "incoerentes">, dizSituacao: boolean): string[] {
  return [
    "Um pedido é um evento pedido por um município; respondido é o realizado até a data de referência, no dia do pedido ou depois. Os dias contam só os respondidos: quem ainda espera não entra na metade nem nos 9 em cada 10.",
    ...(dizSituacao ? [] : ["O registro carregado não diz o que foi só pedido ou cancelado: um pedido que não foi atendido pode não aparecer nele, e por isso quase todos parecem respondidos."]),
    ...(semData === 0 ? [] : [`${count(semData, "apoio realizado a pedido não diz", "apoios realizados a pedido não dizem")} o dia do pedido, e não ${semData === 1 ? "entra" : "entram"} aqui.`]),
    ...(incoerentes === 0
      ? []
      : [`${count(incoerentes, "linha tem", "linhas têm", "f")} o pedido depois do apoio ou um dia que ainda não chegou: fora das contas; confira as duas datas.`]),
  ];
}

/** "12 dias", "1 dia", "12,5 dias". */
export function diasEmPalavras(valor: number): string {
  return `${formatNumber(valor, Number.isInteger(valor) ? 0 : 1)} ${valor === 1 ? "dia" : "dias"}`;
}
