// @vitest-environment jsdom
import { act, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import type { Celula } from "../../../src/core/absence.ts";
import { DataTable } from "../../../src/ui/table/DataTable.tsx";
import type { DataTableProps, TableColumn, TableOrder } from "../../../src/ui/table/props.ts";
import { button, click, focus, only, press, render, settle } from "../render.tsx";

interface Linha {
  readonly codigo: number;
  readonly nome: string;
  readonly valor: Celula;
}

const COLUNAS: readonly TableColumn<Linha>[] = [
  { id: "nome", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome },
  { id: "valor", titulo: "IVS", unidade: "0 a 1", tipo: "numero", casas: 3, valor: ({ valor }) => valor },
];

const LINHAS: readonly Linha[] = [
  { codigo: 1, nome: "Água Boa", valor: { valor: 0.25 } },
  { codigo: 2, nome: "Acorizal", valor: { ausencia: "sem-dado" } },
  { codigo: 3, nome: "Cuiabá", valor: { valor: 0 } },
  { codigo: 4, nome: "Barão", valor: { valor: 0.5 } },
];

const chave = ({ codigo }: Linha): number => codigo;

function Tabela(
  props: Partial<DataTableProps<Linha>> & { readonly inicial?: TableOrder | null },
) {
  const { inicial = null, ...rest } = props;
  const [ordem, setOrdem] = useState<TableOrder | null>(inicial);
  return (
    <DataTable
      legenda="Municípios por IVS"
      colunas={COLUNAS}
      linhas={LINHAS}
      chave={chave}
      ordem={ordem}
      onOrdem={setOrdem}
      vazio="Nenhum município com estes filtros."
      {...rest}
    />
  );
}

const names = (host: HTMLElement): string[] =>
  [...host.querySelectorAll("tbody tr[data-index] th")].map((cell) => cell.textContent);

const manyRows = (total: number): Linha[] =>
  Array.from({ length: total }, (_, i) => ({ codigo: i, nome: `M${i}`, valor: { valor: i } }));

describe("DataTable order", () => {
  it("puts absences last in both directions and zero among the numbers", () => {
    const { host } = render(<Tabela />);
    click(only(host, "thead th:nth-child(2) button"));
    expect(names(host)).toEqual(["Barão", "Água Boa", "Cuiabá", "Acorizal"]);
    click(only(host, "thead th:nth-child(2) button"));
    expect(names(host)).toEqual(["Cuiabá", "Água Boa", "Barão", "Acorizal"]);
  });

  it("says the order in aria-sort of that column alone, and in the status line", () => {
    const { host } = render(<Tabela inicial={{ coluna: "valor", sentido: "desc" }} />);
    const headers = [...host.querySelectorAll("thead th")];
    expect(headers.map((header) => header.getAttribute("aria-sort"))).toEqual([null, "descending"]);
    expect(only(host, "[role=status]").textContent).toBe("4 linhas, por IVS em ordem decrescente");
  });

  it("sorts names as the alphabet does, accents apart", () => {
    const { host } = render(<Tabela inicial={{ coluna: "nome", sentido: "asc" }} />);
    expect(names(host)).toEqual(["Acorizal", "Água Boa", "Barão", "Cuiabá"]);
  });

  it("keeps the given order while no column is asked for", () => {
    const { host } = render(<Tabela />);
    expect(names(host)).toEqual(["Água Boa", "Acorizal", "Cuiabá", "Barão"]);
  });
});

describe("DataTable cells", () => {
  it("say an absence by word with its own look, and zero as a number", () => {
    const { host } = render(<Tabela />);
    const cells = [...host.querySelectorAll("tbody td")];
    expect(cells.map((cell) => cell.textContent)).toEqual(["0,250", "sem dado", "0,000", "0,500"]);
    expect(host.querySelectorAll(".ui-absence")).toHaveLength(1);
  });

  it("show the unit in the header, not in the cells", () => {
    const { host } = render(<Tabela />);
    expect(only(host, "thead th:nth-child(2)").textContent).toBe("IVS (0 a 1)");
  });

  it("show civil dates and periods in pt-BR", () => {
    const colunas: readonly TableColumn<Linha>[] = [
      { id: "d", titulo: "Data", tipo: "data", valor: () => "2026-11-22" },
      { id: "p", titulo: "Período", tipo: "data", valor: () => "2023-T2" },
    ];
    const { host } = render(<Tabela colunas={colunas} linhas={LINHAS.slice(0, 1)} />);
    expect(only(host, "tbody tr").textContent).toBe("22/11/20262º trim. 2023");
  });

  it("give way to the reason when there are no rows", () => {
    const { host } = render(<Tabela linhas={[]} />);
    expect(host.textContent).toBe("Nenhum município com estes filtros.");
  });
});

describe("DataTable choice", () => {
  it("is a grid with one tab stop in the body, and a plain table without onSelecionar", () => {
    const plain = render(<Tabela />).host;
    expect(plain.querySelector("[role=grid]")).toBeNull();
    expect(plain.querySelectorAll("tbody [tabindex]")).toHaveLength(0);
    const grid = render(<Tabela onSelecionar={() => undefined} />).host;
    expect(grid.querySelectorAll("tbody [tabindex='0']")).toHaveLength(1);
    expect(grid.querySelectorAll("tbody [tabindex='-1']")).toHaveLength(7);
  });

  it("moves with the arrows and chooses with Enter", () => {
    const chosen = vi.fn();
    const { host } = render(<Tabela onSelecionar={chosen} />);
    focus(only(host, "tbody [tabindex='0']"));
    press("ArrowDown");
    press("ArrowRight");
    expect(document.activeElement?.textContent).toBe("sem dado");
    press("Enter");
    expect(chosen).toHaveBeenCalledExactlyOnceWith(LINHAS[1]);
    press("End", { ctrlKey: true });
    expect(document.activeElement?.textContent).toBe("0,500");
    press("ArrowDown");
    expect(document.activeElement?.textContent).toBe("0,500");
  });

  it("walks from the first row to the header button and back", () => {
    const { host } = render(<Tabela onSelecionar={() => undefined} />);
    focus(only(host, "tbody [tabindex='0']"));
    press("ArrowUp");
    expect(document.activeElement).toBe(only(host, "thead th:first-child button"));
    press("ArrowRight");
    expect(document.activeElement).toBe(only(host, "thead th:nth-child(2) button"));
    press("ArrowDown");
    expect(document.activeElement?.textContent).toBe("0,250");
  });

  it("chooses the clicked row and says which row is chosen", () => {
    const chosen = vi.fn();
    const { host } = render(<Tabela onSelecionar={chosen} selecionada={3} />);
    expect(only(host, "[aria-selected=true] th").textContent).toBe("Cuiabá");
    click(only(host, "tr[data-index='3'] td"));
    expect(chosen).toHaveBeenCalledExactlyOnceWith(LINHAS[3]);
  });

  it("leaves a click on a link inside a cell to the link", () => {
    const chosen = vi.fn();
    const colunas: readonly TableColumn<Linha>[] = [
      {
        id: "nome",
        titulo: "Município",
        tipo: "texto",
        valor: ({ nome }) => nome,
        render: ({ nome }) => <a href="#/x">{nome}</a>,
      },
    ];
    const { host } = render(<Tabela colunas={colunas} onSelecionar={chosen} />);
    click(only(host, "tr[data-index='0'] a"));
    expect(chosen).not.toHaveBeenCalled();
  });

  it("reports the row under the pointer once, and none when the pointer leaves", () => {
    const highlighted = vi.fn();
    const { host } = render(<Tabela onDestacar={highlighted} />);
    const cell = only(host, "tr[data-index='1'] td");
    const over = (): void => {
      cell.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
    };
    over();
    over();
    only(host, "tbody").dispatchEvent(
      new MouseEvent("mouseout", { bubbles: true, relatedTarget: document.body }),
    );
    expect(highlighted.mock.calls).toEqual([[LINHAS[1]], [null]]);
  });
});

describe("DataTable with many rows", () => {
  it("draws only those in sight and tells where they stand among all", () => {
    const { host } = render(<Tabela linhas={manyRows(5570)} onSelecionar={() => undefined} />);
    const drawn = host.querySelectorAll("tbody tr[data-index]");
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.length).toBeLessThan(60);
    expect(only(host, "table").getAttribute("aria-rowcount")).toBe("5571");
    expect(drawn[0]?.getAttribute("aria-rowindex")).toBe("2");
    expect(only(host, "[role=status]").textContent).toBe("5.570 linhas");
  });

  it("takes the focus to a row that was not drawn", () => {
    const { host } = render(<Tabela linhas={manyRows(500)} onSelecionar={() => undefined} />);
    focus(only(host, "tbody [tabindex='0']"));
    press("End", { ctrlKey: true });
    expect(document.activeElement?.closest("tr")?.dataset["index"]).toBe("499");
  });

  it("draws them all for printing, and goes back", () => {
    const { host } = render(<Tabela linhas={manyRows(200)} />);
    act(() => {
      window.dispatchEvent(new Event("beforeprint"));
    });
    expect(host.querySelectorAll("tbody tr[data-index]")).toHaveLength(200);
    act(() => {
      window.dispatchEvent(new Event("afterprint"));
    });
    expect(host.querySelectorAll("tbody tr[data-index]").length).toBeLessThan(60);
  });
});

describe("DataTable copy", () => {
  it("puts header and rows, in the order shown, on the clipboard and says so", async () => {
    const writeText = vi.fn().mockResolvedValue(undefined);
    vi.stubGlobal("navigator", { clipboard: { writeText } });
    const { host } = render(<Tabela inicial={{ coluna: "nome", sentido: "asc" }} />);
    click(button(host, "Copiar"));
    await settle();
    expect(writeText).toHaveBeenCalledExactlyOnceWith(
      "Município\tIVS (0 a 1)\nAcorizal\tsem dado\nÁgua Boa\t0,250\nBarão\t0,500\nCuiabá\t0,000",
    );
    expect(only(host, "[role=status]").textContent).toContain("Tabela copiada.");
    vi.unstubAllGlobals();
  });
});
