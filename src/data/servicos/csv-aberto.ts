import type { RegistroDeServico } from "../../core/servicos/montar.ts";
import { DEMONSTRATION_MARK } from "../export/csv.ts";
import { guardFormula } from "../export/formula.ts";
import { camposAbertos, type CelulaAberta, type ContextoDoArquivo } from "./campos.ts";

/** First letter of the line, before the header, that says a file is invented: the dictionary declares it. */
export const MARCA_DE_COMENTARIO = "#";

const FIM_DE_LINHA = "\r\n";
const PEDE_ASPAS = /[,"\r\n#]/;

/**
 * The rows as a CSV for machines: UTF-8 without a byte-order mark, comma, decimal point, CRLF (RFC 4180),
 * nothing where nothing was informed. An invented file opens with a comment that says so, and says it again
 * in every row. Text a spreadsheet could run goes behind an apostrophe.
 * @throws RangeError for NaN or an infinite number
 */
export function csvAberto(registros: readonly RegistroDeServico[], contexto: ContextoDoArquivo): string {
  const campos = camposAbertos();
  const linhas = [
    ...(contexto.demonstracao ? [`${MARCA_DE_COMENTARIO} ${DEMONSTRATION_MARK}: registros fictícios, não use para decidir`] : []),
    campos.map(({ coluna }) => coluna.name).join(","),
    ...registros.map((registro) => campos.map(({ valor }) => celula(valor(registro, contexto))).join(",")),
  ];
  return linhas.join(FIM_DE_LINHA) + FIM_DE_LINHA;
}

function celula(valor: CelulaAberta): string {
  if (valor === null) return "";
  if (typeof valor === "boolean") return valor ? "sim" : "nao";
  if (typeof valor === "number") {
    if (!Number.isFinite(valor)) throw new RangeError(`cannot export ${String(valor)} as a figure`);
    return String(valor);
  }
  const guardado = guardFormula(valor);
  return PEDE_ASPAS.test(guardado) ? `"${guardado.replaceAll('"', '""')}"` : guardado;
}
