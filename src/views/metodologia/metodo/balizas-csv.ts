import type { CivilDate } from "../../../core/civil-date.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { methodHash, type Metodo } from "../../../core/metodo/method.ts";
import type { ExportColumn } from "../../../data/export/table-csv.ts";
import type { LinhaBaliza } from "./balizas.ts";

const texto = (titulo: string, valor: (linha: LinhaBaliza) => string): ExportColumn<LinhaBaliza> => ({ titulo, unidade: "", valor });

/** The goalposts' table as it goes into a file. */
export const COLUNAS_DAS_BALIZAS: readonly ExportColumn<LinhaBaliza>[] = [
  texto("Código", ({ id }) => id),
  texto("Indicador", ({ nome }) => nome),
  texto("Dimensão", ({ dimensao }) => dimensao),
  texto("Sentido", ({ sentido }) => sentido),
  { titulo: "Baliza inferior", valor: ({ lo }) => ({ valor: lo }) },
  { titulo: "Baliza superior", valor: ({ hi }) => ({ valor: hi }) },
  texto("Unidade", ({ unidade }) => unidade),
  texto("Origem", ({ origem }) => origem),
  texto("Fonte", ({ fonte }) => fonte),
  texto("Período", ({ periodo }) => periodo ?? "não se aplica"),
  texto("Validade", ({ validade }) => validade),
  { titulo: "Parte na dimensão", unidade: "%", valor: ({ parteNaDimensao }) => ({ valor: parteNaDimensao }) },
  { titulo: "Parte no total", unidade: "%", valor: ({ parteNoTotal }) => ({ valor: parteNoTotal }) },
];

export function cabecalhoDasBalizas(metodo: Metodo, dataReferencia: CivilDate): ExportHeader {
  return {
    titulo: "Balizas e pesos do método de prioridade",
    fontes: [`método: ${metodo.nome}, SHA-256 ${methodHash(metodo)}`],
    filtros: [],
    dataReferencia,
    demonstracao: false,
  };
}
