import { isBlank } from "../raw/shape.ts";
import type { RawTable, RecordKind, TableRecord } from "../raw/raw.ts";
import type { Fit } from "./layout.ts";

/**
 * Visits every record with its kind by the layout's own header: where the layout
 * found another header than the shape of the records told, or one of several
 * rows, what is above it is preamble and what is below is data.
 */
export function eachRecord(
  tabela: RawTable,
  fit: Fit,
  visit: (record: TableRecord) => void,
  onProgress?: (share: number) => void,
): void {
  const kindOf = kindsBy(tabela, fit);
  const width = fit.titulos.length;
  tabela.percorrer((record) => {
    if (kindOf === null) visit(record);
    else {
      const tipo = kindOf(record);
      visit({ ...record, tipo, defeito: defectBy(record, tipo, width) });
    }
    return true;
  }, onProgress);
}

/** The data records of whole shape. */
export function eachData(
  tabela: RawTable,
  fit: Fit,
  visit: (record: TableRecord) => void,
  onProgress?: (share: number) => void,
): void {
  eachRecord(
    tabela,
    fit,
    (record) => {
      if (record.tipo === "dados" && record.defeito === null) visit(record);
    },
    onProgress,
  );
}

/** Null where the layout agrees with the reader on the header: then the reader's kinds and defects stand. */
function kindsBy(tabela: RawTable, fit: Fit): ((record: TableRecord) => RecordKind) | null {
  if (tabela.cabecalho?.linha === fit.linhaCabecalho && fit.linhasDeCabecalho === 1) return null;
  const header = new Set(
    tabela.inicio
      .filter(({ linha, campos }) => linha <= fit.linhaCabecalho && !isBlank(campos))
      .slice(-fit.linhasDeCabecalho)
      .map(({ linha }) => linha),
  );
  return ({ tipo, linha, campos }) => {
    if (isBlank(campos)) return "branco";
    if (header.has(linha)) return "cabecalho";
    if (linha < fit.linhaCabecalho) return "preambulo";
    return tipo === "rodape" ? "rodape" : "dados";
  };
}

/** Against another header the reader's count of columns says nothing; a record may still be wider than the titles. */
function defectBy({ campos, defeito }: TableRecord, tipo: RecordKind, width: number): TableRecord["defeito"] {
  if (tipo !== "dados") return null;
  if (defeito === "aspas") return "aspas";
  return campos.length > width && !isBlank(campos.slice(width)) ? "colunas" : null;
}
