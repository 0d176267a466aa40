import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { convert, isConserved, valueOf } from "./converting.ts";

const COLUNAS = sharedPath("dados-oficiais/samples/ouvidoria/falabr_manifestacoes_COLUNAS_reconstruidas.txt");

const HEADER = "Esfera;UF do Órgão;Município do Órgão;Nome Órgão;Tipo Manifestação;Assunto;Situação;Data Registro;Data Prazo Resposta;Faixa Etária;Gênero;Raça/Cor;Município Manifestante;Município Manifestação;UF do Município Manifestação";
const row = (esfera: string, orgao: readonly [string, string], data: string, fato: readonly [string, string]): string =>
  `${esfera};${orgao[1]};${orgao[0]};Prefeitura;Reclamação;Assistência Social;Concluída;${data};01/01/2025;30-39;F;Parda;Sinop;${fato[0]};${fato[1]}`;

describe("Fala.BR", () => {
  it.skipIf(COLUNAS === null)("takes the reconstructed list of columns for a list, not for data", async () => {
    const { layout, figuras } = await convert(COLUNAS ?? "");
    expect([layout.id, figuras.length]).toEqual(["lista-de-colunas", 0]);
  });

  it("counts manifestations by the municipality of the fact, or of a municipal body where the fact has none", async () => {
    const { layout, figuras, conversao } = await convert({
      texto: [
        HEADER,
        row("Municipal", ["Cuiabá", "MT"], "05/03/2024", ["Cuiabá", "MT"]),
        row("Municipal", ["Cuiabá", "MT"], "25/03/2024", ["", ""]),
        row("Estadual", ["Cuiabá", "MT"], "02/04/2024", ["Sinop", "MT"]),
        row("Estadual", ["Cuiabá", "MT"], "02/04/2024", ["", ""]),
        row("Federal", ["Brasília", "DF"], "02/04/2024", ["Rio Branco", "AC"]),
        row("Municipal", ["Mato Grosso", "PB"], "02/04/2024", ["", ""]),
      ].join("\n"),
      arquivo: "manifestacoes.csv",
    });
    expect(layout.id).toBe("falabr-manifestacoes");
    expect(valueOf(figuras, 5103403, "ouvidoria-manifestacoes", "2024-03")).toBe(2);
    expect(valueOf(figuras, 5107909, "ouvidoria-manifestacoes", "2024-04")).toBe(1);
    expect(figuras).toHaveLength(2);
    expect(conversao.contagem).toMatchObject({ carregadas: 3, separadas: 1, fora: 2 });
    expect(isConserved(conversao)).toBe(true);
  });

  it("drops who complains and says so", async () => {
    const { conversao } = await convert({ texto: [HEADER, row("Municipal", ["Cuiabá", "MT"], "25/03/2024", ["", ""])].join("\n"), arquivo: "m.csv" });
    expect(conversao.pessoais.map(({ titulo }) => titulo)).toEqual(["Faixa Etária", "Gênero", "Raça/Cor", "Município Manifestante"]);
    expect(conversao.ignoradas).toEqual(["Nome Órgão", "Tipo Manifestação", "Assunto", "Situação", "Data Prazo Resposta"]);
  });
});
