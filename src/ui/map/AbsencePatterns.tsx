import type { Ausencia } from "../../core/absence.ts";
import { AUSENCIAS } from "../../core/classes.ts";
import { ABSENCE_PATTERNS } from "./absence-patterns.ts";

/** Id of the pattern of an absence among the definitions with the given prefix. */
export function patternId(prefix: string, ausencia: Ausencia): string {
  return `${prefix}-${ausencia}`;
}

/** Pattern definitions for an SVG; `prefix` keeps ids apart from other SVGs'. */
export function AbsencePatterns({
  prefix,
  ausencias = AUSENCIAS,
}: {
  readonly prefix: string;
  readonly ausencias?: readonly Ausencia[];
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
