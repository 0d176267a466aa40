import type { Municipio } from "../../../src/core/municipio.ts";
import type { Recorte } from "../../../src/data/queries/cobertura-recorte.ts";
import type { ExtractSummary } from "../../../src/data/snapshot/snapshot.ts";

const municipio = (codigo: number, nome: string, mudanca: Partial<Municipio>): Municipio => ({
  codigo,
  nome,
  regiaoImediata: { codigo: 990001, nome: "Serra" },
  regiaoIntermediaria: null,
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
  porte: "pequeno-1",
  ...mudanca,
});

/** Four made-up places; the last has neither region nor porte. */
export const MUNICIPIOS: readonly Municipio[] = [
  municipio(9900001, "Alfa", {}),
  municipio(9900002, "Beta", { porte: "medio" }),
  municipio(9900003, "Gama", { regiaoImediata: { codigo: 990002, nome: "Vale" } }),
  municipio(9900004, "Delta", { regiaoImediata: null, porte: null }),
];

export const RECORTE: Recorte = {
  em: "2026-10-31",
  apos: "2025-10-31",
  meses: 12,
  estrategias: [],
  eixos: [],
  regioes: [],
  portes: [],
};

export const EXTRATO: ExtractSummary = {
  id: "apoios",
  linhas: 10,
  inicio: "2023-11-01",
  fim: "2026-10-31",
  demonstracao: true,
  origem: "incluído no aplicativo",
};
