import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { convert, isConserved, problemsOf, valueOf } from "./converting.ts";

const SORRISO = sharedPath("dados-oficiais/samples/ibge/sidra_values_t6881_n6_5107925_sorriso.json");

const LABELS = {
  NC: "Nível Territorial (Código)",
  NN: "Nível Territorial",
  MC: "Unidade de Medida (Código)",
  MN: "Unidade de Medida",
  V: "Valor",
  D1C: "Município (Código)",
  D1N: "Município",
  D2C: "Variável (Código)",
  D2N: "Variável",
  D3C: "Ano (Código)",
  D3N: "Ano",
};

const ACORIZAL = { D1C: "5100102", D1N: "Acorizal (MT)" };
const row = (over: Readonly<Record<string, string>>): Record<string, string> => ({
  NC: "6",
  NN: "Município",
  MC: "45",
  MN: "Pessoas",
  ...ACORIZAL,
  D2C: "93",
  D2N: "População residente",
  D3C: "2022",
  D3N: "2022",
  V: "5014",
  ...over,
});

const answer = (rows: readonly Record<string, string>[], arquivo = "sidra.json"): { texto: string; arquivo: string } => ({ texto: JSON.stringify(rows), arquivo });

describe("SIDRA /values", () => {
  it.skipIf(SORRISO === null)("says what the sample's table is and loads nothing of it", async () => {
    const { layout, fit, conversao, figuras, problemas } = await convert(SORRISO ?? "");
    expect(layout.id).toBe("ibge-sidra");
    expect(fit.confianca).toBe(1);
    expect(figuras).toEqual([]);
    expect(conversao.contagem).toEqual({ lidas: 5, carregadas: 0, separadas: 4, preambulo: 0, cabecalho: 1, branco: 0, rodape: 0, fora: 0 });
    expect(problemas).toHaveLength(1);
    expect(problemas[0]?.mensagem).toContain('"Número de estabelecimentos agropecuários com área" (variável 9587) e "Área dos estabelecimentos agropecuários" (variável 184)');
    expect(problemas[0]?.mensagem).toContain("não alimenta nenhum indicador do catálogo");
  });

  it("reads the population of the Census 2022 from variable 93, of municipalities of the territory only", async () => {
    const { figuras, conversao, totais } = await convert(
      answer([LABELS, row({}), row({ D1C: "1100015", D1N: "Alta Floresta D'Oeste (RO)", V: "21494" }), row({ NC: "3", NN: "Unidade da Federação", D1C: "51", D1N: "Mato Grosso", V: "3658649" })]),
    );
    expect(figuras).toEqual([{ codigo: 5100102, periodo: "2022", indicador: "populacao", valor: 5014 }]);
    expect(conversao.contagem).toEqual({ lidas: 4, carregadas: 1, separadas: 1, preambulo: 0, cabecalho: 1, branco: 0, rodape: 0, fora: 1 });
    expect(totais.find(({ tipo }) => tipo === "municipio-desconhecido")?.mensagem).toContain("não é de um município");
  });

  it("takes the Total beside its parts once, and never a part alone", async () => {
    const labels = { ...LABELS, D4C: "Sexo (Código)", D4N: "Sexo", D5C: "Idade (Código)", D5N: "Idade" };
    const total = { D4C: "6794", D4N: "Total", D5C: "100362", D5N: "Total" };
    const { figuras, conversao, totais } = await convert(
      answer([
        labels,
        row({ ...total }),
        row({ ...total, D4C: "4", D4N: "Homens", V: "2612" }),
        row({ ...total, D4C: "5", D4N: "Mulheres", V: "2402" }),
        row({ ...total, D1C: "5100201", D1N: "Água Boa (MT)", D5C: "93070", D5N: "0 a 4 anos", V: "2100" }),
      ]),
    );
    expect(figuras).toEqual([{ codigo: 5100102, periodo: "2022", indicador: "populacao", valor: 5014 }]);
    expect(problemsOf(totais, "parte-do-total")).toBe(3);
    expect(conversao.contagem.separadas).toBe(3);
    expect(isConserved(conversao)).toBe(true);
  });

  it('reads "-" as zero and keeps "...", ".." and "X" apart from it, each announced by its own name', async () => {
    const signs = ["-", "...", "..", "X"].map((V, i) => row({ V, D1C: ["5100102", "5100201", "5100250", "5100300"][i] ?? "" }));
    const { figuras, conversao, totais } = await convert(answer([LABELS, ...signs]));
    expect(figuras).toEqual([{ codigo: 5100102, periodo: "2022", indicador: "populacao", valor: 0 }]);
    expect(["sidra-nao-disponivel", "sidra-nao-se-aplica", "sidra-omitido"].map((tipo) => problemsOf(totais, tipo))).toEqual([1, 1, 1]);
    expect(conversao.contagem).toMatchObject({ carregadas: 1, separadas: 3 });
  });

  it("gives estimates of any year their own period and the literacy rate its decimals", async () => {
    const estimate = { D2C: "9324", D2N: "População residente estimada" };
    const literacy = { D2C: "2513", D2N: "Taxa de alfabetização das pessoas de 15 anos ou mais de idade", MC: "2", MN: "%" };
    const { figuras } = await convert(
      answer([LABELS, row({ ...estimate, D3C: "2020", D3N: "2020", V: "5334" }), row({ ...estimate, D3C: "2021", D3N: "2021", V: "5301" }), row({ ...literacy, V: "86.27" })]),
    );
    expect(figuras.map(({ periodo, indicador, valor }) => [periodo, indicador, valor])).toEqual([
      ["2020", "populacao-estimada", 5334],
      ["2021", "populacao-estimada", 5301],
      ["2022", "alfabetizacao-15-mais", 86.27],
    ]);
  });

  it("keeps the Census of 2010 out of the indicator of 2022", async () => {
    const { figuras, totais } = await convert(answer([LABELS, row({ D3C: "2010", D3N: "2010", V: "5517" })]));
    expect(figuras).toEqual([]);
    expect(problemsOf(totais, "ano-fora-do-indicador")).toBe(1);
  });

  it("does not believe a code whose name is of another variable", async () => {
    const { figuras, totais } = await convert(answer([LABELS, row({ D2N: "Área dos estabelecimentos" })]));
    expect(figuras).toEqual([]);
    expect(problemsOf(totais, "sem-numeros")).toBe(1);
  });

  it("reads an answer asked for without labels by the default order, and with other orders by the labels", async () => {
    const bare = await convert(answer([row({})]));
    expect(bare.fit.confianca).toBe(0.85);
    expect(valueOf(bare.figuras, 5100102, "populacao")).toBe(5014);
    expect(bare.conversao.contagem).toMatchObject({ lidas: 1, carregadas: 1, cabecalho: 0 });
    const swapped = [
      { ...LABELS, D1C: "Variável (Código)", D1N: "Variável", D2C: "Ano (Código)", D2N: "Ano", D3C: "Município (Código)", D3N: "Município" },
      row({ D1C: "93", D1N: "População residente", D2C: "2022", D2N: "2022", D3C: "5100102", D3N: "Acorizal (MT)" }),
    ];
    expect(valueOf((await convert(answer(swapped))).figuras, 5100102, "populacao")).toBe(5014);
  });

  it("reads names alone, and the same answer saved as a table", async () => {
    const names = [{ NN: "Nível Territorial", MN: "Unidade de Medida", V: "Valor", D1N: "Município", D2N: "Variável", D3N: "Ano" }, { NN: "Município", MN: "Pessoas", V: "5014", D1N: "Acorizal (MT)", D2N: "População residente", D3N: "2022" }];
    expect(valueOf((await convert(answer(names))).figuras, 5100102, "populacao", "2022")).toBe(5014);
    const csv = `${Object.values(LABELS).map((label) => `"${label}"`).join(",")}\n"6","Município","45","Pessoas",5014,"5100102","Acorizal (MT)","93","População residente","2022","2022"\n`;
    const table = await convert({ texto: csv, arquivo: "sidra_4709.csv" });
    expect(table.layout.id).toBe("ibge-sidra");
    expect(valueOf(table.figuras, 5100102, "populacao", "2022")).toBe(5014);
    expect(table.conversao.contagem).toMatchObject({ cabecalho: 1, carregadas: 1, separadas: 0 });
  });
});
