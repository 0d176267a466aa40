import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Municipio } from "../../../src/core/municipio.ts";
import { type Contract, SQL_TYPE } from "../../../src/data/contracts/contract.ts";
import { DENUNCIAS } from "../../../src/data/contracts/denuncias.ts";
import { MUNICIPIOS } from "../../../src/data/contracts/municipios.ts";
import { comoContarDenuncias, linhasEspeciais } from "../../../src/data/queries/denuncias-como-contar.ts";
import { denunciasLinhas, type LinhasParams } from "../../../src/data/queries/denuncias-linhas.ts";
import { denunciasPorDimensao } from "../../../src/data/queries/denuncias-por-dimensao.ts";
import { packExcecoes, type RecorteDenuncias } from "../../../src/data/queries/denuncias-recorte.ts";
import type { Query, RowContract, RowOf } from "../../../src/data/queries/query.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { readRows } from "../../../src/data/session/read-rows.ts";
import { casosDe } from "../../../src/views/denuncias/volume/recorte.ts";
import { lerContagens, type Contagens } from "../../../src/views/denuncias/volume/contagens.ts";
import { ENGINES, openEngineInNode } from "../engine-in-node.ts";

/** A and B share a region; D has none; FORA is not in the table of municipalities. */
const [A, B, C, D, FORA] = [5100001, 5100002, 5100003, 5100004, 5199999];

const REFERENCIA = "2026-10-31";

/** [protocolo, registro, município, canal, tema, situação, principal, resposta] and what each row is. */
type Linha = readonly [string, string | null, number, string, string, string, (string | null)?, (string | null)?];

const LINHAS: readonly Linha[] = [
  // Ten cases.
  ["p01", "2026-01-10", A, "presencial", "bpc", "respondida"],
  ["p02", "2026-01-20", A, "ouvidoria-162", "bpc", "registrada"],
  ["p03", "2026-02-05", B, "presencial", "acolhimento", "respondida"],
  ["p04", "2026-04-30", C, "carta-ar", "bpc", "arquivada"],
  ["p09", REFERENCIA, D, "presencial", "outro", "respondida"],
  ["p17", "2026-02-20", C, "ouvidoria-162", "outro", "respondida", "p17"],
  ["p20", "2026-04-10", A, "presencial", "bpc", "respondida", null, "2026-04-09"],
  ["p21", "2026-04-11", FORA, "presencial", "bpc", "respondida"],
  // Main protocol "x" is not in the extract: the older of the two stands for it.
  ["p12", "2026-02-10", B, "carta-ar", "bpc", "registrada", "x"],
  ["p13", "2026-02-01", C, "carta-ar", "bpc", "registrada", "x"],
  // One protocol on three rows: the oldest registration counts.
  ["p18", "2026-02-15", B, "presencial", "bpc", "registrada"],
  ["p18", "2026-02-14", B, "presencial", "bpc", "respondida"],
  ["p18", null, B, "presencial", "bpc", "registrada"],
  // No usable date: none; after the reference; the day before SUAS.
  ["p05", null, A, "presencial", "bpc", "registrada"],
  ["p06", "2026-11-01", B, "presencial", "bpc", "registrada"],
  ["p07", "2004-10-14", B, "presencial", "bpc", "registrada"],
  // Apensada, and apensada to an apensada.
  ["p10", "2026-01-12", A, "presencial", "bpc", "registrada", "p01"],
  ["p11", "2026-01-13", A, "presencial", "bpc", "registrada", "p10"],
  // A circle, and one that leads into it.
  ["p14", "2026-01-14", A, "presencial", "bpc", "registrada", "p15"],
  ["p15", "2026-01-15", A, "presencial", "bpc", "registrada", "p14"],
  ["p16", "2026-01-16", A, "presencial", "bpc", "registrada", "p14"],
  // Repeated, and the oldest row is apensada.
  ["p19", "2026-04-01", A, "presencial", "bpc", "registrada", "p01"],
  ["p19", "2026-04-02", A, "presencial", "bpc", "registrada"],
];

const municipio = (codigo: number, regiao: number | null): Municipio => ({
  codigo,
  nome: `M${codigo}`,
  regiaoImediata: regiao === null ? null : { codigo: regiao, nome: `R${regiao}` },
  regiaoIntermediaria: null,
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
  porte: null,
});

const MUNICIPIOS_DO_TESTE = [municipio(A, 510001), municipio(B, 510001), municipio(C, 510002), municipio(D, null)];

const SEM_FILTRO: Omit<RecorteDenuncias, "excecoes"> = {
  referencia: REFERENCIA,
  de: null,
  ate: null,
  canais: [],
  temas: [],
  situacoes: [],
  regioes: [],
  municipio: null,
};

let engine: Engine;

const createTable = ({ table, columns }: Contract): string =>
  `CREATE TABLE ${table} (${columns.map((c) => `${c.name} ${SQL_TYPE[c.type]}`).join(", ")})`;

