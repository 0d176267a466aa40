import type { ExportHeader } from "../../core/export-header.ts";
import { formatDate, formatNumber, joinPt } from "../../core/format.ts";
import { placeLabels } from "../../core/map-labels.ts";
import type { MapLayer, SvgMesh } from "../../core/map-layer.ts";
import { BORDA } from "../../core/ramps.ts";
import { kmPerUnit, roundLength } from "../../core/scale-bar.ts";
import { type FormatoDaImagem, fontStyle, linhaDosDados, svgFile } from "../download/svg-file.ts";
import { addPatterns, drawLegend, looksIn } from "./map-image-legend.ts";
import { drawTourLegend, drawTours } from "./map-image-tours.ts";
import type { MapModel } from "./map-model.ts";
import { createSheet } from "./sheet.ts";
import type { Sheet } from "./sheet.ts";
import type { MapTours } from "./tours.ts";

/** What goes on the picture. */
export interface MapPicture {
  readonly mesh: SvgMesh;
  readonly model: MapModel;
  readonly layer: MapLayer;
  readonly cabecalho: ExportHeader;
  readonly leitura: string;
  readonly selecionado: number | null;
  readonly rotulados: readonly number[];
  readonly viagens?: MapTours | undefined;
  readonly notas: readonly string[];
  /** SHA-256 of the data in use; null where the page does not know it. */
  readonly hash: string | null;
}

const WIDTH = 1200;
const MARGIN = 32;
const MAP_WIDTH = 780;
const LEGEND_X = MARGIN + MAP_WIDTH + 32;
const INK = "#1b1b1b";
const MUTED = "#444";
/** The number of a visit keeps the name above it. */
const ABOVE_MARK = 17;
const NONE: ReadonlySet<number> = new Set();

/**
 * The map on white as a PNG or an SVG, with all a printed map needs: title, reading,
 * legend with counts, scale, north, datum, sources, filters, date, data's hash and the
 * demonstration mark. Rejects when the browser cannot draw it.
 */
export async function mapImage(picture: MapPicture, formato: FormatoDaImagem): Promise<Blob> {
  const sheet = composeMap(picture);
  sheet.svg.prepend(await fontStyle());
  if (formato === "png") return sheet.toPng(2);
  sheet.finish();
  return svgFile(sheet.svg);
}

/** The picture as a sheet, before it becomes pixels. */
export function composeMap(picture: MapPicture): Sheet {
  const { mesh, layer, cabecalho, leitura, notas } = picture;
  const sheet = createSheet(WIDTH, MARGIN);
  if (cabecalho.demonstracao) sheet.write("DADOS DE DEMONSTRAÇÃO", { size: 18, weight: 700, color: "#782312" });
  sheet.write(layer.titulo, { size: 26, weight: 600, color: INK });
  sheet.write(leitura, { size: 17, color: INK });
  sheet.skip(12);
  const top = sheet.y();
  const scale = MAP_WIDTH / Math.max(mesh.width, mesh.height);
  drawMap(sheet, picture, top, scale);
  const width = WIDTH - MARGIN - LEGEND_X;
  const colours = drawLegend(sheet, layer, { x: LEGEND_X, top, width });
  const legend = picture.viagens === undefined ? colours : drawTourLegend(sheet, picture.viagens, { x: LEGEND_X, top: colours + 40, width });
  const legendEnd = drawScale(sheet, picture, scale, legend + 32);
  sheet.moveTo(Math.max(top + mesh.height * scale, legendEnd) + 24);
  const { fontes, filtros, dataReferencia } = cabecalho;
  for (const text of [
    `Fonte: ${fontes.join("; ")}.`,
    filtros.length === 0 ? "Sem filtros." : `Filtros: ${joinPt(filtros)}.`,
    `Data de referência: ${formatDate(dataReferencia)}.`,
    ...notas,
    ...(picture.hash === null ? [] : [linhaDosDados(picture.hash)]),
  ])
    sheet.write(text, { size: 15, color: MUTED });
  return sheet;
}

