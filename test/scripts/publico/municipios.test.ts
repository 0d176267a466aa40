import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { escreverMunicipios, lerPalavras } from "../../../scripts/publico/municipios.ts";
import type { MontagemPublica } from "../../../scripts/publico/montagem.ts";
import { newestDate, readMunicipios } from "../../../scripts/extracts/snapshot.ts";
import { readTerritory, type TerritoryFolder } from "../../../scripts/extracts/territory.ts";
import { frasesDe, legibilidade, palavrasDe } from "../../../src/core/legibilidade/flesch.ts";
import { indicadoresDoMetodo } from "../../../src/core/metodo/method.ts";
import type { TabelaAberta } from "../../../src/core/publico/aberto.ts";
import { textoDasDenuncias } from "../../../src/core/publico/municipio-texto-denuncias.ts";
import { frasesDaFigura, frasesDoQueFalta, secaoDaRede, secaoDeAbertura, secaoDoApoio } from "../../../src/core/publico/municipio-texto.ts";
import type { MunicipioPublico } from "../../../src/core/publico/municipio.ts";
import { parseVerbetes } from "../../../src/data/publico/ler-glossario.ts";
import { parseMunicipioPublico } from "../../../src/data/publico/ler-municipio.ts";
import { dataText } from "../../data/folder.ts";
import { schemaErrors } from "../../data/metodo/json-schema.ts";

const DATA = fileURLToPath(new URL("../../../data", import.meta.url));
const out = mkdtempSync(join(tmpdir(), "municipios-"));

let folder: TerritoryFolder;
let tabelas: readonly TabelaAberta[];
let paginas: MunicipioPublico[];

const daPagina = (codigo: number): MunicipioPublico => {
  const pagina = paginas.find((uma) => uma.codigo === codigo);
  if (pagina === undefined) throw new RangeError(`no page of ${codigo}`);
  return pagina;
};

beforeAll(async () => {
  folder = await readTerritory(DATA);
  const tabela = {
    id: "denuncias-lugar-ano",
    titulo: "Denúncias",
    assunto: "denuncias",
    demonstracao: true,
    niveis: { lugar: "regiao", tempo: "ano" },
    pedida: { lugar: "municipio", tempo: "ano" },
    linhas: [{ membros: { lugar: "510001", tempo: "2025" }, valor: 522 }],
    resumo: { celulas: 1, ocultas: 0, parteOculta: 0 },
  };
  const publicacao = { dataReferencia: newestDate(folder), tabelas: [tabela], extratos: [{ id: "denuncias", demonstracao: true, inicio: "2023-11", fim: "2026-10" }] };
  const montagem = { dir: DATA, folder, politica: { k: { denuncias: 10, servicos: 5 } }, publicacao, out, hoje: publicacao.dataReferencia };
  tabelas = await escreverMunicipios(montagem as unknown as MontagemPublica);
  paginas = readdirSync(join(out, "municipio")).map((nome) => parseMunicipioPublico(JSON.parse(readFileSync(join(out, "municipio", nome), "utf8"))));
});

afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

describe("the pages of the municipalities", () => {
  it("are one a municipality, named by its code", () => {
    expect(new Set(paginas.map(({ codigo }) => codigo))).toEqual(new Set(readMunicipios(folder.extratos.municipios.rows).map(({ codigo }) => codigo)));
    expect(existsSync(join(out, "municipio", "5103403.json"))).toBe(true);
  });

  it("tell every indicator of the method that has a figure, each in plain words", async () => {
    const { indicadores } = await lerPalavras(DATA);
    const contados = new Set(daPagina(5103403).figuras.map(({ indicador }) => indicador));
    for (const { id } of indicadoresDoMetodo(folder.metodo)) expect(contados, id).toContain(id);
    expect(indicadores.map(({ id }) => id).filter((id) => !contados.has(id))).toEqual([]);
  });

  it("give the figure of the extract, with its year", () => {
    // indicadores.csv: 5103403,2019,cras-unidades,14 and 5103403,2019,creas-unidades,2.
    expect(daPagina(5103403).rede).toMatchObject({ cras: { periodo: "2019", valor: 14 }, creas: { periodo: "2019", valor: 2 }, familiasPorCras: 5_000 });
  });

  it("have no zero where the source has nothing", () => {
    const nova = daPagina(5101837);
    expect(nova.populacao).toBeNull();
    expect(nova.figuras.every(({ valor }) => valor === null)).toBe(true);
    expect(nova.rede.perto).toHaveLength(3);
  });

  it("take complaints from the protected tables alone, with the region's name", () => {
    expect(daPagina(5103403).denuncias).toMatchObject({ k: 10, inicio: "2023-11", lugares: [{ nivel: "regiao", lugar: "Cuiabá", doMunicipio: false, linhas: [{ periodo: "2025", valor: 522 }] }] });
    // Sorriso is in another region, of which the table has no row.
    expect(daPagina(5107925).denuncias?.lugares).toEqual([]);
  });

  it("count support that was held, once a municipality, and never say a day, a theme or who asked", () => {
    const { rows } = folder.extratos.apoios;
    const dados = rows.filter((row) => row["codigo_ibge"] === "5103403" && row["situacao"] === "realizado" && (row["data"] ?? "").startsWith("2025"));
    const ano = daPagina(5103403).apoio?.anos.find((cada) => cada.ano === 2025);
    expect((ano?.presencial ?? 0) + (ano?.aDistancia ?? 0)).toBe(new Set(dados.map((row) => row["apoio"])).size);
    const texto = readFileSync(join(out, "municipio", "5103403.json"), "utf8").replace(/"dataReferencia":"[^"]+"/, "");
    expect(texto).not.toMatch(/\d{4}-\d{2}-\d{2}|DEMO-|solicitado|identificado-acompanhamento|Orientação a gestores/);
  });

  it("give the comparisons as an open table with one row a municipality, indicator and group", () => {
    const [tabela] = tabelas;
    expect(tabela?.id).toBe("municipios-comparacoes");
    const chaves = tabela?.colunas.flatMap(({ chave }, i) => (chave === true ? [i] : [])) ?? [];
    const linhas = tabela?.linhas ?? [];
    expect(new Set(linhas.map((linha) => chaves.map((i) => linha[i]).join(" "))).size).toBe(linhas.length);
    expect(linhas.every((linha) => linha.length === tabela?.colunas.length)).toBe(true);
  });
});

