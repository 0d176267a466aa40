// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { composeMap } from "../../../src/ui/map/map-image.ts";
import { mapModel } from "../../../src/ui/map/map-model.ts";
import { MESH, MUNICIPIOS, sampleLayer } from "./sample.ts";

function texts(demonstracao: boolean): string[] {
  const municipios = MUNICIPIOS.map((m, i) => ({ ...m, sede: { lat: 0, lon: -50 + i } }));
  const sheet = composeMap({
    mesh: { ...MESH, sedes: [0, 100, 200, 300, 400].map((x) => ({ x, y: 50 })) },
    model: mapModel(MESH, municipios),
    layer: sampleLayer(),
    cabecalho: { titulo: "t", fontes: ["Fonte A", "Fonte B"], filtros: [], dataReferencia: "2026-06-30", demonstracao },
    leitura: "Uma frase <b>com sinais</b>.",
    selecionado: 9900001,
    rotulados: [9900002],
    notas: ["Malha de teste."],
  });
  return [...sheet.svg.querySelectorAll("text")].map((t) => t.textContent);
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

  it("has a scale bar of a round length: 4° are 445 km over 400 units", () => {
    // 1.1132 km a unit, 1.95 px a unit: 160 px are 91 km, so 50 km.
    expect(texts(false)).toContain("50 km");
  });

  it("bears the demonstration mark exactly when the data are of demonstration", () => {
    expect(texts(true)[0]).toBe("DADOS DE DEMONSTRAÇÃO");
    expect(texts(false).join()).not.toContain("DEMONSTRAÇÃO");
  });
});
