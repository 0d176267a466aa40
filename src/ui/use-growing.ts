import { startTransition, useEffect, useState } from "react";
import { afterPaint } from "./map/after-paint.ts";

/**
 * How many of `total` things to draw now: `first` at once and `step` more each turn, so
 * that no turn of the page's thread draws them all. Starts again only when `total` falls below what is drawn.
 */
export function useGrowing(total: number, first: number, step: number): number {
  const [drawn, setDrawn] = useState(first);
  useEffect(() => {
    if (drawn >= total) return undefined;
    return inTurn(() => {
      startTransition(() => {
        setDrawn(drawn + step);
      });
    });
  }, [drawn, total, step]);
  return Math.min(drawn, total);
}

/** What is to be drawn, a turn of the page's thread after it changed; at first, at once. */
export function useInTurn<T extends object>(value: T): T {
  const [held, setHeld] = useState(value);
  useEffect(() => {
    if (held === value) return undefined;
    return inTurn(() => {
      startTransition(() => {
        setHeld(value);
      });
    });
  }, [held, value]);
  return held;
}

const waiting = new Set<() => void>();
let isUnderWay = false;

/** One a frame, whatever waits on the page. Returns what calls it off. */
function inTurn(grow: () => void): () => void {
  waiting.add(grow);
  if (!isUnderWay) next();
  return () => {
    waiting.delete(grow);
  };
}

function next(): void {
  isUnderWay = waiting.size > 0;
  if (!isUnderWay) return;
  afterPaint(() => {
    const [grow] = waiting;
    if (grow !== undefined) {
      waiting.delete(grow);
      grow();
    }
    next();
  });
}
