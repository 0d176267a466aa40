import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fold } from "../../../src/core/search.ts";
import type { Territorio } from "../../../src/core/territorio.ts";
import { pactoSemArquivo, parsePacto, referenciaDoArtigo } from "../../../src/data/apoio/pacto.ts";
import { EIXO_ROTULO, ESTRATEGIA_NAO_PRESENCIAL_ROTULO, ESTRATEGIA_ROTULO } from "../../../src/data/contracts/apoios.ts";
import { sharedPath } from "../../shared.ts";
import { dataText } from "../folder.ts";
import { schemaErrors } from "../metodo/json-schema.ts";

const SCHEMA = JSON.parse(dataText("apoio.schema.json")) as Parameters<typeof schemaErrors>[0];
interface Bruto {
  readonly [parte: string]: unknown;
  readonly linhas: readonly Record<string, unknown>[];
  readonly coordenacoes: readonly Record<string, unknown>[];
  readonly estrategias: readonly Record<string, unknown>[];
}
const valor = JSON.parse(dataText("apoio.json")) as Bruto;
const pacto = parsePacto(valor);
const territorio = JSON.parse(dataText("territorio.json")) as Territorio;
const NORMA = sharedPath("normas/000_1d1b3c2608e8a20b.txt");
const emUmaLinha = (texto: string): string => texto.replace(/\s+/g, " ");

describe("what was pacted of support", () => {
  it("fits the published schema, with and without a file", () => {
    expect(schemaErrors(SCHEMA, valor)).toEqual([]);
    expect(schemaErrors(SCHEMA, JSON.parse(JSON.stringify(pactoSemArquivo())))).toEqual([]);
    expect(parsePacto(pactoSemArquivo())).toEqual(pactoSemArquivo());
  });

  it("has the twelve strategies and the four eixos of the contract, in its order and groups", () => {
    expect(pacto.estrategias.map(({ id }) => id)).toEqual(Object.keys(ESTRATEGIA_ROTULO));
    expect(pacto.estrategias.filter(({ modalidade }) => modalidade === "nao-presencial").map(({ id }) => id)).toEqual(Object.keys(ESTRATEGIA_NAO_PRESENCIAL_ROTULO));
    expect(pacto.eixos.map(({ id }) => id)).toEqual(Object.keys(EIXO_ROTULO));
  });

  it("has the twenty lines of art. 7: one of the SAAS, three of the gestão, nine of the services, seven of the benefits", () => {
    const porEixo = pacto.eixos.map(({ id }) => pacto.linhas.filter(({ eixo }) => eixo === id).length);
    expect(porEixo).toEqual([1, 3, 9, 7]);
    // Presencial: technical visits, the workshop on monitoring, the CNEAS meeting and the PETI seminar.
    expect(pacto.linhas.filter(({ modalidade }) => modalidade === "presencial").map(({ id }) => id)).toEqual(["visitas-tecnicas", "monitoramento-avaliacao", "cneas", "peti"]);
  });

  it("has the offices a to n of art. 6 VIII, and every line leads to one", () => {
    expect(pacto.coordenacoes.map(({ id }) => id).join("")).toBe("abcdefghijklmn");
    expect(pacto.linhas.filter(({ coordenacao }) => coordenacao === null)).toEqual([]);
  });

  it("cites articles that lead to an entry of the territory's norm", () => {
    const norma = territorio.normas.find(({ id }) => id === pacto.norma);
    if (norma === undefined) throw new Error("the norm is not in territorio.json");
    const artigos = [...pacto.estrategias.flatMap((e) => e.artigos), ...pacto.linhas.map((l) => l.artigo), ...pacto.coordenacoes.map((c) => c.artigo), ...(pacto.minimo?.artigos ?? [])];
    expect(artigos.filter((artigo) => referenciaDoArtigo(artigo, norma) === null)).toEqual([]);
    expect(referenciaDoArtigo("art. 6º, VIII, d", norma)).toBe("art. 6º");
    expect(referenciaDoArtigo("art. 4º, I, c", norma)).toBe("art. 4º, I, c");
    expect(referenciaDoArtigo("art. 70", norma)).toBeNull();
  });

  it("shows no mailbox but an office's", () => {
    const dominios = new Set(pacto.coordenacoes.flatMap(({ emails }) => emails.map((email) => email.split("@")[1])));
    expect([...dominios]).toEqual(["setasc.mt.gov.br"]);
  });
});

