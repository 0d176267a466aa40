/** How the map is drawn; both have the same interactions. */
export type Drawing = "svg" | "webgl";

let decided: Drawing | null = null;

/**
 * WebGL only where the machine has a real GPU: a software WebGL pans 142 polygons
 * at 10 frames a second, the SVG at 60. Asked before the map library is loaded.
 * `?mapa=svg` and `?mapa=webgl` in the page's query string decide instead (tests,
 * benches, support). Decided once per page life.
 */
export function chooseDrawing(): Drawing {
  decided ??= drawingFor(location.search, hasHardwareWebgl);
  return decided;
}

/** The rule behind `chooseDrawing`, with the query string and the probe as arguments. */
export function drawingFor(search: string, probe: () => boolean): Drawing {
  const wish = new URLSearchParams(search).get("mapa");
  if (wish === "svg" || wish === "webgl") return wish;
  return probe() ? "webgl" : "svg";
}

function hasHardwareWebgl(): boolean {
  const context = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  if (!context) return false;
  const info = context.getExtension("WEBGL_debug_renderer_info");
  const renderer: unknown = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  // Browsers keep only some 16 contexts alive: give this one back at once.
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return !isSoftware(String(renderer));
}

/**
 * A renderer that runs on the processor. Some browsers give a context on one
 * even where `failIfMajorPerformanceCaveat` is asked for (Chromium on SwiftShader).
 */
export function isSoftware(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render|mesa offscreen/i.test(renderer);
}
