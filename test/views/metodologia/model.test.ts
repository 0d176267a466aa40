import { describe, expect, it } from "vitest";
import type { ColunaIndicador, Fonte, Indicador } from "../../../src/core/indicador.ts";
import type { Municipio } from "../../../src/core/municipio.ts";
import type { IndiceConfig } from "../../../src/core/territorio.ts";
import { ancoraArtigo, enderecoDe } from "../../../src/views/metodologia/ancora.ts";
import {
  coberturaEmPalavras,
  type Entrada,
  fichas,
  linhasDimensoes,
  metodologia,
  periodoEmPalavras,
  sumario,
} from "../../../src/views/metodologia/model.ts";
import { dimensao, indicador as doMetodo, metodo } from "../../core/metodo/a-method.ts";
import { codec } from "../../../src/views/metodologia/estado.ts";
import { indiceEmPalavras } from "../../../src/views/metodologia/textos.ts";

const municipio = (codigo: number, nome: string): Municipio => ({
  codigo,
  nome,
  regiaoImediata: null,
  regiaoIntermediaria: null,
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
  porte: null,
});

const MUNICIPIOS = [municipio(9900001, "Alfa"), municipio(9900002, "Beta"), municipio(9900003, "Gama")];

const indicador = (id: string, mudanca: Partial<Indicador>): Indicador => ({
  id,
  nome: `Indicador ${id}`,
  nomeCurto: id,
  pergunta: "Quanto?",
  dimensao: "rede",
  unidade: "%",
  casas: 1,
  polaridade: "maior-mais-necessidade",
  formula: "a ÷ b × 100",
  fonte: "orgao",
  cadencia: "anual",
  ressalva: "",
  ...mudanca,
});

const FONTE: Fonte = {
  id: "orgao",
  nome: "Registro anual",
  orgao: "Órgão",
  url: null,
  licenca: "aberta",
  referencia: "2023",
  nota: "",
};

const INDICE: IndiceConfig = {
  nome: "Índice de teste",
  fundamento: { norma: "n-1", artigo: "art. 9º" },
  opcionais: [],
  capacidade: "rede",
  dimensoes: [
    { id: "rede", nome: "Rede", pergunta: "E a rede?" },
    { id: "gestao", nome: "Gestão", pergunta: "E a gestão?" },
  ],
};

const METODO = metodo({
  nome: "Método de teste",
  dimensoes: [
    { ...dimensao("rede", 3, [doMetodo("a")]), nome: "Rede" },
    { ...dimensao("gestao", 1, [doMetodo("c", { tipo: "flag", polaridade: "maior-menos-necessidade" })]), nome: "Gestão" },
  ],
});

const coluna = (id: string, valores: (number | null)[], periodos: (string | null)[] | null = null): ColunaIndicador => ({
  indicador: id,
  periodo: "2023",
  valores,
  periodos,
  fonte: "orgao",
});

const ENTRADA: Entrada = {
  territorio: {
    indice: INDICE,
    normas: [
      {
        id: "n-1",
        nomeCurto: "Norma 1",
        titulo: "Norma primeira",
        data: "2022-03-18",
        artigos: [
          { ref: "art. 4º, I, c", resumo: "Monitoramento todo ano." },
          { ref: "art. 9º", resumo: "Visitas técnicas." },
        ],
      },
    ],
  },
  fontes: [FONTE],
  catalogo: [
    indicador("a", { ressalva: "Cuidado com o açude." }),
    indicador("b", { polaridade: "contexto", fonte: "outra" }),
    indicador("c", { dimensao: "gestao", niveis: { "0": "Não", "1": "Sim" }, polaridade: "maior-menos-necessidade" }),
    indicador("d", { dimensao: "sem-nome", unidade: "R$", casas: 2, limites: { min: 0, max: 1000 } }),
  ],
  metodo: METODO,
  municipios: MUNICIPIOS,
  colunas: [coluna("a", [1, null, 3]), coluna("c", [0, 0, 1])],
};

describe("how much of the territory an indicator covers", () => {
  it("counts figures, zeros among them, and names the few that are missing", () => {
    expect(coberturaEmPalavras(coluna("a", [1, null, 3]), MUNICIPIOS)).toBe("2 de 3 municípios têm valor; falta Beta.");
    expect(coberturaEmPalavras(coluna("a", [null, null, 0]), MUNICIPIOS)).toBe(
      "1 de 3 municípios tem valor; faltam Alfa e Beta.",
    );
    expect(coberturaEmPalavras(coluna("a", [0, 0, 1]), MUNICIPIOS)).toBe("Todos os 3 municípios têm valor.");
    expect(coberturaEmPalavras(undefined, MUNICIPIOS)).toBe("Nenhum dos 3 municípios tem valor carregado.");
  });

  it("only counts the missing when they are many", () => {
    const cinco = [1, 2, 3, 4, 5].map((n) => municipio(9900000 + n, `M${n}`));
    expect(coberturaEmPalavras(coluna("a", [1, null, null, null, null]), cinco)).toBe(
      "1 de 5 municípios tem valor; faltam 4.",
    );
  });
});

