import { describe, expect, it } from "vitest";
import { COLUNAS_DOS_MOTIVOS_CSV } from "../../../../src/views/visitas/motivos/colunas.tsx";
import { enderecoDoDossie } from "../../../../src/views/visitas/Dossie.tsx";
import { filtrosEmPalavras, foraDosFiltros } from "../../../../src/views/visitas/motivos/filtro.ts";
import {
  contagemPorSituacao,
  cotaEmPalavras,
  fraseDosMotivos,
  fraseDoSaldo,
  linhasDeMotivo,
  SITUACOES,
  temExigidas,
} from "../../../../src/views/visitas/motivos/model.ts";
import { MUNICIPIOS } from "../../prioridades/fixture.ts";
import { BARRA, CAMPO, DIVISA, ENTRADA, ESPERANCA, FRONTEIRA, nome, NORTE, OUTRO, PLANO } from "../mapa/amostra.ts";

const pecas = { plano: PLANO, entrada: ENTRADA, municipios: MUNICIPIOS, nome };
const publicas = linhasDeMotivo({ ...pecas, interno: false });
const internas = linhasDeMotivo({ ...pecas, interno: true });
const SEM_FILTROS = { regiao: [], porte: [], busca: "" } as const;

describe("the reason of each municipality", () => {
  it("is told for all: the planned by date, then the others by priority", () => {
    expect(internas.map(({ nome: n, situacao, motivo }) => [n, situacao, motivo])).toEqual([
      ["Barra d'Oeste", "planejado", "Visita exigida"],
      ["Divisa", "planejado", "4ª maior prioridade"],
      ["Campo Novo", "planejado", "Pela cota: ao menos 1 município da região Serra Alta"],
      ["Água Fria", "carencia", "Em carência até 12/03/2027"],
      ["Esperança", "nao-cabe", "Custaria 6,2 dias; tiraria Divisa"],
      ["Fronteira", "sem-nota", "Sem nota"],
    ]);
  });

  it("outside internal use does not tell that a visit is required, on screen or in the file", () => {
    expect(publicas.find(({ codigo }) => codigo === BARRA)?.motivo).toBe("Planejado");
    const arquivo = JSON.stringify(publicas.map((linha) => COLUNAS_DOS_MOTIVOS_CSV.map(({ valor }) => valor(linha))));
    expect(arquivo).not.toContain("xigid");
    expect(temExigidas(PLANO)).toBe(true);
    expect(temExigidas({ viagens: PLANO.viagens.slice(1) })).toBe(false);
  });

  it("has no reason where the plan does not speak of a municipality, and says that", () => {
    const linha = linhasDeMotivo({ ...pecas, plano: OUTRO, interno: false }).find(({ codigo }) => codigo === DIVISA);
    expect(linha?.situacao).toBe("sem-motivo");
    expect(linha?.motivo).toBe("O plano não fala dele");
  });

  it("gives the days of a visit, or those it would add, and nothing for reasons that are not of days", () => {
    expect(publicas.map(({ dias }) => dias)).toEqual([1.5, 1, 1.5, null, 6.2, null]);
    const fora = publicas.find(({ codigo }) => codigo === FRONTEIRA);
    const celulas = fora === undefined ? [] : COLUNAS_DOS_MOTIVOS_CSV.map(({ valor }) => valor(fora));
    expect(celulas).toEqual([
      String(FRONTEIRA),
      "Fronteira",
      "sem nota",
      "Sem nota",
      "não planejada",
      "não planejada",
      "não se aplica",
      { ausencia: "dados-insuficientes" },
      { ausencia: "dados-insuficientes" },
      { ausencia: "sem-registro" },
      { ausencia: "sem-dado" },
      { ausencia: "sem-dado" },
    ]);
  });
});

