// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { wrapText } from "../../../src/core/wrap-text.ts";
import { chartImage, composeSvg, type ImageFrame } from "../../../src/ui/chart/export-image.ts";
import { blobText } from "../download/blob-text.ts";
import * as Plot from "../../../src/ui/chart/plot-parts.ts";
import { drawPlot } from "../../../src/ui/chart/plot-style.ts";

const FRAME = {
  titulo: "Denúncias por canal",
  subtitulo: "Casos, 2026",
  legenda: [{ rotulo: "Casos", cor: "#1351b4" }],
  cabecalho: {
    titulo: "Denúncias por canal",
    fontes: ["Fonte A, 2026", "Fonte B, 2025"],
    filtros: ["porte Pequeno I", "região Sinop"],
    dataReferencia: "2026-05-31",
    demonstracao: true,
  },
  hash: `0123456789abcdef${"f".repeat(48)}`,
} satisfies ImageFrame;

function drawn(): SVGSVGElement {
  const svg = drawPlot(Plot, () => ({ axis: null, height: 100, marks: [Plot.ruleY([0])] }), 600);
  if (!(svg instanceof SVGSVGElement)) throw new Error("an svg expected");
  document.body.replaceChildren(svg);
  return svg;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

function texts(demonstracao: boolean, filtros: string[]): (string | null)[] {
  const cabecalho = { ...FRAME.cabecalho, demonstracao, filtros };
  const page = composeSvg(drawn(), { ...FRAME, cabecalho });
  return [...page.querySelectorAll("text")].map((text) => text.textContent);
}

describe("the image of a chart", () => {
  it("carries demonstration mark, title, legend, sources, filters and date", () => {
    expect(texts(true, FRAME.cabecalho.filtros)).toEqual([
      "DADOS DE DEMONSTRAÇÃO",
      "Denúncias por canal",
      "Casos, 2026",
      "Casos",
      "Fonte: Fonte A, 2026; Fonte B, 2025",
      "Filtros: porte Pequeno I e região Sinop.",
      "Data de referência: 31/05/2026",
      "Dados: SHA-256 0123456789abcdef.",
    ]);
  });

  it("of real figures has no demonstration mark, and says that nothing was filtered", () => {
    const lines = texts(false, []);
    expect(lines).not.toContain("DADOS DE DEMONSTRAÇÃO");
    expect(lines).toContain("Sem filtros.");
  });

  it("as an SVG is a file of its own: XML with the font inside and every printed text, signs escaped", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(new Uint8Array([1, 2, 3]))));
    const blob = await chartImage(drawn(), { ...FRAME, titulo: "A <b>&</b> B" }, "svg");
    expect(blob.type).toBe("image/svg+xml");
    const text = await blobText(blob);
    const page = new DOMParser().parseFromString(text, "image/svg+xml");
    expect(page.querySelector("parsererror")).toBeNull();
    expect(page.documentElement.getAttribute("viewBox")).toMatch(/^0 0 648 \d+$/);
    const escrito = [...page.querySelectorAll("text")].map((t) => t.textContent);
    for (const esperado of ["DADOS DE DEMONSTRAÇÃO", "A <b>&</b> B", "Casos, 2026", "Casos", "Fonte: Fonte A, 2026; Fonte B, 2025", "Filtros: porte Pequeno I e região Sinop.", "Data de referência: 31/05/2026", "Dados: SHA-256 0123456789abcdef."])
      expect(escrito).toContain(esperado);
    // 1, 2, 3 in base 64.
    expect(page.querySelector("style")?.textContent).toContain("base64,AQID");
    expect(page.querySelector("b")).toBeNull();
  });

  it("of a drawing that takes its box's size keeps its proportions, grows to the width of the words and prints its notes", () => {
    const host = document.createElement("div");
    host.innerHTML = '<svg viewBox="0 0 320 160"><path d="M0 0h10" style="stroke: red"></path></svg>';
    document.body.replaceChildren(host);
    const svg = host.querySelector("svg");
    if (svg === null) throw new Error("an svg expected");
    // jsdom lays nothing out and reads no viewBox: what the page would say of it.
    Object.defineProperty(svg, "viewBox", { value: { baseVal: { width: 320, height: 160 } } });
    const page = composeSvg(svg, { ...FRAME, notas: ["Malha de teste; datum SIRGAS 2000."] });
    const drawing = page.querySelector("svg");
    // 320 × 160 grows by 480 / 320 = 1.5 to 480 × 240; 24 px of margin on each side.
    expect([drawing?.getAttribute("width"), drawing?.getAttribute("height"), page.getAttribute("width")]).toEqual(["480", "240", "528"]);
    expect(drawing?.querySelector("path")?.getAttribute("stroke")).toBe("red");
    expect([...page.querySelectorAll("text")].map((t) => t.textContent)).toContain("Malha de teste; datum SIRGAS 2000.");
  });

  it("does not say of which data it is when the page does not know", () => {
    const page = composeSvg(drawn(), { ...FRAME, hash: null });
    expect(page.textContent).not.toContain("SHA-256");
  });

  it("breaks long lines at spaces", () => {
    expect(wrapText("um dois três quatro", 9)).toEqual(["um dois", "três", "quatro"]);
    expect(wrapText("palavralonguíssima curta", 5)).toEqual(["palavralonguíssima", "curta"]);
    expect(wrapText("", 5)).toEqual([]);
  });
});