describe("reference period", () => {
  it("says when some figures are of other years", () => {
    expect(periodoEmPalavras(coluna("a", [1, 2, 3]))).toBe("2023");
    expect(periodoEmPalavras(coluna("a", [1, 2, 3], [null, "2021", "2019"]))).toBe(
      "2023; 2 municípios têm valor de outro período (2019 e 2021)",
    );
  });
});

describe("an indicator's record", () => {
  const porId = new Map(fichas(ENTRADA).map((f) => [f.indicador.id, f]));

  it("joins polarity, source, scale and place in the index", () => {
    expect(porId.get("a")).toMatchObject({ marca: "▲", noIndice: "Rede", fonte: FONTE, periodo: "2023", escala: null });
    expect(porId.get("c")).toMatchObject({ marca: "▼", noIndice: "Gestão", escala: "0 = Não e 1 = Sim." });
    expect(porId.get("d")?.escala).toBe("de R$\u00a00,00 a R$\u00a01.000,00.");
  });

  it("says what it does not have instead of inventing it", () => {
    expect(porId.get("b")).toMatchObject({ marca: "○", noIndice: null, fonte: null, periodo: null });
  });
});

describe("the index in words", () => {
  it("takes its numbers from the method in force", () => {
    const texto = indiceEmPalavras(METODO).join(" ");
    expect(texto).toContain("2 indicadores de 2 dimensões");
    expect(texto).toContain("menos de 66,7\u00a0% do peso");
    expect(texto).toContain("“Método de teste”, fixado em 31/01/2026 para escolher 2 municípios");
  });

  it("rests on the article the territory names, linked to its place; on none when it names none", () => {
    expect(metodologia(ENTRADA, "").indice?.abertura?.fundamento).toEqual({
      citacao: "Norma 1, art. 9º",
      resumo: "Visitas técnicas.",
      ancora: "norma-n-1-art-9o",
    });
    const territorio = { ...ENTRADA.territorio, indice: { ...INDICE, fundamento: null } };
    expect(metodologia({ ...ENTRADA, territorio }, "").indice?.abertura?.fundamento).toBeNull();
  });

  it("shares the weights, 3 and 1 being 75 and 25 %", () => {
    expect(linhasDimensoes(METODO, ENTRADA.catalogo).map(({ parte }) => parte)).toEqual([75, 25]);
  });
});

describe("search", () => {
  it("keeps everything when empty, also an indicator of a dimension the index does not have", () => {
    const m = metodologia(ENTRADA, "");
    expect(m.grupos.map(({ id, fichas: f }) => [id, f.length])).toEqual([
      ["rede", 2],
      ["gestao", 1],
      ["sem-nome", 1],
    ]);
    expect(m.normas[0]?.artigos).toHaveLength(2);
  });

  it("finds without accents, inside caveats, and hides the rest from page and contents", () => {
    const m = metodologia(ENTRADA, "acude");
    expect(m.encontrados).toBe(1);
    expect(sumario(m)).toEqual([
      {
        ancora: "indicadores-rede",
        titulo: "Indicadores: Rede",
        filhos: [{ ancora: "indicador-a", titulo: "Indicador a" }],
      },
    ]);
  });

  it("keeps only the articles that match, or the whole norm when its name does", () => {
    expect(metodologia(ENTRADA, "visitas técnicas").normas[0]?.artigos.map(({ ref }) => ref)).toEqual(["art. 9º"]);
    expect(metodologia(ENTRADA, "norma primeira").normas[0]?.artigos).toHaveLength(2);
  });

  it("has nothing to show for what is nowhere", () => {
    const m = metodologia(ENTRADA, "ornitorrinco");
    expect(m.encontrados).toBe(0);
    expect(sumario(m)).toEqual([]);
  });
});

describe("anchors", () => {
  it("tell a paragraph from an article, and go through the address", () => {
    expect(ancoraArtigo("n-1", "art. 4º, I, c")).toBe("norma-n-1-art-4o-i-c");
    expect(ancoraArtigo("n-1", "art. 7º, § 3º")).toBe("norma-n-1-art-7o-par-3o");
    expect(enderecoDe("indicador-a")).toBe("#/metodologia?secao=indicador-a");
    expect(codec.decode({ secao: ancoraArtigo("n-1", "art. 7º, § 3º") }).secao).toBe("norma-n-1-art-7o-par-3o");
  });
});
