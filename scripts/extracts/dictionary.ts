import { EXTRACTS, NAO_CLASSIFICADO, NAO_CLASSIFICADO_ROTULO, type Column, type ColumnType } from "../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import { writeCsv } from "./csv.ts";

const TYPE_LABEL: Readonly<Record<ColumnType, string>> = {
  "codigo-ibge": "código do IBGE (7 algarismos)",
  texto: "texto",
  categoria: "categoria",
  inteiro: "número inteiro",
  decimal: "número decimal (ponto)",
  data: "data (AAAA-MM-DD)",
  periodo: "período (AAAA, AAAA-MM ou AAAA-Tn)",
  "sim-nao": "sim ou não",
};

/** The data dictionary of all extracts as CSV, generated from the contracts. */
export function dictionaryCsv(): string {
  const rows = EXTRACTS.flatMap((id) =>
    CONTRACTS[id].columns.map((column) => [
      id,
      column.name,
      TYPE_LABEL[column.type],
      column.required ? "sim" : "não",
      column.unit,
      column.description,
      accepted(column).map(([value, label]) => `${value} = ${label}`).join("; "),
    ]),
  );
  return writeCsv(["extrato", "coluna", "tipo", "obrigatoria", "unidade", "descricao", "valores_aceitos"], rows);
}

function accepted({ categories, aberta }: Column): (readonly [string, string])[] {
  return [...Object.entries(categories ?? {}), ...(aberta ? [[NAO_CLASSIFICADO, `${NAO_CLASSIFICADO_ROTULO} (fora da lista)`] as const] : [])];
}
