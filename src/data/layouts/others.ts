import { ATLAS } from "./atlas.ts";
import { CODIGO_VALOR } from "./codigo-valor.ts";
import { DICIONARIOS } from "./dicionarios.ts";
import { DISQUE_100 } from "./disque100.ts";
import { ESTIMATIVAS } from "./estimativas.ts";
import { FALA_BR } from "./falabr.ts";
import { IBGE_REFERENCIA } from "./ibge-referencia.ts";
import { IVS } from "./ivs.ts";
import type { OfficialLayout } from "./layout.ts";
import { PORTAL } from "./portal.ts";
import { SIDRA } from "./sidra.ts";
import { UNIDADES } from "./unidades.ts";

/** Layouts of the files other bodies than the MDS publish, and of the tables around them. */
export const OTHER_LAYOUTS: readonly OfficialLayout[] = [
  ...SIDRA,
  ESTIMATIVAS,
  IVS,
  ...ATLAS,
  ...PORTAL,
  ...DISQUE_100,
  FALA_BR,
  ...UNIDADES,
  CODIGO_VALOR,
  ...IBGE_REFERENCIA,
  ...DICIONARIOS,
];
