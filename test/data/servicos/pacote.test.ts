import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { montarPainel, type RegistroDeServico } from "../../../src/core/servicos/index.ts";
import { readExtract } from "../../../src/data/import/read-extract.ts";
import { linhaDeServico, servicosLinhas } from "../../../src/data/queries/servicos-linhas.ts";
import { openZip } from "../../../src/data/raw/zip.ts";
import type { CampoDoDicionario, Dicionario } from "../../../src/data/servicos/dicionario.ts";
import { pacoteDeServicos, zipDoPacote, type PacoteDeServicos } from "../../../src/data/servicos/pacote.ts";
import { sha256OfText } from "../../../src/data/sha256.ts";
import { linha, nota } from "../../core/servicos/linhas.ts";
import { askEngine, bundledEngine } from "../bundled.ts";
import { csvText } from "../csv-text.ts";

const ENTRADA = {
  nome: (codigo: number) => `Lugar ${codigo}`,
  demonstracao: false,
  arquivo: "servicos-xx",
  lugar: "Estado",
  fontes: ["planilha.csv"],
  filtros: [],
  dataReferencia: "2026-10-31",
};

const registrosDe = (ditas: readonly Partial<ReturnType<typeof linha>>[]): readonly RegistroDeServico[] => montarPainel(ditas.map(linha), 2026).registros;

/** What a reader that knows only the dictionary finds wrong in the file; nothing when the one describes the other. */
function conferirPeloDicionario(csv: string, dicionario: Dicionario): string[] {
  const [{ dialect, schema, bytes, hash, rows }] = dicionario.resources;
  const { data, errors } = Papa.parse<string[]>(csv, {
    delimiter: dialect.delimiter,
    newline: dialect.lineTerminator,
    quoteChar: dialect.quoteChar,
    ...(dialect.commentChar === undefined ? {} : { comments: dialect.commentChar }),
    skipEmptyLines: true,
  });
  const [cabecalho = [], ...linhas] = data;
  const problemas = errors.map(({ message }) => message);
  const nomes = schema.fields.map(({ name }) => name);
  if (cabecalho.join() !== nomes.join()) problemas.push(`header ${cabecalho.join()} is not ${nomes.join()}`);
  if (new TextEncoder().encode(csv).length !== bytes) problemas.push("bytes");
  if (hash !== `sha256:${sha256OfText(csv)}`) problemas.push("hash");
  if (linhas.length !== rows) problemas.push(`${linhas.length} rows, ${rows} declared`);
  const chaves = new Set<string>();
  for (const [i, celulas] of linhas.entries()) {
    if (celulas.length !== nomes.length) problemas.push(`row ${i}: ${celulas.length} cells`);
    for (const [j, campo] of schema.fields.entries()) {
      const defeito = celulaErrada(celulas[j] ?? "", campo, schema.missingValues);
      if (defeito !== null) problemas.push(`row ${i}, ${campo.name}: ${defeito} (${celulas[j] ?? ""})`);
    }
    chaves.add(schema.primaryKey.map((nome) => celulas[nomes.indexOf(nome)]).join("|"));
  }
  if (chaves.size !== linhas.length) problemas.push("the primary key repeats");
  return problemas;
}

const INTEIRO = /^-?\d+$/;
const DECIMAL = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;

function celulaErrada(texto: string, { type, constraints = {}, trueValues = [], falseValues = [] }: CampoDoDicionario, vazios: readonly string[]): string | null {
  if (vazios.includes(texto)) return constraints.required === true ? "required" : null;
  if (type === "boolean") return [...trueValues, ...falseValues].includes(texto) ? null : "boolean";
  if (type === "integer" && !INTEIRO.test(texto)) return "integer";
  if (type === "number" && !DECIMAL.test(texto)) return "number";
  if (constraints.minimum !== undefined && Number(texto) < constraints.minimum) return "minimum";
  if (constraints.maximum !== undefined && Number(texto) > constraints.maximum) return "maximum";
  if (constraints.maxLength !== undefined && texto.length > constraints.maxLength) return "maxLength";
  return constraints.pattern !== undefined && !new RegExp(constraints.pattern).test(texto) ? "pattern" : null;
}

const dicionarioDe = ({ dicionario }: PacoteDeServicos): Dicionario => JSON.parse(dicionario) as Dicionario;

