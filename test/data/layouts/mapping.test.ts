import { describe, expect, it } from "vitest";
import { layoutFromMapping, mappingFor, MappingError, mappingText, parseMapping, type Mapping } from "../../../src/data/layouts/mapping.ts";
import { convertTable, fitsOf, isConserved, open, problemsOf, type Converted } from "./converting.ts";

const TITULOS = ["Cod", "Cidade", "UF", "Ano", "Mês", "Famílias", "IVS"];
const NADA = { codigo: null, siafi: null, nome: null, uf: null };
const BASE: Mapping = {
  tipo: "mapeamento-mirante",
  versao: 1,
  nome: "Planilha da equipe",
  titulos: TITULOS,
  municipio: { ...NADA, codigo: 0 },
  periodo: { tipo: "ano-mes", ano: 3, mes: 4 },
  valores: [
    { coluna: 5, indicador: "cadunico-pessoas" },
    { coluna: 6, indicador: "ivs" },
  ],
};

async function read(mapping: Mapping, texto: string, respostas: Readonly<Record<string, string>> = {}): Promise<Converted> {
  const { tabelas, arquivo } = await open({ texto, arquivo: "minha.csv" });
  const [match] = fitsOf(tabelas, arquivo, [layoutFromMapping(mapping)]);
  if (match === undefined) throw new Error("the mapping does not fit");
  const converted = convertTable(match, arquivo, respostas);
  expect(isConserved(converted.conversao), "rows are conserved").toBe(true);
  return converted;
}

const figures = ({ figuras }: Converted): unknown[] => figuras.map(({ codigo, periodo, indicador, valor }) => [codigo, periodo, indicador, valor]);

const TABLE = `Relatório da equipe
Cod;Cidade;UF;Ano;Mês;Famílias;IVS
510340;Cuiabá;MT;2026;6;1.200,0;0,412
5107909;Sinop;MT;2026;junho;800;
2304400;Fortaleza;CE;2026;06;10;0,3
Fonte: equipe
`;

