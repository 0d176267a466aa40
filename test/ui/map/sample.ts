import type { Celula } from "../../../src/core/absence.ts";
import { buildLayer, fixedClasses } from "../../../src/core/classes.ts";
import type { MapLayer, SvgMesh } from "../../../src/core/map-layer.ts";
import type { Municipio } from "../../../src/core/municipio.ts";

function municipio(codigo: number, nome: string, populacao: number): Municipio {
  return {
    codigo,
    nome,
    regiaoImediata: null,
    regiaoIntermediaria: null,
    sede: { lat: -10, lon: -50 },
    areaKm2: null,
    populacao,
    anoCenso: 2022,
    porte: null,
  };
}

/** Four made-up squares in a row and a fifth municipality with a seat but no polygon, below them. */
export const MUNICIPIOS: readonly Municipio[] = [
  municipio(9900001, "Oeste", 5_000),
  municipio(9900002, "Centro", 90_000),
  municipio(9900003, "Leste", 20_000),
  municipio(9900004, "Longe", 8_000),
  municipio(9900005, "Sem Polígono", 3_000),
];

export const MESH: SvgMesh = {
  width: 400,
  height: 200,
  paths: ["M0 0l100 0 0 100-100 0z", "M100 0l100 0 0 100-100 0z", "M200 0l100 0 0 100-100 0z", "M300 0l100 0 0 100-100 0z", ""],
  sedes: [{ x: 50, y: 50 }, { x: 150, y: 50 }, { x: 250, y: 50 }, null, { x: 150, y: 150 }],
  regioes: "M200 0l0 100",
  vizinhos: [[1], [0, 2], [1, 3], [2], []],
  nota: "malha de teste, 2015",
};

/** Two classes, one absence of each of two kinds; 9900005 is a true zero. */
export function sampleLayer(valorOeste = 12, titulo = "Casos"): MapLayer {
  const celulas = new Map<number, Celula>([
    [9900001, { valor: valorOeste }],
    [9900002, { valor: 30 }],
    [9900003, { ausencia: "oculto" }],
    [9900004, { ausencia: "sem-dado" }],
    [9900005, { valor: 0 }],
  ]);
  const classes = fixedClasses([valorOeste, 30, 0], [0, 20], String);
  return buildLayer({ titulo, unidade: "casos", ramp: "quantidade", celulas, classes });
}