describe("the open file of services and its dictionary", () => {
  const registros = registrosDe([
    { codigo: 5100001, servico: 'Benefício "eventual", concessão', emAndamento: 0, concluidas: 12, tempoMedio: 3.5, ...nota(4.25, [1, 5], 6) },
    { codigo: 5100002, servico: "=1+1", ano: 2024, concluidas: 0, tempoMedio: 3 },
  ]);

  it("writes what was told, nothing where nothing was, and what was found of the row", () => {
    const { csv } = pacoteDeServicos(registros, ENTRADA);
    expect(csv.split("\r\n")).toEqual([
      "codigo_ibge,municipio,servico,ano,em_andamento,concluidas,tempo_medio_dias,tempo_mediano_dias,satisfacao,satisfacao_min,satisfacao_max,satisfacao_respostas,conferencia,demonstracao",
      '5100001,Lugar 5100001,"Benefício ""eventual"", concessão",2025,0,12,3.5,,4.25,1,5,6,,nao',
      "5100002,Lugar 5100002,'=1+1,2024,,0,3,,,,,,tempo-sem-concluidas,nao",
      "",
    ]);
  });

  it("the dictionary alone is enough to read the file", () => {
    const pacote = pacoteDeServicos(registros, ENTRADA);
    expect(conferirPeloDicionario(pacote.csv, dicionarioDe(pacote))).toEqual([]);
  });

  it("a file that is not as the dictionary says is found out", () => {
    const pacote = pacoteDeServicos(registros, ENTRADA);
    const dicionario = dicionarioDe(pacote);
    expect(conferirPeloDicionario(pacote.csv.replace("2025,0,12", "2025,0,doze"), dicionario)).toContain("row 0, concluidas: integer (doze)");
    expect(conferirPeloDicionario(pacote.csv.replace("5100002", "51"), dicionario)).toContain("row 1, codigo_ibge: pattern (51)");
    expect(conferirPeloDicionario(pacote.csv.replace("nao\r\n", "\r\n"), dicionario)).toContain("row 0, demonstracao: required ()");
    expect(conferirPeloDicionario(pacote.csv.replace("municipio,", ""), dicionario)[0]).toMatch(/header/);
    expect(conferirPeloDicionario(pacote.csv, dicionario)).not.toContain("hash");
    expect(conferirPeloDicionario(`${pacote.csv} `, dicionario)).toContain("hash");
  });

  it("the dictionary names source, licence, missing values, unit of days and where the scale is", () => {
    const dicionario = dicionarioDe(pacoteDeServicos(registros, { ...ENTRADA, filtros: ["porte: Médio"] }));
    expect(dicionario.sources[0]?.title).toBe("planilha.csv");
    expect(dicionario.licenses[0]).toEqual({ name: "notspecified", title: "dado de órgão público; licença não declarada na origem" });
    expect(dicionario.description).toMatch(/Filtros: porte: Médio\.$/);
    const [{ schema }] = dicionario.resources;
    expect(schema.missingValues).toEqual([""]);
    const campo = (nome: string) => schema.fields.find(({ name }) => name === nome);
    expect(campo("tempo_medio_dias")?.unit).toBe("dias");
    expect(campo("satisfacao")?.scale).toEqual({ min: "satisfacao_min", max: "satisfacao_max", answers: "satisfacao_respostas" });
    for (const { description } of schema.fields) expect(description.length).toBeGreaterThan(10);
  });

  it("an invented file says so in its name, in its first line, in every row and in the dictionary", () => {
    const pacote = pacoteDeServicos(registros, { ...ENTRADA, demonstracao: true });
    const dicionario = dicionarioDe(pacote);
    expect(pacote.nomes.csv).toBe("demonstracao-servicos-xx.csv");
    expect(pacote.csv.split("\r\n")[0]).toBe("# DADOS DE DEMONSTRAÇÃO: registros fictícios, não use para decidir");
    expect(dicionario.title).toMatch(/^DADOS DE DEMONSTRAÇÃO/);
    expect(dicionario.resources[0].dialect.commentChar).toBe("#");
    expect(conferirPeloDicionario(pacote.csv, dicionario)).toEqual([]);
    expect(pacote.csv.trimEnd().split("\r\n").slice(2).every((texto) => texto.endsWith(",sim"))).toBe(true);
  });

  it("both go in one file that opens to the same bytes", () => {
    const pacote = pacoteDeServicos(registros, ENTRADA);
    const zip = openZip(zipDoPacote(pacote));
    expect(zip.nomes).toEqual(["servicos-xx.csv", "datapackage.json"]);
    expect(new TextDecoder().decode(zip.ler("servicos-xx.csv") ?? undefined)).toBe(pacote.csv);
    expect(new TextDecoder().decode(zip.ler("datapackage.json") ?? undefined)).toBe(pacote.dicionario);
  });
});

describe("the services of the bundled data", () => {
  let registros: readonly RegistroDeServico[];

  beforeAll(async () => {
    const rows = await askEngine(await bundledEngine(), servicosLinhas, {});
    registros = montarPainel(rows.map(linhaDeServico), 2026).registros;
  }, 60_000);

  it("leave as a file that its dictionary describes, and come back through the import as the rows they were", () => {
    expect(registros.length).toBeGreaterThan(1000);
    const pacote = pacoteDeServicos(registros, { ...ENTRADA, demonstracao: true });
    expect(conferirPeloDicionario(pacote.csv, dicionarioDe(pacote))).toEqual([]);
    const municipios = [...new Set(registros.map(({ codigo }) => codigo))].map((codigo) => ({ codigo, nome: `Lugar ${codigo}` }));
    const lido = readExtract(new TextEncoder().encode(pacote.csv), pacote.nomes.csv, { municipios });
    expect(lido.extrato).toBe("servicos");
    expect(lido.demonstracao).toBe(true);
    expect(lido.contagem).toMatchObject({ carregadas: registros.length, separadas: 0 });
    const [primeiro] = registros;
    expect(csvText(lido.extract?.csv).split("\n")[1]?.startsWith(`${primeiro?.codigo ?? ""},`)).toBe(true);
  });
});
