import { useRef, useState, type MouseEvent, type PointerEvent } from "react";
import { mesNoPonto } from "./graficos.ts";

/** Two ends of a stretch of the month axis, in any order, as indexes of months. */
export interface Trecho {
  readonly a: number;
  readonly b: number;
}

interface Drag {
  readonly pointerId: number;
  readonly startX: number;
  readonly start: number;
  hasMoved: boolean;
}

/** Movement in px that makes a drag of a click. */
const SLACK = 5;

/**
 * Brushing of the month axis by mouse, pen or finger, as handlers for the element
 * around the chart. Nothing happens to a click or to a vertical swipe; a drag
 * calls `onTrecho` once, when let go. The keyboard has the two month fields.
 * @param meses number of months on the axis.
 */
export function useBrush(meses: number, onTrecho: (trecho: Trecho) => void) {
  const [previa, setPrevia] = useState<Trecho | null>(null);
  const drag = useRef<Drag | null>(null);
  const dragEnded = useRef(false);

  const at = (event: PointerEvent<HTMLElement>): number | null => {
    const box = event.currentTarget.querySelector(".chart-drawing svg")?.getBoundingClientRect();
    return box === undefined || meses === 0 ? null : mesNoPonto(event.clientX - box.left, box.width, meses);
  };
  const stop = (): void => {
    drag.current = null;
    setPrevia(null);
  };

  return {
    previa,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>): void => {
        dragEnded.current = false;
        if (event.button !== 0 || !(event.target instanceof Element)) return;
        if (event.target.closest(".chart-drawing") === null) return;
        const start = at(event);
        if (start !== null) {
          drag.current = { pointerId: event.pointerId, startX: event.clientX, start, hasMoved: false };
        }
      },
      onPointerMove: (event: PointerEvent<HTMLElement>): void => {
        const current = drag.current;
        if (current === null || event.pointerId !== current.pointerId) return;
        if (!current.hasMoved) {
          if (Math.abs(event.clientX - current.startX) < SLACK) return;
          current.hasMoved = true;
          event.currentTarget.setPointerCapture(event.pointerId);
        }
        const b = at(event);
        if (b !== null && (previa === null || previa.b !== b)) setPrevia({ a: current.start, b });
      },
      onPointerUp: (event: PointerEvent<HTMLElement>): void => {
        const current = drag.current;
        if (current === null || event.pointerId !== current.pointerId) return;
        const b = at(event);
        dragEnded.current = current.hasMoved;
        stop();
        if (current.hasMoved && b !== null) onTrecho({ a: current.start, b });
      },
      onPointerCancel: stop,
      // The click that follows a drag chooses no month.
      onClickCapture: (event: MouseEvent<HTMLElement>): void => {
        if (dragEnded.current) event.stopPropagation();
        dragEnded.current = false;
      },
    },
  };
}
