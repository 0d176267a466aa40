/** Shapes of the clickable marks, by index of their row. A row may have several shapes. */
export type MarkShapes = ReadonlyMap<number, readonly SVGElement[]>;

interface Bound {
  /** Plot (through d3) leaves on each shape the index of its datum. */
  readonly __data__?: unknown;
}

/**
 * Finds the shapes of marks spread with `MARCA`. Shapes bound to more than one row
 * (lines, areas) or to no row of the frame are left out.
 */
export function findMarks(root: Element, rows: number): MarkShapes {
  const shapes = new Map<number, SVGElement[]>();
  for (const element of root.querySelectorAll<SVGElement>(".chart-marca, .chart-marca *")) {
    const index = (element as SVGElement & Bound).__data__;
    if (typeof index !== "number" || !Number.isInteger(index) || index < 0 || index >= rows) continue;
    const known = shapes.get(index);
    if (known === undefined) shapes.set(index, [element]);
    else known.push(element);
  }
  return shapes;
}

/** Marks one row's shapes with a class, and takes it from the others. */
export function flagMark(shapes: MarkShapes, index: number | null, flag: string): void {
  for (const [row, elements] of shapes) {
    for (const element of elements) element.classList.toggle(flag, row === index);
  }
}
