import { describe, expect, it } from "vitest";
import { indicadoresDoMetodo } from "../../../src/core/metodo/method.ts";
import { tableCsv } from "../../../src/data/export/table-csv.ts";
import { codec } from "../../../src/views/metodologia/estado.ts";
import { balizaEmPalavras, linhasDasBalizas } from "../../../src/views/metodologia/metodo/balizas.ts";
import { cabecalhoDasBalizas, COLUNAS_DAS_BALIZAS } from "../../../src/views/metodologia/metodo/balizas-csv.ts";
import { textosDoTopico, type Topico } from "../../../src/views/metodologia/metodo/topico.ts";
import { topicosDoMetodo } from "../../../src/views/metodologia/metodo/topicos.ts";
import { catalogo, dimensao, indicador, metodo } from "../../core/metodo/a-method.ts";

const CATALOGO = catalogo("x", "y", "z");

function topico(id: string, de = metodo()): Topico {
  const found = topicosDoMetodo(de, CATALOGO, "b").find(({ ancora }) => ancora === id);
  if (found === undefined) throw new Error(`no topic ${id}`);
  return found;
}

const textoDe = (id: string, de = metodo()): string => textosDoTopico(topico(id, de)).join(" ");

describe("the rules of the method in words", () => {
  it("have an address each, that the page's state accepts", () => {
    const ancoras = topicosDoMetodo(metodo(), CATALOGO, "b").map(({ ancora }) => ancora);
    expect(new Set(ancoras).size).toBe(ancoras.length);
    for (const ancora of ancoras) expect(codec.decode({ secao: ancora }).secao).toBe(ancora);
  });

  it("name a publication wherever there is a formula", () => {
    for (const { ancora, formulas, fontes } of topicosDoMetodo(metodo(), CATALOGO, "b")) {
      if (formulas.length > 0) expect(fontes.length, ancora).toBeGreaterThan(0);
    }
  });

  it("never call a municipality worse", () => {
    const tudo = topicosDoMetodo(metodo(), CATALOGO, "b").flatMap(textosDoTopico).join(" ");
    expect(tudo.match(/\b(pior(es)?|cr[ií]tic[oa]s?|ruim|ruins)\b/giu)).toBeNull();
  });

  it("take K, number of draws, seed and variation of the weights from the method", () => {
    const texto = textoDe("metodo-sorteios", metodo({ k: 7, sorteios: 1500, semente: "abc", concentracao: 0.25 }));
    expect(texto).toContain("1.500 vezes");
    expect(texto).toContain("25\u00a0% de si mesmo");
    expect(texto).toContain("entre os 7 primeiros");
    expect(texto).toContain("“abc”");
  });

  it("write V with the method's own weights, term, carência and seed, and the places of the reserve", () => {
    // 10 % of 24 is 2.4, to the nearest 2: 8.3 %, below 10 %; so 3.
    const texto = textoDe("metodo-planejamento", metodo({ k: 24 }));
    expect(texto).toContain("V = 0,80 × S + 0,20 × 100 × mín(1, m ÷ 12)");
    expect(texto).toContain("há menos de 90 dias");
    expect(texto).toContain("3 vagas saem por sorteio");
    expect(texto).toContain("“reserva”");
  });

  it("warn when the method in force has a normalisation for study, and only then", () => {
    expect(textoDe("metodo-normalizacao")).not.toContain("Atenção");
    expect(textoDe("metodo-normalizacao", metodo({ normalizacao: "z" }))).toContain("Atenção: o método em vigor usa desvios em relação à média (para estudo)");
  });

  it("say which aggregation is in force, and how its points are taken", () => {
    expect(textoDe("metodo-agregacao", metodo({ agregacao: "potencia-2" }))).toContain("Este método usa a média de potência 2.");
    expect(textoDe("metodo-contribuicoes", metodo({ agregacao: "potencia-2" }))).toContain("a forma de Euler");
  });

  it("name the indicators that shrink, and say when there is none", () => {
    const comTaxa = metodo({ dimensoes: [dimensao("a", 1, [indicador("x", { tipo: "rate" }), indicador("y")])] });
    expect(textoDe("metodo-encolhimento", comTaxa)).toContain("Neste método: Indicador x (1 indicador)");
    expect(textoDe("metodo-proporcoes", comTaxa)).toContain("Nenhum indicador deste método é proporção.");
  });

  it("name the dimension that tells the capacity, and leave its map out where none does", () => {
    expect(textoDe("metodo-bivariado")).toContain("100 menos a nota da dimensão b");
    expect(topicosDoMetodo(metodo(), CATALOGO, null).map(({ ancora }) => ancora)).not.toContain("metodo-bivariado");
  });

  it("give the frozen classes of the map with their period, or say that none are frozen", () => {
    expect(textoDe("metodo-classes")).toContain("começam em 0,00, 20,00 e 40,00 (2025)");
    expect(textoDe("metodo-classes", metodo({ mapa: null }))).toContain("ainda não foram congeladas");
  });
});

describe("the table of goalposts", () => {
  it("writes a goalpost with all its decimals and unit, a coded answer with its label, a scale alone", () => {
    const [registro] = catalogo("x");
    if (registro === undefined) throw new Error("no record");
    expect(balizaEmPalavras(38.0664, { ...registro, unidade: "%" })).toBe("38,0664\u00a0%");
    expect(balizaEmPalavras(45869, { ...registro, unidade: "hab./CRAS" })).toBe("45.869\u00a0hab./CRAS");
    expect(balizaEmPalavras(0, { ...registro, unidade: "resposta", niveis: { "0": "Não destina" } })).toBe("0 (Não destina)");
    expect(balizaEmPalavras(1, { ...registro, unidade: "de 0 a 1" })).toBe("1");
    expect(balizaEmPalavras(-0.5, undefined)).toBe("\u22120,5");
  });

  it("shares the weight in the dimension and in the whole", () => {
    // "a" has 60 of 100, x and y half of it each; "b" has 40, all of it z's.
    const linhas = linhasDasBalizas(metodo(), CATALOGO);
    expect(linhas.map(({ id, parteNaDimensao, parteNoTotal }) => [id, parteNaDimensao, parteNoTotal])).toEqual([
      ["x", 50, 30],
      ["y", 50, 30],
      ["z", 100, 40],
    ]);
  });

  it("keeps an indicator the catalogue lost, by its id, and a period that is not one as written", () => {
    const baliza = { lo: 0, hi: 1, origem: "periodo-base" as const, fonte: "tabela", periodo: "2010 a 2012" };
    const [linha] = linhasDasBalizas(metodo({ dimensoes: [dimensao("a", 1, [indicador("perdido", { baliza })])] }), []);
    expect(linha).toMatchObject({ nome: "perdido", origem: "período-base", periodo: "2010 a 2012", inferior: "0", superior: "1" });
  });

  it("goes into a CSV that opens with method, hash and date, one line an indicator", () => {
    const de = metodo();
    const texto = tableCsv(cabecalhoDasBalizas(de, "2026-10-31"), COLUNAS_DAS_BALIZAS, linhasDasBalizas(de, CATALOGO));
    const linhas = texto.split("\r\n").filter((linha) => linha !== "" && !linha.startsWith("#") && !linha.startsWith("\ufeff#"));
    expect(linhas).toHaveLength(1 + indicadoresDoMetodo(de).length);
    expect(texto).toContain("método: Método pequeno, SHA-256 ");
    expect(linhas[1]).toBe('x;Indicador x;a;"quanto maior, mais necessidade de apoio";0;100;;limite natural da escala;escala;não se aplica;24 meses;50;30');
  });
});
