import { CANAL_ROTULO } from "../../src/data/contracts/denuncias.ts";
import { linhasPorCategoria } from "../../src/views/denuncias/volume/barras.ts";
import { denunciasPorCategoria, denunciasPorMes } from "../../src/views/denuncias/volume/graficos.ts";
import { linhasPorDia, vencimentosPorDia } from "../../src/views/denuncias/agenda/agenda.ts";
import { linhasPorMes } from "../../src/views/denuncias/volume/meses.ts";
import type { GalleryEntry } from "./gallery.ts";

/** Ten months with a gap in March and an incomplete October. */
const MESES = linhasPorMes(
  new Map([
    ["2026-01", 12],
    ["2026-02", 30],
    ["2026-04", 18],
    ["2026-05", 0],
    ["2026-06", 22],
    ["2026-07", 25],
    ["2026-08", 19],
    ["2026-09", 27],
    ["2026-10", 9],
  ]),
  {
    meses: ["2026-01", "2026-02", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"],
    ultima: "2026-10-12",
  },
  "2026-10-12",
);

const CANAIS = linhasPorCategoria(
  new Map([
    ["ouvidoria-site", 84],
    ["presencial", 41],
    ["ouvidoria-162", 37],
    ["carta-ar", 0],
  ]),
  CANAL_ROTULO,
  "por-casos",
);

/** Dues of three days out of a month that begins on a Saturday. */
const AGENDA = linhasPorDia(
  ["2026-11-03", "2026-11-03", "2026-11-03", "2026-11-09", "2026-11-23", "2026-11-23"].map((vence) => ({ vence })),
  "2026-10-31",
  31,
);

export const gallery: readonly GalleryEntry[] = [
  {
    id: "denuncias-meses",
    titulo: "Denúncias por mês, com um mês sem dado e o último incompleto",
    options: denunciasPorMes(MESES, { de: null, ate: null }),
  },
  {
    id: "denuncias-meses-periodo-360",
    titulo: "Denúncias por mês a 360 px, com um período escolhido",
    options: denunciasPorMes(MESES, { de: "2026-05", ate: "2026-08" }),
    largura: 328,
  },
  {
    id: "denuncias-canais",
    titulo: "Denúncias por canal, com um canal escolhido",
    options: denunciasPorCategoria(CANAIS, ["presencial"]),
  },
  {
    id: "denuncias-canais-360",
    titulo: "Denúncias por canal a 360 px",
    options: denunciasPorCategoria(CANAIS, []),
    largura: 328,
  },
  {
    id: "denuncias-agenda",
    titulo: "Prazos que vencem por dia, com um dia escolhido",
    options: vencimentosPorDia(AGENDA, "2026-11-03"),
  },
  {
    id: "denuncias-agenda-328",
    titulo: "Prazos que vencem por dia a 360 px",
    options: vencimentosPorDia(AGENDA, null),
    largura: 328,
  },
];
