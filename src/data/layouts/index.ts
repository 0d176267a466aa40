import { CENSO_FUNDO } from "./censo-suas-fundo.ts";
import { CENSO_GESTAO } from "./censo-suas-gestao.ts";
import { CENSO_RH } from "./censo-suas-rh.ts";
import { CENSO_UNIDADES } from "./censo-suas-unidades.ts";
import { ID_INDICES } from "./indice-idsuas.ts";
import type { OfficialLayout } from "./layout.ts";
import { MISOCIAL } from "./misocial.ts";
import { OTHER_LAYOUTS } from "./others.ts";
import { RMA } from "./rma.ts";
import { VISDATA } from "./visdata.ts";

/** Every layout of an official file this app reads. */
export const LAYOUTS: readonly OfficialLayout[] = [
  MISOCIAL,
  VISDATA,
  CENSO_FUNDO,
  CENSO_GESTAO,
  ...CENSO_UNIDADES,
  ...CENSO_RH,
  ...ID_INDICES,
  ...RMA,
  ...OTHER_LAYOUTS,
];
