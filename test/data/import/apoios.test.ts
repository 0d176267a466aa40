import { describe, expect, it } from "vitest";
import { ESTRATEGIA_ROTULO } from "../../../src/data/contracts/apoios.ts";
import { gruposDeProblemas } from "../../../src/views/dados/relatorio.ts";
import { read, rowsOf } from "./reading.ts";

const H = "apoio;codigo_ibge;data;estrategia;eixo;tema;modalidade;origem;data_solicitacao;participantes;situacao";
const row = (over: Partial<Record<string, string>> = {}): string => {
  const base = { apoio: "E1", codigo_ibge: "5103403", data: "03/11/2026", estrategia: "visita-tecnica", eixo: "saas", tema: "", modalidade: "presencial", origem: "solicitado-municipio", data_solicitacao: "", participantes: "", situacao: "" };
  return Object.values({ ...base, ...over }).join(";");
};
const file = (...rows: readonly string[]): string => `${H}\n${rows.join("\n")}\n`;
const HOJE = "2026-11-22";

describe("a strategy or an eixo that is not of the list", () => {
  it("is kept as unclassified and reported with line, column, value and the nearest of the list", () => {
    const result = read(file(row(), row({ apoio: "E2", estrategia: "Visitas tecnica" }), row({ apoio: "E3", eixo: "Gestao do Suas e Sistema" })));
    expect(result.contagem).toMatchObject({ carregadas: 3, separadas: 0 });
    expect(rowsOf(result).map((line) => line.split(",").slice(3, 5))).toEqual([
      ["visita-tecnica", "saas"],
      ["nao-classificado", "saas"],
      ["visita-tecnica", "nao-classificado"],
    ]);
    expect(result.problemas.map(({ linha, coluna, valor, gravidade }) => [linha, coluna, valor, gravidade])).toEqual([
      [3, "estrategia", "Visitas tecnica", "aviso"],
      [4, "eixo", "Gestao do Suas e Sistema", "aviso"],
    ]);
    expect(result.problemas[0]?.mensagem).toContain("o mais parecido é “Visita técnica”");
    expect(result.problemas[0]?.conserto).toMatch(/^Se é isso, escreva “Visita técnica”; se não, escolha na lista /);
    expect(result.problemas[1]?.mensagem).toContain("o mais parecido é “Gestão do SUAS”");
  });

  it("is kept without a guess where nothing of the list is like it, a report or a telephone in it included, and these are not repeated", () => {
    const fora = ["Brigadeiro", "x".repeat(5000), "ligar para (65) 99999-1234"];
    const result = read(file(...fora.map((estrategia, i) => row({ apoio: `E${String(i)}`, estrategia }))));
    expect(rowsOf(result).map((line) => line.split(",")[3])).toEqual(["nao-classificado", "nao-classificado", "nao-classificado"]);
    expect(result.totais.map(({ tipo, contagem }) => [tipo, contagem])).toEqual([["nao-classificado", 3]]);
    expect(result.totais[0]?.mensagem).toContain("nem se parece com nenhum dela");
    expect(JSON.stringify(result)).not.toContain("99999");
  });

  it("written as our own files write it is no news", () => {
    for (const escrita of ["nao-classificado", "Não classificado"]) {
      const result = read(file(row({ estrategia: escrita })));
      expect(rowsOf(result)[0], escrita).toContain(",nao-classificado,saas,");
      expect(result.problemas, escrita).toEqual([]);
    }
  });

  it("does not open the other lists: an unknown modality keeps its row out", () => {
    const result = read(file(row(), row({ apoio: "E2" }), row({ apoio: "E3", modalidade: "híbrida" })));
    expect(result.contagem).toMatchObject({ carregadas: 2, separadas: 1 });
    expect(result.totais.map(({ tipo, coluna }) => [tipo, coluna])).toEqual([["categoria-desconhecida", "modalidade"]]);
  });

  it("ten thousand times, all different, is a report of a dozen groups, each with its line, and every row loads", () => {
    const nomes = Object.values(ESTRATEGIA_ROTULO);
    const rows = Array.from({ length: 10_000 }, (_, i) => row({ apoio: `E${String(i)}`, estrategia: i % 4 === 3 ? `Sarau ${String(i)}` : `${nomes[i % nomes.length] ?? ""} x${String(i)}` }));
    const result = read(file(...rows));
    expect(result.contagem).toMatchObject({ carregadas: 10_000, separadas: 0 });
    const grupos = gruposDeProblemas(result);
    expect(grupos.length).toBeGreaterThan(5);
    expect(grupos.length).toBeLessThanOrEqual(nomes.length + 1);
    expect(grupos.reduce((sum, { contagem }) => sum + contagem, 0)).toBe(10_000);
    expect(grupos.filter(({ primeira }) => primeira === null)).toEqual([]);
    expect(new Set(grupos.map(({ mensagem }) => mensagem)).size).toBe(grupos.length);
  });
});

