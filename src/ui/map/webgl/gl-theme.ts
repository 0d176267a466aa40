import type { PatternInks } from "./gl-patterns.ts";
import type { GlColors } from "./gl-style.ts";

/** Reads the map's colours from the CSS in force where it stands. */
export function readColors(element: Element, classes: number): GlColors {
  const token = reader(element);
  return {
    classes: Array.from({ length: classes }, (_, i) => token(`--map-${i}`)),
    ground: token("--map-ground"),
    border: token("--map-border"),
    region: token("--map-region"),
    surface: token("--surface"),
    selected: token("--selected"),
    halo: token("--selected-halo"),
  };
}

export function readInks(element: Element): PatternInks {
  const token = reader(element);
  return { ground: token("--map-ground"), forte: token("--map-ink"), suave: token("--map-ink-soft"), incerta: token("--map-border") };
}

/** Calls back when the page's theme or the system's contrast changes. */
export function onThemeChange(listener: () => void): () => void {
  const queries = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"].map((q) => matchMedia(q));
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener("change", listener);
  };
}

function reader(element: Element): (name: string) => string {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim() || "#888";
}
