import type { CSSProperties } from "react";
import type { Ramp } from "../../core/map-layer.ts";
import { BORDA, rampColors } from "../../core/ramps.ts";
import type { Tema } from "../../core/ramps.ts";
import "./ramp.css";

// Finding a ramp's colours takes milliseconds, and a map asks for them at every change of a weight.
const styles = new Map<string, CSSProperties>();

const TEMA_CSS: Readonly<Record<Tema, string>> = { claro: "light", escuro: "dark" };

/**
 * Style for an element of class `map-ramp`: within it `var(--map-0)`,
 * `var(--map-1)`, … are the colours of the ramp's classes, lowest first, and
 * `var(--map-border)` the border's, in whichever theme the page has.
 * @throws RangeError for more classes than a ramp has.
 */
export function rampStyle(ramp: Ramp, classes: number): CSSProperties {
  const key = `${ramp}-${classes}`;
  const known = styles.get(key) ?? buildStyle(ramp, classes);
  styles.set(key, known);
  return known;
}

function buildStyle(ramp: Ramp, classes: number): CSSProperties {
  const style: Record<`--map-${string}`, string> = {};
  for (const tema of ["claro", "escuro"] as const) {
    rampColors(ramp, classes, tema).forEach((cor, i) => {
      style[`--map-${TEMA_CSS[tema]}-${i}`] = cor;
    });
    style[`--map-${TEMA_CSS[tema]}-border`] = BORDA[tema];
  }
  return style;
}

/** CSS colour of a class, valid inside a `map-ramp` element. */
export function classColor(indice: number): string {
  return `var(--map-${indice})`;
}
