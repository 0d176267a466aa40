// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";
import { formatPercent } from "../../../src/core/format.ts";
import { MonthField } from "../../../src/ui/filters/MonthField.tsx";
import { RangeField } from "../../../src/ui/filters/RangeField.tsx";
import { SelectField } from "../../../src/ui/filters/SelectField.tsx";
import { only, render, type } from "../render.tsx";

describe("MonthField", () => {
  it("offers every month of the span, newest first, by year, with the open end first", () => {
    const { host } = render(
      <MonthField rotulo="Desde" valor="" min="2025-11" max="2026-02" onMudar={() => undefined} vazio="o início" />,
    );
    expect([...host.querySelectorAll("option")].map((option) => option.textContent)).toEqual([
      "o início",
      "fev. 2026",
      "jan. 2026",
      "dez. 2025",
      "nov. 2025",
    ]);
    expect([...host.querySelectorAll("optgroup")].map((group) => group.label)).toEqual(["2026", "2025"]);
  });

  it("gives the month chosen", () => {
    const onMudar = vi.fn();
    const { host } = render(
      <MonthField rotulo="Desde" valor="2026-02" min="2025-11" max="2026-02" onMudar={onMudar} />,
    );
    type(only(host, "select", HTMLSelectElement), "2025-12");
    expect(onMudar).toHaveBeenCalledExactlyOnceWith("2025-12");
  });
});

describe("SelectField", () => {
  it("is named by its label and described by its help", () => {
    const { host } = render(
      <SelectField
        rotulo="Indicador"
        valor="a"
        opcoes={[{ valor: "a", rotulo: "IVS" }]}
        onMudar={() => undefined}
        ajuda="O que o mapa mostra."
      />,
    );
    const select = only(host, "select", HTMLSelectElement);
    expect(select.labels[0]?.textContent).toBe("Indicador");
    expect(document.getElementById(select.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
      "O que o mapa mostra.",
    );
  });
});

describe("RangeField", () => {
  it("says its value in words on screen and to screen readers", () => {
    const onMudar = vi.fn();
    const { host } = render(
      <RangeField
        rotulo="Peso"
        valor={25}
        min={0}
        max={100}
        formato={(valor) => formatPercent(valor, 0)}
        onMudar={onMudar}
      />,
    );
    expect(only(host, "output").textContent).toBe("25\u00a0%");
    expect(only(host, "input").getAttribute("aria-valuetext")).toBe("25\u00a0%");
    type(only(host, "input", HTMLInputElement), "40");
    expect(onMudar).toHaveBeenCalledExactlyOnceWith(40);
  });
});
