/** Space in px kept between a panel and the edge it would cross. */
const MARGIN = 8;

export interface Span {
  readonly left: number;
  readonly right: number;
}

/**
 * How far in px, leftwards negative, a panel moves to stay between the edges. One
 * wider than the room keeps its start in sight.
 */
export function panelShift(panel: Span, edges: Span): number {
  const left = Math.min(0, edges.right - MARGIN - panel.right);
  return Math.max(left, Math.min(0, edges.left + MARGIN - panel.left));
}

/** Moves an open panel inside its dialog or, outside of any, the window. */
export function keepInside(panel: HTMLElement): void {
  panel.style.setProperty("--panel-shift", "0px");
  const { left, right } = panel.getBoundingClientRect();
  const dialog = panel.closest("dialog");
  const edges = dialog?.getBoundingClientRect() ?? { left: 0, right: document.documentElement.clientWidth };
  panel.style.setProperty("--panel-shift", `${panelShift({ left, right }, edges)}px`);
}
