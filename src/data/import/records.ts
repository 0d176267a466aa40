import type { RawTable, RecordKind, TableRecord } from "../raw/raw.ts";
import { isBlank } from "../raw/shape.ts";
import type { FoundHeader } from "./header.ts";

/**
 * Visits every record of a table with its kind by the header a contract was
 * recognised in: what is above it is preamble, what is below it is data or footer.
 * `visit` returns false to stop.
 */
export function eachRecord(
  { tabela, linha, nomes, porForma }: Pick<FoundHeader, "tabela" | "linha" | "nomes" | "porForma">,
  visit: (record: TableRecord) => boolean,
  onProgress?: (share: number) => void,
): void {
  if (porForma && tabela.cabecalho !== null) {
    tabela.percorrer(visit, onProgress);
    return;
  }
  const total = tabela.inicio.find((record) => record.linha === linha)?.campos.length ?? nomes.length;
  tabela.percorrer((record) => {
    const tipo = kindOf(record, linha, tabela);
    return visit({ ...record, tipo, defeito: tipo === "dados" ? defectOf(record, nomes.length, total) : null });
  }, onProgress);
}

function kindOf({ tipo, linha, campos }: TableRecord, header: number, { cabecalho }: RawTable): RecordKind {
  if (isBlank(campos)) return "branco";
  if (linha <= header) return linha === header ? "cabecalho" : "preambulo";
  if (tipo === "cabecalho" && linha > (cabecalho?.linha ?? Infinity)) return "cabecalho";
  return tipo === "rodape" ? "rodape" : "dados";
}

function defectOf({ campos, defeito }: TableRecord, named: number, total: number): TableRecord["defeito"] {
  if (defeito === "aspas") return "aspas";
  return campos.length < named || (campos.length > total && !isBlank(campos.slice(total))) ? "colunas" : null;
}
