// @vitest-environment jsdom
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import type { Metodo } from "../../../src/core/metodo/method.ts";
import { preparePriority, scorePriority, weightsOf } from "../../../src/core/metodo/priority.ts";
import { tableCsv } from "../../../src/data/export/table-csv.ts";
import { DataTable } from "../../../src/ui/table/DataTable.tsx";
import { valueText } from "../../../src/ui/table/cell-text.ts";
import { sortRows } from "../../../src/ui/table/order.ts";
import type { TableColumn } from "../../../src/ui/table/props.ts";
import { colunasCsv, colunasDe } from "../../../src/views/prioridades/colunas.tsx";
import { linhaViva, PontosContext, pontosDe, type LinhaViva, type Pontos } from "../../../src/views/prioridades/linha-viva.ts";
import { medidaIndice } from "../../../src/views/prioridades/medida.ts";
import { linhasDe, type Linha } from "../../../src/views/prioridades/model.ts";
import { comPesoDaDimensao } from "../../../src/views/prioridades/pesos.ts";
import type { SorteioDoMunicipio } from "../../../src/views/prioridades/use-sorteios.ts";
import { render } from "../../ui/render.tsx";
import { CATALOGO, COLUNAS, METODO, MUNICIPIOS, TERRITORIO } from "./fixture.ts";

const preparada = preparePriority(METODO, CATALOGO, COLUNAS, MUNICIPIOS);
const unidade = new Map(MUNICIPIOS.map(({ codigo }, i) => [codigo, i]));

function listaDe(metodo: Metodo = METODO): { readonly linhas: readonly Linha[]; readonly pontos: Pontos } {
  const scores = scorePriority(preparada, weightsOf(preparada, metodo));
  const medida = medidaIndice(TERRITORIO.indice, metodo, MUNICIPIOS, scores);
  return { linhas: linhasDe(MUNICIPIOS, medida, scores, true), pontos: pontosDe({ preparada, scores, unidade }) };
}

const MEDIDA = { nomeCurto: "Nota", unidade: "de 0 a 100", casas: 2, emPalavras: false };
const sorteio = (de: number, ate: number, chance: number, palavra: SorteioDoMunicipio["palavra"]): SorteioDoMunicipio => ({
  mediana: (de + ate) / 2,
  de,
  ate,
  chance,
  palavra,
  classe: null,
});
const SORTEIOS = new Map([
  [9900001, sorteio(1, 1, 1, "firme")],
  [9900002, sorteio(2, 3, 0.55, "provável")],
  [9900003, sorteio(2, 12, 0.2, "possível")],
  [9900004, sorteio(4, 5, 0.01, null)],
]);
const VISITAS = { estado: "pronto", ultima: new Map([[9900001, "2026-03-04"]]), demonstracao: true, erro: null } as const;
const PRONTA = linhaViva(2, { estado: "pronto", porMunicipio: SORTEIOS }, VISITAS);
const ESPERANDO = linhaViva(
  2,
  { estado: "andando", porMunicipio: null },
  { estado: "carregando", ultima: null, demonstracao: false, erro: null },
);
const FALHOU = linhaViva(2, { estado: "falhou", porMunicipio: null }, { estado: "erro", ultima: null, demonstracao: false, erro: "x" });

const chave = ({ codigo }: Linha): number => codigo;

function Tabela({ colunas, linhas, pontos }: { colunas: readonly TableColumn<Linha>[]; linhas: readonly Linha[]; pontos: Pontos | null }): ReactNode {
  return (
    <PontosContext value={pontos}>
      <DataTable legenda="x" colunas={colunas} linhas={linhas} chave={chave} ordem={null} onOrdem={() => undefined} vazio="" />
    </PontosContext>
  );
}

function celulas(host: HTMLElement, linha: number): (string | null)[] {
  return [...(host.querySelectorAll("tbody tr.table-row")[linha]?.children ?? [])].map((cell) => cell.textContent);
}

