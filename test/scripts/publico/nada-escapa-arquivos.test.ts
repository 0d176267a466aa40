import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Publicacao } from "../../../src/core/publico/publicacao.ts";
import { readTerritory, type TerritoryFolder } from "../../../scripts/extracts/territory.ts";
import { type Achado, nadaEscapa } from "../../../scripts/publico/nada-escapa-arquivos.ts";

const MUNICIPIO = "5100250";
let folder: TerritoryFolder;
const dirs: string[] = [];

beforeAll(async () => {
  folder = await readTerritory("data");
});

afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

const PUBLICACAO: Publicacao = {
  formato: 1,
  territorio: { uf: "XX", nome: "Território" },
  dataReferencia: "2026-10-31",
  politica: "a".repeat(64),
  hash: "b".repeat(64),
  protecao: {
    k: { denuncias: 10, servicos: 5 },
    marca: "oculto",
    arredondamento: { regra: "nenhum", porque: "Não protege." },
    anonimas: "uma-por-protocolo",
    ocultoAte: 0.05,
    encarregado: { cargo: null, contato: null },
    responsavel: { nome: null, contato: null },
    licenca: { nome: "CC-BY-4.0", titulo: "CC BY 4.0", url: null },
    periodicidade: "trimestral",
    quem: { denuncias: "Cada protocolo.", servicos: "Cada pedido." },
  },
  extratos: [],
  municipios: [],
  rotulos: {},
  tabelas: [
    {
      id: "denuncias-lugar-ano",
      titulo: "Denúncias por município e ano",
      assunto: "denuncias",
      demonstracao: true,
      niveis: { lugar: "municipio", tempo: "ano" },
      pedida: { lugar: "municipio", tempo: "ano" },
      linhas: [
        { membros: { lugar: MUNICIPIO, tempo: "2024" }, valor: "oculto" },
        { membros: { lugar: MUNICIPIO, tempo: "2025" }, valor: 31 },
      ],
      resumo: { celulas: 2, ocultas: 1, parteOculta: 0.2 },
    },
  ],
  naoPublicadas: [],
  provas: [],
};

