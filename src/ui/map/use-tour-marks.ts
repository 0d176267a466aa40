import { useMemo } from "react";
import type { Box, Camera, Frame } from "../../core/camera.ts";
import type { MapModel } from "./map-model.ts";
import { placesIn, tourMarks } from "./tours.ts";
import type { MapTours, TourMarks } from "./tours.ts";

const NONE: ReadonlySet<number> = new Set();

/** Numbers and arrows of the tours for where one looks, and the municipalities that bear a number. */
export function useTourMarks(
  tours: MapTours | undefined,
  model: MapModel,
  camera: Camera,
  frame: Frame,
  box: Box,
): { readonly marks: TourMarks | null; readonly marcados: ReadonlySet<number> } {
  return useMemo(() => {
    if (tours === undefined || box.width === 0) return { marks: null, marcados: NONE };
    const marks = tourMarks(tours, placesIn(model), { camera, frame, box });
    return { marks, marcados: new Set(marks.ordinais.map(({ codigo }) => codigo)) };
  }, [tours, model, camera, frame, box]);
}
