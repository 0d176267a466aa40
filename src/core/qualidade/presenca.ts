import { maisNovo, type ColunaNaMesa, type Mesa } from "./mesa.ts";
import type { RegraPresenca } from "./regra.ts";

/**
 * Expected figures that are missing. Where the municipality has an older figure
 * and the newest of the indicator is missing, that is a matter of timeliness
 * (`defasado`); every other lack is one of completeness (`falta`). The two rules
 * share the missing cells between them and never both fire on one.
 *
 * A period that most of the expected municipalities lack is a partial file, not a
 * lack of each of them; a municipality that did not exist yet lacks nothing.
 */
export function presenca(regra: RegraPresenca, mesa: Mesa): void {
  for (const indicador of mesa.escolher(regra.indicadores)) {
    const serie = mesa.series.get(indicador.id) ?? [];
    const nova = serie.at(-1);
    serie.forEach((coluna, i) => {
      const esperados = linhasEsperadas(regra, serie.slice(0, i), coluna, mesa);
      const presentes = esperados.filter((linha) => tem(coluna, linha)).length;
      if (presentes < regra.parteMinima * esperados.length) return;
      for (const linha of esperados) {
        if (tem(coluna, linha)) {
          if (regra.tipo === "falta" || coluna === nova) mesa.passa(regra, coluna, linha);
          continue;
        }
        const ultimo = coluna === nova ? maisNovo(serie, linha) : null;
        if ((ultimo !== null) !== (regra.tipo === "defasado")) continue;
        mesa.acusa(
          regra,
          coluna,
          linha,
          ultimo === null
            ? {}
            : {
                comparado: {
                  indicador: indicador.id,
                  periodo: ultimo.periodo,
                  valor: ultimo.valores[linha] ?? Number.NaN,
                },
              },
        );
      }
    });
  }
}

function linhasEsperadas(
  { esperado }: RegraPresenca,
  antes: readonly ColunaNaMesa[],
  coluna: ColunaNaMesa,
  mesa: Mesa,
): number[] {
  const linhas: number[] = [];
  mesa.painel.codigos.forEach((_, linha) => {
    if (!mesa.existia(linha, coluna.periodo)) return;
    if (esperado === "todos" || tem(coluna, linha) || antes.some((anterior) => tem(anterior, linha))) linhas.push(linha);
  });
  return linhas;
}

function tem(coluna: ColunaNaMesa, linha: number): boolean {
  return !Number.isNaN(coluna.valores[linha] ?? Number.NaN);
}
