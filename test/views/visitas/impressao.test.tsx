// @vitest-environment jsdom
import { act } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { BaixarPlano, type BaixarPlanoProps } from "../../../src/views/visitas/impressao/BaixarPlano.tsx";
import { FolhasDasEquipes, type FolhasDasEquipesProps } from "../../../src/views/visitas/impressao/FolhasDasEquipes.tsx";
import { calendarioDaAba, createGuardaDoCalendario } from "../../../src/data/visitas/export/calendario-da-aba.ts";
import { planoCsv } from "../../../src/data/visitas/plan-csv.ts";
import { readPlanFile } from "../../../src/data/visitas/plan-file.ts";
import { CABECALHO, ENTRADA, equipe, MUNICIPIOS, nome, PLANO, plano } from "../../data/visitas/export/um-plano.ts";
import { lerIcs } from "../../data/visitas/export/lido.ts";
import { button, click, only, render, settle, type as escrever } from "../../ui/render.tsx";

const FOLHAS: FolhasDasEquipesProps = {
  plano: PLANO,
  equipes: ["9900001-1", "9900001-2"],
  nome,
  rotulo: equipe,
  cabecalho: CABECALHO,
  orgao: "Secretaria ZZ",
  prazoDiarias: { uteis: 5, comPassagem: 10 },
  regraDasDiarias: "IN 9/ZZ",
  metodo: "a".repeat(64),
  interno: false,
};

const BAIXAR: BaixarPlanoProps = {
  plano: PLANO,
  entrada: ENTRADA,
  municipios: MUNICIPIOS,
  nome,
  cabecalho: CABECALHO,
  selo: {
    territorio: "ZZ",
    metodo: { nome: "Método de teste", sha256: "a".repeat(64) },
    dados: { sha256: "b".repeat(64) },
    demonstracao: false,
  },
  orgao: "Secretaria ZZ",
  regraDasDiarias: "IN 9/ZZ",
};

const folhas = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("body > .visitas-folhas > .visitas-folha")];
const textos = (raiz: ParentNode, seletor: string): string[] => [...raiz.querySelectorAll(seletor)].map(({ textContent }) => textContent.trim());

describe("the sheets of the teams", () => {
  it("stand outside the page, one a team, with its tours by date", () => {
    render(<FolhasDasEquipes {...FOLHAS} />);
    expect(folhas().map((folha) => textos(folha, "h2"))).toEqual([["Equipe 1: 2 viagens"], ["Equipe 2: 1 viagem"]]);
    expect(textos(only(document, ".visitas-folha:first-child"), "h3")).toEqual([
      "Viagem 1: 04/01/2027 (segunda-feira) a 05/01/2027 (terça-feira)",
      "Viagem 2: 18/01/2027 (segunda-feira)",
    ]);
    // 2 + 1 days; 312.5 + 312.5 km.
    expect(folhas()[0]?.textContent).toContain("3 visitas, 3 dias úteis em campo, 625 km.");
  });

  it("give each municipality its days and an empty cell to sign", () => {
    render(<FolhasDasEquipes {...FOLHAS} equipes={["9900001-1"]} />);
    const linhas = [...document.querySelectorAll(".visitas-folha-paradas tbody tr")].map((linha) => textos(linha, "td, th"));
    expect(linhas).toEqual([
      ["1", "Água Boa; do Norte, D'Oeste", "04/01/2027", "04/01/2027", "1", ""],
      ["2", "=Cedro", "05/01/2027", "05/01/2027", "1", ""],
      ["1", "São José do Povoado", "18/01/2027", "18/01/2027", "1", ""],
    ]);
  });

  it("say until when to ask for the per diems of each tour, and by which rule", () => {
    render(<FolhasDasEquipes {...FOLHAS} equipes={["9900001-2"]} />);
    const texto = folhas()[0]?.textContent;
    expect(texto).toContain("com passagem aérea. Pedir diárias até 15/12/2026 (terça-feira).");
    expect(texto).toContain("Diárias: pedir com 5 dias úteis de antecedência, 10 dias úteis com passagem aérea (IN 9/ZZ).");
  });

  it("repeat body, period, team, data date and method at the head of every page", () => {
    render(<FolhasDasEquipes {...FOLHAS} />);
    expect(textos(document, ".visitas-folha > thead")[1]).toBe(
      "Plano de visitas, jan.–mar. 2027: Equipe 2Secretaria ZZ. Dados até 31/10/2026. Método SHA-256 aaaaaaaaaaaaaaaa…",
    );
  });

  it("mark made-up data and internal use there too", () => {
    render(<FolhasDasEquipes {...FOLHAS} interno cabecalho={{ ...CABECALHO, demonstracao: true }} />);
    expect(textos(document, ".visitas-folha:first-child > thead .visitas-folha-marca")).toEqual(["USO INTERNO", "DADOS DE DEMONSTRAÇÃO"]);
    expect(folhas()[0]?.textContent).toContain("=Cedro (visita exigida)");
  });

  it("do not tell a required visit apart otherwise", () => {
    render(<FolhasDasEquipes {...FOLHAS} />);
    expect(document.body.textContent).not.toContain("exigida");
  });

  it("say so when a team has no tour", () => {
    render(<FolhasDasEquipes {...FOLHAS} plano={plano([])} equipes={["9900001-1"]} />);
    expect(folhas()[0]?.textContent).toContain("Sem viagem neste plano.");
  });
});