/**
 * "Muito fácil" in the grades of Martins et al. (1996): for who went to school for five
 * years. The page is for whoever needs the CRAS, so it asks for no more than that.
 */
const MUITO_FACIL = 75;
/** A section is short, and one name of a programme weighs much in it. */
const MENOR_DA_SECAO = 60;
const MAIS_PALAVRAS = 28;

function secoesDe(pagina: MunicipioPublico): string[][] {
  return [
    secaoDeAbertura(pagina).frases,
    secaoDaRede(pagina).frases,
    pagina.figuras.flatMap((figura) => (figura.valor === null ? [] : [...frasesDaFigura(figura), figura.naoDiz])),
    frasesDoQueFalta(pagina),
    secaoDoApoio(pagina).frases,
    textoDasDenuncias(pagina).frases,
  ].flatMap((frases) => (frases.length === 0 ? [] : [[...frases]]));
}

/** In a short section the name of a place would weigh too much, and nobody can make it easier. */
function semNomes({ nome, regiao, rede }: MunicipioPublico, texto: string): string {
  return [nome, regiao ?? nome, ...rede.perto.map((perto) => perto.nome)].reduce((resto, cada) => resto.replaceAll(cada, "Sinop"), texto);
}

describe("the sentences of the pages", () => {
  it("are very easy to read on each of them, and easy in each section", () => {
    const dificeis = paginas.flatMap((pagina) => {
      const secoes = secoesDe(pagina);
      const todas = legibilidade(secoes.flat().join(" ")).indice;
      const piores = secoes.map((frases) => ({ indice: legibilidade(semNomes(pagina, frases.join(" "))).indice, frases })).filter(({ indice }) => indice < MENOR_DA_SECAO);
      return todas < MUITO_FACIL || piores.length > 0 ? [{ nome: pagina.nome, todas, piores }] : [];
    });
    expect(dificeis).toEqual([]);
  });

  it("are short", () => {
    const longas = paginas.flatMap((pagina) => secoesDe(pagina).flat().flatMap(frasesDe)).filter((frase) => palavrasDe(frase).length > MAIS_PALAVRAS);
    expect(longas).toEqual([]);
  });

  it("never grade or rank a place, and leave no mark of a template", () => {
    const ruins = paginas.flatMap((pagina) => secoesDe(pagina).flat()).filter((frase) => /\bpior|crític|\branking|\bº lugar|[{}]|undefined|NaN|null/i.test(frase));
    expect(ruins).toEqual([]);
  });
});

describe("the plain words", () => {
  it("fit the published schema", () => {
    const schema = JSON.parse(dataText("glossario.schema.json")) as Parameters<typeof schemaErrors>[0];
    expect(schemaErrors(schema, JSON.parse(dataText("glossario.json")))).toEqual([]);
  });

  it("have each id and each spelling once, and say no indicator that the catalogue has not", async () => {
    const { verbetes, indicadores } = await lerPalavras(DATA);
    const formas = verbetes.flatMap((verbete) => verbete.formas.map((forma) => forma.toLocaleLowerCase("pt-BR")));
    expect(new Set(formas).size).toBe(formas.length);
    expect(new Set(verbetes.map(({ id }) => id)).size).toBe(verbetes.length);
    const catalogo = new Set(folder.catalogo.map(({ id }) => id));
    expect(indicadores.filter(({ id }) => !catalogo.has(id))).toEqual([]);
  });

  it("go out beside the pages", () => {
    expect(parseVerbetes(JSON.parse(readFileSync(join(out, "glossario.json"), "utf8"))).map(({ id }) => id)).toContain("cras");
  });
});
