/**
 * Writes the reference extracts from the tables gathered from official bodies.
 *
 *   tsx scripts/reference-data.ts --from DIR [--to data]
 *
 * DIR holds `municipios_fatos.csv`, `series_idsuas.csv` and `malha-calibracao.json`.
 * Same input, same bytes.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildReference } from "./reference/build-reference.ts";
import { compactCalibration } from "./reference/calibration.ts";

const { values } = parseArgs({ options: { from: { type: "string" }, to: { type: "string", default: "data" } } });
if (values.from === undefined) throw new Error("say where the gathered tables are: --from DIR");
const { from, to } = values;

const read = (name: string): Promise<string> => readFile(join(from, name), "utf8");
const tables = buildReference({
  fatos: await read("municipios_fatos.csv"),
  series: await read("series_idsuas.csv"),
});
const calibration = compactCalibration(await read("malha-calibracao.json"));

await mkdir(join(to, "malha"), { recursive: true });
await writeFile(join(to, "municipios.csv"), tables.municipios);
await writeFile(join(to, "indicadores.csv"), tables.indicadores);
await writeFile(join(to, "fora-da-escala.csv"), tables.foraDaEscala);
await writeFile(join(to, "malha", "calibracao.json"), calibration);
console.log(`municipios.csv, indicadores.csv, fora-da-escala.csv and malha/calibracao.json written to ${to}/`);