function drawMap(sheet: Sheet, picture: MapPicture, top: number, scale: number): void {
  const { mesh, model, layer, selecionado, rotulados } = picture;
  addPatterns(sheet, layer, 1 / scale);
  const lookOf = looksIn(layer);
  const world = sheet.group(`translate(${MARGIN} ${top}) scale(${scale})`);
  const thin = String(0.7 / scale);
  mesh.paths.forEach((d, i) => {
    const codigo = model.municipios[i]?.codigo;
    if (d === "" || codigo === undefined) return;
    world.add("path", { d, fill: lookOf(codigo), stroke: BORDA.claro, "stroke-width": thin, "fill-rule": "evenodd" });
  });
  world.add("path", { d: mesh.regioes, fill: "none", stroke: BORDA.claro, "stroke-width": String(2 / scale) });
  for (const i of model.semPoligono) {
    const sede = mesh.sedes[i];
    const codigo = model.municipios[i]?.codigo;
    if (!sede || codigo === undefined) continue;
    const look = { fill: lookOf(codigo), stroke: BORDA.claro, "stroke-width": String(1.5 / scale) };
    world.add("circle", { cx: String(sede.x), cy: String(sede.y), r: String(6 / scale), ...look });
  }
  const escolhido = selecionado === null ? undefined : mesh.paths[model.indice.get(selecionado) ?? -1];
  if (escolhido)
    for (const [stroke, width] of [["#fff", 7], [INK, 3]] as const)
      world.add("path", { d: escolhido, fill: "none", stroke, "stroke-width": String(width / scale) });
  const place = { x: MARGIN, y: top, scale, width: mesh.width * scale, height: mesh.height * scale };
  const marcados = picture.viagens === undefined ? NONE : drawTours(sheet, picture.viagens, model, place);
  drawNames(sheet, picture, top, scale, [...(selecionado === null ? [] : [selecionado]), ...rotulados], marcados);
}

function drawNames(
  sheet: Sheet,
  { mesh, model }: MapPicture,
  top: number,
  scale: number,
  codigos: readonly number[],
  marcados: ReadonlySet<number>,
): void {
  const candidates = codigos.flatMap((codigo) => {
    const i = model.indice.get(codigo) ?? -1;
    const ancora = model.ancoras[i];
    const texto = model.municipios[i]?.nome ?? "";
    return ancora ? [{ codigo, texto, x: ancora.x * scale, y: ancora.y * scale - (marcados.has(codigo) ? ABOVE_MARK : 0), obrigatorio: false }] : [];
  });
  const box = { width: mesh.width * scale, height: mesh.height * scale };
  for (const { texto, x, y } of placeLabels(candidates, box, 40))
    sheet.label(texto, MARGIN + x, top + y, { size: 14, color: INK, halo: "#fff" });
}

/** Scale bar and north arrow under the legend; nothing when no seat is known. */
function drawScale(sheet: Sheet, { mesh, model }: MapPicture, scale: number, y: number): number {
  const amarras = model.municipios.flatMap(({ sede }, i) => {
    const ponto = mesh.sedes[i];
    return sede && ponto ? [{ x: ponto.x, lon: sede.lon, lat: sede.lat }] : [];
  });
  const km = kmPerUnit(amarras);
  if (km === null) return y;
  const length = roundLength((160 * km) / scale);
  const px = (length / km) * scale;
  sheet.rect({ x: LEGEND_X, y, width: px, height: 6, fill: INK, stroke: INK });
  sheet.text(`${formatNumber(length)} km`, LEGEND_X + px + 10, y + 8, { size: 15, color: INK });
  sheet.group(`translate(${LEGEND_X + 12} ${y + 40})`).add("path", { d: "M0 34V0M-7 12L0 0l7 12", fill: "none", stroke: INK, "stroke-width": "3" });
  sheet.text("N", LEGEND_X + 28, y + 62, { size: 16, weight: 600, color: INK });
  return y + 84;
}
