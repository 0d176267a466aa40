import { fold } from "../../core/search.ts";
import type { NumberStyle } from "../import/numbers.ts";
import type { PlaceReading } from "../places/places.ts";
import type { RawTable } from "../raw/raw.ts";
import { decimalQuestion } from "../import/decimal-question.ts";
import { cellText, columnStyles, readFigure, readMonth, readYear } from "./cells.ts";
import { columnRoles } from "./columns.ts";
import type { Conversion, ConversionContext, Fit } from "./layout.ts";
import { questions } from "./questions.ts";
import { placeReader, progressPart, walkPlaces } from "./walk.ts";

/** Where a mapped table says its period: fixed for all rows, or in one or two columns (0-based). */
export type MappedPeriod =
  | { readonly tipo: "fixo"; readonly valor: string }
  | { readonly tipo: "coluna"; readonly coluna: number }
  | { readonly tipo: "ano-mes"; readonly ano: number; readonly mes: number };

/** What of a mapping the reading of rows needs. */
export interface MappedFields {
  readonly periodo: MappedPeriod;
  readonly valores: readonly { readonly indicador: string }[];
}

interface ValueColumn {
  readonly at: number;
  readonly titulo: string;
  readonly indicador: string;
  readonly style: NumberStyle;
}

/** Reads a table into figures by what a user said each column is; `fit.posicao` has the fields of `fieldsOf`. */
export function convertMapped(mapping: MappedFields, tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const perguntas = questions(context.respostas);
  const placed = mapping.valores.flatMap(({ indicador }) => {
    const at = fit.posicao.get(`valor:${indicador}`);
    return at === undefined ? [] : [{ at, indicador, titulo: fit.titulos[at] ?? indicador }];
  });
  const styles = columnStyles(tabela, fit, placed.map(({ at }) => at), progressPart(context.onProgress, 0, 0.4));
  const valores = placed.map((column): ValueColumn => {
    const decided = styles.get(column.at) ?? "inteiro";
    if (decided !== "ambiguo") return { ...column, style: decided };
    const answer = perguntas.ask(decimalQuestion(column.titulo));
    return { ...column, style: answer === "virgula" || answer === "ponto" ? answer : "ambiguo" };
  });
  const periodo = periodReader(mapping, fit);
  const { log } = context;
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      lugar: placeOf(fit, context),
      coluna: fit.titulos[fit.posicao.get("codigo") ?? fit.posicao.get("siafi") ?? fit.posicao.get("nome") ?? 0] ?? "",
      linha: ({ linha, campos, codigo }) => {
        const { valor: quando, texto, coluna } = periodo(campos);
        if (quando === null) {
          log.add("periodo-invalido", {
            gravidade: "linha-separada",
            linha,
            coluna,
            valor: texto,
            mensagem: "Não é um período.",
            conserto: "Escreva o ano (2023), o mês (2026-06 ou 06/2026) ou o trimestre (2023-T2).",
          });
          return false;
        }
        const readings = valores.map((column) => ({ column, reading: readFigure(cellText(campos, column.at), column.style) }));
        const read = readings.filter(({ reading }) => typeof reading === "number");
        const wrong = readings.filter(({ reading }) => reading === "invalido" || reading === "ambiguo");
        for (const { column, reading } of wrong) {
          log.add(reading === "ambiguo" ? "numero-ambiguo" : "numero-invalido", {
            gravidade: read.length === 0 ? "linha-separada" : "aviso",
            linha,
            coluna: column.titulo,
            valor: cellText(campos, column.at),
            mensagem:
              reading === "ambiguo"
                ? "O ponto ou a vírgula pode ser de milhar ou de decimal; o valor não foi lido."
                : "Não é um número que dê para ler; o valor não foi lido.",
            conserto:
              reading === "ambiguo"
                ? "Responda como a coluna escreve os números e leia o arquivo de novo."
                : "Escreva um número, com vírgula ou ponto só nos decimais.",
          });
        }
        for (const { column, reading } of read) {
          if (typeof reading === "number") context.figura({ codigo, periodo: quando, indicador: column.indicador, valor: reading }, linha);
        }
        return wrong.length === 0 || read.length > 0;
      },
    },
    progressPart(context.onProgress, 0.4, 1),
  );
  return { contagem, ...columnRoles(tabela, fit, { usos: usesOf(mapping) }), perguntas: perguntas.open() };
}

