import { describe, expect, it } from "vitest";
import type { FileReport, RowCounts } from "../../../src/data/import/report.ts";
import { EngineError } from "../../../src/data/session/session.ts";
import { codec } from "../../../src/views/prioridades/estado.ts";
import { confiancaEmPalavras, figurasEmPalavras, resumoDaEntrada, resumoDoLote, tituloDaEntrada } from "../../../src/views/dados/desfecho.ts";
import type { CargaFeita, Desfecho, Entrada } from "../../../src/views/dados/entrada.ts";
import { cabecalhoDosProblemas, gruposDeProblemas, colunasUsadas, comoFoiLido, contaDasLinhas, enderecoDoIndicador, totalDeProblemas } from "../../../src/views/dados/relatorio.ts";
import { CARREGADA_EM, CATALOGO, relatorioDe } from "./readings.ts";

const GOOD = await relatorioDe("# de casa\nIBGE;ano;indicador;valor;cpf;sobra\n510340;2023;ivs;0,4;1;2\n5107909;2023;ivs;;1;2\n5107909;2024;ivs;1;1;2\n\n");
const BAD = await relatorioDe("a;b\n1;2\n");
const NONE: RowCounts = { lidas: 0, carregadas: 0, separadas: 0, preambulo: 0, cabecalho: 0, branco: 0, rodape: 0, fora: 0 };

describe("the counts of a report", () => {
  it("are written as a sum that adds up, without the empty parts", () => {
    expect(contaDasLinhas(GOOD.contagem, "carregadas")).toBe("6 linhas lidas = 2 carregadas + 1 deixada de fora + 1 de cabeçalho + 1 de abertura + 1 em branco");
  });

  it("keep loaded and left out even at zero", () => {
    expect(contaDasLinhas({ ...NONE, lidas: 1, cabecalho: 1 }, "carregadas")).toBe("1 linha lida = 0 carregadas + 0 deixadas de fora + 1 de cabeçalho");
  });

  it("count apart the municipalities of other states, which are right and not ours", () => {
    expect(contaDasLinhas({ ...NONE, lidas: 5571, carregadas: 141, fora: 5428, cabecalho: 1, rodape: 1 }, "carregadas")).toBe(
      "5.571 linhas lidas = 141 carregadas + 0 deixadas de fora + 5.428 de municípios de fora do território + 1 de cabeçalho + 1 de rodapé",
    );
  });

  it("of a refused file call no row loaded", async () => {
    const refused = await relatorioDe("codigo,periodo,indicador,valor\n9999999,2010,ivs,0.9\n5103403,20x0,ivs,abc\n5107909,2010,ivs,0.3\n");
    expect(contaDasLinhas(refused.contagem, "recusadas")).toBe("4 linhas lidas = 1 sem problema + 2 com problema + 1 de cabeçalho");
  });
});

