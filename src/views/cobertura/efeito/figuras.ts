import type { Indicador } from "../../../core/indicador.ts";
import type { LinhaDeValores } from "../../../data/queries/qualidade-valores.ts";

/** An indicator with figures in two periods at least. */
export interface IndicadorComPeriodos {
  readonly indicador: Indicador;
  /** Oldest first. */
  readonly periodos: readonly PeriodoComFiguras[];
}

export interface PeriodoComFiguras {
  readonly periodo: string;
  readonly municipios: number;
}

/**
 * Catalogue indicators that can be looked at before and after: figures in two periods or more, and
 * figures whose difference means something (coded answers have none). In the catalogue's order.
 */
export function comDoisPeriodos(rows: readonly Pick<LinhaDeValores, "indicador" | "periodo" | "municipios">[], catalogo: readonly Indicador[]): IndicadorComPeriodos[] {
  const porIndicador = new Map<string, Map<string, number>>();
  for (const { indicador, periodo, municipios } of rows) {
    const periodos = porIndicador.get(indicador) ?? new Map<string, number>();
    porIndicador.set(indicador, periodos);
    periodos.set(periodo, (periodos.get(periodo) ?? 0) + municipios);
  }
  return catalogo.flatMap((indicador) => {
    const periodos = porIndicador.get(indicador.id);
    if (periodos === undefined || periodos.size < 2 || indicador.niveis !== undefined) return [];
    return [{ indicador, periodos: [...periodos].map(([periodo, municipios]) => ({ periodo, municipios })).sort((a, b) => (a.periodo < b.periodo ? -1 : 1)) }];
  });
}

/** What is compared: an indicator and two of its periods, `antes` before `depois`. */
export interface Escolha {
  readonly opcao: IndicadorComPeriodos;
  readonly antes: PeriodoComFiguras;
  readonly depois: PeriodoComFiguras;
}

/**
 * The choice in force. What the address does not say, or says of figures that are not there, is the
 * newest: the indicator of the newest figures (most municipalities first, then the catalogue's order),
 * its last period, and the one before that.
 */
export function escolhaDe(opcoes: readonly IndicadorComPeriodos[], pedida: { readonly indicador: string; readonly antes: string; readonly depois: string }): Escolha | null {
  const opcao = opcoes.find(({ indicador }) => indicador.id === pedida.indicador) ?? maisNova(opcoes);
  if (opcao === null) return null;
  const { periodos } = opcao;
  const depois = periodos.slice(1).find(({ periodo }) => periodo === pedida.depois) ?? periodos.at(-1);
  if (depois === undefined) return null;
  const anteriores = periodos.filter(({ periodo }) => periodo < depois.periodo);
  const antes = anteriores.find(({ periodo }) => periodo === pedida.antes) ?? anteriores.at(-1);
  return antes === undefined ? null : { opcao, antes, depois };
}

function maisNova(opcoes: readonly IndicadorComPeriodos[]): IndicadorComPeriodos | null {
  return opcoes.reduce<IndicadorComPeriodos | null>((melhor, opcao) => {
    const [a, b] = [melhor?.periodos.at(-1), opcao.periodos.at(-1)];
    if (a === undefined || b === undefined) return melhor ?? opcao;
    return b.periodo > a.periodo || (b.periodo === a.periodo && b.municipios > a.municipios) ? opcao : melhor;
  }, null);
}

/** Figures of an indicator in one period, aligned with `codigos`; null = none. Of two sources, the first of the rows counts. */
export function figurasDe(rows: readonly LinhaDeValores[], indicador: string, periodo: string, codigos: readonly number[]): (number | null)[] {
  const porCodigo = new Map<number, number>();
  for (const row of rows) {
    if (row.indicador !== indicador || row.periodo !== periodo) continue;
    const valores = row.valores.split("|");
    row.codigos.split("|").forEach((codigo, i) => {
      const valor = Number(valores[i] ?? "");
      if (!porCodigo.has(Number(codigo)) && Number.isFinite(valor)) porCodigo.set(Number(codigo), valor);
    });
  }
  return codigos.map((codigo) => porCodigo.get(codigo) ?? null);
}
