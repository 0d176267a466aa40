import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Package } from "datapackage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { escreverDadosAbertos, registrarDadosAbertos } from "../../scripts/publico/dados-abertos.ts";
import { readMunicipios } from "../../scripts/extracts/snapshot.ts";
import { readTerritory, type TerritoryFolder } from "../../scripts/extracts/territory.ts";
import type { MontagemPublica } from "../../scripts/publico/montagem.ts";
import type { TabelaAberta } from "../../src/core/publico/aberto.ts";

const DATA = fileURLToPath(new URL("../../data", import.meta.url));
const OCULTO = "oculto para proteger pessoas";

const DENUNCIAS: TabelaAberta = {
  id: "denuncias-lugar-ano",
  titulo: "Denúncias registradas, por lugar e ano",
  descricao: "Quantas denúncias, por município e ano.",
  colunas: [
    { nome: "codigo_ibge", titulo: "Código", descricao: "Código do IBGE.", tipo: "inteiro", chave: true },
    { nome: "ano", titulo: "Ano", descricao: "Ano do registro.", tipo: "inteiro", chave: true },
    { nome: "nota", titulo: "Nota", descricao: "Um texto.", tipo: "texto" },
    { nome: "denuncias", titulo: "Denúncias", descricao: "Quantas.", tipo: "inteiro", unidade: "denúncias" },
  ],
  linhas: [
    [5103403, 2024, "=SOMA(A1), com vírgula", 57],
    [5103403, 2025, 'aspas "duplas"', OCULTO],
    [5107909, 2025, null, 0],
  ],
  oculto: OCULTO,
  fontes: ["denuncias"],
  demonstracao: true,
  cobertura: { inicio: "2024", fim: "2025" },
  periodicidade: "trimestral",
};

let folder: TerritoryFolder;
let raiz = "";

beforeAll(async () => {
  folder = await readTerritory(DATA);
  raiz = await mkdtemp(join(tmpdir(), "abertos-"));
});

afterAll(async () => {
  await rm(raiz, { recursive: true, force: true });
});

function montagem(nome: string, dir = join(raiz, "territorio")): MontagemPublica {
  const municipios = readMunicipios(folder.extratos.municipios.rows).map(({ codigo, nome: cada, regiaoImediata, porte, populacao }) => ({
    codigo,
    nome: cada,
    regiao: regiaoImediata?.nome ?? null,
    porte,
    populacao,
  }));
  return {
    dir,
    // Some rows of the largest extract are enough where it is not what is looked at.
    folder: { ...folder, extratos: { ...folder.extratos, indicadores: { ...folder.extratos.indicadores, rows: folder.extratos.indicadores.rows.slice(0, 300) } } },
    out: join(raiz, nome),
    hoje: "2026-10-31",
    politica: {
      formato: 1,
      k: { denuncias: 10, servicos: 5 },
      marca: OCULTO,
      arredondamento: { regra: "nenhum", porque: "" },
      anonimas: "uma-por-protocolo",
      ocultoAte: 0.05,
      tabelas: [],
      encarregado: { cargo: null, contato: null },
      responsavel: { nome: "Vigilância Socioassistencial", contato: "dados@exemplo.gov.br" },
      licenca: { nome: "CC-BY-4.0", titulo: "Creative Commons Atribuição 4.0 Internacional", url: "https://creativecommons.org/licenses/by/4.0/" },
      periodicidade: "trimestral",
    },
    publicacao: {
      formato: 1,
      territorio: { uf: "MT", nome: "Mato Grosso" },
      dataReferencia: "2026-10-31",
      politica: "a".repeat(64),
      hash: "b".repeat(64),
      extratos: [],
      municipios,
      tabelas: [],
      provas: [],
      naoPublicadas: [],
      rotulos: {},
    } as unknown as MontagemPublica["publicacao"],
  };
}

async function ler(out: string, nome: string): Promise<string> {
  return readFile(join(out, nome), "utf8");
}

interface Descritor {
  readonly resources: readonly { readonly name: string; readonly path: string; readonly hash: string; readonly bytes: number; readonly rows: number; readonly inda: Record<string, unknown> }[];
}

