import { nearestTo, neighbourIn } from "../../core/neighbour.ts";
import type { Direcao } from "../../core/neighbour.ts";
import type { MapModel } from "./map-model.ts";

/** What a key pressed on the map asks for. */
export type MapCommand =
  | { readonly tipo: "andar"; readonly direcao: Direcao }
  | { readonly tipo: "aproximar"; readonly fator: number }
  | { readonly tipo: "selecionar" | "limpar" | "ver-tudo" | "descrever" };

export const ZOOM_STEP = 1.6;

const COMMANDS: Readonly<Record<string, MapCommand>> = {
  ArrowUp: { tipo: "andar", direcao: "cima" },
  ArrowDown: { tipo: "andar", direcao: "baixo" },
  ArrowLeft: { tipo: "andar", direcao: "esquerda" },
  ArrowRight: { tipo: "andar", direcao: "direita" },
  Enter: { tipo: "selecionar" },
  " ": { tipo: "selecionar" },
  Escape: { tipo: "limpar" },
  "+": { tipo: "aproximar", fator: ZOOM_STEP },
  "=": { tipo: "aproximar", fator: ZOOM_STEP },
  "-": { tipo: "aproximar", fator: 1 / ZOOM_STEP },
  "0": { tipo: "ver-tudo" },
  d: { tipo: "descrever" },
};

export const KEY_HELP =
  "Use as setas para ir ao município vizinho, Enter para selecionar, Esc para limpar, mais e menos para aproximar e afastar, zero para ver tudo e D para ouvir a descrição do mapa.";

/** The command of a key; null for keys that are the page's or the browser's. */
export function commandOf(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): MapCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return COMMANDS[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}

/** Where the keyboard starts: the selected municipality, the first labelled one, or the most central. */
export function startingCode(
  model: MapModel,
  selecionado: number | null,
  rotulados: readonly number[],
  centro: { readonly x: number; readonly y: number },
): number | null {
  const preferido = [selecionado, ...rotulados].find((c) => c !== null && model.indice.has(c));
  if (preferido !== undefined) return preferido;
  const i = nearestTo(model.ancoras, centro);
  return i === null ? null : (model.municipios[i]?.codigo ?? null);
}

/** The neighbour of a municipality in a direction; null at the edge. */
export function neighbourCode(model: MapModel, codigo: number, direcao: Direcao): number | null {
  const de = model.indice.get(codigo);
  const para = de === undefined ? null : neighbourIn(model.ancoras, de, direcao);
  return para === null ? null : (model.municipios[para]?.codigo ?? null);
}