describe("a table read by a mapping", () => {
  it("gives the figures of its columns, in the territory only, with year and month joined", async () => {
    const converted = await read(BASE, TABLE);
    expect(figures(converted)).toEqual([
      [5103403, "2026-06", "cadunico-pessoas", 1200],
      [5103403, "2026-06", "ivs", 0.412],
      [5107909, "2026-06", "cadunico-pessoas", 800],
    ]);
    expect(converted.conversao.contagem).toMatchObject({ carregadas: 2, fora: 1, preambulo: 1, cabecalho: 1, rodape: 1, separadas: 0 });
    expect(converted.fit).toMatchObject({ confianca: 1, faltam: [] });
    expect(converted.conversao.ignoradas).toEqual(["Cidade", "UF"]);
  });

  it("finds its columns in another order, and says which are missing", async () => {
    const { fit } = await read(BASE, "IVS;Mês;Ano;Cod;Famílias;Sobra\n0,1;1;2025;510340;7;x\n");
    expect(fit).toMatchObject({ confianca: 0.9, faltam: [] });
    const partly = await read(BASE, "Mês;Ano;Cod;Famílias\n1;2025;510340;7\n");
    expect(partly.fit.confianca).toBeLessThan(0.75);
    expect(partly.fit.faltam).toEqual(["IVS"]);
  });

  it("finds its header where the reader joined it with the row above", async () => {
    const texto = "Coluna 1;Coluna 2;Coluna 3;d;e;f;g\nCod;Cidade;UF;Ano;Mês;Famílias;IVS\n510340;Cuiabá;MT;2026;6;12;0,4\n";
    const converted = await read(BASE, texto);
    expect(figures(converted)).toHaveLength(2);
    expect(converted.conversao.contagem).toMatchObject({ lidas: 3, carregadas: 1, preambulo: 0, cabecalho: 2 });
  });

  it.each([
    ["2023", "2023"],
    ["06/2023", "2023-06"],
    ["202306", "2023-06"],
    ["2023-T2", "2023-T2"],
  ])("reads the period %s as %s", async (texto, periodo) => {
    const mapping: Mapping = { ...BASE, titulos: ["Cod", "Quando", "IVS"], periodo: { tipo: "coluna", coluna: 1 }, valores: [{ coluna: 2, indicador: "ivs" }] };
    expect(figures(await read(mapping, `Cod;Quando;IVS\n510340;${texto};0,5\n`))).toEqual([[5103403, periodo, "ivs", 0.5]]);
  });

  it("sets aside a row without a period, and says what to write", async () => {
    const { conversao, problemas } = await read(BASE, TABLE.replace("junho", "sempre"));
    expect(conversao.contagem).toMatchObject({ carregadas: 1, separadas: 1 });
    expect(problemas).toMatchObject([{ linha: 4, coluna: "Mês", valor: "sempre", gravidade: "linha-separada", mensagem: "Não é um período." }]);
  });

  it("leaves out a value that is no number and keeps the others of its row", async () => {
    const { figuras, conversao, problemas } = await read(BASE, TABLE.replace("0,412", "muito alto"));
    expect(figuras.map(({ indicador }) => indicador)).toEqual(["cadunico-pessoas", "cadunico-pessoas"]);
    expect(conversao.contagem.carregadas).toBe(2);
    expect(problemas).toMatchObject([{ linha: 3, coluna: "IVS", gravidade: "aviso" }]);
  });

  it("asks about 4.990 and reads it as answered", async () => {
    const mapping: Mapping = { ...BASE, titulos: ["Cod", "Pessoas"], periodo: { tipo: "fixo", valor: "2024" }, valores: [{ coluna: 1, indicador: "cadunico-pessoas" }] };
    const texto = "Cod;Pessoas\n510340;4.990\n5107909;1.234\n";
    const first = await read(mapping, texto);
    expect(first.figuras).toEqual([]);
    expect(first.conversao.perguntas.map(({ id }) => id)).toEqual(["decimal:Pessoas"]);
    expect(problemsOf(first.totais, "numero-ambiguo")).toBe(2);
    expect(figures(await read(mapping, texto, { "decimal:Pessoas": "virgula" }))).toEqual([
      [5103403, "2024", "cadunico-pessoas", 4990],
      [5107909, "2024", "cadunico-pessoas", 1234],
    ]);
    expect(figures(await read(mapping, texto, { "decimal:Pessoas": "ponto" }))[0]).toEqual([5103403, "2024", "cadunico-pessoas", 4.99]);
  });

  it.each<[string, Mapping["municipio"], string]>([
    ["by name and UF", { ...NADA, nome: 0, uf: 1 }, "Rio Branco;MT;x"],
    ["by a code split in UF and five digits", { ...NADA, codigo: 0, uf: 1 }, "07206;51;x"],
    ["by a SIAFI code", { ...NADA, siafi: 0 }, "8991;;x"],
  ])("finds the municipality %s", async (_, municipio, cells) => {
    const mapping: Mapping = { ...BASE, titulos: ["Lugar", "UF", "Nada", "IVS"], municipio, periodo: { tipo: "fixo", valor: "2024" }, valores: [{ coluna: 3, indicador: "ivs" }] };
    const [figura] = (await read(mapping, `Lugar;UF;Nada;IVS\n${cells};0,25\n`)).figuras;
    expect(figura).toMatchObject({ valor: 0.25 });
    expect(String(figura?.codigo)).toMatch(/^51\d{5}$/);
  });

  it("asks which municipality a name without UF is, when two could be", async () => {
    const mapping: Mapping = { ...BASE, titulos: ["Lugar", "IVS"], municipio: { ...NADA, nome: 0 }, periodo: { tipo: "fixo", valor: "2024" }, valores: [{ coluna: 1, indicador: "ivs" }] };
    const { conversao, figuras } = await read(mapping, "Lugar;IVS\nRio Branco;0,25\n");
    expect(figuras).toEqual([]);
    expect(conversao.perguntas).toMatchObject([{ id: "lugar:Rio Branco" }]);
  });
});

describe("a kept mapping", () => {
  it("comes back from its file as it was", () => {
    expect(parseMapping(mappingText(BASE))).toEqual(BASE);
  });

  it("is not any other JSON", () => {
    for (const texto of ["", "{", "[]", "null", '{"tipo":"outra coisa"}', '{"nota":"mapeamento-mirante"}']) expect(parseMapping(texto)).toBeNull();
  });

  it.each<[string, object]>([
    ["of another version", { versao: 2 }],
    ["without a way to the municipality", { municipio: NADA }],
    ["with a column that is not in the header", { valores: [{ coluna: 9, indicador: "ivs" }] }],
    ["with one column for two things", { valores: [{ coluna: 0, indicador: "ivs" }] }],
    ["with an indicator that is no id", { valores: [{ coluna: 6, indicador: "<b>ivs" }] }],
    ["with a period that is none", { periodo: { tipo: "fixo", valor: "ontem" } }],
    ["with something else in it", { extra: 1 }],
    ["that reads a column of persons", { titulos: TITULOS.with(6, "NIS do responsável") }],
  ])("%s is refused with a remedy", (_, change) => {
    expect(() => parseMapping(JSON.stringify({ ...BASE, ...change }))).toThrow(MappingError);
  });

  it("is found for the same header, whatever its case and accents, and for no other", () => {
    const other = { ...BASE, nome: "Outra", titulos: ["Cod", "Cidade"] };
    expect(mappingFor(["COD", "cidade", "uf", "ano", "Mes", "familias", "ivs"], [other, BASE])).toBe(BASE);
    expect(mappingFor(TITULOS.slice(1), [other, BASE])).toBeNull();
    expect(mappingFor(TITULOS, [BASE, { ...BASE, nome: "Mais nova" }])?.nome).toBe("Mais nova");
  });
});
