import { startTransition, useEffect, useState } from "react";

/**
 * How many of `total` things to draw now: `first` at once and `step` more each turn, so
 * that no turn of the page's thread draws them all. Starts again only when `total` falls below what is drawn.
 */
export function useGrowing(total: number, first: number, step: number): number {
  const [drawn, setDrawn] = useState(first);
  useEffect(() => {
    if (drawn >= total) return undefined;
    const turn = setTimeout(() => {
      startTransition(() => {
        setDrawn(drawn + step);
      });
    }, 0);
    return () => {
      clearTimeout(turn);
    };
  }, [drawn, total, step]);
  return Math.min(drawn, total);
}