describe("what became of the support", () => {
  it("is said by its label or id; planned and called off need no day", () => {
    const result = read(file(row({ situacao: "Realizado" }), row({ apoio: "E2", data: "", situacao: "Previsto" }), row({ apoio: "E3", data: "", situacao: "cancelado" })));
    expect(rowsOf(result).map((line) => [line.split(",")[2], line.split(",").at(-1)])).toEqual([
      ["2026-11-03", "realizado"],
      ["", "previsto"],
      ["", "cancelado"],
    ]);
    expect(result.problemas).toEqual([]);
  });

  it("held without a day stays out, and so does what says neither day, request nor what became of it", () => {
    const result = read(file(row(), row({ apoio: "E2" }), row({ apoio: "E3", data: "", situacao: "realizado" }), row({ apoio: "E4", data: "" })));
    expect(result.contagem).toMatchObject({ carregadas: 2, separadas: 2 });
    expect(result.problemas.map(({ linha, coluna, mensagem }) => [linha, coluna, mensagem])).toEqual([
      [4, "data", "O apoio realizado não tem data."],
      [5, "data", "Não há data, e a linha não diz que o apoio está previsto ou foi cancelado."],
    ]);
  });

  it("with a request and no day is an open request, and the file is told so", () => {
    const result = read(file(row({ data: "", data_solicitacao: "01/10/2026" })));
    expect(rowsOf(result)).toEqual(["E1,5103403,,visita-tecnica,saas,,presencial,solicitado-municipio,2026-10-01,,"]);
    expect(result.problemas).toMatchObject([{ linha: 2, coluna: "situacao", gravidade: "aviso" }]);
  });

  it("said held on a day to come loads with a warning by today, and without one where today is not known", () => {
    const um = file(row({ data: "23/11/2026", situacao: "realizado" }), row({ apoio: "E2", data: "22/11/2026", situacao: "realizado" }), row({ apoio: "E3", data: "23/11/2027", situacao: "previsto" }));
    expect(read(um, { hoje: HOJE }).problemas).toMatchObject([{ linha: 2, coluna: "data", valor: "2026-11-23", gravidade: "aviso" }]);
    expect(read(um).problemas).toEqual([]);
  });

  it("may be absent from the file, as in the files made before there was such a column", () => {
    const velho = read("apoio;codigo_ibge;data;estrategia;eixo;modalidade;origem\nE1;5103403;03/11/2026;encontro;saas;presencial;solicitado-municipio\n");
    expect(rowsOf(velho)).toEqual(["E1,5103403,2026-11-03,encontro,saas,,presencial,solicitado-municipio,,,"]);
  });

  it("decides to when the record goes: what is planned does not", () => {
    const { extract } = read(file(row(), row({ apoio: "E2", data: "01/02/2027", situacao: "previsto" }), row({ apoio: "E3", data: "01/02/2020", situacao: "cancelado" })));
    expect(extract?.summary).toMatchObject({ inicio: "2026-11-03", fim: "2026-11-03" });
  });
});
