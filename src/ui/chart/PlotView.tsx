import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { ErrorState } from "../states/ErrorState.tsx";
import { Skeleton } from "../states/Skeleton.tsx";
import { findMarks, flagMark, type MarkShapes } from "./marks.ts";
import { drawPlot } from "./plot-style.ts";
import type { ChartOptions } from "./props.ts";
import { usePlot } from "./use-plot.ts";

interface PlotViewProps {
  readonly leitura: string;
  readonly options: ChartOptions;
  readonly altura: number;
  readonly rows: number;
  /** Row pointed at by the keyboard. */
  readonly active: number | null;
  readonly selected: number | null;
  readonly onChoose: ((row: number) => void) | null;
}

const NO_SHAPES: MarkShapes = new Map();
const DEFAULT_WIDTH = 640;

/** The drawing itself: keeps its height while the library loads, follows the width of its box. */
export function PlotView({ leitura, options, altura, rows, active, selected, onChoose }: PlotViewProps) {
  const state = usePlot();
  const box = useRef<HTMLDivElement>(null);
  const shapes = useRef<MarkShapes>(NO_SHAPES);
  const [width, setWidth] = useState(0);
  const plot = state.phase === "ready" ? state.plot : null;
  const isChoosable = onChoose !== null;

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => {
      // A box that is not laid out yet draws at a usual width.
      setWidth(Math.floor(element.clientWidth) || DEFAULT_WIDTH);
    };
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || plot === null || width === 0) return;
    const drawn = drawPlot(plot, options, width);
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", leitura);
    shapes.current = isChoosable ? findMarks(drawn, rows) : NO_SHAPES;
    element.replaceChildren(drawn);
  }, [plot, options, width, leitura, rows, isChoosable]);

  useEffect(() => {
    flagMark(shapes.current, active, "is-active");
    flagMark(shapes.current, selected, "is-selected");
  });

  const indexOf = (target: EventTarget): number | null => {
    for (const [row, elements] of shapes.current) {
      if (elements.some((element) => element === target)) return row;
    }
    return null;
  };

  return (
    <>
      {state.phase === "failed" ? (
        <ErrorState
          titulo="O gráfico não abriu"
          mensagem="A biblioteca de gráficos não chegou; a tabela continua disponível."
          conserto="Confira a conexão e tente de novo."
          detalhe={state.detail}
          onTentarDeNovo={state.retry}
        />
      ) : null}
      {state.phase === "loading" ? <Skeleton altura={altura} /> : null}
      <div
        ref={box}
        className={isChoosable ? "chart-drawing chart-choosable" : "chart-drawing"}
        onClick={(event) => {
          const row = indexOf(event.target);
          if (row !== null) onChoose?.(row);
        }}
      />
    </>
  );
}
