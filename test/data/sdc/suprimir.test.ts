import loadHighs, { type Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { auditar, type AuditoriaSdc } from "../../../src/core/sdc/auditoria.ts";
import { celulaSdc, type CelulaSdc, type RelacaoSdc } from "../../../src/core/sdc/problema.ts";
import { custoDeOcultar, publicar } from "../../../src/core/sdc/protecao.ts";
import { seededStream } from "../../../src/core/metodo/seeded-random.ts";
import { atacanteHighs } from "../../../src/data/sdc/ataque.ts";
import { SemProtecaoError, suprimir } from "../../../src/data/sdc/suprimir.ts";
import { CELULAS, ocultar, RELACOES } from "./tabela-a.ts";

let highs: Highs;

beforeAll(async () => {
  highs = await loadHighs();
});

const audita = (cells: readonly CelulaSdc[], relations: readonly RelacaoSdc[], k: number, ocultas: ReadonlySet<number>): AuditoriaSdc =>
  auditar({ k, cells: publicar(cells, ocultas), relations }, atacanteHighs(highs));

describe("the table of FCSM's working paper 22", () => {
  it("is protected by the fewest cells and, among these, the least value: the three of the exhaustive search", () => {
    // Gamma|Medium 10 + Delta|Low 12 + Delta|High 7 = 29, the least of the 1,024 sets of the inner cells.
    const { complementares } = suprimir(highs, { k: 5, cells: CELULAS, relations: RELACOES, custo: custoDeOcultar(CELULAS, "celulas") });
    expect(complementares.map((i) => CELULAS[i]?.id)).toEqual(["Gamma|Medium", "Delta|Low", "Delta|High"]);
    expect(complementares.reduce((total, i) => total + (CELULAS[i]?.value ?? 0), 0)).toBe(29);
  });

  it("finds another way when one of the three was published before", () => {
    const { ocultas, complementares } = suprimir(highs, { k: 5, cells: CELULAS, relations: RELACOES, custo: custoDeOcultar(CELULAS, "celulas", new Set(["Delta|High"])) });
    expect(complementares.map((i) => CELULAS[i]?.id)).not.toContain("Delta|High");
    expect(audita(CELULAS, RELACOES, 5, ocultas).pass).toBe(true);
  });

  it("says so when everything that could hide a cell was published before", () => {
    const fixas = new Set(CELULAS.filter(({ primary }) => !primary).map(({ id }) => id));
    expect(() => suprimir(highs, { k: 5, cells: CELULAS, relations: RELACOES, custo: custoDeOcultar(CELULAS, "celulas", fixas) })).toThrow(SemProtecaoError);
  });
});

/** Places in regions in a whole, by period and over all periods: every total of it. */
function cubo(semente: string, lugares: number, regioes: number, periodos: number, k: number): { cells: CelulaSdc[]; relations: RelacaoSdc[] } {
  const stream = seededStream(semente);
  const dentro = Array.from({ length: lugares }, () => Array.from({ length: periodos }, () => Math.floor(30 * stream.uniform() ** 4)));
  const grupos = [...Array.from({ length: lugares }, (_, m) => ({ nome: `m${m}`, de: [m] })), ...Array.from({ length: regioes }, (_, r) => ({ nome: `r${r}`, de: [...dentro.keys()].filter((m) => m % regioes === r) })), { nome: "uf", de: [...dentro.keys()] }];
  const cells = grupos.flatMap(({ nome, de }) => {
    const porPeriodo = Array.from({ length: periodos }, (_, t) => de.reduce((total, m) => total + (dentro[m]?.[t] ?? 0), 0));
    return [...porPeriodo, porPeriodo.reduce((a, b) => a + b, 0)].map((value, t) => celulaSdc({ id: `${nome}|${t}`, value, primary: value > 0 && value < k }));
  });
  const relations: RelacaoSdc[] = grupos.map(({ nome }) => [`${nome}|${periodos}`, Array.from({ length: periodos }, (_, t) => `${nome}|${t}`)]);
  for (let t = 0; t <= periodos; t += 1) {
    for (let r = 0; r < regioes; r += 1) relations.push([`r${r}|${t}`, [...dentro.keys()].filter((m) => m % regioes === r).map((m) => `m${m}|${t}`)]);
    relations.push([`uf|${t}`, Array.from({ length: regioes }, (_, r) => `r${r}|${t}`)]);
  }
  return { cells, relations };
}

it("protects 20 random cubes of places, regions and periods, and no complementary cell can be shown again", () => {
  for (let vez = 0; vez < 20; vez += 1) {
    const k = vez % 2 === 0 ? 5 : 10;
    const { cells, relations } = cubo(`cube ${vez}`, 12, 3, 4, k);
    const { ocultas, complementares } = suprimir(highs, { k, cells, relations, custo: custoDeOcultar(cells, "valor") });
    const auditoria = audita(cells, relations, k, ocultas);
    expect(auditoria.pass).toBe(true);
    expect(auditoria.celulas.every(({ value, ip }) => value !== null && ip.lo <= value && value <= ip.up)).toBe(true);
    for (const celula of complementares) {
      const sem = new Set([...ocultas].filter((i) => i !== celula));
      expect(audita(cells, relations, k, sem).pass).toBe(false);
    }
  }
});

it("keeps hidden what an earlier release hid, though nothing needs it now, and hides enough for it not to be found out", () => {
  const cells = CELULAS.map((celula) => ({ ...celula, primary: false }));
  const { ocultas } = suprimir(highs, { k: 5, cells, relations: RELACOES, custo: custoDeOcultar(cells, "valor"), manter: new Set([3]) });
  expect(ocultas.has(3)).toBe(true);
  expect(audita(cells, RELACOES, 5, new Set([3])).exatas).toBe(1);
  expect(audita(cells, RELACOES, 5, ocultas)).toMatchObject({ pass: true, exatas: 0 });
});

it("tells which cell cannot be kept hidden when all the others were published before", () => {
  const cells = CELULAS.map((celula) => ({ ...celula, primary: false }));
  const fixas = new Set(cells.flatMap(({ id }, i) => (i === 3 ? [] : [id])));
  expect(() => suprimir(highs, { k: 5, cells, relations: RELACOES, custo: custoDeOcultar(cells, "valor", fixas), manter: new Set([3]) })).toThrow(expect.objectContaining({ name: "SemProtecaoError", celula: cells[3]?.id }));
});

it("hides nothing when no count is of too few persons", () => {
  const cells = CELULAS.map((celula) => ({ ...celula, primary: false }));
  expect(suprimir(highs, { k: 5, cells, relations: RELACOES, custo: custoDeOcultar(cells, "valor") }).ocultas.size).toBe(0);
});

it("gives the same cells every time", () => {
  const { cells, relations } = cubo("again", 30, 4, 4, 5);
  const tabela = { k: 5, cells, relations, custo: custoDeOcultar(cells, "valor") };
  expect([...suprimir(highs, tabela).ocultas]).toEqual([...suprimir(highs, tabela).ocultas]);
});

it("is not given by primary cells alone in the table of the working paper", () => {
  expect(audita(CELULAS, RELACOES, 5, ocultar()).pass).toBe(false);
});
