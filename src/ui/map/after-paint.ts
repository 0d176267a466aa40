/**
 * Runs a task once what was just rendered is on screen.
 * @returns what calls it off.
 */
export function afterPaint(task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    // The task after a frame's callbacks runs when that frame has been handed to the screen.
    timer = setTimeout(task);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Sets a performance mark, once per page life, when what was just rendered is on screen. */
export function markAfterPaint(name: string): void {
  afterPaint(() => {
    if (performance.getEntriesByName(name, "mark").length === 0) performance.mark(name);
  });
}