describe("the buttons that take the plan away", () => {
  let baixados: { readonly nome: string; readonly blob: Blob }[] = [];
  const print = vi.fn();

  beforeAll(async () => {
    // The writers are loaded on demand; once here, a click is answered within a turn.
    await Promise.all([
      import("../../../src/data/visitas/export/ics.ts"),
      import("../../../src/data/visitas/export/calendario.ts"),
      import("../../../src/data/visitas/export/xlsx.ts"),
      import("../../../src/data/visitas/plan-file.ts"),
      import("../../../src/data/visitas/plan-csv.ts"),
      import("ics"),
      import("write-excel-file/universal"),
    ]);
  });

  beforeEach(() => {
    baixados = [];
    let ultimo: Blob | null = null;
    vi.stubGlobal("print", print);
    vi.stubGlobal("URL", Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        ultimo = blob;
        return "blob:x";
      },
      revokeObjectURL: () => undefined,
    }));
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      if (ultimo !== null) baixados.push({ nome: this.download, blob: ultimo });
    });
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    print.mockReset();
  });

  const baixado = async (): Promise<{ readonly nome: string; readonly texto: string } | undefined> => {
    await act(async () => {
      await vi.waitFor(() => {
        expect(baixados).not.toEqual([]);
      });
    });
    const ultimo = baixados.at(-1);
    return ultimo === undefined ? undefined : { nome: ultimo.nome, texto: await lerTexto(ultimo.blob) };
  };

  it("save a calendar of the team chosen, under its name", async () => {
    const { host } = render(<BaixarPlano {...BAIXAR} />);
    escrever(only(host, "select", HTMLSelectElement), "9900001-2");
    click(button(host, "Baixar calendário (.ics)"));
    const arquivo = await baixado();
    expect(arquivo?.nome).toBe("visitas-equipe-9900001-2-2027-01-01.ics");
    expect(new Set(lerIcs(arquivo?.texto ?? "").map(({ inicio }) => inicio))).toEqual(new Set(["2027-01-04", "2026-12-15"]));
    expect(only(host, "p[role=status]").textContent).toBe("visitas-equipe-9900001-2-2027-01-01.ics foi baixado.");
  });

  it("remember the calendar written, so that the next one updates it", async () => {
    const { host } = render(<BaixarPlano {...BAIXAR} />);
    click(button(host, "Baixar calendário (.ics)"));
    await baixado();
    expect(calendarioDaAba.ler("2027-01-01")?.eventos.map(({ equipe: id, numero }) => [id, numero])).toEqual([
      ["9900001-1", 1],
      ["9900001-1", 2],
      ["9900001-2", 1],
    ]);
  });

  it("say which visits are required only after “uso interno” is chosen, in a file named so", async () => {
    const { host } = render(<BaixarPlano {...BAIXAR} />);
    expect(only(host, "input[type=checkbox]", HTMLInputElement).checked).toBe(false);
    click(only(host, "input[type=checkbox]"));
    expect(host.textContent).toContain("Não publique nem repasse.");
    click(button(host, "Baixar calendário (.ics)"));
    const arquivo = await baixado();
    expect(arquivo?.nome).toBe("visitas-2027-01-01-uso-interno.ics");
    expect(arquivo?.texto).toContain("visita exigida");
  });

  it("save the CSV the terminal prints", async () => {
    const { host } = render(<BaixarPlano {...BAIXAR} />);
    click(button(host, "Baixar CSV"));
    expect(await baixado()).toEqual({
      nome: "plano-de-visitas-2027-01-01.csv",
      texto: planoCsv(PLANO, { municipios: MUNICIPIOS, interno: false, demonstracao: false }),
    });
  });

  it("name made-up data in the name of every file", async () => {
    const { host } = render(<BaixarPlano {...BAIXAR} cabecalho={{ ...CABECALHO, demonstracao: true }} />);
    click(button(host, "Baixar CSV"));
    expect((await baixado())?.nome).toBe("plano-de-visitas-2027-01-01-demonstracao.csv");
  });

  it("save the plan's file with the calendars written so far, which opens in another tab where this one stopped", async () => {
    const { host } = render(<BaixarPlano {...BAIXAR} />);
    click(button(host, "Baixar calendário (.ics)"));
    await baixado();
    baixados = [];
    click(button(host, "Baixar arquivo do plano (.mirante.json)"));
    const arquivo = await baixado();
    expect(arquivo?.nome).toBe("plano-de-visitas-2027-01-01.mirante.json");
    const outraAba = createGuardaDoCalendario();
    expect(outraAba.adotar(readPlanFile(arquivo?.texto ?? "").arquivo?.calendario)).toBe(true);
    expect(outraAba.ler("2027-01-01")).toEqual(calendarioDaAba.ler("2027-01-01"));
  });

  it("save a workbook", async () => {
    const { host } = render(<BaixarPlano {...BAIXAR} />);
    click(button(host, "Baixar planilha (XLSX)"));
    const arquivo = await baixado();
    expect(arquivo?.nome).toBe("plano-de-visitas-2027-01-01.xlsx");
    expect(arquivo?.texto.startsWith("PK")).toBe(true);
  });

  it("say what to do when the plan is too large for a workbook", async () => {
    const fora = Array.from({ length: 5_000 }, (_, i) => ({ codigo: 9_900_100 + i, motivo: { tipo: "nao-compensa", km: i } as const }));
    const { host } = render(<BaixarPlano {...BAIXAR} plano={{ ...PLANO, fora }} />);
    click(button(host, "Baixar planilha (XLSX)"));
    await quando(() => {
      expect(only(host, "p[role=status]").textContent).toBe(
        "O plano tem municípios demais para uma planilha feita no navegador: baixe o CSV, que abre no Excel.",
      );
    });
  });

  it("print the sheets of the team chosen, and put the page back afterwards", () => {
    const { host } = render(<BaixarPlano {...BAIXAR} />);
    expect(folhas()).toEqual([]);
    escrever(only(host, "select", HTMLSelectElement), "9900001-1");
    click(button(host, "Imprimir folhas"));
    expect(print).toHaveBeenCalledTimes(1);
    expect(folhas().map((folha) => textos(folha, "h2"))).toEqual([["Equipe 1: 2 viagens"]]);
    act(() => {
      window.dispatchEvent(new Event("afterprint"));
    });
    expect(folhas()).toEqual([]);
    expect(print).toHaveBeenCalledTimes(1);
  });

  it("have no calendar and no sheet to give while the plan is empty", () => {
    const { host } = render(<BaixarPlano {...BAIXAR} plano={plano([])} />);
    expect(button(host, "Baixar calendário (.ics)").disabled).toBe(true);
    expect(button(host, "Imprimir folhas").disabled).toBe(true);
  });
});

/** Waits for writers loaded on demand, letting the page draw meanwhile. */
function quando(afirmacao: () => void): Promise<void> {
  return vi.waitFor(async () => {
    await settle();
    afirmacao();
  });
}

function lerTexto(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const leitor = new FileReader();
    leitor.onload = () => {
      resolve(typeof leitor.result === "string" ? leitor.result : "");
    };
    leitor.onerror = () => {
      reject(new Error("blob not read"));
    };
    leitor.readAsText(blob);
  });
}
