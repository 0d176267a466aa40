import fontUrl from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";

const SVG = "http://www.w3.org/2000/svg";

/** A drawing that can leave the page: pixels or vectors, both self-contained. */
export type FormatoDaImagem = "png" | "svg";

/** An image document sees no font of the page: it carries ours inside. Rejects when the font does not come. */
export async function fontStyle(): Promise<SVGStyleElement> {
  const response = await fetch(fontUrl);
  if (!response.ok) throw new Error(`${fontUrl}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const style = document.createElementNS(SVG, "style");
  style.textContent = `@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;src:url(data:font/woff2;base64,${btoa(binary)})}`;
  return style;
}

/** The drawing as a file of vectors: an XML document of its own. */
export function svgFile(svg: SVGSVGElement): Blob {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
  return new Blob([text], { type: "image/svg+xml" });
}

/** What a printed figure says of the data it stands on. */
export function linhaDosDados(hash: string): string {
  return `Dados: SHA-256 ${hash.slice(0, 16)}.`;
}
