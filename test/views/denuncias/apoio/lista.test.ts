import { describe, expect, it } from "vitest";
import { COLUNAS_DO_ARQUIVO, fraseDoApoio, linhasDoApoio } from "../../../../src/views/denuncias/apoio/lista.tsx";

const NOMES = new Map([
  [9900001, "Zulu"],
  [9900002, "Água Boa"],
  [9900003, "Beta"],
  [9900004, "Sem Nada"],
]);
const nome = (codigo: number): string => NOMES.get(codigo) ?? String(codigo);

const LINHAS = linhasDoApoio(
  [
    { municipio: 9900001, dificuldades: 1, manifestacoesVencidas: 0, casos: 1, protocolos: 1 },
    { municipio: 9900002, dificuldades: 0, manifestacoesVencidas: 2, casos: 0, protocolos: 2 },
    { municipio: 9900003, dificuldades: 1, manifestacoesVencidas: 2, casos: 1, protocolos: 2 },
    { municipio: 9900004, dificuldades: 0, manifestacoesVencidas: 0, casos: 1, protocolos: 0 },
  ],
  nome,
);

describe("municipalities that complaints say need support", () => {
  it("are those with a finding of difficulty or an overdue answer, findings first, then overdue answers", () => {
    expect(LINHAS.map((linha) => linha.nome)).toEqual(["Beta", "Zulu", "Água Boa"]);
  });

  it("are counted in words, municipalities and cases apart", () => {
    // One case of Beta has both: 1 + 2 + 2 protocols, not 6 signs.
    expect(fraseDoApoio(LINHAS)).toBe(
      "3 municípios dão sinal de que precisam de apoio: em 2 se constataram dificuldades na gestão nos últimos 12 meses (2 casos) e em 2 há manifestação vencida (4 casos). Vêm de 5 protocolos ao todo.",
    );
    expect(fraseDoApoio(LINHAS.slice(1, 2))).toBe(
      "1 município dá sinal de que precisa de apoio: em 1 se constataram dificuldades na gestão nos últimos 12 meses (1 caso). Vêm de 1 protocolo ao todo.",
    );
    expect(fraseDoApoio([])).toContain("Nenhum município");
  });

  it("go to the file as counts, without a protocol", () => {
    expect(COLUNAS_DO_ARQUIVO.map(({ id }) => id)).toEqual(["codigo", "municipio", "dificuldades", "manifestacoes", "protocolos", "por-verificar"]);
  });
});
