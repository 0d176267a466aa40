import type { Highs } from "highs";
import { seededStream } from "../../src/core/metodo/seeded-random.ts";
import { auditar } from "../../src/core/sdc/auditoria.ts";
import { contarCubos, type Dimensao, type Fato } from "../../src/core/sdc/cubos.ts";
import { custoDeOcultar, publicar } from "../../src/core/sdc/protecao.ts";
import { atacanteHighs } from "../../src/data/sdc/ataque.ts";
import { suprimir } from "../../src/data/sdc/suprimir.ts";

const MUNICIPIOS = 142;
const REGIOES = 18;
const DENUNCIAS = 20_000;

/** Protects and audits a made-up year of complaints, by quarter and by month: seconds and shares, at each k. */
export function benchDisclosure(highs: Highs, say: (text: string) => void): Record<string, unknown> {
  const report: Record<string, unknown> = {};
  const fatos = inventFacts();
  for (const nivel of ["trimestre", "mes"]) {
    for (const k of [5, 10]) {
      say(`disclosure: ${MUNICIPIOS} municipalities by ${nivel}, k = ${k}…`);
      report[`${nivel}, k = ${k}`] = measure(highs, nivel, fatos, k);
    }
  }
  return report;
}

function measure(highs: Highs, nivel: string, fatos: readonly Fato[], k: number): Record<string, unknown> {
  const from = performance.now();
  const { cells, relations, doCubo } = contarCubos([PLACES, TIMES], [{ id: "cubo", niveis: { lugar: "municipio", tempo: nivel } }], fatos, k);
  const { ocultas, complementares } = suprimir(highs, { k, cells, relations, custo: custoDeOcultar(cells, "valor") });
  const hidden = performance.now();
  const auditoria = auditar({ k, cells: publicar(cells, ocultas), relations }, atacanteHighs(highs));
  const audited = performance.now();
  const value = (of: readonly number[]): number => of.reduce((total, i) => total + (cells[i]?.value ?? 0), 0);
  const cubo = doCubo.get("cubo") ?? [];
  return {
    celulas: cells.length,
    primarias: cells.filter(({ primary }) => primary).length,
    complementares: complementares.length,
    parteDasPrimarias: Number((value(cubo.filter((i) => cells[i]?.primary === true)) / value(cubo)).toFixed(4)),
    parteOculta: Number((value(cubo.filter((i) => ocultas.has(i))) / value(cubo)).toFixed(4)),
    aprovada: auditoria.pass,
    menorLargura: auditoria.menorLargura,
    supressaoS: Number(((hidden - from) / 1000).toFixed(2)),
    auditoriaS: Number(((audited - hidden) / 1000).toFixed(2)),
  };
}

const PLACES: Dimensao = {
  id: "lugar",
  membros: [
    { id: "UF", nivel: "uf", pai: null },
    ...Array.from({ length: REGIOES }, (_, r) => ({ id: `r${r}`, nivel: "regiao", pai: "UF" })),
    ...Array.from({ length: MUNICIPIOS }, (_, m) => ({ id: `m${m}`, nivel: "municipio", pai: `r${m % REGIOES}` })),
  ],
};

const TIMES: Dimensao = {
  id: "tempo",
  membros: [
    { id: "ano", nivel: "ano", pai: null },
    ...[0, 1, 2, 3].map((t) => ({ id: `t${t}`, nivel: "trimestre", pai: "ano" })),
    ...Array.from({ length: 12 }, (_, m) => ({ id: `mes${m}`, nivel: "mes", pai: `t${Math.floor(m / 3)}` })),
  ],
};

/** Complaints fall on municipalities as uneven as populations are (log-normal), and evenly on the months. */
function inventFacts(): Fato[] {
  const stream = seededStream("made-up year of complaints");
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - stream.uniform())) * Math.cos(2 * Math.PI * stream.uniform());
  const weights = Array.from({ length: MUNICIPIOS }, () => Math.exp(1.2 * normal()));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const place = (): number => {
    let left = stream.uniform() * total;
    const found = weights.findIndex((weight) => (left -= weight) < 0);
    return found < 0 ? MUNICIPIOS - 1 : found;
  };
  return Array.from({ length: DENUNCIAS }, (_, quem) => ({ membros: [`m${place()}`, `mes${Math.floor(stream.uniform() * 12)}`], quem }));
}
