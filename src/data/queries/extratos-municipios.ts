import { PORTES, type Municipio, type Regiao } from "../../core/municipio.ts";
import { anulavel, defineQuery, numero, texto, type CellReader, type RowOf } from "./query.ts";

const porte: CellReader<Municipio["porte"]> = (value) => PORTES.find((known) => known === value) ?? null;

/** Which municipalities are there? Sorted by code. */
export const municipiosDoExtrato = defineQuery({
  name: "municipios-do-extrato",
  sql: `
    SELECT codigo, nome, regiao_imediata_codigo, regiao_imediata, regiao_intermediaria_codigo,
      regiao_intermediaria, sede_lat, sede_lon, area_km2, populacao, ano_censo, porte
    FROM municipio ORDER BY codigo`,
  params: () => [],
  row: {
    codigo: numero,
    nome: texto,
    regiao_imediata_codigo: anulavel(numero),
    regiao_imediata: anulavel(texto),
    regiao_intermediaria_codigo: anulavel(numero),
    regiao_intermediaria: anulavel(texto),
    sede_lat: anulavel(numero),
    sede_lon: anulavel(numero),
    area_km2: anulavel(numero),
    populacao: anulavel(numero),
    ano_censo: anulavel(numero),
    porte,
  },
});

/** A row of the extract as the domain's `Municipio`. */
export function toMunicipio(linha: RowOf<(typeof municipiosDoExtrato)["row"]>): Municipio {
  const { sede_lat: lat, sede_lon: lon } = linha;
  return {
    codigo: linha.codigo,
    nome: linha.nome,
    regiaoImediata: regiao(linha.regiao_imediata_codigo, linha.regiao_imediata),
    regiaoIntermediaria: regiao(linha.regiao_intermediaria_codigo, linha.regiao_intermediaria),
    sede: lat === null || lon === null ? null : { lat, lon },
    areaKm2: linha.area_km2,
    populacao: linha.populacao,
    anoCenso: linha.ano_censo,
    porte: linha.porte,
  };
}

function regiao(codigo: number | null, nome: string | null): Regiao | null {
  return codigo === null || nome === null ? null : { codigo, nome };
}
