import { isValor } from "../../../core/absence.ts";
import { assignLayer } from "../../../core/classes.ts";
import { capitalize, count } from "../../../core/format.ts";
import type { MapAbsence, MapLayer } from "../../../core/map-layer.ts";
import type { LinhaDoMinimo } from "./linhas.ts";

/** Days each class lasts; the first ends, and the third starts, on the due day. */
const PASSO = 90;

const ROTULOS = [
  "vence em mais de 90 dias",
  "vence em até 90 dias",
  "passou do prazo há até 90 dias",
  "passou há mais de 90 e até 180 dias",
  "passou há mais de 180 dias",
] as const;

/** How far each municipality is from the day its monitoring is due, counted over every one given. */
export function camadaDoMinimo(linhas: readonly LinhaDoMinimo[]): MapLayer {
  return assignLayer({
    titulo: "Quanto falta ou passou do prazo do monitoramento anual",
    unidade: "dias",
    ramp: "tempo",
    classes: ROTULOS.map((rotulo, i) => ({ min: (i - 2) * PASSO, max: (i - 1) * PASSO, rotulo, contagem: 0 })),
    lugares: new Map(linhas.map((linha): [number, number | MapAbsence] => [linha.municipio.codigo, lugarDe(linha)])),
  });
}

/** One sentence for the map, over the municipalities inside the filters of place. */
export function leituraDoMapa(dentro: readonly LinhaDoMinimo[], total: number): string {
  const naClasse = ROTULOS.map((_, i) => dentro.filter((linha) => lugarDe(linha) === i).length);
  const [longe = 0, perto = 0, um = 0, dois = 0, tres = 0] = naClasse;
  const municipios = (n: number): string => count(n, "município", "municípios");
  const onde = dentro.length === total ? "" : `Entre ${municipios(dentro.length)} com os filtros: `;
  const texto = `${municipios(longe)} com o prazo a mais de 90 dias, ${municipios(perto)} a até 90 dias e ${municipios(um + dois + tres)} depois dele, ${municipios(tres)} há mais de 180 dias; ${municipios(dentro.length - longe - perto - um - dois - tres)} sem registro.`;
  return capitalize(`${onde}${texto}`);
}

function lugarDe({ passados, restam }: LinhaDoMinimo): number | MapAbsence {
  if (!isValor(passados) || !isValor(restam)) return "sem-registro";
  if (passados.valor === 0) return restam.valor > PASSO ? 0 : 1;
  return passados.valor <= PASSO ? 2 : passados.valor <= 2 * PASSO ? 3 : 4;
}
