import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { convert, isConserved, problemsOf, valueOf } from "./converting.ts";

const CABECALHO = sharedPath("dados-oficiais/samples/disque100/disque100_cabecalho_dicionario_2s2020-2023.csv");

const HEADER = "hash;Data de cadastro;Canal de atendimento;Denúncia emergencial;UF;Município;Grupo vulnerável;Cenário da violação;Orientação sexual da vítima;Faixa etária da vítima;Religião do suspeito;sl_vitima_cadastro;violacao";
const line = (hash: string, data: string, uf: string, municipio: string, violacao = "INTEGRIDADE>FÍSICA"): string =>
  `${hash};${data};TELEFONE;NÃO;${uf};${municipio};CRIANÇA;CASA;HETEROSSEXUAL;4 ANOS;CATÓLICA;SIM;${violacao}`;
const file = (rows: readonly string[], header = HEADER): { texto: string; arquivo: string } => ({ texto: [header, ...rows].join("\n"), arquivo: "disque100-primeiro-semestre-2023.csv" });

describe("Disque 100", () => {
  it.skipIf(CABECALHO === null)("recognises the published header and drops every attribute of victims and suspects", async () => {
    const { layout, fit, conversao } = await convert(CABECALHO ?? "");
    expect([layout.id, fit.confianca]).toEqual(["disque-100", 1]);
    expect(conversao.contagem).toMatchObject({ cabecalho: 1, carregadas: 0, separadas: 0 });
    expect(conversao.usadas.map(({ titulo }) => titulo)).toEqual(["hash", "Data de cadastro", "UF", "Município"]);
    const kept = conversao.ignoradas.filter((titulo) => /v[ií]tima|suspeito|denunciante|defici|doen/i.test(titulo));
    expect(kept).toEqual([]);
    expect(conversao.pessoais.length).toBeGreaterThan(45);
  });

  it("counts complaints, not rows: one hash over many rows is one", async () => {
    const { figuras, conversao } = await convert(
      file([
        line("a1", "2023-05-02 10:11:12.000", "MT", "CUIABÁ"),
        line("a1", "2023-05-02 10:11:12.000", "MT", "CUIABÁ", "INTEGRIDADE>PSÍQUICA"),
        line("a1", "2023-05-02 10:11:12.000", "MT", "CUIABÁ", "LIBERDADE"),
        line("b2", "2023-05-20 00:00:00", "MT", "CUIABÁ"),
        line("c3", "2023-06-01 00:00:00", "MT", "CUIABÁ"),
        line("d4", "2023-06-01 00:00:00", "AC", "RIO BRANCO"),
        line("e5", "2023-06-01 00:00:00", "MT", "RIO BRANCO"),
        line("f6", "2023-06-01 00:00:00", "PB", "MATO GROSSO"),
      ]),
    );
    expect(valueOf(figuras, 5103403, "disque100-denuncias", "2023-05")).toBe(2);
    expect(valueOf(figuras, 5103403, "disque100-denuncias", "2023-06")).toBe(1);
    expect(valueOf(figuras, 5107206, "disque100-denuncias", "2023-06")).toBe(1);
    expect(figuras).toHaveLength(3);
    expect(conversao.contagem).toMatchObject({ carregadas: 6, fora: 2, separadas: 0 });
    expect(isConserved(conversao)).toBe(true);
  });

  it("reads places written with bars, codes or the UF inside, and asks about a name alone that two bear", async () => {
    const { figuras, conversao } = await convert(
      file([
        line("a", "2024-01-01", "MT", "5103403 | Cuiabá"),
        line("b", "2024-01-02", "MT", "CUIABÁ|MT"),
        line("c", "2024-01-03", "", "Cuiabá (MT)"),
        line("d", "2024-01-04", "", "POXOREO"),
        line("e", "2024-01-05", "", "RIO BRANCO"),
      ]),
    );
    expect(valueOf(figuras, 5103403, "disque100-denuncias", "2024-01")).toBe(3);
    expect(valueOf(figuras, 5107008, "disque100-denuncias", "2024-01")).toBe(1);
    expect(conversao.perguntas.map(({ id }) => id)).toEqual(["lugar:RIO BRANCO"]);
    expect(conversao.contagem).toMatchObject({ carregadas: 4, separadas: 1 });
  });

  it("reads three styles of date in one column and sets aside the ones both orders fit", async () => {
    const { figuras, totais } = await convert(
      file([
        line("a", "13/05/2023", "MT", "CUIABÁ"),
        line("b", "31.05.2023", "MT", "CUIABÁ"),
        line("c", "5/31/2023 10:00", "MT", "CUIABÁ"),
        line("d", "2023-05-07T09:00:00", "MT", "CUIABÁ"),
        line("e", "03/05/2023", "MT", "CUIABÁ"),
        line("f", "05/05/2023", "MT", "CUIABÁ"),
        line("g", "31/02/2023", "MT", "CUIABÁ"),
      ]),
    );
    expect(figuras).toEqual([{ codigo: 5103403, periodo: "2023-05", indicador: "disque100-denuncias", valor: 5 }]);
    expect([problemsOf(totais, "data-ambiguo"), problemsOf(totais, "data-invalido")]).toEqual([1, 1]);
  });

  it("reads the first half of 2020 and titles with underscores", async () => {
    const first = "Data da denúncia;Denunciante;Canal de atendimento;UF;Estado;Município;Cenário da violação;Grupo vulnerável;hash;violacoes;motivacoes\n05/03/2020;VÍTIMA;TELEFONE;MT;x;SINOP;CASA;IDOSO;h1;v;m\n25/03/2020;VÍTIMA;TELEFONE;MT;x;SINOP;CASA;IDOSO;h2;v;m";
    expect((await convert({ texto: first, arquivo: "d.csv" })).figuras).toEqual([{ codigo: 5107909, periodo: "2020-03", indicador: "disque100-denuncias", valor: 2 }]);
    const { figuras } = await convert(file([line("z", "2025-02-03", "MT", "SINOP")], HEADER.replaceAll(" ", "_")));
    expect(figuras).toEqual([{ codigo: 5107909, periodo: "2025-02", indicador: "disque100-denuncias", valor: 1 }]);
  });

  it("does not count the files of 2011 to 2019, which have no code of the complaint, and says why", async () => {
    const texto = "data_atendimento;tipo_atendimento;grupo_violacao;vitima_cod_municipio;vitima_municipio;vitima_uf;vitima_sexo\n01/02/2015;Denúncia;Idoso;510340;Cuiabá;MT;F\n";
    const { layout, figuras, conversao, totais } = await convert({ texto, arquivo: "disque100_2015.csv" });
    expect(layout.id).toBe("disque-100-antigo");
    expect(figuras).toEqual([]);
    expect(totais.find(({ tipo }) => tipo === "sem-numeros")?.mensagem).toContain("não traz o código da denúncia");
    expect(conversao.pessoais.map(({ titulo }) => titulo)).toContain("vitima_sexo");
  });

  it("leaves a complaint without municipality out of the count, and one of another state as outside", async () => {
    const { conversao, totais } = await convert(file([line("a", "2023-05-02", "MT", "NÃO INFORMADO"), line("b", "2023-05-02", "SP", ""), line("", "2023-05-02", "MT", "SINOP")]));
    expect(conversao.contagem).toMatchObject({ separadas: 2, fora: 1, carregadas: 0 });
    expect(problemsOf(totais, "sem-codigo-da-denuncia")).toBe(1);
  });
});
