import { describe, expect, it } from "vitest";
import type { ImportReport } from "../../../src/data/import/report.ts";
import { EngineError } from "../../../src/data/session/session.ts";
import { resumoDaEntrada, tituloDaEntrada } from "../../../src/views/dados/desfecho.ts";
import type { Desfecho, Entrada } from "../../../src/views/dados/import-store.ts";
import { cabecalhoDosProblemas, comoFoiLido, contaDasLinhas, totalDeProblemas } from "../../../src/views/dados/relatorio.ts";
import { read } from "../../data/import/reading.ts";

const reportOf = (file: string): ImportReport => read(file);

const GOOD = reportOf("# de casa\nIBGE;ano;indicador;valor;cpf;sobra\n510340;2023;ivs;0,4;1;2\n5107909;2023;ivs;;1;2\n5107909;2024;ivs;1;1;2\n\n");
const BAD = reportOf("a;b\n1;2\n");

describe("the counts of a report", () => {
  it("are written as a sum that adds up, without the empty parts", () => {
    expect(contaDasLinhas(GOOD.contagem, true)).toBe("6 linhas lidas = 2 carregadas + 1 deixada de fora + 1 de cabeçalho + 1 de abertura + 1 em branco");
  });

  it("keep loaded and left out even at zero", () => {
    expect(contaDasLinhas({ lidas: 1, carregadas: 0, separadas: 0, preambulo: 0, cabecalho: 1, branco: 0, rodape: 0, fora: 0 }, true)).toBe(
      "1 linha lida = 0 carregadas + 0 deixadas de fora + 1 de cabeçalho",
    );
  });
});

describe("a file refused after its rows were read", () => {
  const REFUSED = reportOf("codigo,periodo,indicador,valor\n9999999,2010,ivs,0.9\n5103403,20x0,ivs,abc\n5107909,2010,ivs,0.3\n");

  it("does not call any row loaded", () => {
    expect(new Map(comoFoiLido(REFUSED, false)).get("Linhas")).toBe("4 linhas lidas = 1 sem problema + 2 com problema + 1 de cabeçalho");
  });
});

describe("how a file was read", () => {
  it("says nothing of the encoding of an empty file", () => {
    expect(new Map(comoFoiLido(reportOf(""), false)).has("Codificação")).toBe(false);
  });

  it("names encoding, delimiter, decimal mark, renamed and ignored columns", () => {
    const how = new Map(comoFoiLido(GOOD, true));
    expect(how.get("Lido como")).toBe("Indicadores. O cabeçalho tem as 4 colunas obrigatórias de Indicadores.");
    expect(how.get("Codificação")).toMatch(/^UTF-8: /);
    expect(how.get("Separador")).toBe("ponto e vírgula");
    expect(how.get("Números")).toBe("valor: vírgula nos decimais");
    expect(how.get("Colunas com outro nome")).toBe("IBGE → codigo; ano → periodo");
    expect(how.get("Colunas ignoradas")).toMatch(/^sobra\. /);
  });

  it("of a file that was not recognised says nothing of rows", () => {
    const how = new Map(comoFoiLido(BAD, false));
    expect(how.get("Lido como")).toMatch(/^nenhum conjunto conhecido\. /);
    expect(how.has("Linhas")).toBe(false);
  });
});

describe("problems", () => {
  it("are counted whole in the header of their CSV", () => {
    expect(totalDeProblemas(GOOD)).toBe(2);
    expect(cabecalhoDosProblemas(GOOD, "2026-10-31").filtros).toEqual([]);
    expect(cabecalhoDosProblemas({ ...GOOD, problemas: GOOD.problemas.slice(0, 1) }, "2026-10-31").filtros).toEqual([
      "os primeiros 1 de 2 problemas",
    ]);
  });
});

describe("the outcome", () => {
  const entrada = (relatorio: ImportReport | null, desfecho: Desfecho): Entrada => ({ numero: 1, arquivo: "a.csv", relatorio, desfecho });

  it("of a load says that the app answers with it and how many rows stayed out", () => {
    const loaded = entrada(GOOD, { tipo: "carregado" });
    expect(tituloDaEntrada(loaded, true)).toBe("a.csv: carregado");
    expect(resumoDaEntrada(loaded, true)).toBe(
      "Indicadores: 2 valores de indicadores. Todas as páginas já respondem com estes dados. 1 linha ficou de fora, com o motivo abaixo.",
    );
    expect(tituloDaEntrada(loaded, false)).toBe("a.csv: já não está em uso");
  });

  it.each<[string, Entrada]>([
    ["refused", entrada(BAD, { tipo: "recusado" })],
    ["cancelled", entrada(null, { tipo: "cancelado" })],
    ["failed", entrada(GOOD, { tipo: "falhou", erro: new EngineError("x", "y", "z") })],
  ])("of a %s file says that what was loaded stays", (_, item) => {
    expect(resumoDaEntrada(item, false)).toContain("O que estava carregado antes continua como estava.");
    expect(tituloDaEntrada(item, false)).toMatch(/não foi carregado|cancelado/);
  });

  it("of a refused file opens with the reason and what to do", () => {
    expect(resumoDaEntrada(entrada(BAD, { tipo: "recusado" }), false)).toMatch(/^O arquivo não foi reconhecido\. .* Compare com o arquivo-modelo\./);
  });
});
