import type { ColunaIndicador, Indicador } from "../../core/indicador.ts";
import type { Municipio } from "../../core/municipio.ts";
import { anulavel, defineQuery, numero, texto, type RowOf } from "./query.ts";

/** What is the newest published figure of each municipality for each indicator? One row each. */
export const colunasDosIndicadores = defineQuery({
  name: "colunas-dos-indicadores",
  sql: `
    SELECT indicador, codigo, periodo, valor, numerador, denominador, fonte, carga
    FROM indicador_valor
    QUALIFY row_number() OVER (PARTITION BY indicador, codigo ORDER BY periodo DESC) = 1
    ORDER BY indicador, codigo`,
  params: () => [],
  row: {
    indicador: texto,
    codigo: numero,
    /** "2023", "2026-06" or "2023-T2". */
    periodo: texto,
    valor: numero,
    numerador: anulavel(numero),
    denominador: anulavel(numero),
    fonte: anulavel(texto),
    /** The user's file it came from; null for the bundled ones. */
    carga: anulavel(texto),
  },
});

/** Source (`data/fontes.json`) of figures whose file named none. */
export const FONTE_DO_USUARIO = "arquivo-do-usuario";

export type ValorMaisNovo = RowOf<(typeof colunasDosIndicadores)["row"]>;

/**
 * Lays the newest figures out as one column per catalogue indicator that has any,
 * aligned with `municipios`. The column's period is the newest one in the
 * territory; a figure of an older period keeps its own. Figures of indicators the
 * catalogue does not have, or of municipalities not in the list, are left out.
 */
export function toColunas(
  valores: readonly ValorMaisNovo[],
  catalogo: readonly Indicador[],
  municipios: readonly Municipio[],
): ColunaIndicador[] {
  const porIndicador = new Map<string, Map<number, ValorMaisNovo>>();
  for (const valor of valores) {
    const linhas = porIndicador.get(valor.indicador) ?? new Map<number, ValorMaisNovo>();
    porIndicador.set(valor.indicador, linhas);
    linhas.set(valor.codigo, valor);
  }
  return catalogo.flatMap((indicador) => {
    const linhas = porIndicador.get(indicador.id);
    if (linhas === undefined) return [];
    const alinhadas = municipios.map(({ codigo }) => linhas.get(codigo));
    const presentes = alinhadas.filter((linha) => linha !== undefined);
    if (presentes.length === 0) return [];
    const periodo = presentes.map((linha) => linha.periodo).reduce((a, b) => (b > a ? b : a));
    const periodos = alinhadas.map((linha) =>
      linha === undefined || linha.periodo === periodo ? null : linha.periodo,
    );
    const counts = (pick: (linha: ValorMaisNovo) => number | null): (number | null)[] | undefined =>
      presentes.some((linha) => pick(linha) !== null)
        ? alinhadas.map((linha) => (linha === undefined ? null : pick(linha)))
        : undefined;
    const numeradores = counts(({ numerador }) => numerador);
    const denominadores = counts(({ denominador }) => denominador);
    const nova = presentes.find((linha) => linha.periodo === periodo && linha.fonte !== null);
    return [
      {
        indicador: indicador.id,
        periodo,
        valores: alinhadas.map((linha) => linha?.valor ?? null),
        periodos: periodos.some((p) => p !== null) ? periodos : null,
        fonte: nova?.fonte ?? (presentes.some(({ carga }) => carga !== null) ? FONTE_DO_USUARIO : indicador.fonte),
        ...(numeradores === undefined ? {} : { numeradores }),
        ...(denominadores === undefined ? {} : { denominadores }),
        ...(presentes.some(({ carga }) => carga !== null) ? { cargas: alinhadas.map((linha) => linha?.carga ?? null) } : {}),
      },
    ];
  });
}