describe("how a file was read", () => {
  it("says nothing of the encoding of an empty file", async () => {
    expect(new Map(comoFoiLido(await relatorioDe(""))).has("Codificação")).toBe(false);
  });

  it("names format, encoding, delimiter and decimal mark", () => {
    const how = new Map(comoFoiLido(GOOD));
    expect(how.get("Arquivo")).toBe("arquivo.csv (115\u00a0bytes, texto separado (CSV))");
    expect(how.get("Codificação")).toMatch(/^UTF-8: /);
    expect(how.get("Separador")).toBe("ponto e vírgula");
    expect(how.get("Números")).toBe("valor: vírgula nos decimais");
  });

  it("names the indicator a column feeds, and the field otherwise", () => {
    expect(colunasUsadas({ ...GOOD, colunas: [{ coluna: "ivs", titulo: "IVS", numeros: null }, { coluna: "município", titulo: "IBGE", numeros: null }] }, CATALOGO)).toEqual([
      { titulo: "IVS", uso: CATALOGO.find(({ id }) => id === "ivs")?.nome },
      { titulo: "IBGE", uso: "município" },
    ]);
  });

  it("leads to the indicator on the map, by an address that page understands", () => {
    const address = enderecoDoIndicador("idcras-equipe");
    expect(address).toMatch(/^#\/prioridades\?/);
    const params = Object.fromEntries(new URLSearchParams(address.slice(address.indexOf("?"))));
    expect(codec.decode(params).indicador).toBe("idcras-equipe");
  });
});

describe("problems", () => {
  it("are told by kind, the whole file first and then the most, with the first line and what to do", () => {
    const problema = (linha: number | null, coluna: string | null, mensagem: string) => ({ gravidade: "linha-separada" as const, linha, coluna, valor: null, mensagem, conserto: `Conserte ${mensagem}.` });
    const total = (tipo: string, coluna: string | null, mensagem: string, contagem: number) => ({ tipo, gravidade: "linha-separada" as const, coluna, mensagem, contagem });
    const grupos = gruposDeProblemas({
      problemas: [problema(null, null, "tudo"), problema(3, "data", "a"), problema(4, "passo", "b"), problema(7, "passo", "b")],
      totais: [total("x", "data", "a", 1), total("y", "passo", "b", 2), total("z", null, "tudo", 1), total("w", "fim", "fora da lista", 9)],
    });
    expect(grupos.map(({ mensagem, contagem, primeira, conserto }) => [mensagem, contagem, primeira, conserto])).toEqual([
      ["tudo", 1, null, "Conserte tudo."],
      ["fora da lista", 9, null, null],
      ["b", 2, 4, "Conserte b."],
      ["a", 1, 3, "Conserte a."],
    ]);
  });

  it("are counted whole in the header of their CSV", () => {
    expect(totalDeProblemas(GOOD)).toBe(2);
    expect(cabecalhoDosProblemas(GOOD, "2026-10-31").filtros).toEqual([]);
    expect(cabecalhoDosProblemas({ ...GOOD, problemas: GOOD.problemas.slice(0, 1) }, "2026-10-31").filtros).toEqual(["os primeiros 1 de 2 problemas"]);
  });
});

const CARGA: CargaFeita = { extrato: "indicadores", id: "abc", modo: "substitui", carregadaEm: CARREGADA_EM, deNovo: false };
const entrada = (relatorio: FileReport | null, desfecho: Desfecho, carga: CargaFeita | null = null): Entrada => ({
  numero: 1,
  arquivo: "a.csv",
  relatorio,
  desfecho,
  carga,
  guardado: null,
  escolha: {},
  previa: null,
  lote: 1,
  releitura: null,
  podeReler: true,
});

describe("the outcome", () => {
  it("of a load says what came in, what it replaces, that the app answers with it and how many rows stayed out", () => {
    const loaded = entrada(GOOD, { tipo: "carregado" }, CARGA);
    expect(tituloDaEntrada(loaded, true)).toBe("a.csv: carregado");
    expect(resumoDaEntrada(loaded, true)).toBe(
      "2 valores de indicadores. Substitui Indicadores: o que havia antes volta se você retirar o arquivo. 1 linha ficou de fora, com o motivo abaixo. Todas as páginas já respondem com estes dados.",
    );
    expect(tituloDaEntrada(loaded, false)).toBe("a.csv: já não está em uso");
  });

  it("of an official file says that it adds, and which figures", () => {
    const figuras = [
      { indicador: "idcras", inicio: "2018", fim: "2021", figuras: 564, municipios: 141 },
      { indicador: "idcras-equipe", inicio: "2019", fim: "2021", figuras: 423, municipios: 141 },
    ];
    const loaded = entrada({ ...GOOD, figuras }, { tipo: "carregado" }, { ...CARGA, modo: "acrescenta", deNovo: true });
    expect(resumoDaEntrada(loaded, true)).toMatch(/^987 valores de 2 indicadores, de 2018 a 2021\. Acrescenta a Indicadores: .* O mesmo arquivo já estava carregado/);
    expect(figurasEmPalavras(figuras.slice(1))).toBe("423 valores de 1 indicador, de 2019 a 2021");
  });

  it.each<[string, Entrada]>([
    ["refused", entrada(BAD, { tipo: "recusado" })],
    ["cancelled", entrada(null, { tipo: "cancelado" })],
    ["failed", entrada(GOOD, { tipo: "falhou", erro: new EngineError("x", "y", "z") })],
    ["unknown", entrada(BAD, { tipo: "desconhecido" })],
    ["asking", entrada(GOOD, { tipo: "perguntas" })],
  ])("of a %s file says that what was loaded stays", (_, item) => {
    expect(resumoDaEntrada(item, false)).toContain("O que estava carregado antes continua como estava.");
    expect(tituloDaEntrada(item, false)).toMatch(/não foi carregado|cancelado|não reconheci|falta responder/);
  });

  it.each<[string, string, RegExp]>([
    ["of another state", "codigo_ibge,anomes_s,cadun_qtd_familias_cadastradas_i\n220345,202306,3568\n220345,202307,3568\n", /^As 2 linhas são de municípios de fora do território/],
    ["a header alone", "codigo_ibge,anomes_s,cadun_qtd_familias_cadastradas_i\n", /^O arquivo tem só o cabeçalho/],
    ["a list of columns", "variavel,descricao\nq1,Pergunta um\nq2,Pergunta dois\nq3,Pergunta três\n", /não traz números/],
  ])("of a recognised file with %s says that there is nothing to load, and why", async (_, texto, words) => {
    const relatorio = await relatorioDe(texto, "a.csv", { layout: texto.startsWith("variavel") ? "dicionario" : "misocial" });
    const item = entrada(relatorio, { tipo: "sem-valores" });
    expect(tituloDaEntrada(item, false)).toBe("a.csv: reconhecido, sem valores para carregar");
    expect(resumoDaEntrada(item, false)).toMatch(words);
  });

  it("of a refused file opens with the reason and what to do", async () => {
    const recusado = entrada(await relatorioDe("codigo;periodo;indicador;valor\n"), { tipo: "recusado" });
    expect(resumoDaEntrada(recusado, false)).toMatch(/^O arquivo tem cabeçalho, mas nenhuma linha de dados\. Confira se /);
  });

  it("of many files at once is one sentence that counts each kind", () => {
    const lote = [
      entrada(GOOD, { tipo: "carregado" }, CARGA),
      entrada(BAD, { tipo: "desconhecido" }),
      entrada(BAD, { tipo: "recusado" }),
      entrada(null, { tipo: "cancelado" }),
    ];
    expect(resumoDoLote(lote, ["indicadores abc"])).toBe("4 arquivos lidos: 1 carregado, 1 não reconhecido e 2 não carregados.");
  });

  it("puts the confidence in words, and the reason after it", () => {
    const motivo = "Tem as colunas de sempre.";
    expect(confiancaEmPalavras({ confianca: 1, motivo })).toBe("Reconhecido com segurança: tem as colunas de sempre.");
    expect(confiancaEmPalavras({ confianca: 0.8, motivo })).toMatch(/^Reconhecido, com diferenças do publicado: /);
    expect(confiancaEmPalavras({ confianca: 0.4, motivo: "IDCRAS sem ano." })).toBe("Lido como você pediu, embora pareça pouco com o publicado: IDCRAS sem ano.");
  });
});