async function descritor(out: string): Promise<Descritor & Record<string, unknown>> {
  return JSON.parse(await ler(out, "dados/datapackage.json")) as Descritor & Record<string, unknown>;
}

/** Reads every row of every resource with the validator; the sentences of what it refuses. */
async function recusas(pasta: string): Promise<string[]> {
  const pacote = await Package.load(JSON.parse(await readFile(join(pasta, "datapackage.json"), "utf8")) as object, { basePath: pasta, strict: false });
  const frases = pacote.errors.map(({ message }) => message);
  for (const recurso of pacote.resources) {
    try {
      await recurso.read();
    } catch (error) {
      frases.push(`${recurso.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return frases;
}

describe("the open data of a release", () => {
  it("pass the Frictionless validator, each row of each table", async () => {
    const m = { ...montagem("valido"), folder };
    const escritas = await escreverDadosAbertos(m, [DENUNCIAS]);
    expect(escritas.map(({ id }) => id)).toEqual(["municipios", "catalogo-de-indicadores", "indicadores", "denuncias-lugar-ano", "mudancas"]);
    expect(await recusas(join(m.out, "dados"))).toEqual([]);
    const pacote = await Package.load(await descritor(m.out), { basePath: join(m.out, "dados") });
    const lidas = await Promise.all(pacote.resources.map(async (r) => (await r.read()).length));
    // 142 municipalities; one row of the table for each of the indicators' extract.
    expect(lidas[0]).toBe(142);
    expect(lidas[2]).toBe(folder.extratos.indicadores.rows.length);
    const denuncias = await pacote.resources[3]?.read();
    expect(denuncias?.[0]).toEqual([5103403, 2024, "'=SOMA(A1), com vírgula", 57, true]);
    // Hidden and missing both read as no value; a zero stays a zero.
    expect(denuncias?.map((linha) => linha[3])).toEqual([57, null, 0]);
  });

  it("are refused by the validator when a row does not fit its type, a key repeats or the descriptor lacks a schema's name", async () => {
    const m = montagem("quebrado");
    await escreverDadosAbertos(m, [DENUNCIAS]);
    const pasta = join(m.out, "dados");
    const csv = await ler(m.out, "dados/denuncias-lugar-ano.csv");
    await writeFile(join(pasta, "denuncias-lugar-ano.csv"), csv.replace(",57,", ",cinquenta,"));
    expect((await recusas(pasta)).join()).toMatch(/denuncias-lugar-ano: .*(cast|type)/i);
    await writeFile(join(pasta, "denuncias-lugar-ano.csv"), csv.replace("5103403,2025", "5103403,2024"));
    expect((await recusas(pasta)).join()).toMatch(/denuncias-lugar-ano: .*(unique|primary)/i);
    await writeFile(join(pasta, "denuncias-lugar-ano.csv"), csv.replace("denuncias,demonstracao", "casos,demonstracao"));
    expect((await recusas(pasta)).join()).toMatch(/denuncias-lugar-ano: .*header/i);
    await writeFile(join(pasta, "denuncias-lugar-ano.csv"), csv);
    expect(await recusas(pasta)).toEqual([]);
    const bom = await descritor(m.out);
    await writeFile(join(pasta, "datapackage.json"), JSON.stringify({ ...bom, resources: bom.resources.map((recurso) => ({ ...recurso, name: undefined })) }));
    expect(await recusas(pasta)).not.toEqual([]);
  });

  it("say of each file its size and the SHA-256 of its very bytes", async () => {
    const m = montagem("hash");
    await escreverDadosAbertos(m, [DENUNCIAS]);
    const { resources } = await descritor(m.out);
    for (const { path, hash, bytes } of resources) {
      const conteudo = await readFile(join(m.out, "dados", path));
      expect([path, hash, bytes]).toEqual([path, `sha256:${createHash("sha256").update(conteudo).digest("hex")}`, conteudo.length]);
    }
    const nomes = (await readdir(join(m.out, "dados"))).sort();
    expect(nomes).toEqual(["datapackage.json", "index.txt", "mudancas.json", ...resources.map(({ path }) => path)].sort());
  });

  it("carry what INDA makes mandatory, none of it blank", async () => {
    const m = montagem("inda");
    await escreverDadosAbertos(m, [DENUNCIAS]);
    const { resources } = await descritor(m.out);
    const obrigatorios = ["titulo", "descricao", "orgaoResponsavel", "responsavel", "contato", "tema", "periodicidade", "coberturaGeografica", "coberturaTemporal", "unidadeGeografica", "dataDePublicacao", "dataDeAtualizacao", "idioma", "formato", "licenca"];
    for (const { name, inda } of resources) {
      for (const campo of obrigatorios) expect([name, campo, inda[campo] ?? ""]).not.toEqual([name, campo, ""]);
    }
    expect(resources[3]?.inda).toMatchObject({
      titulo: "Denúncias registradas, por lugar e ano (demonstração)",
      contato: "dados@exemplo.gov.br",
      unidadeGeografica: "município",
      coberturaTemporal: { inicio: "2024", fim: "2025" },
    });
  });

  it("say in plain words that the office is not set", async () => {
    const m = montagem("sem-responsavel");
    await escreverDadosAbertos({ ...m, politica: { ...m.politica, responsavel: { nome: null, contato: null } } }, [DENUNCIAS]);
    expect((await descritor(m.out)).resources[0]?.inda).toMatchObject({ responsavel: "a definir pelo órgão que publica", contato: "a definir pelo órgão que publica" });
  });

  it("mark a demonstration in the title, in the descriptor and in every row, and only there", async () => {
    const m = montagem("demonstracao");
    await escreverDadosAbertos(m, [DENUNCIAS]);
    const linhas = (await ler(m.out, "dados/denuncias-lugar-ano.csv")).trimEnd().split("\r\n");
    expect(linhas.slice(1).every((linha) => linha.endsWith(",sim"))).toBe(true);
    expect(await ler(m.out, "dados/municipios.csv")).not.toContain(",sim\r\n");
    expect(await ler(m.out, "llms.txt")).toContain("DEMONSTRAÇÃO. Denúncias registradas, por lugar e ano (demonstração)");
  });

  it("list every table in the index for machines, by addresses that are there", async () => {
    const m = montagem("indice");
    await escreverDadosAbertos(m, [DENUNCIAS]);
    for (const [arquivo, pasta] of [
      ["llms.txt", m.out],
      ["dados/index.txt", join(m.out, "dados")],
    ] as const) {
      const texto = await ler(m.out, arquivo);
      const enderecos = [...texto.matchAll(/\]\(([^)]+)\)/g)].flatMap(([, endereco]) => (endereco === undefined ? [] : [endereco]));
      for (const { path } of (await descritor(m.out)).resources) expect(enderecos.some((e) => e.endsWith(path))).toBe(true);
      for (const endereco of enderecos.filter((e) => !/index\.html|publicacao\.json/.test(e))) {
        expect((await readFile(join(pasta, endereco))).length).toBeGreaterThan(0);
      }
    }
  });

  it("do not change when nothing changed", async () => {
    const um = montagem("um");
    const outro = montagem("outro");
    await escreverDadosAbertos(um, [DENUNCIAS]);
    await escreverDadosAbertos(outro, [DENUNCIAS]);
    expect(await ler(um.out, "dados/datapackage.json")).toBe(await ler(outro.out, "dados/datapackage.json"));
  });

  it("refuse two tables of one name", async () => {
    await expect(escreverDadosAbertos(montagem("duas"), [DENUNCIAS, DENUNCIAS])).rejects.toThrow("denuncias-lugar-ano is given twice");
  });
});

describe("the changelog of figures", () => {
  it("of a second release says what changed since the registered one, with the reason written for it", async () => {
    const dir = join(raiz, "com-historico");
    const primeira = montagem("primeira", dir);
    await escreverDadosAbertos(primeira, [DENUNCIAS]);
    expect(JSON.parse(await ler(primeira.out, "dados/mudancas.json"))).toMatchObject([{ data: "2026-10-31", anterior: null, mudancas: [] }]);
    await registrarDadosAbertos(primeira);
    await writeFile(join(dir, "publicacoes/dados/motivos.json"), JSON.stringify({ "denuncias-lugar-ano": "Registro corrigido pela ouvidoria." }));

    const mudada: TabelaAberta = { ...DENUNCIAS, linhas: [[5103403, 2024, "=SOMA(A1), com vírgula", OCULTO], [5103403, 2025, 'aspas "duplas"', 61], ...DENUNCIAS.linhas.slice(2)] };
    const segunda = { ...montagem("segunda", dir), hoje: "2027-01-31" };
    await escreverDadosAbertos(segunda, [mudada]);
    const historico = JSON.parse(await ler(segunda.out, "dados/mudancas.json")) as unknown[];
    expect(historico).toHaveLength(2);
    expect(historico[0]).toMatchObject({
      data: "2027-01-31",
      motivos: { "denuncias-lugar-ano": "Registro corrigido pela ouvidoria." },
      mudancas: [
        { tabela: "denuncias-lugar-ano", tipo: "retirado", chave: "5103403 · 2024", coluna: "denuncias", de: "não repetido", para: OCULTO },
        { tabela: "denuncias-lugar-ano", tipo: "acrescentado", chave: "5103403 · 2025", coluna: "denuncias", de: OCULTO, para: "61" },
      ],
    });
    expect(await ler(segunda.out, "dados/mudancas.csv")).toContain(
      "2,1,2027-01-31,denuncias-lugar-ano,retirado,5103403 · 2024,denuncias,não repetido,oculto para proteger pessoas,Registro corrigido pela ouvidoria.,nao",
    );
    expect(await recusas(join(segunda.out, "dados"))).toEqual([]);
  });

  it("says nothing new of a release with the same figures", async () => {
    const dir = join(raiz, "sem-mudanca");
    const primeira = montagem("mesma", dir);
    // The noise of binary arithmetic is no change: 67.34684999999999 prints as 67.34685.
    const comNota: TabelaAberta = { ...DENUNCIAS, id: "notas", colunas: DENUNCIAS.colunas.map((c) => (c.nome === "denuncias" ? { ...c, tipo: "decimal" } : c)), linhas: [[5103403, 2024, null, 67.34684999999999]] };
    await escreverDadosAbertos(primeira, [DENUNCIAS, comNota]);
    await registrarDadosAbertos(primeira);
    const segunda = { ...montagem("mesma-de-novo", dir), hoje: "2027-01-31" };
    await escreverDadosAbertos(segunda, [DENUNCIAS, comNota]);
    expect(await ler(segunda.out, "dados/mudancas.json")).toBe(await ler(primeira.out, "dados/mudancas.json"));
  });

  it("keeps apart two releases of one day", async () => {
    const dir = join(raiz, "mesmo-dia");
    const com = (casos: number): TabelaAberta => ({ ...DENUNCIAS, linhas: [[5103403, 2024, null, casos]] });
    for (const casos of [20, 30, 20, 30]) {
      const m = montagem("mesmo-dia-publico", dir);
      await escreverDadosAbertos(m, [com(casos)]);
      await registrarDadosAbertos(m);
    }
    const linhas = (await readFile(join(dir, "publicacoes/dados/mudancas.csv"), "utf8")).trimEnd().split("\r\n").slice(1);
    expect(linhas.map((linha) => linha.split(",").slice(0, 3).join())).toEqual(["4,1,2026-10-31", "3,1,2026-10-31", "2,1,2026-10-31"]);
    expect(await recusas(join(dir, "publicacoes/dados"))).toEqual([]);
  });

  it("names the file that does not fit when the registered release was tampered with", async () => {
    const dir = join(raiz, "estragado");
    const m = montagem("estragada", dir);
    await escreverDadosAbertos(m, [DENUNCIAS]);
    await registrarDadosAbertos(m);
    await writeFile(join(dir, "publicacoes/dados/mudancas.json"), '[{"data": 3}]');
    await expect(escreverDadosAbertos(m, [DENUNCIAS])).rejects.toThrow(/publicacoes.dados.mudancas\.json/);
  });
});