const literal = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? "NULL" : typeof value === "number" ? String(value) : `'${value}'`;

beforeAll(async () => {
  engine = await openEngineInNode(ENGINES.completo);
  await engine.run(createTable(MUNICIPIOS));
  await engine.run(createTable(DENUNCIAS));
  await engine.run(
    `INSERT INTO municipio (codigo, nome, regiao_imediata_codigo) VALUES ${MUNICIPIOS_DO_TESTE.map(
      ({ codigo, nome, regiaoImediata }) => `(${codigo}, '${nome}', ${literal(regiaoImediata?.codigo)})`,
    ).join(", ")}`,
  );
  await engine.run(
    `INSERT INTO denuncia (protocolo, data_registro, codigo_ibge, canal, tema, situacao, protocolo_principal, data_resposta)
     VALUES ${LINHAS.map((l) => `(${Array.from({ length: 8 }, (_, i) => literal(l[i])).join(", ")})`).join(", ")}`,
  );
}, 60_000);

afterAll(() => {
  engine.terminate();
});

async function ask<P, R extends RowContract>(query: Query<P, R>, params: P): Promise<readonly RowOf<R>[]> {
  return readRows(await engine.ask(query.sql, query.params(params)), query.row);
}

async function recorte(filtros: Partial<typeof SEM_FILTRO> = {}): Promise<RecorteDenuncias> {
  const { classes } = casosDe(await ask(linhasEspeciais, undefined));
  return { ...SEM_FILTRO, ...filtros, excecoes: packExcecoes(classes) };
}

async function contar(filtros: Partial<typeof SEM_FILTRO> = {}): Promise<Contagens> {
  return lerContagens(await ask(denunciasPorDimensao, await recorte(filtros)), MUNICIPIOS_DO_TESTE);
}

async function listar(p: Partial<LinhasParams>, ordem: keyof typeof denunciasLinhas = "registro-desc") {
  const params = { ...(await recorte()), grupo: "caso" as const, limite: 50, salto: 0, ...p };
  return (await ask(denunciasLinhas[ordem], params)).map(({ protocolo }) => protocolo);
}

const sorted = (map: ReadonlyMap<unknown, number>): unknown[] =>
  [...map].sort(([a], [b]) => String(a).localeCompare(String(b)));

describe("which complaints count as a case", () => {
  it("only rows of repeated protocols and apensadas are looked at again, with their place in the extract", async () => {
    const rows = await ask(linhasEspeciais, undefined);
    expect(rows.map(({ linha, protocolo, tem_principal }) => [linha, protocolo, tem_principal])).toEqual([
      [9, "p12", false],
      [10, "p13", false],
      [11, "p18", false],
      [12, "p18", false],
      [13, "p18", false],
      [17, "p10", true],
      [18, "p11", true],
      [19, "p14", true],
      [20, "p15", true],
      [21, "p16", true],
      [22, "p19", true],
      [23, "p19", false],
    ]);
    expect(rows.find(({ linha }) => linha === 13)).toMatchObject({ principal: null, registro: null, ultimo_passo: null });
  });

  it("the extract's rows, months and last day are told, gaps left out", async () => {
    expect(await ask(comoContarDenuncias, { referencia: REFERENCIA })).toEqual([
      { linhas: 23, meses: "2026-01|2026-02|2026-04|2026-10", ultima: REFERENCIA },
    ]);
  });

  it("an earlier reference date turns later registrations impossible and shortens the months", async () => {
    const [regra] = await ask(comoContarDenuncias, { referencia: "2026-04-29" });
    expect(regra).toMatchObject({ meses: "2026-01|2026-02|2026-04", ultima: "2026-04-11" });
    const { total, aParte } = await contar({ referencia: "2026-04-29" });
    expect({ total, impossiveis: aParte["data-impossivel"] }).toEqual({ total: 8, impossiveis: 4 });
  });
});

describe("cases by dimension, without filters", () => {
  it("counts ten distinct cases the same way in every dimension", async () => {
    const c = await contar();
    expect({ total: c.total, comAviso: c.comAviso }).toEqual({ total: 10, comAviso: 1 });
    expect(sorted(c.mes)).toEqual([["2026-01", 2], ["2026-02", 4], ["2026-04", 3], ["2026-10", 1]]);
    expect(sorted(c.canal)).toEqual([["carta-ar", 2], ["ouvidoria-162", 2], ["presencial", 6]]);
    expect(sorted(c.tema)).toEqual([["acolhimento", 1], ["bpc", 7], ["outro", 2]]);
    expect(sorted(c.situacao)).toEqual([["arquivada", 1], ["registrada", 2], ["respondida", 7]]);
    expect(sorted(c.municipio)).toEqual([[A, 3], [B, 2], [C, 3], [D, 1], [FORA, 1]]);
    expect(sorted(c.regiao)).toEqual([[510001, 5], [510002, 3], [null, 2]]);
  });

  it("counts apart every row that the charts leave out, so that nothing is lost", async () => {
    const { total, aParte } = await contar();
    expect(aParte).toEqual({ "sem-data": 1, "data-impossivel": 2, apensada: 4, repetida: 3, circular: 3 });
    expect(Object.values(aParte).reduce((s, n) => s + n, total)).toBe(LINHAS.length);
  });
});

