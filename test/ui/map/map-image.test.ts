// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { assignLayer } from "../../../src/core/classes.ts";
import type { MapLayer } from "../../../src/core/map-layer.ts";
import { rampColors } from "../../../src/core/ramps.ts";
import { composeMap, mapImage, type MapPicture } from "../../../src/ui/map/map-image.ts";
import { mapModel, meshNotes } from "../../../src/ui/map/map-model.ts";
import { blobText } from "../download/blob-text.ts";
import { MESH, MUNICIPIOS, sampleLayer } from "./sample.ts";

function contents(demonstracao: boolean, layer: MapLayer): MapPicture {
  const municipios = MUNICIPIOS.map((m, i) => ({ ...m, sede: { lat: 0, lon: -50 + i } }));
  return {
    mesh: { ...MESH, sedes: [0, 100, 200, 300, 400].map((x) => ({ x, y: 50 })) },
    model: mapModel(MESH, municipios),
    layer,
    cabecalho: { titulo: "t", fontes: ["Fonte A", "Fonte B"], filtros: [], dataReferencia: "2026-06-30", demonstracao },
    leitura: "Uma frase <b>com sinais</b>.",
    selecionado: 9900001,
    rotulados: [9900002],
    notas: ["Malha de teste."],
    hash: `0123456789abcdef${"f".repeat(48)}`,
  };
}

function picture(demonstracao: boolean, layer: MapLayer): SVGSVGElement {
  return composeMap(contents(demonstracao, layer)).svg;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

function texts(demonstracao: boolean, layer = sampleLayer()): string[] {
  return [...picture(demonstracao, layer).querySelectorAll("text")].map((t) => t.textContent);
}

describe("the map as an image", () => {
  it("carries title, reading, legend with counts, sources, filters, date, mesh and north", () => {
    const escrito = texts(false);
    for (const esperado of [
      "Casos",
      "Uma frase <b>com sinais</b>.",
      "0 a menos de 20 (2)",
      "sem dado (1)",
      "oculto para proteger pessoas (1)",
      "Fonte: Fonte A; Fonte B.",
      "Sem filtros.",
      "Data de referência: 30/06/2026.",
      "Malha de teste.",
      "N",
    ])
      expect(escrito).toContain(esperado);
  });

  it("as an SVG is a file of its own, with all that a printed map says: datum, scale and data's hash too", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(new Uint8Array([1, 2, 3]))));
    const base = contents(true, sampleLayer());
    const blob = await mapImage({ ...base, notas: meshNotes(base.mesh, base.model) }, "svg");
    const page = new DOMParser().parseFromString(await blobText(blob), "image/svg+xml");
    expect(page.querySelector("parsererror")).toBeNull();
    const [, , largura = "", altura = ""] = (page.documentElement.getAttribute("viewBox") ?? "").split(" ");
    expect([largura, altura]).toEqual([page.documentElement.getAttribute("width"), page.documentElement.getAttribute("height")]);
    const escrito = [...page.querySelectorAll("text")].map((t) => t.textContent).join("\n");
    for (const esperado of ["DADOS DE DEMONSTRAÇÃO", "Casos", "Uma frase <b>com sinais</b>.", "Fonte: Fonte A; Fonte B.", "Sem filtros.", "Data de referência: 30/06/2026.", "datum SIRGAS 2000", "50 km", "N", "Dados: SHA-256 0123456789abcdef."])
      expect(escrito).toContain(esperado);
    expect(page.querySelector("style")?.textContent).toContain("base64,AQID");
    expect(page.querySelector("b")).toBeNull();
  });

  it("has a scale bar of a round length: 4° are 445 km over 400 units", () => {
    // 1.1132 km a unit, 1.95 px a unit: 160 px are 91 km, so 50 km.
    expect(texts(false)).toContain("50 km");
  });

  it("bears the demonstration mark exactly when the data are of demonstration", () => {
    expect(texts(true)[0]).toBe("DADOS DE DEMONSTRAÇÃO");
    expect(texts(false).join()).not.toContain("DEMONSTRAÇÃO");
  });

  it("hatches uncertain classes over their colour, and counts them", () => {
    const layer = { ...sampleLayer(), incertas: new Set([9900002]) };
    const svg = picture(false, layer);
    const fills = [...svg.querySelectorAll("g > path")].map((p) => p.getAttribute("fill"));
    expect(fills[1]).toBe("url(#m-incerta-1)");
    expect(svg.querySelector('pattern[id="m-incerta-1"] rect')?.getAttribute("fill")).toBe(rampColors("quantidade", 2, "claro")[1]);
    const escrito = texts(false, layer).join(" ");
    expect(escrito).toContain("classe incerta: nenhuma faixa reúne 60% dos sorteios (1)");
    expect(texts(false).join(" ")).not.toContain("incerta");
  });

  it("prints how the classes are read", () => {
    expect(texts(false, { ...sampleLayer(), nota: "Cada faixa inclui o começo e não inclui o fim." }).join(" ")).toContain(
      "Cada faixa inclui o começo e não inclui o fim.",
    );
  });

  it("draws a 3 × 3 legend as nine squares with their counts", () => {
    const classes = Array.from({ length: 9 }, (_, i) => ({ min: i, max: i, rotulo: `par ${i}`, contagem: 0 }));
    const lugares = new Map(MUNICIPIOS.map(({ codigo }, i) => [codigo, i === 0 ? 0 : 8]));
    const eixos = {
      linhas: { titulo: "alturas", passos: ["baixo", "médio", "alto"] as const },
      colunas: { titulo: "larguras", passos: ["fino", "comum", "largo"] as const },
    };
    const svg = picture(false, assignLayer({ titulo: "Dois", unidade: "", ramp: "bivariada", classes, lugares, eixos }));
    const cores = rampColors("bivariada", 9, "claro");
    const quadrados = [...svg.querySelectorAll("rect")].filter((r) => cores.includes(r.getAttribute("fill") ?? ""));
    expect(quadrados).toHaveLength(9);
    // The strongest pair is at the top right.
    const y = Math.min(...quadrados.map((r) => Number(r.getAttribute("y"))));
    const x = Math.max(...quadrados.map((r) => Number(r.getAttribute("x"))));
    const canto = quadrados.find((r) => Number(r.getAttribute("x")) === x && Number(r.getAttribute("y")) === y);
    expect(canto?.getAttribute("fill")).toBe(cores[8]);
    const escrito = [...svg.querySelectorAll("text")].map((t) => t.textContent);
    expect(escrito).toContain("alto");
    expect(escrito.filter((t) => t === "4")).toHaveLength(1);
    expect(escrito.join(" ")).toContain("Da esquerda para a direita: fino, comum, largo.");
  });
});