function coluna(id: string, viva: LinhaViva): TableColumn<Linha> {
  const achada = colunasDe(MEDIDA, true, viva).find((c) => c.id === id);
  if (achada === undefined) throw new Error(`no column ${id}`);
  return achada;
}

describe("columns of the ranking", () => {
  it("are of the index alone: an indicator keeps its own", () => {
    expect(colunasDe(MEDIDA, true, PRONTA).map(({ id }) => id)).toEqual([
      "nome",
      "posicao",
      "valor",
      "intervalo",
      "chance",
      "completude",
      "visita",
      "regiao",
      "porte",
    ]);
    expect(colunasDe(MEDIDA, false, PRONTA)).toHaveLength(6);
    expect(colunasDe(MEDIDA, true)).toHaveLength(6);
  });

  it("show score with its bar, rank interval, word with chance, completeness and last visit", () => {
    const { linhas, pontos } = listaDe();
    const { host } = render(<Tabela colunas={colunasDe(MEDIDA, true, PRONTA)} linhas={linhas} pontos={pontos} />);
    expect(celulas(host, 1)).toEqual([
      "Barra d'Oeste", "2º", "55,00", "2 a 3", "provável 55", "100", "sem registro", "Serra Alta", "Pequeno I",
    ]);
    expect(celulas(host, 0).slice(3, 7)).toEqual(["1", "firme 100", "100", "04/03/2026"]);
    expect(celulas(host, 3).slice(3, 5)).toEqual(["4 a 5", "1"]);
    const barra = host.querySelectorAll("tbody tr.table-row")[1]?.querySelector("[role=img]");
    expect(barra?.getAttribute("aria-label")).toBe("pontos: Vulnerabilidade social 45,00 e Rede e serviços 10,00");
    expect([...(barra?.children ?? [])].map((s) => s.getAttribute("style"))).toEqual(["width: 45%;", "width: 10%;"]);
    expect(host.querySelector("thead")?.textContent).toContain("Última visita (dados de demonstração)");
  });

  it("give the municipality without a score no place, no bar and no chance of zero", () => {
    const { linhas, pontos } = listaDe();
    const { host } = render(<Tabela colunas={colunasDe(MEDIDA, true, PRONTA)} linhas={linhas} pontos={pontos} />);
    const fronteira = celulas(host, 5);
    expect(fronteira.slice(1, 5)).toEqual(["–sem posição", "dados insuficientes", "–sem nota, fora dos sorteios", "–sem nota, fora dos sorteios"]);
    expect(host.querySelectorAll("tbody tr.table-row")[5]?.querySelector("[role=img]")).toBeNull();
  });

  it("wait with a mark, never with a zero", () => {
    const { linhas } = listaDe();
    const { host } = render(<Tabela colunas={colunasDe(MEDIDA, true, ESPERANDO)} linhas={linhas} pontos={null} />);
    expect(celulas(host, 0).slice(2, 7)).toEqual(["100,00", "…sorteando", "…sorteando", "100", "…lendo as visitas"]);
    const falhou = render(<Tabela colunas={colunasDe(MEDIDA, true, FALHOU)} linhas={linhas} pontos={null} />);
    expect(celulas(falhou.host, 0).slice(3, 7)).toEqual(["não calculado", "não calculado", "100", "não carregado"]);
  });

  it("stay the same objects while weights change: the bar follows through the context", () => {
    const colunas = colunasDe(MEDIDA, true, PRONTA);
    const antes = listaDe();
    const { host, update } = render(<Tabela colunas={colunas} linhas={antes.linhas} pontos={antes.pontos} />);
    // 0.5·75 + 0.5·25
    const depois = listaDe(comPesoDaDimensao(METODO, "social", 40));
    update(<Tabela colunas={colunas} linhas={depois.linhas} pontos={depois.pontos} />);
    expect(celulas(host, 1)[2]).toBe("50,00");
    expect(host.querySelectorAll("tbody tr.table-row")[1]?.querySelector("[role=img]")?.getAttribute("aria-label")).toBe(
      "pontos: Vulnerabilidade social 37,50 e Rede e serviços 12,50",
    );
  });

  it("sort positions as numbers, what has none last", () => {
    const { linhas } = listaDe();
    const ordem = (id: string, sentido: "asc" | "desc") => sortRows(linhas, coluna(id, PRONTA), sentido).map(({ codigo }) => codigo - 9900000);
    // "2 a 3" before "2 a 12": as text it would be the other way round.
    expect(ordem("intervalo", "asc")).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ordem("chance", "desc").slice(0, 4)).toEqual([1, 2, 3, 4]);
    expect(ordem("visita", "asc")[0]).toBe(1);
  });

  it("say absences in words when they are copied", () => {
    const [primeira, segunda, , , , ultima] = listaDe().linhas;
    if (primeira === undefined || segunda === undefined || ultima === undefined) throw new Error("no rows");
    const texto = (id: string, linha: Linha, viva: LinhaViva) => valueText(coluna(id, viva), coluna(id, viva).valor(linha));
    expect(texto("visita", segunda, PRONTA)).toBe("sem registro");
    expect(texto("visita", segunda, ESPERANDO)).toBe("não carregado");
    expect(texto("chance", ultima, PRONTA)).toBe("dados insuficientes");
    expect(texto("intervalo", primeira, ESPERANDO)).toBe("não carregado");
  });
});