describe("the text of the norm", () => {
  const texto = NORMA === null ? "" : emUmaLinha(readFileSync(NORMA, "utf8"));

  it.skipIf(NORMA === null)("has each line, with its modality right after it, in the same order", () => {
    const tabela = texto.slice(texto.indexOf("Art. 7º."), texto.indexOf("Art. 8º."));
    const lugares = pacto.linhas.map(({ nome, modalidadeNaNorma }) => tabela.indexOf(`${nome} ${modalidadeNaNorma}`));
    expect(lugares.filter((lugar) => lugar < 0)).toEqual([]);
    expect(lugares).toEqual([...lugares].sort((a, b) => a - b));
    // Nothing is left of the table but its head and the eixos.
    const resto = pacto.linhas.reduce((t, { nome, modalidadeNaNorma }) => t.replace(`${nome} ${modalidadeNaNorma}`, ""), tabela.slice(tabela.indexOf("Modalidade") + "Modalidade".length));
    expect(emUmaLinha(resto.replace(/-/g, "")).trim()).toBe("SAAS Gestão do SUAS Serviços Socioassistenciais Benefícios, Programas e Projetos Socioassistenciais");
  });

  it.skipIf(NORMA === null)("has each strategy under its inciso of art. 6, and each office under its letter with what it answers for", () => {
    const artigo = texto.slice(texto.indexOf("Art. 6º. As ações"), texto.indexOf("Art. 7º."));
    const romano = (artigos: readonly string[]): string => (artigos.at(-1) ?? "").replace("art. 6º, ", "");
    expect(pacto.estrategias.filter(({ nome, artigos }) => !fold(artigo).includes(fold(`${romano(artigos)} - ${nome}`)))).toEqual([]);
    for (const { id, nome, atende, telefone, emails } of pacto.coordenacoes) {
      const inicio = artigo.indexOf(`${id}. ${nome}`);
      expect(inicio, id).toBeGreaterThan(0);
      const trecho = artigo.slice(inicio, inicio + 900);
      for (const parte of [atende, telefone ?? "", ...emails]) expect(trecho, id).toContain(parte);
    }
  });
});

describe("a pact that does not fit", () => {
  const comLinha = (mudada: Readonly<Record<string, unknown>>): unknown => ({ ...valor, linhas: [{ ...valor.linhas[0], ...mudada }] });
  const comOrgao = (mudado: Readonly<Record<string, unknown>>): unknown => ({ ...valor, linhas: [], coordenacoes: [{ ...valor.coordenacoes[0], ...mudado }] });
  it.each<[string, unknown, RegExp]>([
    ["a strategy that is none", comLinha({ estrategias: ["carta"] }), /apoio\.json: em linhas\[0\]\.estrategias\[0\]/],
    ["a line of no strategy", comLinha({ estrategias: [] }), /em linhas\[0\]\.estrategias/],
    ["an eixo that is none", comLinha({ eixo: "outro" }), /em linhas\[0\]\.eixo/],
    ["a line planned half a time", comLinha({ previstos: 0.5 }), /em linhas\[0\]\.previstos/],
    ["a line of an office that does not exist", comLinha({ coordenacao: "z" }), /linha "visitas-tecnicas", e veio "z"/],
    ["two lines of one theme", { ...valor, linhas: [valor.linhas[0], { ...valor.linhas[1], tema: "VISITAS TECNICAS" }] }, /em linhas/],
    ["a strategy missing", { ...valor, estrategias: valor.estrategias.slice(1) }, /em estrategias/],
    ["a telephone where none belongs", comOrgao({ atende: "ligue (65) 3613-5712" }), /em coordenacoes\[0\]\.atende/],
    ["a mailbox without a place", comOrgao({ emails: ["fulano"] }), /em coordenacoes\[0\]\.emails\[0\]/],
    ["a member of no meaning", { ...valor, plano: 1 }, /em plano/],
    ["nothing at all", null, /apoio\.json/],
  ])("is refused by its place: %s", (_, ruim, onde) => {
    expect(() => parsePacto(ruim)).toThrow(onde);
  });
});
