// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";
import type { ExportHeader } from "../../../src/core/export-header.ts";
import { ChartFrame } from "../../../src/ui/chart/ChartFrame.tsx";
import { loadPlot } from "../../../src/ui/chart/load-plot.ts";
import type { ChartFrameProps } from "../../../src/ui/chart/props.ts";
import type { TableColumn } from "../../../src/ui/table/props.ts";
import { barras, BARRAS, type Barra } from "../../gallery/kit.gallery.ts";
import { button, click, focus, only, press, render, settle } from "../render.tsx";

const COLUNAS: readonly TableColumn<Barra>[] = [
  { id: "canal", titulo: "Canal", tipo: "texto", valor: ({ canal }) => canal },
  { id: "casos", titulo: "Casos", tipo: "numero", valor: ({ casos }) => ({ valor: casos }) },
];
const CABECALHO: ExportHeader = {
  titulo: "Denúncias por canal",
  fontes: ["Fonte, 2026"],
  filtros: [],
  dataReferencia: "2026-05-31",
  demonstracao: true,
};
const options = barras(BARRAS);
const chave = ({ canal }: Barra): string => canal;

async function frame(props: Partial<ChartFrameProps<Barra>> = {}): Promise<HTMLElement> {
  const { host } = render(
    <ChartFrame
      titulo="Por onde chegam as denúncias?"
      subtitulo="Casos por canal, 2026"
      leitura="Ouvidoria 162 tem 128 casos."
      linhas={BARRAS}
      colunas={COLUNAS}
      chave={chave}
      options={options}
      cabecalho={CABECALHO}
      arquivo="denuncias"
      vazio="Nenhuma denúncia com estes filtros."
      {...props}
    />,
  );
  await settle(loadPlot());
  return host;
}

describe("ChartFrame", () => {
  it("names the drawing with the reading and shows it as caption", async () => {
    const host = await frame();
    expect(only(host, "svg[role=img]").getAttribute("aria-label")).toBe("Ouvidoria 162 tem 128 casos.");
    expect(only(host, "figcaption").textContent).toBe("Ouvidoria 162 tem 128 casos.");
  });

  it("marks demonstration data, and only that", async () => {
    expect((await frame()).textContent).toContain("dados de demonstração");
    const real = await frame({ cabecalho: { ...CABECALHO, demonstracao: false } });
    expect(real.textContent).not.toContain("demonstração");
  });

  it("turns into its table and back", async () => {
    const host = await frame();
    click(button(host, "Ver como tabela"));
    const cells = [...host.querySelectorAll("tbody tr[data-index] td")].map((cell) => cell.textContent);
    expect(cells).toEqual(["128", "64", "0"]);
    expect(host.querySelector("svg[role=img]")).toBeNull();
    click(button(host, "Ver gráfico"));
    await settle();
    expect(host.querySelectorAll("svg[role=img] rect")).toHaveLength(3);
  });

  it("says why there is nothing, with no drawing and nothing to download", async () => {
    const host = await frame({ linhas: [] });
    expect(host.textContent).toContain("Nenhuma denúncia com estes filtros.");
    expect(host.querySelectorAll("button")).toHaveLength(0);
  });

  it("gives the row of the clicked bar", async () => {
    const onMarca = vi.fn();
    const host = await frame({ onMarca });
    click(only(host, ".chart-marca rect:nth-child(2)"));
    expect(onMarca).toHaveBeenCalledExactlyOnceWith(BARRAS[1]);
  });

  it("walks over the marks with the arrows, lights them up and chooses with Enter", async () => {
    const onMarca = vi.fn();
    const host = await frame({ onMarca });
    const list = only(host, "[role=listbox]");
    focus(list);
    press("ArrowRight");
    const active = list.getAttribute("aria-activedescendant");
    expect(active === null ? null : document.getElementById(active)?.textContent).toBe("Presencial, 64");
    expect(only(host, ".is-active.chart-mark").textContent).toBe("Presencial, 64");
    expect(only(host, "rect.is-active").getAttribute("y")).toBe(
      only(host, ".chart-marca rect:nth-child(2)").getAttribute("y"),
    );
    press("Enter");
    expect(onMarca).toHaveBeenCalledExactlyOnceWith(BARRAS[1]);
  });

  it("shows which mark is the filter in force", async () => {
    const host = await frame({ onMarca: () => undefined, selecionada: "Presencial" });
    expect(only(host, "[role=option][aria-selected=true]").textContent).toBe("Presencial, 64");
    expect(host.querySelectorAll("rect.is-selected")).toHaveLength(1);
  });

  it("puts no style element in the page", async () => {
    await frame();
    expect(document.querySelectorAll("figure style")).toHaveLength(0);
  });
});
