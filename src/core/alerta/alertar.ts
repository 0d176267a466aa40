import type { CivilMonth } from "../civil-date.ts";
import { avaliarMes, cartaDaSerie, type AlertasDoMes, type CartaDaSerie } from "./avaliar.ts";
import { montarSeries, primeiroMesEmUso, type ContagensMensais, type LugarDaSerie, type SerieDeContagens } from "./series.ts";
import type { MetodoDeAlerta } from "./metodos.ts";

export interface PedidoDeAlertas {
  readonly contagens: ContagensMensais;
  readonly lugares: readonly LugarDaSerie[];
  /** Last month that is over; later ones are left out. */
  readonly ate: CivilMonth;
  /** The month tested, no later than `ate`. */
  readonly mes: CivilMonth;
  readonly metodo: MetodoDeAlerta;
  /** Id of the series to draw; null, or one there is not, draws that of the first alarm, or the territory's. */
  readonly serie: string | null;
}

export interface RespostaDeAlertas {
  readonly pedido: Pick<PedidoDeAlertas, "mes" | "metodo" | "serie">;
  readonly meses: readonly CivilMonth[];
  /** Position of the first month in use; it may be incomplete, and the bases begin with the next one. */
  readonly inicio: number;
  readonly series: readonly SerieDeContagens[];
  readonly alertas: AlertasDoMes;
  /** Position of the series drawn. */
  readonly escolhida: number;
  readonly carta: CartaDaSerie;
}

/**
 * Tests the month in every series and follows one of them through time.
 * @throws RangeError for a month that the counts do not have up to `ate`, or no place at all
 */
export function alertar({ contagens, lugares, ate, mes, metodo, serie }: PedidoDeAlertas): RespostaDeAlertas {
  const meses = contagens.meses.filter((um) => um <= ate);
  const m = meses.indexOf(mes);
  if (m < 0) throw new RangeError(`the counts have no month ${mes}`);
  const series = montarSeries(contagens, lugares, meses.length);
  const inicio = Math.min(m, primeiroMesEmUso(series.find(({ tipo }) => tipo === "territorio")?.contagens ?? []));
  const alertas = avaliarMes(series, m, metodo, inicio + 1);
  const pedida = series.findIndex(({ id }) => id === serie);
  const escolhida = pedida >= 0 ? pedida : (alertas.alarmes[0] ?? 0);
  const desenhada = series[escolhida];
  if (desenhada === undefined) throw new RangeError("there is no series to draw");
  return { pedido: { mes, metodo, serie }, meses, inicio, series, alertas, escolhida, carta: cartaDaSerie(desenhada, m, metodo, inicio + 1) };
}
