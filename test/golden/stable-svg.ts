/**
 * A drawn chart as text that differs only when the drawing does: one tag a line,
 * numbers with at most two decimals.
 */
export function stableSvg(element: Element): string {
  return `${element.outerHTML
    .replace(/></g, ">\n<")
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))}\n`;
}
