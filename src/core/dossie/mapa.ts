import { capitalize, formatNumber, formatPeriod, joinPt } from "../format.ts";
import { roundLength } from "../scale-bar.ts";
import type { MapaDoDossie, MarcaDoMapa } from "./dossie.ts";
import type { EntradaDosDossies } from "./entrada.ts";
import type { Caixa } from "./malha.ts";
import { crasDe, creasDe } from "./unidades.ts";

/** Width of the figure over its height. */
export const PROPORCAO = 2;
/** Room kept around the municipality, as a part of its own size. */
const FOLGA = 0.25;
/** Part of the drawing's width shown around a seat without a polygon. */
const EM_VOLTA_DA_SEDE = 0.15;
const MAIS_VIZINHOS = 5;

/** The municipality among those around it, with the units of each at its seat. */
export function mapaDaRede(entrada: EntradaDosDossies, i: number): MapaDoDossie {
  const { municipios, mesh } = entrada;
  const nome = municipios[i]?.nome ?? "";
  const vista = vistaDe(entrada, i);
  const marcas = municipios.flatMap(({ nome: dele }, m): MarcaDoMapa[] => {
    const sede = mesh.sedes[m];
    if (!sede || !isDentro(sede, vista)) return [];
    return [{ x: sede.x, y: sede.y, nome: dele, daqui: m === i, cras: crasDe(entrada, m)?.valor ?? null, creas: creasDe(entrada, m)?.valor ?? null }];
  });
  const area = (mesh.paths[i] ?? "") === "" ? null : i;
  return {
    tipo: "mapa",
    legenda: `Número de CRAS (disco) e de CREAS (quadrado) por município, na sede de cada um: a base não traz o endereço das unidades. ${capitalize(mesh.nota)}; SIRGAS 2000.${area === null ? " Falta nela o contorno deste município: o ponto é a sede." : ""}`,
    alternativa: alternativaDe(entrada, i, nome, area === null),
    vista,
    area,
    emVolta: emVoltaDe(entrada, i, vista),
    marcas: [...marcas.filter(({ daqui }) => !daqui), ...marcas.filter(({ daqui }) => daqui)],
    escala: escalaDe(entrada, vista),
  };
}

function vistaDe({ mesh, formas }: EntradaDosDossies, i: number): Caixa {
  const sede = mesh.sedes[i] ?? null;
  const lado = EM_VOLTA_DA_SEDE * mesh.width;
  const propria =
    formas.caixaDe(i) ??
    (sede === null ? { x: 0, y: 0, width: mesh.width, height: mesh.height } : { x: sede.x - lado / 2, y: sede.y - lado / 2, width: lado, height: lado });
  const [cx, cy] = [propria.x + propria.width / 2, propria.y + propria.height / 2];
  const width = Math.max(propria.width, propria.height * PROPORCAO) * (1 + 2 * FOLGA);
  const height = width / PROPORCAO;
  return { x: arredondada(cx - width / 2), y: arredondada(cy - height / 2), width: arredondada(width), height: arredondada(height) };
}

/** Municipalities that show around one: followed from border to border, from those it touches and those whose seat is seen. */
function emVoltaDe({ mesh, formas }: EntradaDosDossies, i: number, vista: Caixa): number[] {
  const vistos = new Set<number>([i]);
  const achados: number[] = [];
  const fila = [...(mesh.vizinhos[i] ?? []), ...mesh.sedes.flatMap((sede, m) => (sede !== null && isDentro(sede, vista) ? [m] : []))];
  for (let m = fila.pop(); m !== undefined; m = fila.pop()) {
    if (vistos.has(m)) continue;
    vistos.add(m);
    const caixa = formas.caixaDe(m);
    if (caixa === null || !cruza(caixa, vista)) continue;
    achados.push(m);
    fila.push(...(mesh.vizinhos[m] ?? []));
  }
  return achados.sort((a, b) => a - b);
}

function cruza(a: Caixa, b: Caixa): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}

function isDentro({ x, y }: { readonly x: number; readonly y: number }, caixa: Caixa): boolean {
  return x >= caixa.x && x <= caixa.x + caixa.width && y >= caixa.y && y <= caixa.y + caixa.height;
}

function escalaDe({ formas: { kmPorUnidade } }: EntradaDosDossies, { width }: Caixa): MapaDoDossie["escala"] {
  if (kmPorUnidade === null) return { comprimento: 0, texto: "" };
  const km = roundLength((width * kmPorUnidade) / 4);
  return { comprimento: arredondada(km / kmPorUnidade), texto: `${formatNumber(km)} km` };
}

/** "Mapa de Acorizal: 1 CRAS e nenhum CREAS no dado (2019). Em volta: …" */
function alternativaDe(entrada: EntradaDosDossies, i: number, nome: string, isSemContorno: boolean): string {
  const { municipios, mesh } = entrada;
  const vizinhos = mesh.vizinhos[i] ?? [];
  const ditos = vizinhos.slice(0, MAIS_VIZINHOS).map((m) => `${municipios[m]?.nome ?? ""}, ${unidadesEmTexto(entrada, m)}`);
  const mais = vizinhos.length > ditos.length ? ` e mais ${formatNumber(vizinhos.length - ditos.length)}` : "";
  const ano = crasDe(entrada, i)?.periodo ?? creasDe(entrada, i)?.periodo;
  const contorno = isSemContorno ? " A malha ainda não tem o contorno deste município: só a sede aparece." : "";
  return `Mapa de ${nome}, com ${unidadesEmTexto(entrada, i)}${ano === undefined ? "" : ` (${formatPeriod(ano)})`}.${ditos.length === 0 ? "" : ` Fazem divisa: ${joinPt(ditos)}${mais}.`}${contorno}`;
}

function unidadesEmTexto(entrada: EntradaDosDossies, m: number): string {
  const [cras, creas] = [crasDe(entrada, m), creasDe(entrada, m)];
  return `${cras === null ? "sem dado de" : formatNumber(cras.valor)} CRAS e ${creas === null ? "sem dado de" : formatNumber(creas.valor)} CREAS`;
}

function arredondada(x: number): number {
  return Math.round(x * 10) / 10;
}
