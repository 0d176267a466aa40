import { describe, expect, it } from "vitest";
import type { Municipio } from "../../../src/core/municipio.ts";
import type { LivroDeRegras, Regra } from "../../../src/core/qualidade/regra.ts";
import { comMarca, marcar, type Marcas } from "../../../src/core/qualidade/acompanhamento.ts";
import { resumirPorEspecie, somarContagens, totalDe } from "../../../src/core/qualidade/resumo.ts";
import { PADRAO } from "../../../src/views/qualidade/estado.ts";
import { textoDaCelula } from "../../../src/views/qualidade/colunas.tsx";
import {
  aOlhar,
  comEstado,
  contarPorIndicador,
  contarPorMunicipio,
  quadroDoIndicador,
  quadroDoMunicipio,
} from "../../../src/views/qualidade/quadro.ts";
import { achadosNoRecorte, itemDe, recortar } from "../../../src/views/qualidade/recorte.ts";
import { BASE, indicador, julgar, MUNICIPIOS } from "../../core/qualidade/amostra.ts";

const REGRAS: readonly Regra[] = [
  { ...BASE, id: "faixa", gravidade: "erro", tipo: "faixa", indicadores: { todos: true }, limites: { min: 0 } },
  { ...BASE, id: "falta", especie: "completude", gravidade: "sem-dado", tipo: "falta", indicadores: { todos: true }, esperado: "todos", parteMinima: 0.5 },
  { ...BASE, id: "defasado", especie: "atualidade", gravidade: "sem-dado", tipo: "defasado", indicadores: { todos: true }, esperado: "todos", parteMinima: 0.5 },
  { ...BASE, id: "par", especie: "consistencia", tipo: "comparacao", a: "a", b: "b", relacao: "no-maximo", tolerancia: 0, periodos: "mesmo", carta: false },
];
const LIVRO: LivroDeRegras = {
  regras: REGRAS,
  familias: [],
  correcoes: [{ fonte: "fonte-a", onde: "na fonte", municipioCorrige: true }],
  carta: { abertura: "a", fecho: "f", normas: [] },
};
const CATALOGO = [indicador("b"), indicador("a"), indicador("vazio")];
const [SERRA, VALE] = [
  { codigo: 990001, nome: "Serra" },
  { codigo: 990002, nome: "Vale" },
];
const municipios: readonly Municipio[] = MUNICIPIOS.map((m, i) => ({
  ...m,
  regiaoImediata: i === 4 ? null : i < 2 ? SERRA : VALE,
  regiaoIntermediaria: null,
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
}));

const avaliacao = julgar(REGRAS, CATALOGO, [
  { indicador: "a", periodo: "2022", valores: [1, 1, 1, 1, 1] },
  { indicador: "a", periodo: "2023", valores: [-1, 9, 1, null, 1] },
  { indicador: "b", periodo: "2023", valores: [5, 5, null, 5, 5] },
]);
const todos = recortar(avaliacao, municipios, PADRAO);
const SEM_MARCAS: Marcas = new Map();

describe("the filters of place", () => {
  it("keep municipalities by region, size and name; one without region or size is in no filtered list", () => {
    const nomes = (filtro: Partial<typeof PADRAO>): string[] =>
      recortar(avaliacao, municipios, { ...PADRAO, ...filtro }).linhas.map((linha) => municipios[linha]?.nome ?? "");
    expect(nomes({})).toHaveLength(5);
    expect(nomes({ regioes: [990001] })).toEqual(["Alfa", "Beta"]);
    expect(nomes({ portes: ["pequeno-1"], regioes: [990002] })).toEqual(["Gama"]);
    expect(nomes({ busca: "epsilon" })).toEqual(["Épsilon"]);
  });
});

