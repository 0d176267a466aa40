// @vitest-environment jsdom
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Legend } from "../../../src/ui/map/Legend.tsx";
import { sampleLayer } from "./sample.ts";

function legend(): HTMLElement {
  const host = document.createElement("div");
  host.innerHTML = renderToStaticMarkup(<Legend layer={sampleLayer()} />);
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
});
