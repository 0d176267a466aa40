import { readFileSync } from "node:fs";
import loadHighs, { type Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { auditar, type AuditoriaSdc } from "../../../src/core/sdc/auditoria.ts";
import { celulaSdc, type ProblemaSdc } from "../../../src/core/sdc/problema.ts";
import { publicar } from "../../../src/core/sdc/protecao.ts";
import { ContradicaoError } from "../../../src/core/sdc/sistema.ts";
import { seededStream } from "../../../src/core/metodo/seeded-random.ts";
import { atacanteHighs } from "../../../src/data/sdc/ataque.ts";
import { lerProblemas } from "../../../src/data/sdc/ler.ts";
import { sharedPath } from "../../shared.ts";
import { CELULAS, ocultar, RELACOES } from "./tabela-a.ts";

let highs: Highs;

beforeAll(async () => {
  highs = await loadHighs();
});

const audita = (problema: ProblemaSdc): AuditoriaSdc => auditar(problema, atacanteHighs(highs));
const intervalos = ({ celulas }: AuditoriaSdc): Record<string, readonly [number, number]> => Object.fromEntries(celulas.map(({ id, ip }) => [id, [ip.lo, ip.up]]));
const daTabelaA = (...outras: readonly string[]): AuditoriaSdc => audita({ k: 5, cells: publicar(CELULAS, ocultar(...outras)), relations: RELACOES });

describe("the table of FCSM's working paper 22, counts under 5 hidden", () => {
  it("gives every hidden count away by subtraction when nothing else is hidden", () => {
    // Beta hides nothing. Gamma|Low = 50 − 15 − 20 − 12; Delta|VeryHigh = 35 − 12 − 14 − 7; then Gamma|VeryHigh = 25 − 3 − 10 − 10; and so on.
    const auditoria = daTabelaA();
    expect(intervalos(auditoria)).toEqual({ "Alpha|Medium": [1, 1], "Alpha|High": [3, 3], "Alpha|VeryHigh": [1, 1], "Gamma|Low": [3, 3], "Gamma|VeryHigh": [2, 2], "Delta|VeryHigh": [2, 2] });
    expect([auditoria.pass, auditoria.exatas]).toEqual([false, 6]);
  });

  it("still gives one away with two hidden counts in every row and column", () => {
    // Rows Alpha and Beta less columns Medium and High: Alpha|VeryHigh = (20 − 15) + (55 − 20 − 15) − (35 − 10 − 14) − (30 − 10 − 7) = 1.
    const auditoria = daTabelaA("Beta|Medium", "Beta|High", "Delta|Low");
    expect(auditoria.celulas.filter(({ exact }) => exact).map(({ id, ip }) => [id, ip.lo])).toEqual([["Alpha|VeryHigh", 1]]);
    // Alpha|Medium and Alpha|High add up to 4: each is from 0 to 4, and 4 does not reach k.
    expect(intervalos(auditoria)["Alpha|Medium"]).toEqual([0, 4]);
    expect(auditoria.celulas.find(({ id }) => id === "Alpha|Medium")?.ok).toBe(false);
  });

  it("is protected by hiding Gamma|Medium, Delta|Low and Delta|High too", () => {
    const auditoria = daTabelaA("Gamma|Medium", "Delta|Low", "Delta|High");
    expect([auditoria.pass, auditoria.exatas, auditoria.menorLargura]).toEqual([true, 0, 5]);
  });
});

describe("what else is published", () => {
  it("a total rounded to fives narrows what its parts can be", () => {
    // Parts of 1 to 7 and a total of 13 to 17: each at least 13 − 7 = 6; the total at most 14.
    const auditoria = audita({
      k: 8,
      cells: [celulaSdc({ id: "a", value: 7, primary: true, lo: 1, up: 7 }), celulaSdc({ id: "b", value: 6, primary: true, lo: 1, up: 7 }), celulaSdc({ id: "T", value: 13, published: 15, lo: 13, up: 17 })],
      relations: [["T", ["a", "b"]]],
    });
    expect(intervalos(auditoria)).toEqual({ a: [6, 7], b: [6, 7], T: [13, 14] });
    expect(auditoria.pass).toBe(false);
  });

  it("an earlier release's total to June and the next one to July give July away", () => {
    const auditoria = audita({
      k: 5,
      cells: [celulaSdc({ id: "junho", published: 57 }), celulaSdc({ id: "julho", published: 59 }), celulaSdc({ id: "no mês", value: 2, primary: true })],
      relations: [["julho", ["junho", "no mês"]]],
    });
    expect(intervalos(auditoria)).toEqual({ "no mês": [2, 2] });
  });

  it("leaves a hidden count without an upper end when no total holds it, and says so", () => {
    const { celulas, pass } = audita({ k: 5, cells: [celulaSdc({ id: "solta", value: 3, primary: true })], relations: [] });
    expect(celulas[0]?.ip).toEqual({ status: "Unbounded", lo: 0, up: Infinity });
    expect(pass).toBe(true);
  });

  it("narrows to whole numbers where halves would fit", () => {
    // The total counts x twice: 2x + y = 5 with y from 0 to 1. In real numbers x is from 2 to 2.5; in whole ones it is 2, and y is 1.
    const auditoria = audita({
      k: 3,
      cells: [celulaSdc({ id: "x", value: 2, primary: true }), celulaSdc({ id: "x2", value: 2 }), celulaSdc({ id: "y", value: 1, up: 1 }), celulaSdc({ id: "s", published: 5 })],
      relations: [
        ["x", ["x2"]],
        ["s", ["x", "x2", "y"]],
      ],
    });
    const [x] = auditoria.celulas;
    expect([x?.lp.lo, x?.lp.up, x?.ip.lo, x?.ip.up, x?.exact]).toEqual([2, 2.5, 2, 2, true]);
  });

  it("is refused when the printed numbers do not add up", () => {
    const cells = [celulaSdc({ id: "a", published: 3 }), celulaSdc({ id: "b", published: 4 }), celulaSdc({ id: "T", published: 8 })];
    expect(() => audita({ k: 5, cells, relations: [["T", ["a", "b"]]] })).toThrow(ContradicaoError);
  });

  it("does not pass when no hidden numbers fit", () => {
    const { celulas, pass } = audita({ k: 5, cells: [celulaSdc({ id: "a", primary: true }), celulaSdc({ id: "b", published: 9 }), celulaSdc({ id: "T", published: 8 })], relations: [["T", ["a", "b"]]] });
    expect([celulas[0]?.ip.status, pass]).toEqual(["Infeasible", false]);
  });
});

it("finds the ends that trying every set of whole numbers finds, in 25 random linked tables", () => {
  const stream = seededStream("ends of hidden cells");
  const inteiro = (ate: number): number => Math.floor(stream.uniform() * (ate + 1));
  for (let vez = 0; vez < 25; vez += 1) {
    // 2 × 3 with totals, and one column counted again in a total of its own.
    const v = [0, 1].map(() => [0, 1, 2].map(() => inteiro(3)));
    const soma = (valores: readonly (number | undefined)[]): number => valores.reduce<number>((total, valor) => total + (valor ?? 0), 0);
    const contagens: [string, number][] = [];
    for (const i of [0, 1]) for (const j of [0, 1, 2]) contagens.push([`${i}${j}`, v[i]?.[j] ?? 0]);
    for (const i of [0, 1]) contagens.push([`L${i}`, soma(v[i] ?? [])]);
    for (const j of [0, 1, 2]) contagens.push([`C${j}`, soma(v.map((linha) => linha[j]))]);
    contagens.push(["X", soma([v[0]?.[0], v[1]?.[1], v[1]?.[2]])]);
    const cells = contagens.map(([id, value]) => celulaSdc(stream.uniform() < 0.6 ? { id, value, primary: true, up: id.length === 2 && /^\d/.test(id) ? 6 : 99 } : { id, value, published: value }));
    const relations: ProblemaSdc["relations"] = [["L0", ["00", "01", "02"]], ["L1", ["10", "11", "12"]], ["C0", ["00", "10"]], ["C1", ["01", "11"]], ["C2", ["02", "12"]], ["X", ["00", "11", "12"]]];
    expect(intervalos(audita({ k: 3, cells, relations }))).toEqual(tentarTudo(cells, relations));
  }
});

/** Every set of whole numbers from 0 to 6 of the six inner cells that the printed ones allow. */
function tentarTudo(cells: ProblemaSdc["cells"], relations: ProblemaSdc["relations"]): Record<string, readonly [number, number]> {
  const dentro = ["00", "01", "02", "10", "11", "12"];
  const cabe = new Map(cells.map(({ id, lo, up }) => [id, [lo, up] as const]));
  const achados = new Map<string, [number, number]>();
  const valores = new Map<string, number>();
  const servir = (id: string, valor: number): boolean => valor >= (cabe.get(id)?.[0] ?? 0) && valor <= (cabe.get(id)?.[1] ?? 0);
  const experimentar = (i: number): void => {
    const id = dentro[i];
    if (id !== undefined) {
      for (let valor = cabe.get(id)?.[0] ?? 0; valor <= (cabe.get(id)?.[1] ?? 0); valor += 1) {
        valores.set(id, valor);
        experimentar(i + 1);
      }
      return;
    }
    for (const [total, parts] of relations) {
      const soma = parts.reduce((ate, part) => ate + (valores.get(part) ?? 0), 0);
      if (!servir(total, soma)) return;
      valores.set(total, soma);
    }
    for (const [qual, valor] of valores) {
      const [lo, up] = achados.get(qual) ?? [valor, valor];
      achados.set(qual, [Math.min(lo, valor), Math.max(up, valor)]);
    }
  };
  experimentar(0);
  return Object.fromEntries(cells.filter(({ published }) => published === null).map(({ id }) => [id, achados.get(id) ?? [NaN, NaN]]));
}

const exemplos = sharedPath("robustez/sdc-exemplos.json");

it.skipIf(exemplos === null)("says of each published example what it says of itself", () => {
  interface Exemplo {
    readonly expected: { readonly lp?: unknown; readonly pass?: boolean; readonly n_exact?: number; readonly ip?: readonly { id: string; lo: number; up: number }[]; readonly verdict?: readonly { id: string; width: number; exact: boolean; ok: boolean }[] };
  }
  const lidos = JSON.parse(readFileSync(exemplos ?? "", "utf8")) as (Exemplo & { problem?: unknown })[];
  const problemas = lerProblemas(lidos, "exemplos");
  const esperados = lidos.filter(({ problem }) => problem !== undefined).map(({ expected }) => expected);
  expect(problemas.length).toBe(7);
  problemas.forEach(({ problema }, i) => {
    const auditoria = audita(problema);
    const { pass, n_exact: exatas, ip, verdict, lp } = esperados[i] ?? {};
    expect([auditoria.pass, auditoria.exatas]).toEqual([pass, exatas]);
    expect(auditoria.celulas.map(({ id, value, ip: { status, lo, up } }) => ({ id, value, status, lo, up }))).toEqual(ip);
    expect(auditoria.celulas.map(({ id, value, lp: { status, lo, up } }) => ({ id, value, status, lo, up }))).toEqual(lp);
    expect(auditoria.celulas.map(({ id, width, exact, primary, ok }) => ({ id, width, exact, primary, ok }))).toEqual(verdict);
  });
});
