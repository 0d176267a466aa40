// @vitest-environment jsdom
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import type { Municipio, Porte } from "../../../src/core/municipio.ts";
import { FilterBar, type FilterBarProps } from "../../../src/ui/filters/FilterBar.tsx";
import { button, click, only, press, render, type } from "../render.tsx";

const municipio = (codigo: number, nome: string, regiao: [number, string], porte: Porte): Municipio => ({
  codigo,
  nome,
  regiaoImediata: { codigo: regiao[0], nome: regiao[1] },
  regiaoIntermediaria: null,
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
  porte,
});

const MUNICIPIOS = [
  municipio(1, "Um", [20, "Sinop"], "pequeno-1"),
  municipio(2, "Dois", [10, "Água Boa"], "pequeno-1"),
  municipio(3, "Três", [20, "Sinop"], "grande"),
];

function bar(props: Partial<FilterBarProps> = {}) {
  const onMudar = vi.fn<FilterBarProps["onMudar"]>();
  const { host, update } = render(
    <FilterBar
      municipios={MUNICIPIOS}
      regioes={[]}
      portes={[]}
      nomeRegiao="região imediata (IBGE)"
      onMudar={onMudar}
      {...props}
    />,
  );
  return { host, update, onMudar };
}

const options = (host: HTMLElement, group: number): (string | null)[] =>
  [...(host.querySelectorAll("fieldset")[group]?.querySelectorAll("label") ?? [])].map(
    (label) => label.textContent,
  );

describe("FilterBar", () => {
  it("offers the regions by name and only the size classes that exist, with counts", () => {
    const { host } = bar();
    expect(options(host, 0)).toEqual(["Água Boa1", "Sinop2"]);
    expect(options(host, 1)).toEqual(["Pequeno I2", "Grande1"]);
  });

  it("adds and removes a choice, in the order of the list", () => {
    const { host, onMudar } = bar({ regioes: [20] });
    const boxes = host.querySelectorAll<HTMLInputElement>("fieldset:first-of-type input");
    const [first, second] = boxes;
    if (first === undefined || second === undefined) throw new Error("two regions expected");
    click(first);
    expect(onMudar).toHaveBeenLastCalledWith({ regioes: [10, 20] });
    click(second);
    expect(onMudar).toHaveBeenLastCalledWith({ regioes: [] });
  });

  it("shows a removable chip for each filter in force", () => {
    const { host, onMudar } = bar({ regioes: [20], portes: ["grande"], busca: "santo" });
    expect([...host.querySelectorAll(".filters-chips li")].map((item) => item.textContent)).toEqual([
      "Sinop",
      "Porte Grande",
      "“santo”",
      "Limpar filtros",
    ]);
    click(button(host, "Remover filtro: Porte Grande"));
    expect(onMudar).toHaveBeenLastCalledWith({ portes: [] });
    click(button(host, "Remover filtro: “santo”"));
    expect(onMudar).toHaveBeenLastCalledWith({ busca: "" });
  });

  it("clears all at once, and leaves the search alone where there is none", () => {
    const searching = bar({ regioes: [20], busca: "x" });
    click(button(searching.host, "Limpar filtros"));
    expect(searching.onMudar).toHaveBeenCalledExactlyOnceWith({ regioes: [], portes: [], busca: "" });
    const plain = bar({ portes: ["grande"] });
    click(button(plain.host, "Limpar filtros"));
    expect(plain.onMudar).toHaveBeenCalledExactlyOnceWith({ regioes: [], portes: [] });
  });

  it("moves the focus to the next chip when one is removed, and to the first control after the last", () => {
    function Owner() {
      const [portes, setPortes] = useState<readonly Porte[]>(["pequeno-1", "grande"]);
      const onMudar: FilterBarProps["onMudar"] = (mudanca) => {
        setPortes(mudanca.portes ?? []);
      };
      return <FilterBar municipios={MUNICIPIOS} regioes={[]} portes={portes} busca="" nomeRegiao="região" onMudar={onMudar} />;
    }
    const { host } = render(<Owner />);
    const first = button(host, "Remover filtro: Porte Pequeno I");
    first.focus();
    click(first);
    expect(document.activeElement).toBe(button(host, "Remover filtro: Porte Grande"));
    click(button(host, "Remover filtro: Porte Grande"));
    expect(document.activeElement).toBe(only(host, "input[type=search]"));
  });

  it("has no chips row without filters", () => {
    expect(bar({ busca: "" }).host.querySelector(".filters-chips")).toBeNull();
  });

  it("keeps typing out of the history and keeps what is typed while its owner lags", () => {
    const { host, onMudar } = bar({ busca: "" });
    const input = only(host, "input[type=search]", HTMLInputElement);
    type(input, "cui");
    expect(onMudar).toHaveBeenLastCalledWith({ busca: "cui" }, { replace: true });
    expect(input.value).toBe("cui");
  });

  it("takes a search that comes from elsewhere", () => {
    const { host, update, onMudar } = bar({ busca: "cui" });
    const common = { municipios: MUNICIPIOS, regioes: [], portes: [], nomeRegiao: "região", onMudar };
    update(<FilterBar {...common} busca="sinop" />);
    expect(only(host, "input[type=search]", HTMLInputElement).value).toBe("sinop");
  });

  it("brings the focus to the search with / from the page, not from another field", () => {
    const { host } = bar({ busca: "", children: <input aria-label="outro" /> });
    press("/");
    expect(document.activeElement).toBe(only(host, "input[type=search]"));
    const other = only(host, "input[aria-label=outro]", HTMLInputElement);
    other.focus();
    press("/");
    expect(document.activeElement).toBe(other);
  });

  it("closes an open list with Escape and gives the focus back", () => {
    const { host } = bar();
    const details = host.querySelector("details");
    const summary = host.querySelector("summary");
    if (details === null || summary === null) throw new Error("a disclosure expected");
    details.open = true;
    details.querySelector("input")?.focus();
    press("Escape");
    expect(details.open).toBe(false);
    expect(document.activeElement).toBe(summary);
  });

  it("keeps the Escape that closes a list from closing the dialog around it", () => {
    const { host } = bar();
    const details = host.querySelector("details");
    const box = details?.querySelector("input");
    if (!details || !box) throw new Error("a disclosure with a box expected");
    const escape = (): boolean =>
      box.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    details.open = true;
    expect(escape()).toBe(false);
    expect(escape()).toBe(true);
  });
});
