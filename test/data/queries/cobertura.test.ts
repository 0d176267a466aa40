import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APOIOS } from "../../../src/data/contracts/apoios.ts";
import { type Contract, SQL_TYPE } from "../../../src/data/contracts/contract.ts";
import { MUNICIPIOS } from "../../../src/data/contracts/municipios.ts";
import { apoiosDoMunicipio } from "../../../src/data/queries/cobertura-do-municipio.ts";
import { municipiosPorEixo, municipiosPorEstrategia } from "../../../src/data/queries/cobertura-por-grupo.ts";
import { apoiosPorMes } from "../../../src/data/queries/cobertura-por-mes.ts";
import { coberturaPorMunicipio } from "../../../src/data/queries/cobertura-por-municipio.ts";
import type { Recorte } from "../../../src/data/queries/cobertura-recorte.ts";
import type { Query, RowContract, RowOf } from "../../../src/data/queries/query.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { readRows } from "../../../src/data/session/read-rows.ts";
import { ENGINES, openEngineInNode } from "../engine-in-node.ts";

/** A and B share a region, A and C a size class; D has neither and no support at all. */
const [A, B, C, D, FORA] = [5100001, 5100002, 5100003, 5100004, 5199999];

const MUNICIPIO_ROWS = `
  (${A}, 510001, 'pequeno-1'), (${B}, 510001, 'medio'), (${C}, 510002, 'pequeno-1'), (${D}, NULL, NULL)`;

/** Period under test: after 2025-10-31, up to 2026-10-31. */
const APOIO_ROWS = `
  ('e1', ${A}, DATE '2025-11-01', 'visita-tecnica',   'servicos',    'presencial',     5),
  ('e2', ${A}, DATE '2026-03-10', 'encontro',         'gestao-suas', 'presencial',     10),
  ('e2', ${B}, DATE '2026-03-10', 'encontro',         'gestao-suas', 'presencial',     NULL),
  ('e2', ${C}, DATE '2026-03-10', 'encontro',         'gestao-suas', 'presencial',     20),
  ('e3', ${B}, DATE '2026-10-31', 'monitoramento',    'saas',        'nao-presencial', NULL),
  ('e4', ${A}, DATE '2025-10-31', 'monitoramento',    'saas',        'presencial',     3),
  ('e5', ${B}, DATE '2026-03-20', 'videoconferencia', 'servicos',    'nao-presencial', 2),
  ('e5', ${C}, DATE '2026-03-20', 'videoconferencia', 'servicos',    'nao-presencial', 4),
  ('e6', ${A}, DATE '2026-11-01', 'visita-tecnica',   'servicos',    'presencial',     9),
  ('e7', ${FORA}, DATE '2026-05-01', 'visita-tecnica', 'servicos',   'presencial',     1)`;

/** What was not held covers nobody, whatever its day: planned and late, called off, asked for without a day. */
const NAO_REALIZADO = `
  ('n1', ${A}, DATE '2026-04-01', 'visita-tecnica', 'servicos',    'presencial', 'previsto'),
  ('n2', ${D}, DATE '2026-04-02', 'monitoramento',  'gestao-suas', 'presencial', 'cancelado'),
  ('n3', ${B}, NULL,              'visita-tecnica', 'saas',        'presencial', 'previsto'),
  ('n4', ${C}, NULL,              'encontro',       'saas',        'presencial', NULL),
  ('e2', ${D}, DATE '2026-03-10', 'encontro',       'gestao-suas', 'presencial', 'cancelado')`;

const RECORTE: Recorte = {
  em: "2026-10-31",
  apos: "2025-10-31",
  meses: 12,
  estrategias: [],
  eixos: [],
  regioes: [],
  portes: [],
};

let engine: Engine;

function createTable({ table, columns }: Contract): string {
  return `CREATE TABLE ${table} (${columns.map((c) => `${c.name} ${SQL_TYPE[c.type]}`).join(", ")})`;
}

beforeAll(async () => {
  engine = await openEngineInNode(ENGINES.completo);
  await engine.run(createTable(MUNICIPIOS));
  await engine.run(createTable(APOIOS));
  await engine.run(`INSERT INTO municipio (codigo, regiao_imediata_codigo, porte) VALUES ${MUNICIPIO_ROWS}`);
  await engine.run(
    `INSERT INTO apoio (apoio, codigo_ibge, data, estrategia, eixo, modalidade, participantes) VALUES ${APOIO_ROWS}`,
  );
  // Of the held, some say so and some leave it to their day.
  await engine.run("UPDATE apoio SET situacao = 'realizado' WHERE apoio IN ('e1', 'e2', 'e6')");
  await engine.run(`INSERT INTO apoio (apoio, codigo_ibge, data, estrategia, eixo, modalidade, situacao) VALUES ${NAO_REALIZADO}`);
  await engine.run("UPDATE apoio SET origem = 'solicitado-municipio'");
}, 60_000);

afterAll(() => {
  engine.terminate();
});

async function ask<P, R extends RowContract>(query: Query<P, R>, params: P): Promise<readonly RowOf<R>[]> {
  return readRows(await engine.ask(query.sql, query.params(params)), query.row);
}

