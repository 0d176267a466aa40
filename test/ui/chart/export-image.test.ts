// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { wrapText } from "../../../src/core/wrap-text.ts";
import { composeSvg } from "../../../src/ui/chart/export-image.ts";
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
};

function texts(demonstracao: boolean, filtros: string[]): (string | null)[] {
  const svg = drawPlot(Plot, () => ({ axis: null, height: 100, marks: [Plot.ruleY([0])] }), 600);
  if (!(svg instanceof SVGSVGElement)) throw new Error("an svg expected");
  document.body.replaceChildren(svg);
  const cabecalho = { ...FRAME.cabecalho, demonstracao, filtros };
  const page = composeSvg(svg, { ...FRAME, cabecalho });
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
    ]);
  });

  it("of real figures has no demonstration mark, and says that nothing was filtered", () => {
    const lines = texts(false, []);
    expect(lines).not.toContain("DADOS DE DEMONSTRAÇÃO");
    expect(lines).toContain("Sem filtros.");
  });

  it("breaks long lines at spaces", () => {
    expect(wrapText("um dois três quatro", 9)).toEqual(["um dois", "três", "quatro"]);
    expect(wrapText("palavralonguíssima curta", 5)).toEqual(["palavralonguíssima", "curta"]);
    expect(wrapText("", 5)).toEqual([]);
  });
});
