import { AUSENCIAS } from "../../core/classes.ts";
import type { MapAbsence } from "../../core/map-layer.ts";
import { MAX_COLORS } from "../../core/ramps.ts";
import { ABSENCE_PATTERNS, UNCERTAIN_HATCH } from "./absence-patterns.ts";
import { classColor } from "./ramp-style.ts";
import "./patterns.css";

/** Id of the pattern of an absence among the definitions with the given prefix. */
export function patternId(prefix: string, ausencia: MapAbsence): string {
  return `${prefix}-${ausencia}`;
}

/** Pattern definitions for an SVG; `prefix` keeps ids apart from other SVGs'. */
export function AbsencePatterns({
  prefix,
  ausencias = AUSENCIAS,
}: {
  readonly prefix: string;
  readonly ausencias?: readonly MapAbsence[];
}) {
  return (
    <defs>
      {ausencias.map((ausencia) => {
        const { size, d, strokeWidth, ink } = ABSENCE_PATTERNS[ausencia];
        return (
          <pattern
            key={ausencia}
            id={patternId(prefix, ausencia)}
            className="map-pattern"
            width={size}
            height={size}
            patternUnits="userSpaceOnUse"
          >
            <rect className="map-pattern-ground" width={size} height={size} />
            <path className={`map-pattern-${ink}`} d={d} strokeWidth={strokeWidth} strokeLinecap="round" />
          </pattern>
        );
      })}
    </defs>
  );
}

/** Id of the hatch over a class among the definitions with the given prefix. */
export function hatchId(prefix: string, classe: number): string {
  return `${prefix}-incerta-${classe}`;
}

const EVERY_CLASS = Array.from({ length: MAX_COLORS }, (_, i) => i);

/** One pattern a class: its colour, hatched, for municipalities whose class is uncertain. */
export function UncertainPatterns({
  prefix,
  classes = EVERY_CLASS,
}: {
  readonly prefix: string;
  readonly classes?: readonly number[];
}) {
  const { size, d, strokeWidth } = UNCERTAIN_HATCH;
  return (
    <defs>
      {classes.map((classe) => (
        <pattern
          key={classe}
          id={hatchId(prefix, classe)}
          className="map-pattern"
          width={size}
          height={size}
          patternUnits="userSpaceOnUse"
        >
          <rect width={size} height={size} style={{ fill: classColor(classe) }} />
          <path className="map-pattern-incerta" d={d} strokeWidth={strokeWidth} />
        </pattern>
      ))}
    </defs>
  );
}