describe("the reasons in a sentence", () => {
  it("count who is in and why the others are out", () => {
    expect([...contagemPorSituacao(publicas)]).toEqual([
      ["planejado", 3],
      ["nao-cabe", 1],
      ["carencia", 1],
      ["sem-nota", 1],
    ]);
    expect(fraseDosMotivos(publicas)).toBe(
      "3 dos 6 municípios têm visita no plano. Dos 3 que ficam fora, 1 não cabe nos dias das equipes, 1 está em carência e 1 não tem nota.",
    );
  });

  it("do not count a reason all share", () => {
    const emCarencia = (n: number) => [...publicas.slice(0, 1), ...Array.from({ length: n }, () => ({ ...publicas[3], situacao: "carencia" }) as (typeof publicas)[number])];
    expect(fraseDosMotivos(emCarencia(2))).toBe("1 dos 3 municípios tem visita no plano. Os 2 que ficam fora estão em carência.");
    expect(fraseDosMotivos(emCarencia(1))).toBe("1 dos 2 municípios tem visita no plano. O que fica fora está em carência.");
    expect(fraseDosMotivos(publicas.slice(0, 2))).toBe("Todos os 2 municípios têm visita no plano.");
  });

  it("have words for every situation", () => {
    const base = publicas[3];
    if (base === undefined) throw new Error("no row");
    for (const situacao of SITUACOES) expect(fraseDosMotivos([{ ...base, situacao }, base, base])).toMatch(/^[A-Z0-9].*\.$/);
  });
});

describe("what a swap would do", () => {
  it("is told with its points, and only where there is one", () => {
    expect(fraseDoSaldo({ tipo: "nao-cabe", dias: 6.2, tiraria: [DIVISA], saldo: -14.3 })).toBe("A troca tiraria 14,3 pontos do plano.");
    expect(fraseDoSaldo({ tipo: "nao-cabe", dias: 1, tiraria: [DIVISA], saldo: 0 })).toBe("A troca deixaria o plano com os mesmos pontos.");
    expect(fraseDoSaldo({ tipo: "nao-cabe", dias: 1, tiraria: [], saldo: 3 })).toBe("");
    expect(fraseDoSaldo({ tipo: "sem-nota" })).toBe("");
  });
});

describe("the filters of the page", () => {
  it("leave out by region, porte and name; who has no region is in no list of a region", () => {
    expect([...foraDosFiltros(MUNICIPIOS, SEM_FILTROS)]).toEqual([]);
    expect([...foraDosFiltros(MUNICIPIOS, { ...SEM_FILTROS, regiao: [NORTE] })]).toEqual([DIVISA, ESPERANCA, FRONTEIRA]);
    expect([...foraDosFiltros(MUNICIPIOS, { ...SEM_FILTROS, porte: ["medio"] })]).not.toContain(CAMPO);
    expect([...foraDosFiltros(MUNICIPIOS, { ...SEM_FILTROS, busca: "barra doeste" })]).not.toContain(BARRA);
  });

  it("are said in words", () => {
    expect(filtrosEmPalavras({ regiao: [NORTE], porte: ["medio"], busca: "ag" }, MUNICIPIOS)).toEqual([
      "região: Serra Alta",
      "porte: Médio",
      "nome com “ag”",
    ]);
  });
});

describe("words of a quota", () => {
  it("name its group and its least", () => {
    expect(cotaEmPalavras({ grupo: "porte", id: "medio", minimo: 2 }, MUNICIPIOS)).toBe("ao menos 2 municípios de porte Médio");
    expect(cotaEmPalavras({ grupo: "regiao", id: 990009, minimo: 1 }, MUNICIPIOS)).toBe("ao menos 1 município da região 990009");
  });
});

describe("the link of a municipality", () => {
  it("opens it under the method in force", () => {
    expect(enderecoDoDossie(BARRA, "")).toBe("#/prioridades?municipio=9900002");
    expect(enderecoDoDossie(BARRA, "a=1&b")).toBe("#/prioridades?municipio=9900002&metodo=a%3D1%26b");
  });
});
