import type { RowCounts } from "../import/report.ts";
import { fileProblem } from "../import/whole-file.ts";
import type { RawTable } from "../raw/raw.ts";
import type { Conversion, ConversionContext, Fit } from "./layout.ts";
import { eachRecord } from "./records.ts";

/** Kind of the problem every file that feeds no indicator carries, once. */
export const WITHOUT_FIGURES = "sem-numeros";

/** Counts the records of a table of which no row is loaded. */
export function countSetAside(tabela: RawTable, fit: Fit, onProgress?: (share: number) => void): RowCounts {
  const contagem = { lidas: 0, carregadas: 0, separadas: 0, preambulo: 0, cabecalho: 0, branco: 0, rodape: 0, fora: 0 };
  eachRecord(
    tabela,
    fit,
    ({ tipo }) => {
      contagem.lidas += 1;
      contagem[tipo === "dados" ? "separadas" : tipo] += 1;
    },
    onProgress,
  );
  return contagem;
}

/** The conversion of a file that is known and holds no figure of ours: every row set aside, and said once in words. */
export function withoutFigures(
  tabela: RawTable,
  fit: Fit,
  { log, onProgress }: Pick<ConversionContext, "log" | "onProgress">,
  mensagem: string,
  conserto: string,
): Conversion {
  const contagem = countSetAside(tabela, fit, onProgress);
  log.add(WITHOUT_FIGURES, fileProblem("aviso", mensagem, conserto));
  return { contagem, usadas: [], ignoradas: fit.titulos.filter((titulo) => titulo !== ""), pessoais: [], perguntas: [] };
}