describe("points of a row", () => {
  it("add up to the printed score whatever the weights, missing dimensions left out with their colour kept", () => {
    for (const peso of [0, 1, 7, 33, 60, 97]) {
      const { linhas, pontos } = listaDe(comPesoDaDimensao(METODO, "social", peso));
      for (const { codigo, texto } of linhas) {
        const partes = pontos.de(codigo);
        if (partes === null) continue;
        const soma = partes.reduce((s, p) => s + Math.round(100 * p.pontos), 0);
        expect(soma / 100).toBe(Number(texto?.replace(",", ".")));
      }
    }
    expect(listaDe().pontos.de(9900006)).toBeNull();
    expect(listaDe(comPesoDaDimensao(METODO, "social", 0)).pontos.de(9900006)?.at(-1)).toMatchObject({ id: "servicos", cor: 1 });
    expect(listaDe().pontos.de(1234567)).toBeNull();
  });

  it("are none on a scale without ends", () => {
    const metodo: Metodo = { ...METODO, normalizacao: "z" };
    const z = preparePriority(metodo, CATALOGO, COLUNAS, MUNICIPIOS);
    expect(pontosDe({ preparada: z, scores: scorePriority(z), unidade }).de(9900001)).toBeNull();
  });
});

describe("columns of the file", () => {
  it("hold the draws as numbers and the points of each dimension", () => {
    const { linhas, pontos } = listaDe();
    const colunas = colunasCsv(MEDIDA, true, PRONTA, pontos);
    const cabecalho = { titulo: "x", fontes: [], filtros: [], dataReferencia: "2026-10-31", demonstracao: false };
    const [titulos, , barra, , , , fronteira] = tableCsv(cabecalho, colunas, linhas).trimEnd().split("\r\n").filter((l) => !/^\ufeff?#/.test(l));
    expect(titulos).toBe(
      "Código IBGE;Município;Posição;Nota (pontos);Entre os 2 primeiros (% dos sorteios);Dados (%);Última visita (dados de demonstração);Região;Porte;" +
        "Posição nos sorteios (mediana);Posição nos sorteios (5 %);Posição nos sorteios (95 %);Escolha;Vulnerabilidade social (pontos);Rede e serviços (pontos)",
    );
    expect(barra).toMatch(/;2,5;2;3;provável;45;10$/);
    expect(fronteira).toMatch(/dados insuficientes;dados insuficientes$/);
  });

  it("are those of the screen for an indicator", () => {
    expect(colunasCsv(MEDIDA, false, PRONTA, null).map(({ id }) => id)).toEqual(["codigo", "nome", "posicao", "valor", "periodo", "regiao", "porte"]);
  });
});
