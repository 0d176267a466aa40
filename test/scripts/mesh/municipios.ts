import { readFileSync } from "node:fs";
import type { Municipio } from "../../../src/core/municipio.ts";
import type { Territorio } from "../../../src/core/territorio.ts";

const read = (relative: string): string => readFileSync(new URL(relative, import.meta.url), "utf8");

/** The bundled territory as the mesh needs it, read from `data/` without the app's reader. */
export function municipiosDeTeste(): { territorio: Pick<Territorio, "uf" | "malha">; municipios: Municipio[] } {
  const territorio = JSON.parse(read("../../../data/territorio.json")) as Territorio;
  const [cabecalho = "", ...linhas] = read("../../../data/municipios.csv").replace(/^\uFEFF/, "").trim().split(/\r?\n/);
  const nomes = cabecalho.split(",");
  const municipios = linhas.map((linha): Municipio => {
    const campos = linha.split(",");
    const campo = (nome: string): string => campos[nomes.indexOf(nome)] ?? "";
    const numero = (nome: string): number | null => (campo(nome) === "" ? null : Number(campo(nome)));
    const lat = numero("sede_lat");
    const lon = numero("sede_lon");
    return {
      codigo: Number(campo("codigo")),
      nome: campo("nome"),
      regiaoImediata: { codigo: Number(campo("regiao_imediata_codigo")), nome: campo("regiao_imediata") },
      regiaoIntermediaria: null,
      sede: lat === null || lon === null ? null : { lat, lon },
      areaKm2: numero("area_km2"),
      populacao: numero("populacao"),
      anoCenso: numero("ano_censo"),
      porte: null,
    };
  });
  return { territorio, municipios };
}