describe("filters that cross", () => {
  it("each dimension obeys the others' filters and leaves out its own", async () => {
    const c = await contar({ de: "2026-02", ate: "2026-02", canais: ["presencial"] });
    expect(c.total).toBe(2);
    expect(sorted(c.mes)).toEqual([["2026-01", 1], ["2026-02", 2], ["2026-04", 2], ["2026-10", 1]]);
    expect(sorted(c.canal)).toEqual([["carta-ar", 1], ["ouvidoria-162", 1], ["presencial", 2]]);
    expect(sorted(c.tema)).toEqual([["acolhimento", 1], ["bpc", 1]]);
    expect(sorted(c.municipio)).toEqual([[B, 2]]);
    expect(sorted(c.regiao)).toEqual([[510001, 2]]);
  });

  it("a place chosen twice leaves no case, yet the regions and the map keep what can be chosen", async () => {
    const c = await contar({ regioes: [510002], municipio: A });
    expect(c.total).toBe(0);
    expect([...c.mes, ...c.canal, ...c.tema, ...c.situacao]).toEqual([]);
    expect(sorted(c.regiao)).toEqual([[510001, 3]]);
    expect(sorted(c.municipio)).toEqual([[A, 3], [B, 2], [C, 3], [D, 1], [FORA, 1]]);
  });

  it("a period open at one end takes the rest of the months", async () => {
    expect((await contar({ de: "2026-04" })).total).toBe(4);
    expect((await contar({ ate: "2026-01" })).total).toBe(2);
  });

  it("rows without a usable date obey every filter but the period", async () => {
    const { aParte } = await contar({ de: "2026-01", ate: "2026-01", municipio: B });
    expect(aParte).toEqual({ "sem-data": 0, "data-impossivel": 2, apensada: 0, repetida: 1, circular: 0 });
  });

  it("lists of themes and states keep the cases that have any of them", async () => {
    expect((await contar({ temas: ["bpc", "acolhimento"], situacoes: ["respondida"] })).total).toBe(5);
  });
});

describe("the rows behind a number", () => {
  it("come in pages, newest first, one row for each case", async () => {
    expect(await listar({})).toEqual(["p09", "p04", "p21", "p20", "p17", "p18", "p03", "p13", "p02", "p01"]);
    expect(await listar({ limite: 2, salto: 1 })).toEqual(["p04", "p21"]);
  });

  it("can be sorted by any offered column, blanks last both ways", async () => {
    expect(await listar({ limite: 3 }, "protocolo-asc")).toEqual(["p01", "p02", "p03"]);
    expect(await listar({ limite: 2 }, "resposta-asc")).toEqual(["p20", "p01"]);
    expect(await listar({ limite: 2 }, "resposta-desc")).toEqual(["p20", "p01"]);
    expect((await listar({}, "municipio-desc")).at(-1)).toBe("p21");
  });

  it("of each group left out are exactly the rows counted", async () => {
    expect(await listar({ grupo: "sem-data" })).toEqual(["p05"]);
    expect(await listar({ grupo: "data-impossivel" })).toEqual(["p06", "p07"]);
    expect(await listar({ grupo: "apensada" }, "protocolo-asc")).toEqual(["p10", "p11", "p12", "p19"]);
    expect(await listar({ grupo: "repetida" }, "protocolo-asc")).toEqual(["p18", "p18", "p19"]);
    expect(await listar({ grupo: "circular" }, "protocolo-asc")).toEqual(["p14", "p15", "p16"]);
    expect(await listar({ grupo: "passo-antes-do-registro" })).toEqual(["p20"]);
  });

  it("obey the filters and keep the row of the oldest registration", async () => {
    const params = { ...(await recorte({ municipio: B, temas: ["bpc"] })), grupo: "caso" as const, limite: 50, salto: 0 };
    const rows = await ask(denunciasLinhas["registro-desc"], params);
    expect(rows.map(({ protocolo, registro, situacao }) => [protocolo, registro, situacao])).toEqual([
      ["p18", "2026-02-14", "respondida"],
    ]);
  });

  it("a place outside the table of municipalities has no name, and its case stays", async () => {
    const params = { ...(await recorte({ municipio: FORA })), grupo: "caso" as const, limite: 50, salto: 0 };
    expect(await ask(denunciasLinhas["registro-desc"], params)).toMatchObject([{ protocolo: "p21", municipio: null }]);
  });
});
