import type { Municipio } from "../../src/core/municipio.ts";
import { APOIOS } from "../../src/data/contracts/apoios.ts";
import { ANDAMENTOS } from "../../src/data/contracts/andamentos.ts";
import { DENUNCIAS } from "../../src/data/contracts/denuncias.ts";
import { PLANOS } from "../../src/data/contracts/planos.ts";
import { SERVICOS } from "../../src/data/contracts/servicos.ts";
import type { Contract } from "../../src/data/contracts/contract.ts";
import { writeCsv, type Cell } from "../extracts/csv.ts";
import { inventEvents } from "./andamentos.ts";
import { inventSupport, monitorByData } from "./apoios.ts";
import { inventOtherSupport } from "./apoios-demais.ts";
import { inventComplaints } from "./denuncias.ts";
import { buildPlaces } from "./places.ts";
import { inventPlans } from "./planos.ts";
import { createRandom } from "./random.ts";
import { inventServices } from "./servicos.ts";

/** Seed of the set; change it and every row changes. */
const SEED = 20261031;

/** The demonstration extracts as canonical CSV. Each has its own sequence, so that one may change without the others. */
export function inventDemonstration(
  municipios: readonly Municipio[],
  base: number,
): Readonly<Record<"denuncias" | "andamentos" | "apoios" | "planos" | "servicos", string>> {
  const places = buildPlaces(municipios, base, createRandom(SEED));
  const held = monitorByData(inventSupport(places, createRandom(SEED + 2)), createRandom(SEED + 7));
  const { linhas, casos } = inventComplaints(places, createRandom(SEED + 1));
  return {
    denuncias: toCsv(DENUNCIAS, linhas),
    andamentos: toCsv(ANDAMENTOS, inventEvents(casos, linhas, createRandom(SEED + 3))),
    apoios: toCsv(APOIOS, inventOtherSupport(held, places, createRandom(SEED + 4))),
    planos: toCsv(PLANOS, inventPlans(places, createRandom(SEED + 5))),
    servicos: toCsv(SERVICOS, inventServices(places, createRandom(SEED + 6))),
  };
}

function toCsv(contract: Contract, rows: readonly object[]): string {
  const header = contract.columns.map((column) => column.name);
  const cells = rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return header.map((name) => cellOf(values.get(name)));
  });
  return writeCsv(header, cells);
}

function cellOf(value: unknown): Cell {
  if (typeof value === "boolean") return value ? "sim" : "não";
  if (typeof value === "string" || typeof value === "number" || value === null) return value;
  throw new TypeError(`the demonstration made a cell that is ${typeof value}`);
}
