import { SEM_DIA } from "../denuncias/passos.ts";
import { quantilDaContagem } from "../denuncias/percentil.ts";
import type { PeriodoDoPacto } from "./cobertura.ts";
import { estadoDoApoio, type ApoiosEmColunas } from "./colunas.ts";

const SOLICITADO = 0;

/** Response to the demand of the municipalities: one request is one event asked for by one municipality. */
export interface RespostaADemanda {
  /** Asked for in the period; answered = held by today, on the day of the request or after. */
  readonly pedidos: number;
  readonly respondidos: number;
  readonly emAberto: number;
  readonly cancelados: number;
  /** Days from the request to the event, of the answered only (definition 7 of Hyndman & Fan, 1996); null when none is. */
  readonly medianaDias: number | null;
  readonly p90Dias: number | null;
  /** Days the oldest open request has waited by today; null when none is open. */
  readonly maiorEsperaDias: number | null;
  /** Held in the period and said to be asked for by the municipality, with no day of request: neither asked nor answered here. */
  readonly semData: number;
  /** Requests after the event, or on a day to come, or answered on a day to come: errors of the record, in no other count. */
  readonly incoerentes: number;
  /** By municipality. */
  readonly pedidosPorMunicipio: Uint32Array;
  readonly respondidosPorMunicipio: Uint32Array;
  /** Still without an answer; what was called off is not. */
  readonly emAbertoPorMunicipio: Uint32Array;
}

export interface PedidoDaDemanda {
  readonly colunas: ApoiosEmColunas;
  readonly municipios: number;
  /** 1 = inside the filter; null = all. */
  readonly dentro: Uint8Array | null;
  /** Of the request. */
  readonly periodo: PeriodoDoPacto;
  readonly hoje: number;
}

/**
 * Requests made by municipalities, how many were answered and in how long.
 * Source: Res. CIB/MT 02/2022 arts. 2 II, 4 I b and 5. A record that keeps only what
 * was held has no open request: then every request looks answered.
 */
export function responderDemanda({ colunas, municipios, dentro, periodo, hoje }: PedidoDaDemanda): RespostaADemanda {
  const pedidosPorMunicipio = new Uint32Array(municipios);
  const respondidosPorMunicipio = new Uint32Array(municipios);
  const emAbertoPorMunicipio = new Uint32Array(municipios);
  const esperas: number[] = [];
  let [pedidos, cancelados, emAberto, semData, incoerentes, maiorEspera] = [0, 0, 0, 0, 0, -1];
  const noPeriodo = (dia: number): boolean => dia !== SEM_DIA && dia >= periodo.de && dia <= periodo.ate;
  for (let row = 0; row < colunas.n; row += 1) {
    const m = colunas.municipio[row] ?? -1;
    if (m < 0 || m >= municipios || (dentro !== null && dentro[m] !== 1)) continue;
    const dia = colunas.dia[row] ?? SEM_DIA;
    const pedido = colunas.solicitacao[row] ?? SEM_DIA;
    if (pedido === SEM_DIA) {
      if (colunas.origem[row] === SOLICITADO && noPeriodo(dia) && estadoDoApoio(colunas, row, hoje) === "realizado") semData += 1;
      continue;
    }
    if (!noPeriodo(pedido)) continue;
    const estado = estadoDoApoio(colunas, row, hoje);
    if (pedido > hoje || estado === "no-futuro" || (dia !== SEM_DIA && dia < pedido)) {
      incoerentes += 1;
      continue;
    }
    pedidos += 1;
    pedidosPorMunicipio[m] = (pedidosPorMunicipio[m] ?? 0) + 1;
    if (estado === "realizado") {
      respondidosPorMunicipio[m] = (respondidosPorMunicipio[m] ?? 0) + 1;
      esperas.push(dia - pedido);
    } else if (estado === "cancelado") {
      cancelados += 1;
    } else {
      emAberto += 1;
      emAbertoPorMunicipio[m] = (emAbertoPorMunicipio[m] ?? 0) + 1;
      maiorEspera = Math.max(maiorEspera, hoje - pedido);
    }
  }
  const contagem = contar(esperas);
  return {
    pedidos,
    respondidos: esperas.length,
    emAberto,
    cancelados,
    medianaDias: quantilDaContagem(contagem, 0.5),
    p90Dias: quantilDaContagem(contagem, 0.9),
    maiorEsperaDias: maiorEspera < 0 ? null : maiorEspera,
    semData,
    incoerentes,
    pedidosPorMunicipio,
    respondidosPorMunicipio,
    emAbertoPorMunicipio,
  };
}

function contar(dias: readonly number[]): Uint32Array {
  const maior = dias.reduce((ate, dia) => Math.max(ate, dia), 0);
  const contagem = new Uint32Array(maior + 1);
  for (const dia of dias) contagem[dia] = (contagem[dia] ?? 0) + 1;
  return contagem;
}
