import type { ChartOptions } from "../../src/ui/chart/props.ts";

/**
 * A chart with fixed data. Two readers: the live page (`npx vite test/gallery`) and
 * test/golden/golden.test.ts, which compares its svg with test/golden/<id>.svg.
 * A file `<task>.gallery.ts` beside this one exports `gallery`, a list of these.
 */
export interface GalleryEntry {
  /** File name of the golden svg: kebab-case, unique. */
  readonly id: string;
  readonly titulo: string;
  readonly options: ChartOptions;
  /** Width in px; default 640. */
  readonly largura?: number;
}

export const GALLERY_WIDTH = 640;

/** All entries of all gallery files; `modules` is the glob over `./*.gallery.{ts,tsx}`. */
export function entriesOf(modules: Readonly<Record<string, unknown>>): readonly GalleryEntry[] {
  return Object.entries(modules).flatMap(([path, module]) => {
    if (!hasGallery(module)) throw new TypeError(`${path} must export "gallery"`);
    return module.gallery;
  });
}

function hasGallery(module: unknown): module is { readonly gallery: readonly GalleryEntry[] } {
  return (
    typeof module === "object" &&
    module !== null &&
    "gallery" in module &&
    Array.isArray(module.gallery)
  );
}
