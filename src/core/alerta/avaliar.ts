import { benjaminiHochberg } from "../metodo/false-discovery.ts";
import { rateInterval } from "../metodo/intervals.ts";
import { mediana } from "../qualidade/robusto.ts";
import { runs, type Runs } from "./control-charts.ts";
import { BASE_MAXIMA, FDR, PORQUES_SEM_TESTE, type MetodoDeAlerta, type PorqueSemTeste, type Teste } from "./metodos.ts";
import type { SerieDeContagens } from "./series.ts";
import { testarMes } from "./testes.ts";
import { recentTrend, TREND_POINTS, type Trend } from "./trend.ts";

/** A series of counts in a month. */
export interface ResultadoDaSerie {
  /** Position among the series. */
  readonly serie: number;
  readonly observado: number;
  readonly teste: Teste;
  readonly alarme: boolean;
  /** p adjusted by Benjamini & Hochberg over the series tested in the month; null without a p. */
  readonly q: number | null;
}

export interface AlertasDoMes {
  readonly mes: number;
  readonly metodo: MetodoDeAlerta;
  /** Aligned with the series. */
  readonly resultados: readonly ResultadoDaSerie[];
  readonly testadas: number;
  readonly semTeste: Readonly<Record<PorqueSemTeste, number>>;
  /** Positions among the series, the least probable count first. */
  readonly alarmes: readonly number[];
  /** Alarms that chance alone would give with the series tested; null where the method does not say. */
  readonly acaso: number | null;
  /** Alarms with `q` ≤ `FDR`; null where the method gives no p. */
  readonly ficam: number | null;
}

/**
 * Tests every series in a month.
 * @param mes position of the month in the counts
 * @param desde first month of the bases
 * @throws RangeError for a month that the series do not have
 */
export function avaliarMes(series: readonly SerieDeContagens[], mes: number, metodo: MetodoDeAlerta, desde: number): AlertasDoMes {
  for (const { id, contagens } of series) {
    if (!(Number.isInteger(mes) && mes >= 0 && mes < contagens.length)) throw new RangeError(`series ${id} has no month ${mes}`);
  }
  const testes = series.map((serie) => testarMes(serie, mes, metodo, desde));
  const q = benjaminiHochberg(testes.map((teste) => ("esperado" in teste ? teste.esperado.p : null)));
  const resultados = series.map(({ contagens }, serie): ResultadoDaSerie => {
    const teste = testes[serie] ?? { porque: "serie-curta" };
    const observado = contagens[mes] ?? 0;
    return { serie, observado, teste, alarme: "esperado" in teste && observado > teste.esperado.superior, q: q[serie] ?? null };
  });
  const testadas = resultados.filter(({ teste }) => "esperado" in teste);
  const alarmes = resultados.filter(({ alarme }) => alarme).sort((a, b) => pDe(a) - pDe(b) || razaoDe(b) - razaoDe(a));
  const semP = testadas.some(({ teste }) => "esperado" in teste && (teste.esperado.p === null || teste.esperado.acaso === null));
  return {
    mes,
    metodo,
    resultados,
    testadas: testadas.length,
    semTeste: contarPorques(testes),
    alarmes: alarmes.map(({ serie }) => serie),
    acaso: semP ? null : testadas.reduce((sum, { teste }) => sum + ("esperado" in teste ? (teste.esperado.acaso ?? 0) : 0), 0),
    ficam: semP ? null : alarmes.filter((alarme) => alarme.q !== null && alarme.q <= FDR).length,
  };
}

/** A series month by month, each month tested by those before it, and how it has gone of late. */
export interface CartaDaSerie {
  readonly testes: readonly Teste[];
  /** Runs of monthly rates on one side of their median, over the months of a base up to the month; null for fewer than 10. */
  readonly corridas: Runs | null;
  /** By the rates of the last five half-years up to the month. */
  readonly tendencia: Trend;
}

const SEMESTRE = 6;
const FEWEST_RUN_POINTS = 10;

export function cartaDaSerie(serie: SerieDeContagens, mes: number, metodo: MetodoDeAlerta, desde: number): CartaDaSerie {
  const { contagens, exposicao } = serie;
  const inicio = Math.max(desde, mes + 1 - BASE_MAXIMA);
  const taxas = contagens.slice(inicio, mes + 1).map((n, i) => n / (exposicao[inicio + i] ?? Number.NaN));
  return {
    testes: contagens.map((_, m) => testarMes(serie, m, metodo, desde)),
    corridas: taxas.length < FEWEST_RUN_POINTS ? null : runs(taxas, mediana(taxas)),
    tendencia: tendenciaDosSemestres(serie, mes, desde),
  };
}

function tendenciaDosSemestres({ contagens, exposicao }: SerieDeContagens, mes: number, desde: number): Trend {
  if (mes + 1 - TREND_POINTS * SEMESTRE < desde) return "cannot-say";
  return recentTrend(
    Array.from({ length: TREND_POINTS }, (_, i) => {
      const fim = mes + 1 - (TREND_POINTS - 1 - i) * SEMESTRE;
      const [events, exposure] = [soma(contagens, fim - SEMESTRE, fim), soma(exposicao, fim - SEMESTRE, fim)];
      const interval = rateInterval(events, exposure);
      return { value: events / exposure, lower: interval?.lower ?? null, upper: interval?.upper ?? null };
    }),
  );
}

function contarPorques(testes: readonly Teste[]): Record<PorqueSemTeste, number> {
  const contagem = Object.fromEntries(PORQUES_SEM_TESTE.map((porque) => [porque, 0])) as Record<PorqueSemTeste, number>;
  for (const teste of testes) if ("porque" in teste) contagem[teste.porque] += 1;
  return contagem;
}

function pDe({ teste }: ResultadoDaSerie): number {
  return "esperado" in teste ? (teste.esperado.p ?? 1) : 1;
}

function razaoDe({ observado, teste }: ResultadoDaSerie): number {
  return "esperado" in teste && teste.esperado.media > 0 ? observado / teste.esperado.media : 0;
}

function soma(values: readonly number[], de: number, ate: number): number {
  let total = 0;
  for (let i = de; i < ate; i += 1) total += values[i] ?? Number.NaN;
  return total;
}