describe("cobertura-por-municipio", () => {
  it("takes the last day of the period in, the day it starts after out, and nothing later", async () => {
    expect(await ask(coberturaPorMunicipio, RECORTE)).toEqual([
      {
        codigo: A,
        ultimo_presencial: "2026-03-10",
        ultimo_monitoramento: "2025-10-31",
        ultimo_monitoramento_presencial: "2025-10-31",
        eventos_presenciais: 2,
        eventos_nao_presenciais: 0,
      },
      {
        codigo: B,
        ultimo_presencial: "2026-03-10",
        ultimo_monitoramento: "2026-10-31",
        ultimo_monitoramento_presencial: null,
        eventos_presenciais: 1,
        eventos_nao_presenciais: 2,
      },
      {
        codigo: C,
        ultimo_presencial: "2026-03-10",
        ultimo_monitoramento: null,
        ultimo_monitoramento_presencial: null,
        eventos_presenciais: 1,
        eventos_nao_presenciais: 1,
      },
      {
        codigo: FORA,
        ultimo_presencial: "2026-05-01",
        ultimo_monitoramento: null,
        ultimo_monitoramento_presencial: null,
        eventos_presenciais: 1,
        eventos_nao_presenciais: 0,
      },
    ]);
  });

  it("narrows support by strategy and eixo, but never the monitoring", async () => {
    const rows = await ask(coberturaPorMunicipio, { ...RECORTE, estrategias: ["visita-tecnica"], eixos: ["servicos"] });
    expect(rows.slice(0, 2)).toEqual([
      {
        codigo: A,
        ultimo_presencial: "2025-11-01",
        ultimo_monitoramento: "2025-10-31",
        ultimo_monitoramento_presencial: "2025-10-31",
        eventos_presenciais: 1,
        eventos_nao_presenciais: 0,
      },
      {
        codigo: B,
        ultimo_presencial: null,
        ultimo_monitoramento: "2026-10-31",
        ultimo_monitoramento_presencial: null,
        eventos_presenciais: 0,
        eventos_nao_presenciais: 0,
      },
    ]);
  });
});

describe("municipios-por-estrategia", () => {
  it("counts events, municipalities and reaches apart, and leaves out codes of no known municipality", async () => {
    expect(await ask(municipiosPorEstrategia, RECORTE)).toEqual([
      { estrategia: "encontro", eventos: 1, municipios: 3, alcances: 3, participantes: 30, ultima: "2026-03-10" },
      { estrategia: "monitoramento", eventos: 1, municipios: 1, alcances: 1, participantes: null, ultima: "2026-10-31" },
      { estrategia: "videoconferencia", eventos: 1, municipios: 2, alcances: 2, participantes: 6, ultima: "2026-03-20" },
      { estrategia: "visita-tecnica", eventos: 1, municipios: 1, alcances: 1, participantes: 5, ultima: "2025-11-01" },
    ]);
  });

  it("ignores its own filter and obeys those of eixo, region and porte", async () => {
    const recorte: Recorte = { ...RECORTE, estrategias: ["visita-tecnica"], eixos: ["gestao-suas"], portes: ["pequeno-1"] };
    expect(await ask(municipiosPorEstrategia, recorte)).toEqual([
      { estrategia: "encontro", eventos: 1, municipios: 2, alcances: 2, participantes: 30, ultima: "2026-03-10" },
    ]);
    const regiao = await ask(municipiosPorEstrategia, { ...RECORTE, regioes: [510002] });
    expect(regiao.map(({ estrategia, alcances }) => [estrategia, alcances])).toEqual([
      ["encontro", 1],
      ["videoconferencia", 1],
    ]);
  });
});

describe("municipios-por-eixo", () => {
  it("ignores its own filter and obeys that of strategy", async () => {
    const rows = await ask(municipiosPorEixo, {
      ...RECORTE,
      eixos: ["saas"],
      estrategias: ["visita-tecnica", "videoconferencia"],
    });
    expect(rows).toEqual([
      { eixo: "servicos", eventos: 2, municipios: 3, alcances: 3, participantes: 11, ultima: "2026-03-20" },
    ]);
  });
});

describe("apoios-por-mes", () => {
  it("gives months, the whole of each modality, and the whole period, without adding distinct counts up", async () => {
    expect(await ask(apoiosPorMes, RECORTE)).toEqual([
      { mes: "2025-11", modalidade: "presencial", eventos: 1, municipios: 1, alcances: 1 },
      { mes: "2026-03", modalidade: "nao-presencial", eventos: 1, municipios: 2, alcances: 2 },
      { mes: "2026-03", modalidade: "presencial", eventos: 1, municipios: 3, alcances: 3 },
      { mes: "2026-10", modalidade: "nao-presencial", eventos: 1, municipios: 1, alcances: 1 },
      { mes: null, modalidade: "nao-presencial", eventos: 2, municipios: 2, alcances: 3 },
      { mes: null, modalidade: "presencial", eventos: 2, municipios: 3, alcances: 4 },
      { mes: null, modalidade: null, eventos: 4, municipios: 3, alcances: 7 },
    ]);
  });

  it("answers zero, not nothing, for a period with no support", async () => {
    expect(await ask(apoiosPorMes, { ...RECORTE, em: "2020-12-31", apos: "2019-12-31" })).toEqual([
      { mes: null, modalidade: null, eventos: 0, municipios: 0, alcances: 0 },
    ]);
  });
});

describe("apoios-do-municipio", () => {
  it("lists the whole record up to the reference date, newest first, with how far each event reached", async () => {
    const rows = await ask(apoiosDoMunicipio, { codigo: A, em: "2026-10-31" });
    expect(rows.map(({ apoio, data, municipios, participantes }) => [apoio, data, municipios, participantes])).toEqual([
      ["e2", "2026-03-10", 3, 10],
      ["e1", "2025-11-01", 1, 5],
      ["e4", "2025-10-31", 1, 3],
    ]);
    expect(rows[0]?.tema).toBeNull();
  });

  it("is empty for a municipality with no support", async () => {
    expect(await ask(apoiosDoMunicipio, { codigo: D, em: "2026-10-31" })).toEqual([]);
  });
});
