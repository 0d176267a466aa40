/** Sets a performance mark, once per page life, after what was just rendered is on screen. */
export function markAfterPaint(name: string): void {
  requestAnimationFrame(() => {
    // The task after a frame's callbacks runs when that frame has been handed to the screen.
    setTimeout(() => {
      if (performance.getEntriesByName(name, "mark").length === 0) performance.mark(name);
    });
  });
}
