import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rank } from "../../../scripts/rank.ts";
import { newestDate } from "../../../scripts/extracts/snapshot.ts";
import { readTerritory, type TerritoryFolder } from "../../../scripts/extracts/territory.ts";
import type { MontagemPublica } from "../../../scripts/publico/montagem.ts";
import { escreverServicos } from "../../../scripts/publico/servicos.ts";
import { escreverVisitas } from "../../../scripts/publico/visitas.ts";
import { conferirTabela } from "../../../src/core/publico/aberto.ts";
import type { NumeroPublico } from "../../../src/core/publico/numero.ts";
import type { Publicacao } from "../../../src/core/publico/publicacao.ts";
import { chaveDoServico } from "../../../src/core/servicos/registro.ts";
import { parseServicosPublicos } from "../../../src/data/publico/servicos.ts";
import { parseVisitasPublicas } from "../../../src/data/publico/visitas.ts";

const DADOS = fileURLToPath(new URL("../../../data", import.meta.url));
const MARCA = "oculto para proteger pessoas";

let folder: TerritoryFolder;
let out: string;

beforeAll(async () => {
  folder = await readTerritory(DADOS);
  out = await mkdtemp(join(tmpdir(), "mirante-relato-"));
});

afterAll(async () => {
  await rm(out, { recursive: true, force: true });
});

/** Counts of concluded requests with every one under 100 hidden: more than any policy would. */
function tabelaDeConcluidas(): Publicacao["tabelas"] {
  const linhas = folder.extratos.servicos.rows.map((row) => {
    const texto = row["concluidas"] ?? "";
    const valor: NumeroPublico = texto === "" ? null : Number(texto) < 100 ? "oculto" : Number(texto);
    return { membros: { lugar: row["codigo_ibge"] ?? "", tempo: row["ano"] ?? "", servico: chaveDoServico(row["servico"] ?? "") }, valor };
  });
  return [{ id: "servicos-concluidas", niveis: { lugar: "municipio", tempo: "ano", servico: "servico" }, linhas }] as unknown as Publicacao["tabelas"];
}

function montagem(): MontagemPublica {
  const publicacao = {
    dataReferencia: newestDate(folder),
    municipios: folder.extratos.municipios.rows.map((row) => ({ codigo: Number(row["codigo"]), nome: row["nome"] })),
    tabelas: tabelaDeConcluidas(),
  } as unknown as Publicacao;
  return { dir: DADOS, folder, publicacao, politica: { k: { denuncias: 10, servicos: 5 }, marca: MARCA } as MontagemPublica["politica"], out, hoje: newestDate(folder) };
}

const ler = async (nome: string): Promise<unknown> => JSON.parse(await readFile(join(out, nome), "utf8"));

describe("how visits are chosen, as it is published", () => {
  test("has the hashes and the scores of the list that the terminal prints, and no position", async () => {
    const tabelas = await escreverVisitas(montagem());
    tabelas.forEach(conferirTabela);
    const { metodo, notas, apoio } = parseVisitasPublicas(await ler("visitas.json"));
    const { stdout, stderr } = await rank(["--data", DADOS]);
    expect(stderr).toContain(`SHA-256 do método: ${metodo.sha256}`);
    expect(stderr).toContain(`SHA-256 dos dados usados: ${metodo.dados}`);
    const doTerminal = new Map(stdout.trim().split("\n").slice(1).map((linha) => linha.split(",")).map(([, codigo, , nota]) => [Number(codigo), nota === "" ? null : Number(nota)]));
    expect(notas?.map(({ codigo }) => doTerminal.get(codigo))).toEqual(notas?.map(({ nota }) => nota));
    expect(notas?.map(({ codigo }) => codigo)).toEqual([...doTerminal.keys()].sort((a, b) => a - b));
    expect(JSON.stringify(notas)).not.toContain("posicao");
    expect(metodo.dimensoes.reduce((soma, { parte }) => soma + parte, 0)).toBeCloseTo(100, 1);
    expect(apoio?.demonstracao).toBe(true);
  });

  test("says nothing of support finer than a month, nor its theme or origin", async () => {
    await escreverVisitas(montagem());
    const texto = await readFile(join(out, "visitas.json"), "utf8");
    expect(texto).not.toContain("identificado-acompanhamento");
    const { metodo, apoio } = parseVisitasPublicas(JSON.parse(texto));
    expect(JSON.stringify({ apoio })).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(metodo.versao).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe("a method that weighs complaints", () => {
  test("is published with its weights and without any score: the counts of a small place could be told from it", async () => {
    const comDenuncias = { ...folder.metodo, dimensoes: [...folder.metodo.dimensoes, ...folder.territorio.indice.opcionais] };
    const tabelas = await escreverVisitas({ ...montagem(), folder: { ...folder, metodo: comDenuncias } });
    const { metodo, notas } = parseVisitasPublicas(await ler("visitas.json"));
    expect(notas).toBeNull();
    expect(metodo.dimensoes.map(({ id }) => id)).toContain("denuncias");
    expect(tabelas.map(({ id }) => id)).not.toContain("visitas-notas");
  });
});

describe("the panel of services, as it is published", () => {
  test("has no time, mark or number of answers beside a hidden count, in the page's file and in the open table", async () => {
    const [tabela] = await escreverServicos(montagem());
    const { linhas } = parseServicosPublicos(await ler("servicos.json"));
    const ocultas = linhas.filter(({ concluidas }) => concluidas === "oculto");
    expect(ocultas.length).toBeGreaterThan(500);
    expect(ocultas.filter(({ tempoMedio, tempoMediano, satisfacao, respostas }) => tempoMedio !== "oculto" || tempoMediano !== "oculto" || satisfacao !== null || respostas !== null)).toEqual([]);
    if (tabela === undefined) throw new Error("no open table");
    conferirTabela(tabela);
    const em = (nome: string): number => tabela.colunas.findIndex((coluna) => coluna.nome === nome);
    const dela = tabela.linhas.filter((linha) => linha[em("concluidas")] === MARCA);
    expect(dela.length).toBe(ocultas.length);
    expect(dela.filter((linha) => linha[em("tempo_medio_dias")] !== MARCA || linha[em("satisfacao")] !== null || linha[em("respostas")] !== null)).toEqual([]);
  });

  test("has every count from the release: a table that did not go out by municipality leaves none", async () => {
    const [tabela] = await escreverServicos(montagem());
    const { linhas, emAndamentoPorMunicipio } = parseServicosPublicos(await ler("servicos.json"));
    expect(emAndamentoPorMunicipio).toBe(false);
    expect(linhas.filter(({ emAndamento }) => typeof emAndamento === "number")).toEqual([]);
    expect(tabela?.colunas.map(({ nome }) => nome)).not.toContain("em_andamento");
    expect(linhas.filter(({ concluidas }) => typeof concluidas === "number" && concluidas > 0 && concluidas < 100)).toEqual([]);
  });

  test("has no mean of fewer than five answers", async () => {
    await escreverServicos(montagem());
    const { linhas } = parseServicosPublicos(await ler("servicos.json"));
    const comNota = linhas.filter(({ satisfacao }) => satisfacao !== null);
    expect(comNota.length).toBeGreaterThan(0);
    expect(comNota.filter(({ respostas }) => respostas === null || respostas < 5)).toEqual([]);
  });
});
