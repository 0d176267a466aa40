// @vitest-environment jsdom
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { assignLayer, withUncertain } from "../../../src/core/classes.ts";
import type { MapLayer } from "../../../src/core/map-layer.ts";
import { Legend } from "../../../src/ui/map/Legend.tsx";
import { sampleLayer } from "./sample.ts";

function legend(layer: MapLayer = sampleLayer()): HTMLElement {
  const host = document.createElement("div");
  host.innerHTML = renderToStaticMarkup(<Legend layer={layer} />);
  return host;
}

describe("Legend", () => {
  it("lists classes from the lowest, then absences, each with its count", () => {
    const linhas = [...legend().querySelectorAll("li")].map((li) => li.textContent);
    expect(linhas).toEqual([
      "0 a menos de 20 (2): 2 municípios",
      "20 ou mais (1): 1 município",
      "sem dado (1): 1 município",
      "oculto para proteger pessoas (1): 1 município",
    ]);
  });

  it("gives each absence a drawing of its own", () => {
    const desenhos = [...legend().querySelectorAll("pattern path")].map((p) => p.getAttribute("d"));
    expect(desenhos).toHaveLength(2);
    expect(new Set(desenhos).size).toBe(2);
  });

  it("says the unit and how many municipalities the map shows", () => {
    expect(legend().textContent).toContain("casos · 5 municípios");
  });

  it("counts the uncertain classes under a hatch no absence has", () => {
    const marcada = legend(withUncertain(sampleLayer(), (codigo) => (codigo === 9900002 ? 0.4 : 1)));
    const linha = [...marcada.querySelectorAll("li")].find((li) => li.textContent.includes("classe incerta"));
    expect(linha?.textContent).toBe("classe incerta: nenhuma faixa reúne 60% dos sorteios (1): 1 município");
    const usado = /#([\w-]+)/.exec(linha?.querySelector("rect.map-legend-box")?.getAttribute("style") ?? "")?.[1] ?? "";
    const desenho = linha?.querySelector(`pattern[id="${usado}"] path`)?.getAttribute("d");
    const outros = [...marcada.querySelectorAll("pattern path")].map((p) => p.getAttribute("d"));
    expect(desenho).toBe("M3.5 0v7"); // upright, which no absence is
    expect(outros.filter((d) => d === desenho)).toHaveLength(1);
  });

  it("says nothing of uncertain classes when there is none", () => {
    expect(legend(withUncertain(sampleLayer(), () => 1)).textContent).not.toContain("incerta");
    expect(legend().textContent).not.toContain("incerta");
  });

  it("says how the classes are to be read when the layer does", () => {
    expect(legend({ ...sampleLayer(), nota: "Cada faixa inclui o começo." }).querySelector(".map-legend-note")?.textContent).toBe(
      "Cada faixa inclui o começo.",
    );
    expect(legend().querySelector(".map-legend-note")).toBeNull();
  });
});

describe("Legend of a 3 × 3 layer", () => {
  const classes = Array.from({ length: 9 }, (_, i) => ({ min: i, max: i, rotulo: `par ${i}`, contagem: 0 }));
  const layer = assignLayer({
    titulo: "Dois",
    unidade: "",
    ramp: "bivariada",
    classes,
    lugares: new Map<number, number | "sem-dado">([
      [1, 8],
      [2, 8],
      [3, 1],
      [4, "sem-dado"],
    ]),
    eixos: {
      linhas: { titulo: "alturas", passos: ["baixo", "médio", "alto"] },
      colunas: { titulo: "larguras", passos: ["fino", "comum", "largo"] },
    },
  });

  it("is a table with headers, strongest row on top, one cell a pair with its own colour and count", () => {
    const tabela = legend(layer).querySelector("table");
    const linhas = [...(tabela?.querySelectorAll("tbody tr") ?? [])];
    expect(linhas.map((tr) => tr.querySelector("th")?.textContent)).toEqual(["alto", "médio", "baixo"]);
    expect([...(tabela?.querySelectorAll("thead th") ?? [])].map((th) => th.textContent)).toEqual(["fino", "comum", "largo"]);
    expect(linhas[0]?.querySelectorAll("td")[2]?.textContent).toBe("(2): 2 municípios");
    expect(linhas[2]?.querySelectorAll("td")[1]?.textContent).toBe("(1): 1 município");
    expect(linhas[0]?.querySelectorAll("td")[2]?.querySelector("rect")?.getAttribute("style")).toBe("fill:var(--map-8)");
    expect(new Set([...(tabela?.querySelectorAll("rect") ?? [])].map((r) => r.getAttribute("style"))).size).toBe(9);
    expect(tabela?.querySelector("caption")?.textContent).toBe("Linhas: alturas. Colunas: larguras.");
  });

  it("still lists the absences", () => {
    expect([...legend(layer).querySelectorAll("li")].map((li) => li.textContent)).toEqual(["sem dado (1): 1 município"]);
  });
});
