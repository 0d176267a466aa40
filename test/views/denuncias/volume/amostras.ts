import type { Municipio } from "../../../../src/core/municipio.ts";
import type { RecorteDenuncias } from "../../../../src/data/queries/denuncias-recorte.ts";
import type { ExtractSummary } from "../../../../src/data/snapshot/snapshot.ts";
import type { Contagens } from "../../../../src/views/denuncias/volume/contagens.ts";
import type { Registro } from "../../../../src/views/denuncias/volume/contexto.ts";

export const EXTRATO: ExtractSummary = {
  id: "denuncias",
  linhas: 23,
  inicio: "2026-01-10",
  fim: "2026-10-30",
  demonstracao: true,
  origem: "incluído no aplicativo",
};

export const REGISTRO: Registro = {
  extrato: EXTRATO,
  linhas: 23,
  meses: ["2026-01", "2026-02", "2026-04", "2026-10"],
  ultima: "2026-10-30",
  semPrincipal: 0,
};

export const RECORTE: RecorteDenuncias = {
  excecoes: "",
  referencia: "2026-10-31",
  de: null,
  ate: null,
  canais: [],
  temas: [],
  situacoes: [],
  regioes: [],
  municipio: null,
};

export function contagens(mudanca: Partial<Contagens> = {}): Contagens {
  return {
    total: 0,
    comAviso: 0,
    mes: new Map(),
    canal: new Map(),
    tema: new Map(),
    situacao: new Map(),
    regiao: new Map(),
    municipio: new Map(),
    aParte: { "sem-data": 0, "data-impossivel": 0, apensada: 0, repetida: 0, circular: 0 },
    ...mudanca,
  };
}

export function municipio(codigo: number, nome: string, regiao: number | null, populacao: number | null): Municipio {
  return {
    codigo,
    nome,
    regiaoImediata: regiao === null ? null : { codigo: regiao, nome: `Região ${regiao}` },
    regiaoIntermediaria: null,
    sede: null,
    areaKm2: null,
    populacao,
    anoCenso: populacao === null ? null : 2022,
    porte: null,
  };
}
