import { SQL_TYPE, type Column, type Contract, type ExtractId } from "../contracts/contract.ts";
import { CONTRACTS } from "../contracts/index.ts";
import {
  anulavel,
  data,
  defineQuery,
  logico,
  numero,
  texto,
  type CellReader,
  type Query,
} from "./query.ts";

/** A cell of an extract as it leaves the engine; dates are `YYYY-MM-DD` text. */
export type CelulaExtrato = string | number | boolean | null;

export type LinhasDoExtrato = Query<
  Record<string, never>,
  Readonly<Record<string, CellReader<CelulaExtrato>>>
>;

/** What does a whole extract hold? Every row and column of its contract, in the order of its key. */
export const LINHAS_DO_EXTRATO: Readonly<Record<ExtractId, LinhasDoExtrato>> = {
  municipios: linhasDe(CONTRACTS.municipios),
  indicadores: linhasDe(CONTRACTS.indicadores),
  denuncias: linhasDe(CONTRACTS.denuncias),
  andamentos: linhasDe(CONTRACTS.andamentos),
  apoios: linhasDe(CONTRACTS.apoios),
  planos: linhasDe(CONTRACTS.planos),
  servicos: linhasDe(CONTRACTS.servicos),
};

function linhasDe(contract: Contract): LinhasDoExtrato {
  const columns = contract.columns.map((column) =>
    column.type === "data" ? `CAST(${column.name} AS VARCHAR) AS ${column.name}` : column.name,
  );
  return defineQuery({
    name: `linhas-de-${contract.id}`,
    sql: `SELECT ${columns.join(", ")} FROM ${contract.table} ORDER BY ${contract.key.join(", ")}`,
    params: () => [],
    row: Object.fromEntries(contract.columns.map((column) => [column.name, reader(column)])),
  });
}

function reader(column: Column): CellReader<CelulaExtrato> {
  if (column.type === "data") return anulavel(data);
  if (SQL_TYPE[column.type] === "VARCHAR") return anulavel(texto);
  return column.type === "sim-nao" ? anulavel(logico) : anulavel(numero);
}