function usesOf({ valores }: MappedFields): ReadonlyMap<string, string> {
  return new Map([
    ["codigo", "município (código IBGE)"],
    ["siafi", "município (código SIAFI)"],
    ["nome", "município (nome)"],
    ["uf", "município (UF)"],
    ["periodo", "período"],
    ["ano", "período (ano)"],
    ["mes", "período (mês)"],
    ...valores.map(({ indicador }): [string, string] => [`valor:${indicador}`, indicador]),
  ]);
}

/** A code rules; a split one (UF and five digits) is joined; a name serves where the row has no code. */
function placeOf(fit: Fit, { lugares }: ConversionContext): (campos: readonly string[]) => PlaceReading {
  const byCodeOrName = placeReader(fit, lugares, { codigos: ["codigo"], nome: "nome", uf: "uf" });
  const codeAt = fit.posicao.get("codigo");
  const ufAt = fit.posicao.get("uf");
  const siafiAt = fit.posicao.get("siafi");
  return (campos) => {
    const code = cellText(campos, codeAt);
    const uf = cellText(campos, ufAt);
    if (/^\d{1,5}$/.test(code) && /^\d{2}$/.test(uf)) return lugares.partido(uf, code.padStart(5, "0"));
    if (siafiAt === undefined || code !== "") return byCodeOrName(campos);
    const reading = lugares.siafi(cellText(campos, siafiAt));
    return reading.tipo === "desconhecido" && fit.posicao.has("nome") ? byCodeOrName(campos) : reading;
  };
}

interface PeriodReading {
  readonly valor: string | null;
  /** What was read, and in which column, for the message. */
  readonly texto: string;
  readonly coluna: string | null;
}

function periodReader({ periodo }: MappedFields, fit: Fit): (campos: readonly string[]) => PeriodReading {
  if (periodo.tipo === "fixo") return () => ({ valor: periodo.valor, texto: periodo.valor, coluna: null });
  if (periodo.tipo === "coluna") {
    const at = fit.posicao.get("periodo");
    const coluna = fit.titulos[at ?? -1] ?? null;
    return (campos) => {
      const texto = cellText(campos, at);
      return { valor: readYear(texto) ?? readMonth(texto) ?? readQuarter(texto), texto, coluna };
    };
  }
  const yearAt = fit.posicao.get("ano");
  const monthAt = fit.posicao.get("mes");
  return (campos) => {
    const year = cellText(campos, yearAt);
    const month = cellText(campos, monthAt);
    const ano = readYear(year);
    if (ano === null) return { valor: null, texto: year, coluna: fit.titulos[yearAt ?? -1] ?? null };
    const mes = monthNumber(month);
    return { valor: mes === null ? null : `${ano}-${String(mes).padStart(2, "0")}`, texto: month, coluna: fit.titulos[monthAt ?? -1] ?? null };
  };
}

function readQuarter(texto: string): string | null {
  const match = /^((?:19|20)\d{2})[-/ .]?T([1-4])$/i.exec(texto);
  return match === null ? null : `${match[1] ?? ""}-T${match[2] ?? ""}`;
}

const MESES = ["janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"];

function monthNumber(texto: string): number | null {
  const digits = /^0?([1-9]|1[0-2])(?:[.,]0+)?$/.exec(texto);
  if (digits !== null) return Number(digits[1]);
  const named = fold(texto);
  if (named.length < 3) return null;
  const at = MESES.findIndex((mes) => mes === named || mes.slice(0, 3) === named);
  return at === -1 ? null : at + 1;
}
