import { SEM_CODIGO, SEM_DIA } from "../denuncias/passos.ts";
import { estadoDoApoio, type ApoiosEmColunas } from "./colunas.ts";
import { maisMeses } from "./meses.ts";
import type { Pacto } from "./plano.ts";

/**
 * What keeps a municipality up to date. The norm has monitoring on site "and also" by
 * data and does not say whether either is enough: the reader chooses.
 * Source: Res. CIB/MT 02/2022 art. 6 III.
 */
export type RegraDoMinimo = "qualquer" | "no-local" | "por-dados" | "ambos";

export interface PedidoDoMinimo {
  readonly colunas: ApoiosEmColunas;
  readonly pacto: Pick<Pacto, "estrategias" | "minimo">;
  readonly municipios: number;
  /** 1 = inside the filter; null = all. */
  readonly dentro: Uint8Array | null;
  readonly hoje: number;
  readonly regra: RegraDoMinimo;
}

/** "sem-registro": the rule asks for a monitoring that the record does not have at all. */
export type EstadoDoMinimo = "em-dia" | "vencido" | "sem-registro";
export const ESTADOS_DO_MINIMO: readonly EstadoDoMinimo[] = ["em-dia", "vencido", "sem-registro"];

/** The yearly minimum by municipality; days from 1970-01-01, `SEM_DIA` where there is none. */
export interface MinimoAnual {
  /** Last monitoring held by today, on site and by data. */
  readonly noLocal: Int32Array;
  readonly porDados: Int32Array;
  /** Day by which the next is due, by the rule; due today is still in time. */
  readonly vence: Int32Array;
  /** Position in `ESTADOS_DO_MINIMO`. */
  readonly estado: Uint8Array;
  /** How many inside the filter, and in each state. */
  readonly municipios: number;
  readonly porEstado: Readonly<Record<EstadoDoMinimo, number>>;
  /** Municipalities past the day, the longest overdue first, and those without a record, in the order of the list. */
  readonly vencidos: Int32Array;
  readonly semRegistro: Int32Array;
  /** Monitorings held that do not say whether they were on site or by data, and count as neither. */
  readonly semModalidade: number;
  /** Rows held whose strategy the pact does not have: they may have been monitorings. */
  readonly semEstrategia: number;
}

/**
 * Last monitoring of each municipality and the day by which the next is due.
 * Source: Res. CIB/MT 02/2022 arts. 4 I c (at least once a year) and 6 III.
 * @throws RangeError where the pact has no minimum
 */
export function calcularMinimo(pedido: PedidoDoMinimo): MinimoAnual {
  const { municipios, dentro, hoje, regra } = pedido;
  const meses = mesesDoMinimo(pedido.pacto);
  const { rows, semModalidade, semEstrategia } = monitoramentos(pedido);
  const ultimos = novosUltimos(municipios);
  for (const row of rows) anotar(ultimos, pedido.colunas, row);
  const vence = new Int32Array(municipios).fill(SEM_DIA);
  const estado = new Uint8Array(municipios);
  const porEstado = { "em-dia": 0, vencido: 0, "sem-registro": 0 };
  const [vencidos, semRegistro]: [number[], number[]] = [[], []];
  let quantos = 0;
  for (let m = 0; m < municipios; m += 1) {
    const vale = ultimoPelaRegra(ultimos, m, regra);
    vence[m] = vale === SEM_DIA ? SEM_DIA : maisMeses(vale, meses);
    const qual: EstadoDoMinimo = vale === SEM_DIA ? "sem-registro" : (vence[m] ?? SEM_DIA) < hoje ? "vencido" : "em-dia";
    estado[m] = ESTADOS_DO_MINIMO.indexOf(qual);
    if (dentro !== null && dentro[m] !== 1) continue;
    quantos += 1;
    porEstado[qual] += 1;
    if (qual === "vencido") vencidos.push(m);
    else if (qual === "sem-registro") semRegistro.push(m);
  }
  vencidos.sort((a, b) => (vence[a] ?? 0) - (vence[b] ?? 0) || a - b);
  return { ...ultimos, vence, estado, municipios: quantos, porEstado, vencidos: Int32Array.from(vencidos), semRegistro: Int32Array.from(semRegistro), semModalidade, semEstrategia };
}

/** Municipalities up to date on each day asked, by each rule. */
export interface CurvaDoMinimo {
  readonly dias: Int32Array;
  readonly emDia: Readonly<Record<RegraDoMinimo, Uint32Array>>;
  /** How many inside the filter: what the shares are of. */
  readonly municipios: number;
}

/**
 * Rolling coverage: on each day, the municipalities whose last monitoring until then is
 * still in time, so that its value today is `porEstado["em-dia"]` of `calcularMinimo`.
 * @param dias days in ascending order; those after today repeat what is known today
 * @throws RangeError where the pact has no minimum, or for days out of order
 */