/** A small public edition with what it may have, and what is planted in it. */
function edition(planted: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), "mirante-publico-"));
  dirs.push(dir);
  const files: Readonly<Record<string, string | Uint8Array>> = {
    "index.html": "<!doctype html><title>Mirante</title>",
    "assets/publico-1.js": "export const a = 1;",
    "publico/publicacao.json": JSON.stringify(PUBLICACAO),
    "publico/dados/denuncias-lugar-ano.csv": `lugar,tempo,valor\n${MUNICIPIO},2024,oculto para proteger pessoas\n${MUNICIPIO},2025,31\n`,
    ...planted,
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

const kinds = (achados: readonly Achado[]): string[] => [...new Set(achados.map(({ tipo, arquivo }) => `${tipo} ${arquivo}`))].sort();
const find = (planted: Readonly<Record<string, string | Uint8Array>>): string[] => kinds(nadaEscapa(edition(planted), folder));

/** A complaint of the bundled extract with a day that is of nothing public. */
function complaint() {
  const row = folder.extratos.denuncias.rows[0];
  if (row === undefined) throw new Error("The territory's folder has no complaint.");
  return { protocolo: row["protocolo"] ?? "", dia: row["data_registro"] ?? "", codigo: row["codigo_ibge"] ?? "", tema: row["tema"] ?? "", canal: row["canal"] ?? "" };
}

it("finds nothing in an edition of aggregates", () => {
  expect(find({})).toEqual([]);
});

describe("a number of a record", () => {
  it.each(["x.js", "x.html", "x.csv", "x.json", "x.txt", "x.css", "x.svg"])("is found in %s", (name) => {
    const { protocolo } = complaint();
    const content = name.endsWith("json") ? JSON.stringify({ a: protocolo }) : name.endsWith("csv") ? `a,b\n${protocolo},x\n` : `"${protocolo}"`;
    expect(find({ [name]: content })).toEqual([`numero-de-registro ${name}`]);
  });

  it("is found where no extract has it, by its shape", () => {
    expect(find({ "x.txt": "Caso DEMO-2031-99999." })).toEqual(["numero-de-registro x.txt"]);
  });

  it("is found with its letters written by their numbers", () => {
    const { protocolo } = complaint();
    const escaped = [...protocolo].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
    expect(find({ "x.json": `{"a":"${escaped}"}` })).toEqual(["numero-de-registro x.json"]);
  });

  it("is found of plans and of support events too", () => {
    const plano = folder.extratos.planos.rows[0]?.["plano"] ?? "";
    const apoio = folder.extratos.apoios.rows[0]?.["apoio"] ?? "";
    expect(find({ "x.txt": plano, "y.txt": apoio })).toEqual(["numero-de-registro x.txt", "numero-de-registro y.txt"]);
  });
});

describe("a row of a record", () => {
  it("is found in a CSV that left the number out", () => {
    const { codigo, dia, canal, tema } = complaint();
    expect(find({ "x.csv": `municipio;dia;canal;tema\n${codigo};${dia};${canal};${tema}\n` })).toContain("linha-de-registro x.csv");
  });

  it("is found in an object whose municipality is said further out, with the day as Brazilians write it", () => {
    const { codigo, dia } = complaint();
    const [ano = "", mes = "", d = ""] = dia.split("-");
    expect(find({ "x.json": JSON.stringify({ codigo, casos: [{ registro: `${d}/${mes}/${ano}` }] }) })).toContain("linha-de-registro x.json");
  });

  it("is found in lists side by side", () => {
    const { codigo, dia } = complaint();
    expect(find({ "x.json": JSON.stringify({ codigos: [5100102, Number(codigo)], dias: ["2020-01-01", dia] }) })).toContain("linha-de-registro x.json");
  });

  it("is found by the name of the municipality", () => {
    const { codigo, dia } = complaint();
    const nome = folder.extratos.municipios.rows.find((row) => row["codigo"] === codigo)?.["nome"] ?? "";
    expect(find({ "x.csv": `municipio,dia\n${nome},${dia}\n` })).toContain("linha-de-registro x.csv");
  });
});

it("finds the free text of a plan, in capitals and without accents too", () => {
  const texto = folder.extratos.planos.rows.map((row) => row["descricao"] ?? "").find((um) => um.length > 20) ?? "";
  const semAcentos = texto.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
  expect(find({ "x.js": `const a = "${semAcentos}";` })).toEqual(["texto-livre x.js"]);
});

describe("a day", () => {
  it.each(["2025-03-07", "07/03/2025", "7 de março de 2025"])("is found written %s", (day) => {
    expect(find({ "x.json": JSON.stringify({ a: `Recebida em ${day}.` }) })).toEqual(["dia x.json"]);
  });

  it("may be the release's own or a norm's", () => {
    expect(find({ "x.txt": `Até 2026-10-31; ${folder.territorio.normas[0]?.data ?? ""}.` })).toEqual([]);
  });
});

it("finds a month in a table that is counted by year", () => {
  expect(find({ "publico/dados/denuncias-lugar-ano.csv": `lugar,tempo,valor\n${MUNICIPIO},2025-03,12\n` })).toEqual([
    "periodo-fino publico/dados/denuncias-lugar-ano.csv",
  ]);
});

describe("a figure by municipality, month and theme", () => {
  it("is found in a CSV", () => {
    expect(find({ "x.csv": `m,t,tema,n\n${MUNICIPIO},2025-03,acolhimento,12\n` })).toEqual(["municipio-mes-tema x.csv"]);
  });

  it("is found in a CSV that has a column for each month", () => {
    expect(find({ "x.csv": `m,tema,2025-03,2025-04\n${MUNICIPIO},Acolhimento,12,14\n` })).toEqual(["municipio-mes-tema x.csv"]);
  });

  it("is found in an object of objects", () => {
    expect(find({ [`publico/municipio/${MUNICIPIO}.json`]: JSON.stringify({ meses: { "2025-03": { temas: { bpc: 12 } } } }) })).toEqual([
      `municipio-mes-tema publico/municipio/${MUNICIPIO}.json`,
    ]);
  });

  it("is found in a list of lists", () => {
    expect(find({ "x.json": JSON.stringify([[Number(MUNICIPIO), "2025-03", "bpc", 12]]) })).toEqual(["municipio-mes-tema x.json"]);
  });

  it("is not taken for one by municipality and year, nor by month and theme of the whole", () => {
    expect(find({ "x.csv": `m,t,n\n${MUNICIPIO},2025,12\n`, "y.csv": "t,tema,n\n2025-03,bpc,12\n" })).toEqual([]);
  });
});

it("finds a figure where the release hides one", () => {
  expect(find({ "publico/dados/denuncias-lugar-ano.csv": `lugar,tempo,valor\n${MUNICIPIO},2024,9\n${MUNICIPIO},2025,31\n` })).toEqual([
    "celula-oculta publico/dados/denuncias-lugar-ano.csv",
  ]);
});

describe("a file that may not be there", () => {
  it.each([
    ["assets/duckdb.wasm", "\0asm\u0001\0\0\0"],
    ["mirante.duckdb", "12345678DUCK"],
    ["dados.parquet", "PAR1"],
    ["dados.xlsx", "PK\u0003\u0004"],
    ["assets/publico-1.js.map", "{}"],
    ["registros", "nada"],
  ])("is found: %s", (name, content) => {
    expect(find({ [name]: content })).toContain(`arquivo-proibido ${name}`);
  });

  it("is found by its first bytes under another name", () => {
    expect(find({ "foto.svg": "\0asm\u0001\0\0\0", "a.txt": "12345678DUCK" })).toEqual(["arquivo-proibido a.txt", "arquivo-proibido foto.svg"]);
  });
});

it.each(["new Worker(a)", "WebAssembly.instantiate(a)", "indexedDB.open(a)", "document.cookie", "//# sourceMappingURL=a.js.map", "import('duckdb')"])(
  "finds code of the technical edition: %s",
  (code) => {
    expect(find({ "assets/x.js": code })).toEqual(["codigo-tecnico assets/x.js"]);
  },
);

describe("a compressed copy", () => {
  it("says nothing when it is of the file beside it", () => {
    expect(find({ "x.txt": "olá", "x.txt.br": brotliCompressSync("olá"), "x.txt.gz": gzipSync("olá") })).toEqual([]);
  });

  it("is opened, and what is in it is found, when it is of something else", () => {
    const { protocolo } = complaint();
    expect(find({ "x.txt": "olá", "x.txt.br": brotliCompressSync(protocolo) })).toEqual(["copia-diferente x.txt.br", "numero-de-registro x.txt.br"]);
  });

  it("is found when it stands alone, hides a database, or cannot be opened", () => {
    expect(find({ "x.duckdb.gz": gzipSync("12345678DUCK"), "y.txt.gz": "nada" })).toEqual([
      "arquivo-proibido x.duckdb.gz",
      "copia-diferente x.duckdb.gz",
      "copia-diferente y.txt.gz",
    ]);
  });
});

it("finds nothing in the release as it is built, and finds a complaint put into a file of it", () => {
  const dir = edition();
  cpSync("public/publico", join(dir, "publico"), { recursive: true });
  expect(nadaEscapa(dir, folder)).toEqual([]);
  const relatorio = readFileSync("public/publico/relatorio.json", "utf8");
  expect(find({ "publico/relatorio.json": relatorio })).toEqual([]);
  expect(find({ "publico/relatorio.json": relatorio.replace("{", `{"nota":"${complaint().protocolo}",`) })).toEqual(["numero-de-registro publico/relatorio.json"]);
});
