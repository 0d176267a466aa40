import { describe, expect, it } from "vitest";
import { recognise } from "../../../src/data/import/recognise.ts";
import { read, rowsOf } from "./reading.ts";

const H = "codigo_ibge;servico;ano;em_andamento;concluidas;tempo_medio_dias;tempo_mediano_dias;satisfacao;satisfacao_min;satisfacao_max;satisfacao_respostas";
const HOJE = "2026-11-22";

describe("a file of services", () => {
  it("is recognised by its header and other names; what is missing stays blank and zero stays zero", () => {
    const result = read("IBGE;Nome do serviço;Ano de referência;Pedidos concluídos;Tempo médio\n5103403;PAIF: acolhida;2025;0;\n5103403;PAIF: acolhida;2024;;12,5\n");
    expect(result.extrato).toBe("servicos");
    expect(rowsOf(result)).toEqual(["5103403,PAIF: acolhida,2025,,0,,,,,,", "5103403,PAIF: acolhida,2024,,,12.5,,,,,"]);
    expect(result.problemas).toEqual([]);
  });

  it("is told from a table of indicators and from one of units", () => {
    expect(recognise(H.split(";")).match?.contract.id).toBe("servicos");
    expect(recognise(["codigo_ibge", "ano", "valor", "indicador"]).match?.contract.id).not.toBe("servicos");
    expect(recognise(["ibge", "serviço", "ano", "endereço", "cep", "telefone", "bairro", "coordenador", "horário", "porte", "situação", "nome"]).match).toBeNull();
  });

  it("says by its years to when it goes", () => {
    expect(read(`${H}\n5103403;A;2024;1;;;;;;;\n5103403;A;2025;1;;;;;;;\n`).extract?.summary).toMatchObject({ inicio: "2024", fim: "2025" });
  });

  it("the same municipality, service and year counts once", () => {
    const result = read(`${H}\n5103403;A;2024;1;;;;;;;\n5103403;A;2024;2;;;;;;;\n5103403;B;2024;2;;;;;;;\n`);
    expect(result.contagem).toMatchObject({ carregadas: 2, separadas: 1 });
  });

  // Each row is one fault of the panel's figures; the codes are those of `conferirServico`.
  it.each([
    ["5103403;A;2027;1;;;;;;;", "ano", "ano-no-futuro"],
    ["5103403;A;2025;1;0;8;;;;;", "tempo_medio_dias", "tempo-sem-concluidas"],
    ["5103403;A;2025;1;10;8;30;;;;", "tempo_mediano_dias", "mediana-impossivel"],
    ["5103403;A;2025;1;10;;;11;0;10;5", "satisfacao", "satisfacao-fora-da-escala"],
    ["5103403;A;2025;1;10;;;8;0;10;", "satisfacao_respostas", "satisfacao-sem-respostas"],
    ["5103403;A;2025;1;10;;;;0;10;5", "satisfacao_respostas", "respostas-sem-satisfacao"],
    ["5103403;A;2025;1;10;;;8;;;5", "satisfacao", "satisfacao-sem-escala"],
    ["5103403;A;2025;1;10;;;8;10;0;5", "satisfacao_min", "escala-invertida"],
  ])("%s is a warning at its line in %s, and the row loads", (row, coluna, tipo) => {
    const result = read(`${H}\n5107909;A;2025;1;10;8;7;8;0;10;5\n${row}\n`, { hoje: HOJE });
    expect(result.contagem).toMatchObject({ carregadas: 2, separadas: 0 });
    expect(result.problemas.map(({ linha, coluna: em, gravidade }) => [linha, em, gravidade])).toEqual([[3, coluna, "aviso"]]);
    expect(result.totais.map((total) => total.tipo)).toEqual([tipo]);
  });

  it("a person in the name of the service keeps the row out", () => {
    const result = read(`${H}\n5103403;A;2024;1;;;;;;;\n5103403;B;2024;1;;;;;;;\n5103403;Atendimento de fulana@exemplo.br;2024;1;;;;;;;\n`);
    expect(result.contagem).toMatchObject({ carregadas: 2, separadas: 1 });
    expect(JSON.stringify(result)).not.toContain("fulana");
  });

  it("says that it is made up when a row says so, whatever the name of the file", () => {
    expect(read(`${H}\n5103403;PAIF (demonstração);2024;1;;;;;;;\n`).demonstracao).toBe(true);
    expect(read(`${H}\n5103403;PAIF;2024;1;;;;;;;\n`).demonstracao).toBe(false);
  });
});
