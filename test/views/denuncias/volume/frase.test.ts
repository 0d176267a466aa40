import { describe, expect, it } from "vitest";
import type { RecorteDenuncias } from "../../../../src/data/queries/denuncias-recorte.ts";
import type { Contagens } from "../../../../src/views/denuncias/volume/contagens.ts";
import { cabecalhoDe, regraDeApensamento } from "../../../../src/views/denuncias/volume/cabecalho.ts";
import { nomesDasRegioes } from "../../../../src/core/municipio.ts";
import { filtrosEmPalavras, fraseDenuncias } from "../../../../src/views/denuncias/volume/frase.ts";
import { contagens, municipio, RECORTE, REGISTRO } from "./amostras.ts";

const MUNICIPIOS = [municipio(5103403, "Cuiabá", 510001, 650_877), municipio(5104906, "Jangada", 510002, 7_426)];
const CONTEXTO = { registro: REGISTRO, municipios: MUNICIPIOS, nomesRegioes: nomesDasRegioes(MUNICIPIOS), norma: null };

const frase = (c: Partial<Contagens>, recorte: Partial<RecorteDenuncias> = {}): string =>
  fraseDenuncias(contagens(c), { ...RECORTE, ...recorte }, CONTEXTO).replaceAll("\u00a0", " ");

const SEM_DATA = { "sem-data": 150, "data-impossivel": 30, apensada: 9, repetida: 9, circular: 9 };

describe("the sentence that answers the page's question", () => {
  it("says how many, of when, how many have no date, and the last registration", () => {
    expect(frase({ total: 1_204, aParte: SEM_DATA })).toBe(
      "1.204 denúncias registradas de jan. 2026 a out. 2026; outras 180 (13,0 %) não têm data de registro legível e ficam à parte. Último registro em 30/10/2026.",
    );
  });

  it("carries every filter in force", () => {
    expect(
      frase(
        { total: 1 },
        { de: "2026-04", ate: "2026-04", municipio: 5103403, canais: ["presencial", "carta-ar"], temas: ["bpc"], situacoes: ["respondida"] },
      ),
    ).toBe(
      "1 denúncia registrada em abr. 2026 em Cuiabá (canal: Presencial, no protocolo e Carta com aviso de recebimento; tema: Benefício de Prestação Continuada (BPC); situação: Respondida). Último registro em 30/10/2026.",
    );
    expect(frase({ total: 2 }, { regioes: [510001, 510002] })).toContain("nas regiões de Região 510001 e Região 510002");
  });

  it("zero is a word", () => {
    expect(frase({})).toBe("Nenhuma denúncia registrada de jan. 2026 a out. 2026. Último registro em 30/10/2026.");
  });

  it("gives no share of undated cases within a period, where it would mix months", () => {
    const texto = frase({ total: 10, aParte: { ...SEM_DATA, "sem-data": 1, "data-impossivel": 0 } }, { de: "2026-04" });
    expect(texto).toContain("; outra 1, de qualquer mês, não tem data de registro legível e fica à parte.");
    expect(texto).not.toContain("%");
  });
});

describe("the head of exports", () => {
  it("names source, way of counting, filters, date and demonstration", () => {
    const norma = { id: "n", nomeCurto: "Res. X", titulo: "", data: "2025-09-24", artigos: [] };
    expect(cabecalhoDe("Título", { ...RECORTE, de: "2026-02", canais: ["presencial"] }, { ...CONTEXTO, norma }, ["população: IBGE"])).toEqual({
      titulo: "Título",
      fontes: [
        "denúncias (incluído no aplicativo), registros de 10/01/2026 a 30/10/2026; cada caso conta uma vez; apensadas contam no protocolo principal (Res. X, art. 5º, § 4º)",
        "população: IBGE",
      ],
      filtros: ["período: desde fev. 2026", "canal: Presencial, no protocolo"],
      dataReferencia: "2026-10-31",
      demonstracao: true,
    });
  });

  it("without filters says none", () => {
    expect(filtrosEmPalavras(RECORTE, CONTEXTO)).toEqual([]);
  });
});

describe("the norm on apensamento", () => {
  const norma = (ref: string, resumo: string) => ({ id: ref, nomeCurto: ref, titulo: "", data: "", artigos: [{ ref, resumo }] });

  it("is found in the territory's norms by what its article says", () => {
    const normas = [norma("art. 1º", "apensadas"), norma("art. 5º, § 4º", "Denúncias repetidas são apensadas à mais antiga.")];
    expect(regraDeApensamento({ normas })?.id).toBe("art. 5º, § 4º");
  });

  it("is absent where the territory has none", () => {
    expect(regraDeApensamento({ normas: [norma("art. 5º, § 4º", "Outra coisa.")] })).toBeNull();
  });
});
