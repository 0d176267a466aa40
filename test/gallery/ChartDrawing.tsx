import { useEffect, useRef } from "react";
import { loadPlot } from "../../src/ui/chart/load-plot.ts";
import { drawPlot } from "../../src/ui/chart/plot-style.ts";
import "../../src/ui/chart/chart.css";
import { GALLERY_WIDTH, type GalleryEntry } from "./gallery.ts";

/** One chart of the gallery, drawn exactly as its golden svg. */
export function ChartDrawing({ entry }: { readonly entry: GalleryEntry }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    void loadPlot().then((plot) => {
      element?.replaceChildren(drawPlot(plot, entry.options, entry.largura ?? GALLERY_WIDTH));
    });
  }, [entry]);
  return (
    <figure>
      <figcaption>
        {entry.titulo} <code>{entry.id}.svg</code>
      </figcaption>
      <div ref={box} />
    </figure>
  );
}
