/**
 * Rasterises an SVG of the given size (px) at `ratio` px per unit. The SVG must
 * carry its own fonts and colours: an image document sees nothing of the page.
 * Rejects when the browser cannot draw it.
 */
export async function svgToPng(
  svg: SVGSVGElement,
  size: { readonly width: number; readonly height: number },
  ratio: number,
): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = size.width * ratio;
  canvas.height = size.height * ratio;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2d canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("the canvas gave no image"));
      else resolve(blob);
    }, "image/png");
  });
}