export function curvaDoMinimo(pedido: Omit<PedidoDoMinimo, "regra">, dias: Int32Array): CurvaDoMinimo {
  const { colunas, municipios, dentro } = pedido;
  const meses = mesesDoMinimo(pedido.pacto);
  const { rows } = monitoramentos(pedido);
  rows.sort((a, b) => (colunas.dia[a] ?? 0) - (colunas.dia[b] ?? 0));
  const ultimos = novosUltimos(municipios);
  const emDia = { qualquer: new Uint32Array(dias.length), "no-local": new Uint32Array(dias.length), "por-dados": new Uint32Array(dias.length), ambos: new Uint32Array(dias.length) };
  const regras = Object.keys(emDia) as RegraDoMinimo[];
  let proxima = 0;
  let quantos = 0;
  for (let m = 0; m < municipios; m += 1) quantos += dentro === null || dentro[m] === 1 ? 1 : 0;
  dias.forEach((dia, i) => {
    if (i > 0 && dia < (dias[i - 1] ?? dia)) throw new RangeError(`days of the curve out of order: ${dia} after ${dias[i - 1] ?? ""}`);
    for (; proxima < rows.length && (colunas.dia[rows[proxima] ?? 0] ?? 0) <= dia; proxima += 1) anotar(ultimos, colunas, rows[proxima] ?? 0);
    const desde = primeiroEmDia(dia, meses);
    for (let m = 0; m < municipios; m += 1) {
      if (dentro !== null && dentro[m] !== 1) continue;
      for (const regra of regras) if (ultimoPelaRegra(ultimos, m, regra) >= desde) emDia[regra][i] = (emDia[regra][i] ?? 0) + 1;
    }
  });
  return { dias, emDia, municipios: quantos };
}

interface Ultimos {
  readonly noLocal: Int32Array;
  readonly porDados: Int32Array;
}

function mesesDoMinimo({ minimo }: PedidoDoMinimo["pacto"]): number {
  if (minimo === null) throw new RangeError("the pact has no yearly minimum");
  return minimo.meses;
}

function novosUltimos(municipios: number): Ultimos {
  return { noLocal: new Int32Array(municipios).fill(SEM_DIA), porDados: new Int32Array(municipios).fill(SEM_DIA) };
}

/** Rows of monitoring held by today whose modality is known. */
function monitoramentos({ colunas, pacto, municipios, dentro, hoje }: Omit<PedidoDoMinimo, "regra">): { readonly rows: number[]; readonly semModalidade: number; readonly semEstrategia: number } {
  const serve = pacto.estrategias.map(({ id }) => pacto.minimo?.estrategias.includes(id) === true);
  const rows: number[] = [];
  let semModalidade = 0;
  let semEstrategia = 0;
  for (let row = 0; row < colunas.n; row += 1) {
    const estrategia = colunas.estrategia[row] ?? SEM_CODIGO;
    const isDesconhecida = estrategia === SEM_CODIGO;
    if ((!isDesconhecida && serve[estrategia] !== true) || estadoDoApoio(colunas, row, hoje) !== "realizado") continue;
    const m = colunas.municipio[row] ?? -1;
    if (m < 0 || m >= municipios) continue;
    if (isDesconhecida) semEstrategia += dentro === null || dentro[m] === 1 ? 1 : 0;
    else if ((colunas.modalidade[row] ?? 2) <= 1) rows.push(row);
    else if (dentro === null || dentro[m] === 1) semModalidade += 1;
  }
  return { rows, semModalidade, semEstrategia };
}

function anotar({ noLocal, porDados }: Ultimos, colunas: ApoiosEmColunas, row: number): void {
  const ultimos = colunas.modalidade[row] === 0 ? noLocal : porDados;
  const m = colunas.municipio[row] ?? 0;
  ultimos[m] = Math.max(ultimos[m] ?? SEM_DIA, colunas.dia[row] ?? SEM_DIA);
}

/** The monitoring that the rule counts from; `SEM_DIA` where one it asks for is missing. */
function ultimoPelaRegra({ noLocal, porDados }: Ultimos, m: number, regra: RegraDoMinimo): number {
  const local = noLocal[m] ?? SEM_DIA;
  const dados = porDados[m] ?? SEM_DIA;
  switch (regra) {
    case "qualquer":
      return Math.max(local, dados);
    case "ambos":
      return Math.min(local, dados);
    case "no-local":
      return local;
    case "por-dados":
      return dados;
  }
}

/** First day whose term, counted by `maisMeses`, is not yet past on `dia`; on 2024-02-29 it is 2023-03-01, for a term from 2023-02-28 ended the day before. */
function primeiroEmDia(dia: number, meses: number): number {
  const desde = maisMeses(dia, -meses);
  return maisMeses(desde, meses) < dia ? desde + 1 : desde;
}
