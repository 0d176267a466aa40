import { describe, expect, it } from "vitest";
import type { Norma } from "../../../src/core/territorio.ts";
import { comMarca, marcar, type Marcas } from "../../../src/core/qualidade/acompanhamento.ts";
import {
  assuntoDaCarta,
  type Carta,
  escreverCarta,
  planejarCartas,
  textoDaCarta,
  textoDasCartas,
} from "../../../src/core/qualidade/carta.ts";
import { nomesDe } from "../../../src/core/qualidade/frase.ts";
import type { LivroDeRegras, Regra } from "../../../src/core/qualidade/regra.ts";
import { BASE, indicador, julgar, MUNICIPIOS } from "./amostra.ts";

const FAIXA: Regra = { ...BASE, id: "faixa", tipo: "faixa", indicadores: { todos: true, exceto: ["c"] }, limites: { min: 10 } };
const ATIPICO: Regra = { ...BASE, id: "atipico", tipo: "atipico", indicadores: { todos: true }, limite: 3.5, escala: "linear", grupo: "todos", minimo: 3, frase: "{dado} destoa." };
const MUDA: Regra = { ...FAIXA, id: "so-no-quadro", carta: false };

const LIVRO: LivroDeRegras = {
  regras: [FAIXA, ATIPICO, MUDA],
  familias: [{ nome: "A e B", indicadores: ["b", "a"] }],
  correcoes: [
    { fonte: "censo", onde: "no Censo SUAS", municipioCorrige: true },
    { fonte: "ibge", onde: "no IBGE", municipioCorrige: false },
  ],
  carta: {
    abertura: "Pedimos que a equipe confira cada ponto.",
    fecho: "Obrigado pela parceria.",
    normas: [
      { norma: "norma-zz", artigo: "art. 9º" },
      { norma: "norma-zz", artigo: "art. 99" },
      { norma: "nenhuma", artigo: "art. 1º" },
    ],
  },
};
const NORMAS: readonly Norma[] = [
  { id: "norma-zz", nomeCurto: "Res. ZZ 1/2020", titulo: "Plano", data: "2020-01-01", artigos: [{ ref: "art. 9º", resumo: "As visitas saem dos indicadores." }] },
];
const CATALOGO = [indicador("a"), indicador("b"), indicador("c"), indicador("d")];
const FONTES = [{ id: "censo", nome: "Censo SUAS 2023", orgao: "MDS", url: null, licenca: "", referencia: "2023", nota: "" }];
const territorio = { orgao: "Secretaria de Assistência Social (ZZ)", normas: NORMAS };

const avaliacao = julgar(LIVRO.regras, CATALOGO, [
  // Alfa is under 10 in both of the family, and in an older period.
  { indicador: "a", periodo: "2022", valores: [1, 50, 50, 50, 50], fonte: "censo" },
  { indicador: "a", periodo: "2023", valores: [1, 50, 51, 49, 50], fonte: "censo" },
  { indicador: "b", periodo: "2023", valores: [2, 50, 51, 49, 50], fonte: "censo" },
  // Beta only stands out.
  { indicador: "c", periodo: "2023", valores: [50, 900, 51, 49, 50], fonte: "censo" },
  // Gama's is another body's figure.
  { indicador: "d", periodo: "2023", valores: [50, 50, 1, 50, 50], fonte: "ibge" },
]);
const nomes = nomesDe(LIVRO, CATALOGO, FONTES, MUNICIPIOS, "2026-10-31");
const CODIGOS = MUNICIPIOS.map(({ codigo }) => codigo);
const SEM_MARCAS: Marcas = new Map();

function cartas(marcas: Marcas = SEM_MARCAS): { readonly cartas: readonly Carta[]; readonly semCarta: readonly number[]; readonly resolvidos: number } {
  const entrada = { avaliacao, livro: LIVRO, nomes, marcas, territorio, data: "2026-11-03" };
  const { abertos, semCarta, resolvidos } = planejarCartas(CODIGOS, entrada);
  return { cartas: [...abertos].map(([codigo, achados]) => escreverCarta(codigo, achados, entrada)), semCarta, resolvidos };
}