describe("the board of counts", () => {
  const linhas = contarPorMunicipio(avaliacao, municipios, todos, []);

  it("has one state for each of three figures of each municipality", () => {
    expect(linhas.map(({ nome, contagem }) => [nome, contagem.erro, contagem["a-conferir"], contagem["sem-dado"], contagem.ok])).toEqual([
      ["Alfa", 1, 0, 0, 2],
      ["Beta", 0, 1, 0, 2],
      ["Gama", 0, 0, 1, 2],
      ["Delta", 0, 0, 1, 2],
      ["Épsilon", 0, 0, 0, 3],
    ]);
    expect(linhas.map(({ contagem }) => totalDe(contagem))).toEqual([3, 3, 3, 3, 3]);
  });

  it("adds up the same by municipality and by indicator", () => {
    const porIndicador = contarPorIndicador(avaliacao, CATALOGO, todos, []);
    expect(porIndicador.map(({ chave }) => chave)).toEqual(["b", "a"]);
    expect(somarContagens(porIndicador.map(({ contagem }) => contagem))).toEqual(somarContagens(linhas.map(({ contagem }) => contagem)));
  });

  it("adds up by kind of rule to all the cells too", () => {
    const resumo = resumirPorEspecie(avaliacao, REGRAS, todos.linhas);
    expect(resumo.map(({ estados }) => totalDe(estados))).toEqual([15, 15, 15, 15]);
    expect(resumo.map(({ especie, municipios: n }) => [especie, n])).toEqual([
      ["correcao", 1],
      ["completude", 1],
      ["consistencia", 1],
      ["atualidade", 1],
    ]);
  });

  it("under one kind of rule sees only what that kind says", () => {
    const so = contarPorMunicipio(avaliacao, municipios, todos, ["consistencia"]);
    expect(so.map(({ contagem }) => aOlhar(contagem))).toEqual([0, 1, 0, 0, 0]);
    expect(so[0]?.contagem["nao-avaliado"]).toBe(2);
  });

  it("keeps the rows with a state asked for", () => {
    expect(comEstado(linhas, ["erro", "a-conferir"]).map(({ nome }) => nome)).toEqual(["Alfa", "Beta"]);
    expect(comEstado(linhas, [])).toHaveLength(5);
  });
});

describe("the board of states", () => {
  it("of an indicator: municipalities by period, oldest first", () => {
    const a = CATALOGO[1] ?? expect.fail("no indicator");
    const { periodos, linhas } = quadroDoIndicador(avaliacao, a, municipios, todos, []);
    expect(periodos).toEqual(["2022", "2023"]);
    expect(linhas.map(({ celulas }) => textoDaCelula(celulas.get("2023")))).toEqual(["erro: -1".replace("-", "\u2212"), "a conferir: 9", "ok: 1", "sem dado", "ok: 1"]);
    expect(comEstado(linhas, ["sem-dado"]).map(({ nome }) => nome)).toEqual(["Delta"]);
  });

  it("of a municipality: indicators by period in the order of the catalogue; a period the indicator lacks has no cell", () => {
    const { periodos, linhas } = quadroDoMunicipio(avaliacao, 9900003, CATALOGO, []);
    expect(periodos).toEqual(["2022", "2023"]);
    expect(linhas.map(({ chave, celulas }) => [chave, celulas.get("2022")?.estado, celulas.get("2023")?.estado])).toEqual([
      ["b", undefined, "sem-dado"],
      ["a", "ok", "ok"],
    ]);
    expect(textoDaCelula(undefined)).toBe("");
    expect(quadroDoMunicipio(avaliacao, 1234567, CATALOGO, []).linhas).toEqual([]);
  });
});

describe("the findings", () => {
  const listar = (filtro: Partial<typeof PADRAO>, marcas: Marcas = SEM_MARCAS, recorte = todos): string[] =>
    achadosNoRecorte(avaliacao, LIVRO, recorte, marcas, { ...PADRAO, ...filtro }).map(itemDe);

  it("come wrong first, then to check, then missing", () => {
    expect(listar({})).toEqual([
      "faixa:a:2023:9900001",
      "par:a:2023:9900002",
      "falta:b:2023:9900003",
      "defasado:a:2023:9900004",
    ]);
  });

  it("are those of the filters, of the chosen indicator and of the chosen municipality whatever the filters of place", () => {
    expect(listar({ estados: ["sem-dado"], indicador: "a" })).toEqual(["defasado:a:2023:9900004"]);
    expect(listar({ especies: ["consistencia", "correcao"] })).toHaveLength(2);
    const soAlfa = recortar(avaliacao, municipios, { ...PADRAO, busca: "alfa" });
    expect(listar({}, SEM_MARCAS, soAlfa)).toEqual(["faixa:a:2023:9900001"]);
    expect(listar({ municipio: 9900003 }, SEM_MARCAS, soAlfa)).toEqual(["falta:b:2023:9900003"]);
  });

  it("can be those without a mark, or with one of a kind", () => {
    const [erro] = avaliacao.achados;
    if (erro === undefined) throw new Error("no finding");
    const marcas = comMarca(SEM_MARCAS, erro, marcar(erro, "pedido-ao-municipio", "2026-11-01"));
    expect(listar({ acompanhamento: "sem-marca" }, marcas)).toHaveLength(3);
    expect(listar({ acompanhamento: "pedido-ao-municipio" }, marcas)).toEqual([itemDe(erro)]);
    expect(listar({ acompanhamento: "conferido-certo" }, marcas)).toEqual([]);
  });
});
