import { type Celula, celula, isValor } from "../../../core/absence.ts";
import { buildLayer, fixedClasses } from "../../../core/classes.ts";
import { addMonths, type CivilDate, monthsBetween } from "../../../core/civil-date.ts";
import { capitalize, count, formatNumber } from "../../../core/format.ts";
import type { MapLayer } from "../../../core/map-layer.ts";
import type { Municipio } from "../../../core/municipio.ts";
import type { coberturaPorMunicipio } from "../../../data/queries/cobertura-por-municipio.ts";
import type { RowOf } from "../../../data/queries/query.ts";

type Row = RowOf<(typeof coberturaPorMunicipio)["row"]>;

/**
 * Months after which a municipality is past the yearly minimum of monitoring.
 * Source: Res. CIB/MT 02/2022 arts. 4 I c and 6 III ("periodicidade mínima anual").
 */
export const MESES_MONITORAMENTO = 12;

/** Lower limits, in months, of the classes of time since the last on-site support. */
export const LIMITES_TEMPO = [0, 3, 6, 12, 24] as const;

/** What is known of the support one municipality had, up to the reference date. */
export interface LinhaMunicipio {
  readonly municipio: Municipio;
  readonly ultimoPresencial: CivilDate | null;
  /** Whole months since; an absence when no on-site support is on record, never zero. */
  readonly mesesPresencial: Celula;
  /** On site or by secondary data. */
  readonly ultimoMonitoramento: CivilDate | null;
  readonly mesesMonitoramento: Celula;
  readonly ultimoMonitoramentoPresencial: CivilDate | null;
  /** Distinct events in the period. */
  readonly eventosPresenciais: number;
  readonly eventosNaoPresenciais: number;
}

/** One line for each municipality, in the order given; those with no row have nothing on record. */
export function linhasPorMunicipio(
  municipios: readonly Municipio[],
  rows: readonly Row[],
  em: CivilDate,
): LinhaMunicipio[] {
  const porCodigo = new Map(rows.map((row) => [row.codigo, row]));
  return municipios.map((municipio) => {
    const row = porCodigo.get(municipio.codigo);
    return {
      municipio,
      ultimoPresencial: row?.ultimo_presencial ?? null,
      mesesPresencial: mesesDesde(row?.ultimo_presencial ?? null, em),
      ultimoMonitoramento: row?.ultimo_monitoramento ?? null,
      mesesMonitoramento: mesesDesde(row?.ultimo_monitoramento ?? null, em),
      ultimoMonitoramentoPresencial: row?.ultimo_monitoramento_presencial ?? null,
      eventosPresenciais: row?.eventos_presenciais ?? 0,
      eventosNaoPresenciais: row?.eventos_nao_presenciais ?? 0,
    };
  });
}

/** Codes on record that the table of municipalities does not have. */
export function codigosForaDaLista(municipios: readonly Municipio[], rows: readonly Row[]): number[] {
  const conhecidos = new Set(municipios.map(({ codigo }) => codigo));
  return rows.map(({ codigo }) => codigo).filter((codigo) => !conhecidos.has(codigo));
}

/**
 * Whether the yearly monitoring is past its day, or none is on record. The same day of
 * the following year is still in time, as in `calcularMinimo`.
 */
export function semMonitoramento({ ultimoMonitoramento }: Pick<LinhaMunicipio, "ultimoMonitoramento">, em: CivilDate): boolean {
  return ultimoMonitoramento === null || addMonths(ultimoMonitoramento, MESES_MONITORAMENTO) < em;
}

export function teveApoioPresencial(linha: LinhaMunicipio): boolean {
  return linha.eventosPresenciais > 0;
}

/** Months since the last on-site support, in fixed classes, counted over every municipality given. */
export function camadaTempo(linhas: readonly LinhaMunicipio[]): MapLayer {
  const celulas = new Map(linhas.map((l) => [l.municipio.codigo, l.mesesPresencial]));
  const valores = [...celulas.values()].flatMap((c) => (isValor(c) ? [c.valor] : []));
  return buildLayer({
    titulo: "Meses desde o último apoio presencial",
    unidade: "meses",
    ramp: "tempo",
    celulas,
    classes: fixedClasses(valores, LIMITES_TEMPO, (v) => formatNumber(v)),
  });
}

/**
 * One sentence for the map, over the municipalities inside the filters of place;
 * it says so when they are not all, since the legend counts them all.
 */
export function leituraTempo(dentro: readonly LinhaMunicipio[], total: number): string {
  const meses = dentro.flatMap(({ mesesPresencial: c }) => (isValor(c) ? [c.valor] : []));
  const recentes = meses.filter((m) => m < 3).length;
  const antigos = meses.filter((m) => m >= 12).length;
  const municipios = (n: number): string => count(n, "município", "municípios");
  const onde = dentro.length === total ? "" : `Entre ${municipios(dentro.length)} com os filtros: `;
  return capitalize(
    `${onde}último apoio presencial há menos de 3 meses em ${municipios(recentes)} ` +
    `e há 12 meses ou mais em ${municipios(antigos)}; ` +
    `${municipios(dentro.length - meses.length)} sem registro de apoio presencial.`,
  );
}

function mesesDesde(data: CivilDate | null, em: CivilDate): Celula {
  return celula(data === null ? null : monthsBetween(data, em), "sem-registro");
}