describe("who gets a letter", () => {
  it("is who can correct something in the newest period; the others get none", () => {
    const { cartas: escritas, semCarta } = cartas();
    expect(escritas.map(({ municipio }) => municipio)).toEqual(["Alfa", "Beta"]);
    expect(semCarta).toEqual([9900003, 9900004, 9900005]);
  });

  it("follows the order asked for", () => {
    const { abertos } = planejarCartas([9900002, 9900001], { avaliacao, livro: LIVRO, marcas: SEM_MARCAS });
    expect([...abertos.keys()]).toEqual([9900002, 9900001]);
  });

  it("is nobody whose points were all found right or corrected; who was asked gets it with the date", () => {
    const [deBeta] = avaliacao.achados.filter(({ codigo }) => codigo === 9900002);
    if (deBeta === undefined) throw new Error("Beta has no finding");
    const certo = cartas(comMarca(SEM_MARCAS, deBeta, marcar(deBeta, "conferido-certo", "2026-11-01")));
    expect(certo.cartas.map(({ municipio }) => municipio)).toEqual(["Alfa"]);
    expect(certo.resolvidos).toBe(1);
    const pedido = cartas(comMarca(SEM_MARCAS, deBeta, marcar(deBeta, "pedido-ao-municipio", "2026-11-01")));
    expect(pedido.cartas[1]?.pontos[0]?.pedidoEm).toBe("2026-11-01");
  });
});

describe("what the letter says", () => {
  it("one point for the indicators of one family, named after its first, without old periods and without the outlier another rule explains", () => {
    const [alfa] = cartas().cartas;
    expect(alfa?.pontos).toHaveLength(1);
    expect(alfa?.pontos[0]).toMatchObject({
      frase: "“Indicador b” em 2023 está com 2; o possível é 10 ou mais.",
      tambem: ["Indicador a"],
      valor: "2",
      fonte: "Censo SUAS 2023",
      oQueFazer: "Conferir no Censo SUAS.",
    });
  });

  it("an outlier that nothing else explains", () => {
    expect(cartas().cartas[1]?.pontos.map(({ frase }) => frase)).toEqual(["“Indicador c” em 2023 destoa."]);
  });

  it("only norms and articles that the territory has", () => {
    expect(cartas().cartas[0]?.normas).toEqual([{ nome: "Res. ZZ 1/2020", artigo: "art. 9º", resumo: "As visitas saem dos indicadores." }]);
  });

  it("as text: body, date, municipality, points, norm; no line over 78 characters", () => {
    const [alfa] = cartas().cartas;
    if (alfa === undefined) throw new Error("no letter");
    const texto = textoDaCarta(alfa);
    expect(assuntoDaCarta(alfa)).toBe("Dados oficiais a conferir: 1 ponto");
    const linhas = texto.split("\r\n");
    expect(linhas.slice(0, 6)).toEqual([
      "Secretaria de Assistência Social (ZZ)",
      "Vigilância Socioassistencial",
      "",
      "03/11/2026",
      "",
      "À gestão municipal da assistência social de Alfa",
    ]);
    expect(texto).toContain("1. “Indicador b” em 2023 está com 2; o possível é 10 ou mais.\r\n   Vale também para: Indicador a.");
    expect(texto).toContain("   Dado: “Indicador b” em 2023. Valor lido: 2. Fonte: Censo SUAS 2023.");
    expect(texto).toContain("   O que fazer: Conferir no Censo SUAS.");
    expect(texto).toContain("  Res. ZZ 1/2020, art. 9º: As visitas saem dos indicadores.");
    expect(linhas.filter((linha) => linha.length > 78)).toEqual([]);
  });

  it("together: one after the other, each on a page of its own", () => {
    const texto = textoDasCartas(cartas().cartas);
    expect(texto.split("\f")).toHaveLength(2);
    expect(texto.split("\f")[1]).toContain("de Beta");
  });
});
