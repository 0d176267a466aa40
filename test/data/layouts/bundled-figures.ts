import { dataRows } from "../folder.ts";
import type { Figura } from "../../../src/data/layouts/layout.ts";

/** The bundled figures of some indicators, as "code period indicator" → value. */
export function bundled(isWanted: (indicador: string) => boolean): ReadonlyMap<string, number> {
  return new Map(
    dataRows("indicadores.csv")
      .filter((row) => isWanted(row["indicador"] ?? ""))
      .map((row) => [`${row["codigo"] ?? ""} ${row["periodo"] ?? ""} ${row["indicador"] ?? ""}`, Number(row["valor"])]),
  );
}

/** The same form for figures read from a file. */
export function byKey(figuras: readonly Figura[]): ReadonlyMap<string, number> {
  return new Map(figuras.map(({ codigo, periodo, indicador, valor }) => [`${String(codigo)} ${periodo} ${indicador}`, valor]));
}
