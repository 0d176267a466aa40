import * as v from "valibot";

const Pair = v.tuple([v.number(), v.number()]);

const Source = v.object({
  note: v.string(),
  arquivos: v.record(
    v.string(),
    v.object({ municipios: v.number(), lon: Pair, lat: Pair, median_residual_deg: Pair }),
  ),
});

/**
 * The linear maps that georeference the package `mapa-brasil`'s SVG files:
 * lon = lon[0]·x + lon[1]; lat = lat[0]·y + lat[1] (degrees), one line a file.
 */
export function compactCalibration(text: string): string {
  const source = v.parse(Source, JSON.parse(text));
  const lines = Object.entries(source.arquivos).map(([arquivo, fit]) => {
    const entry = {
      municipios: fit.municipios,
      lon: fit.lon,
      lat: fit.lat,
      residuoMedianoGraus: fit.median_residual_deg,
    };
    return `    ${JSON.stringify(arquivo)}: ${JSON.stringify(entry)}`;
  });
  const nota =
    "mapa-brasil 1.0.6, data/svg/low/municipios/<arquivo>_municipios.svg: lon = lon[0]*x + lon[1]; lat = lat[0]*y + lat[1]. Ajuste robusto sobre as caixas de todos os municípios de cada arquivo contra os limites do IBGE; resíduo mediano em graus.";
  return `{\n  "nota": ${JSON.stringify(nota)},\n  "arquivos": {\n${lines.join(",\n")}\n  }\n}\n`;
}
