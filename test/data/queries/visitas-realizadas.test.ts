import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APOIOS } from "../../../src/data/contracts/apoios.ts";
import { SQL_TYPE } from "../../../src/data/contracts/contract.ts";
import { visitasRealizadas } from "../../../src/data/queries/visitas-realizadas.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { readRows } from "../../../src/data/session/read-rows.ts";
import { ENGINES, openEngineInNode } from "../engine-in-node.ts";

const [A, B] = [5100001, 5100002];

const ROWS = `
  ('e1', ${A}, DATE '2027-01-01', 'visita-tecnica', 'presencial'),
  ('e2', ${A}, DATE '2027-02-10', 'visita-tecnica', 'presencial'),
  ('e3', ${A}, DATE '2027-02-10', 'visita-tecnica', 'presencial'),
  ('e4', ${B}, DATE '2027-02-10', 'visita-tecnica', 'presencial'),
  ('e5', ${B}, DATE '2027-02-11', 'visita-tecnica', 'nao-presencial'),
  ('e6', ${B}, DATE '2027-02-12', 'monitoramento',  'presencial'),
  ('e7', ${B}, DATE '2027-03-31', 'visita-tecnica', 'presencial'),
  ('e8', ${B}, DATE '2027-04-01', 'visita-tecnica', 'presencial'),
  ('e9', ${B}, DATE '2026-12-31', 'visita-tecnica', 'presencial')`;

let engine: Engine;

beforeAll(async () => {
  engine = await openEngineInNode(ENGINES.completo);
  const columns = APOIOS.columns.map((c) => `${c.name} ${SQL_TYPE[c.type]}`).join(", ");
  await engine.run(`CREATE TABLE ${APOIOS.table} (${columns})`);
  await engine.run(`INSERT INTO apoio (apoio, codigo_ibge, data, estrategia, modalidade) VALUES ${ROWS}`);
}, 60_000);

afterAll(() => {
  engine.terminate();
});

const between = async (de: string, ate: string): Promise<readonly unknown[]> =>
  readRows(await engine.ask(visitasRealizadas.sql, visitasRealizadas.params({ de, ate })), visitasRealizadas.row);

describe("visitas-realizadas", () => {
  it("are the technical visits in person, one a municipality and day, with both ends of the period", async () => {
    expect(await between("2027-01-01", "2027-03-31")).toEqual([
      { codigo: A, dia: "2027-01-01" },
      { codigo: A, dia: "2027-02-10" },
      { codigo: B, dia: "2027-02-10" },
      { codigo: B, dia: "2027-03-31" },
    ]);
  });

  it("are none in a period that ends before it begins", async () => {
    expect(await between("2027-03-31", "2027-01-01")).toEqual([]);
  });
});
