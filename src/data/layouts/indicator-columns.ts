import { readNumber, type NumberStyle } from "../import/numbers.ts";
import type { PlaceReading } from "../places/places.ts";
import type { RawTable } from "../raw/raw.ts";
import { shownValue } from "./cell-problems.ts";
import { decimalQuestion } from "../import/decimal-question.ts";
import { cellText, columnStyles, readFigure, type FigureReading } from "./cells.ts";
import { columnRoles } from "./columns.ts";
import type { Conversion, ConversionContext, Fit } from "./layout.ts";
import type { FieldRule } from "./match.ts";
import type { Questions } from "./questions.ts";
import { progressPart, walkPlaces } from "./walk.ts";

/** A column that is an indicator, in a table of one row a municipality (and period). */
export interface IndicatorColumn extends FieldRule {
  /** Catalogue id. */
  readonly indicador: string;
  /** Bounds of the published scale: a number outside them is not this indicator. */
  readonly min: number;
  readonly max: number;
  /** Where the column's title gives the period; else the row does. */
  readonly periodo?: string;
}

export interface IndicatorTable {
  readonly colunas: readonly IndicatorColumn[];
  readonly lugar: (campos: readonly string[]) => PlaceReading;
  /** Field of the fit that names the municipality. */
  readonly campoLugar: string;
  /** Period of a row, or why it has none. */
  readonly periodo: (campos: readonly string[]) => string | RowProblem;
  /** True for rows that are a part of another ("mulheres"), which feed no figure. */
  readonly parte?: (campos: readonly string[]) => string | null;
  /** Further fields of the fit that are used, and for what. */
  readonly usos: ReadonlyMap<string, string>;
}

export interface RowProblem {
  readonly tipo: string;
  readonly coluna: string | null;
  readonly valor: string | null;
  readonly mensagem: string;
  readonly conserto: string;
}

/** Reads a table of indicator columns into figures, one a cell that holds a number. */
export function convertIndicatorColumns(
  tabela: RawTable,
  fit: Fit,
  context: ConversionContext,
  perguntas: Questions,
  { colunas, lugar, campoLugar, periodo, parte, usos }: IndicatorTable,
): Conversion {
  const { log } = context;
  const placed = colunas.flatMap((coluna) => {
    const at = fit.posicao.get(coluna.campo);
    return at === undefined ? [] : [{ ...coluna, at, titulo: fit.titulos[at] ?? coluna.campo }];
  });
  const styles = columnStyles(tabela, fit, placed.map(({ at }) => at), progressPart(context.onProgress, 0, 0.4));
  const columns = placed.map((column) => ({ ...column, style: styleOf(column, styles.get(column.at) ?? "inteiro", perguntas) }));
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      lugar,
      coluna: fit.titulos[fit.posicao.get(campoLugar) ?? 0] ?? "",
      linha: ({ linha, campos, codigo }) => {
        const part = parte?.(campos) ?? null;
        if (part !== null) {
          log.add("parte-do-total", {
            gravidade: "linha-separada",
            linha,
            coluna: null,
            valor: shownValue(part),
            mensagem: "A linha é só uma parte do total do município; o número do aplicativo é o do total.",
            conserto: "Confira se o arquivo traz também a linha do total; nada precisa ser corrigido nesta.",
          });
          return false;
        }
        const quando = periodo(campos);
        if (typeof quando !== "string") {
          const { tipo, ...problem } = quando;
          log.add(tipo, { gravidade: "linha-separada", linha, ...problem });
          return false;
        }
        let read = 0;
        const wrong: { titulo: string; texto: string; reading: Wrong; min: number; max: number }[] = [];
        for (const { at, titulo, indicador, style, min, max, periodo: doTitulo } of columns) {
          const texto = cellText(campos, at);
          const reading = boundedFigure(texto, style, min, max);
          if (typeof reading === "number") {
            read += 1;
            context.figura({ codigo, periodo: doTitulo ?? quando, indicador, valor: reading }, linha);
          } else if (reading !== "vazio") wrong.push({ titulo, texto, reading, min, max });
        }
        for (const { titulo, texto, reading, min, max } of wrong) {
          log.add(`numero-${reading}`, {
            gravidade: read === 0 ? "linha-separada" : "aviso",
            linha,
            coluna: titulo,
            valor: shownValue(texto),
            ...wrongNumber(reading, min, max),
          });
        }
        if (read === 0 && wrong.length === 0) {
          log.add("linha-sem-valor", { gravidade: "linha-separada", linha, coluna: null, valor: null, mensagem: "A linha não traz nenhum valor dos indicadores; vazio não é zero.", conserto: "Confira na origem se o valor foi publicado para este município." });
        }
        return read > 0;
      },
    },
    progressPart(context.onProgress, 0.4, 1),
  );
  const roles = columnRoles(tabela, fit, {
    usos: new Map([...usos, ...colunas.map(({ campo, indicador }): [string, string] => [campo, indicador])]),
    agregada: () => true,
  });
  return { contagem, ...roles, perguntas: perguntas.open() };
}

type Wrong = "invalido" | "ambiguo" | "fora-da-escala";

function wrongNumber(reading: Wrong, min: number, max: number): { mensagem: string; conserto: string } {
  switch (reading) {
    case "invalido":
      return { mensagem: "Não é um número que dê para ler; o valor não foi lido.", conserto: "Confira a célula no arquivo original." };
    case "ambiguo":
      return {
        mensagem: "O ponto ou a vírgula pode ser de milhar ou de decimal; o valor não foi lido.",
        conserto: "Responda como a coluna escreve os números e leia o arquivo de novo.",
      };
    case "fora-da-escala":
      return {
        mensagem: `O número está fora da escala deste indicador, ${max === Infinity ? `que não é menor que ${String(min)}` : `que vai de ${String(min)} a ${String(max)}`}; o valor não foi lido.`,
        conserto: "Confira a célula e a marca de decimal no arquivo original.",
      };
  }
}

/** Marks like "4.990" alone are asked about only where both readings fit the scale. */
function styleOf({ titulo, max }: IndicatorColumn & { readonly titulo: string }, decided: NumberStyle, perguntas: Questions): NumberStyle {
  if (decided !== "ambiguo" || max < 1000) return decided;
  const answer = perguntas.ask(decimalQuestion(titulo));
  return answer === "virgula" || answer === "ponto" ? answer : "ambiguo";
}

/** A number in its scale; where marks read two ways and only one reading is in the scale, that one. */
export function boundedFigure(texto: string, style: NumberStyle, min: number, max: number): FigureReading | "fora-da-escala" {
  const reading = readFigure(texto, style);
  if (typeof reading === "number") return reading >= min && reading <= max ? reading : "fora-da-escala";
  if (reading !== "ambiguo") return reading;
  const readings = [readNumber(texto, "virgula"), readNumber(texto, "ponto")];
  const inScale = readings.flatMap((read) => (typeof read === "object" && read.valor >= min && read.valor <= max ? [read.valor] : []));
  const [only, other] = inScale;
  return only !== undefined && other === undefined ? only : "ambiguo";
}
