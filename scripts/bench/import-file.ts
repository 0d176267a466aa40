import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { once } from "node:events";
import { generator } from "./generator.ts";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";

const FIRST_YEAR = 1950;
const MONTHS = 12;
/** Bytes of a row, about: a million of them are 100 MB. */
const ROW_BYTES = 99;
const CHUNK_ROWS = 20_000;

const BR = new Intl.NumberFormat("pt-BR", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/**
 * Writes a made-up indicator file of `rows` rows as an analyst would have it: `;`,
 * decimal comma with thousands dots, a column of no use to the app, every key once.
 * The same bytes for the same arguments. Returns its size in bytes.
 */
export async function writeIndicatorFile(path: string, rows: number, { municipios, catalogo }: Snapshot): Promise<number> {
  const random = generator(20_261_122);
  const out = createWriteStream(path);
  out.write("codigo;municipio;periodo;indicador;valor;numerador;denominador;fonte;rotulo\r\n");
  let chunk = "";
  for (let i = 0; i < rows; i += 1) {
    const municipio = municipios[i % municipios.length];
    const turn = Math.floor(i / municipios.length);
    const month = turn % (MONTHS * 75);
    const indicador = catalogo[Math.floor(turn / (MONTHS * 75)) % catalogo.length]?.id ?? "ivs";
    const periodo = `${FIRST_YEAR + Math.floor(month / MONTHS)}-${String((month % MONTHS) + 1).padStart(2, "0")}`;
    const numerador = Math.floor(random() * 9000);
    const denominador = 9000 + Math.floor(random() * 90_000);
    const row = `${municipio?.codigo ?? 0};${municipio?.nome ?? ""};${periodo};${indicador};${BR.format(random() * 10_000)};${numerador};${denominador};medida-2026;`;
    chunk += `${row}${"x".repeat(Math.max(0, ROW_BYTES - row.length - 2))}\r\n`;
    if (i % CHUNK_ROWS === CHUNK_ROWS - 1 || i === rows - 1) {
      if (!out.write(chunk)) await once(out, "drain");
      chunk = "";
    }
  }
  out.end();
  await once(out, "close");
  return (await stat(path)).size;
}
