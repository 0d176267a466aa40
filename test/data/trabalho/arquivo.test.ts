import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { lapide, registro, type Registro } from "../../../src/core/mescla/index.ts";
import { escreverTrabalho, lerTrabalho } from "../../../src/data/trabalho/arquivo.ts";
import { dadoDePessoa, lerRegistro } from "../../../src/data/trabalho/esquema.ts";
import { parSorteado } from "../../core/mescla/pares.ts";
import { ACAO, acao, mudada, PLANO, plano, TERRITORIO } from "./exemplos.ts";

const NOTA = registro(`nota-${"c".repeat(32)}`, { texto: "Conferir", municipio: 1100015 });
const escrito = async (...registros: Registro[]): Promise<string> => (await escreverTrabalho({ territorio: TERRITORIO, versoes: ["f".repeat(64)], registros })).texto;

describe("the file", () => {
  // The content's canonical text by hand: members by name, records by id, no versions.
  const CONTEUDO =
    `{"formato":"mirante-trabalho","registros":[{"acao":"Contratar","id":"${ACAO}","orgao":"Secretaria","plano":"${PLANO}","prazo":"2026-06-30","tipo":"acao"},` +
    `{"id":"${NOTA.id}","removido":true,"tipo":"nota"}],"territorio":"Exemplo","versao":1}`;
  const SHA = createHash("sha256").update(CONTEUDO, "utf8").digest("hex");

  it("has its members by name, a record a line by id, and the SHA-256 of its canonical content", async () => {
    const { texto, sha256, nome } = await escreverTrabalho({ territorio: TERRITORIO, versoes: ["f".repeat(64)], registros: [lapide(NOTA), acao] });
    expect(sha256).toBe(SHA);
    expect(nome).toBe(`trabalho-${SHA.slice(0, 8)}.mirante.json`);
    expect(texto.split("\n")).toEqual([
      "{",
      '  "formato": "mirante-trabalho",',
      '  "registros": [',
      `    {"acao":"Contratar","id":"${ACAO}","orgao":"Secretaria","plano":"${PLANO}","prazo":"2026-06-30","tipo":"acao"},`,
      `    {"id":"${NOTA.id}","removido":true,"tipo":"nota"}`,
      "  ],",
      `  "sha256": "${SHA}",`,
      '  "territorio": "Exemplo",',
      '  "versao": 1,',
      `  "versoes": ["${"f".repeat(64)}"]`,
      "}",
      "",
    ]);
  });

  it("is the same bytes whatever the order of the records, and has another hash in another territory", async () => {
    expect(await escrito(plano, acao)).toBe(await escrito(acao, plano));
    const outro = await escreverTrabalho({ territorio: "Outro", versoes: [], registros: [acao] });
    expect(outro.sha256).not.toBe((await escreverTrabalho({ territorio: TERRITORIO, versoes: [], registros: [acao] })).sha256);
  });

  it("comes back as it went, over 200 generated works, with a byte order mark too, and none at all", async () => {
    for (let i = 0; i < 200; i += 1) {
      const registros = parSorteado(i).meus;
      const { texto, sha256 } = await escreverTrabalho({ territorio: TERRITORIO, versoes: ["a".repeat(64)], registros });
      const lido = await lerTrabalho(i % 2 === 0 ? texto : `\ufeff${texto}`, TERRITORIO);
      expect(lido.problemas).toEqual([]);
      expect(lido.sha256).toBe(sha256);
      expect(lido.trabalho?.versoes).toEqual(["a".repeat(64)]);
      expect(lido.trabalho?.registros).toEqual([...registros].sort((a, b) => (a.id < b.id ? -1 : 1)));
    }
  });

  it("is not written with a record that the reader would refuse", async () => {
    await expect(escrito(mudada({ evidencia: "Falar com maria@exemplo.org" }))).rejects.toThrow(TypeError);
    await expect(escrito(registro(ACAO, { acao: "Contratar" }))).rejects.toThrow("Falta o campo “Plano”.");
  });
});

describe("a file that is refused", () => {
  const ler = async (mudar: (texto: string) => string): Promise<readonly unknown[]> => {
    const lido = await lerTrabalho(mudar(await escrito(plano, acao)), TERRITORIO);
    expect(lido.trabalho).toBeNull();
    return lido.problemas.map(({ caminho, mensagem }) => `${caminho}: ${mensagem}`);
  };

  it.each([
    ["is no JSON", () => "{", /^arquivo: O arquivo não é um JSON que se possa ler/],
    ["is a list", () => "[]", /^arquivo: O arquivo não tem um trabalho desta página\.$/],
    ["is cut in the middle", (texto: string) => texto.slice(0, 200), /^arquivo: O arquivo não é um JSON/],
    ["is another of the app's files", (texto: string) => texto.replace("mirante-trabalho", "mirante-plano"), /^formato: O arquivo não é um trabalho desta página\.$/],
    ["is of a later version", (texto: string) => texto.replace('"versao": 1', '"versao": 2'), /^versao: O arquivo é de outra versão do formato\.$/],
    ["is of another territory", (texto: string) => texto.replace('"Exemplo"', '"Outro"'), /^territorio: O arquivo é de outro território \(Outro\)\.$/],
    ["has a member too many", (texto: string) => texto.replace('"versao"', '"autor": "x", "versao"'), /^autor: O campo autor não existe neste formato\.$/],
    ["has a member too few", (texto: string) => texto.replace(/ {2}"sha256".*\n/, ""), /^sha256: Falta o campo sha256\.$/],
    ["was changed, well formed", (texto: string) => texto.replace("2026-06-30", "2026-07-30"), /^sha256: O conteúdo não confere com o SHA-256/],
    ["lost a record", (texto: string) => texto.replace(/ {4}\{"acao".*\n/, ""), /^sha256: O conteúdo não confere/],
  ])("because it %s is so in one problem", async (_nome, mudar, problema) => {
    expect(await ler(mudar)).toEqual([expect.stringMatching(problema)]);
  });

  it("has each problem of each record with its place in the file", async () => {
    const mudar = (texto: string): string =>
      texto
        .replace("2026-06-30", "2026-02-30")
        .replace('"orgao":"Secretaria"', `"orgao":"${"x".repeat(121)}"`)
        .replace("1100015", "110001")
        .replace('"origem":"auditoria"', '"cpf":"1","origem":"boato"')
        .replace("Sem equipe de referência", "");
    expect(await ler(mudar)).toEqual([
      "registros[0].orgao: O campo “Órgão responsável” tem mais de 120 caracteres.",
      "registros[0].prazo: O campo “Prazo” não é um dia do calendário na forma AAAA-MM-DD.",
      "registros[1].municipio: O campo “Município” não é um código do IBGE de sete dígitos.",
      "registros[1].dificuldade: O campo “Dificuldade” está vazio.",
      "registros[1].origem: O campo “Origem da dificuldade” não é uma das opções: Auditoria, Denúncia, Censo SUAS, Monitoramento.",
      "registros[1].cpf: O campo “cpf” não existe neste tipo de registro.",
    ]);
  });

  it("with the same record twice says which", async () => {
    expect(await ler((texto) => texto.replace(/( {4}\{"acao".*\n)/, "$1$1"))).toEqual([`registros[1].id: O registro ${ACAO} aparece mais de uma vez.`]);
  });

  it("with 10,000 bad records lists 200 and counts all", async () => {
    const texto = JSON.stringify({ ...(JSON.parse(await escrito()) as object), registros: Array.from({ length: 10_000 }, () => 3) });
    const lido = await lerTrabalho(texto, TERRITORIO);
    expect(lido.trabalho).toBeNull();
    if (lido.trabalho !== null) return;
    expect([lido.problemas.length, lido.total]).toEqual([200, 10_000]);
    expect(lido.problemas[199]).toMatchObject({ caminho: "registros[199]", mensagem: "Não é um registro." });
  });
});

describe("a record", () => {
  const queixas = (valor: unknown): unknown => {
    const lido = lerRegistro(valor);
    return "problemas" in lido ? lido.problemas.map(({ campo }) => campo) : [];
  };
  const flat = { id: ACAO, tipo: "acao", plano: PLANO, acao: "Contratar" };

  it.each([
    ["an id of another kind", { ...flat, id: PLANO }, ["id"]],
    ["a kind that does not exist", { ...flat, tipo: "pessoa" }, ["tipo", "removido", "plano"]],
    ["a link to what it cannot link to", { ...flat, plano: ACAO }, ["plano"]],
    ["a line feed", { ...flat, acao: "a\nb" }, ["acao"]],
    ["half of a surrogate pair", { ...flat, acao: "a\ud800" }, ["acao"]],
    ["a mark that turns the text round", { ...flat, acao: "a\u202eb" }, ["acao"]],
    ["an accent apart from its letter", { ...flat, acao: "a\u0301" }, ["acao"]],
    ["null in place of nothing", { ...flat, prazo: null }, ["prazo"]],
    ["a tombstone that still says something", { id: ACAO, tipo: "acao", removido: true, plano: PLANO }, ["plano"]],
    ["a tombstone that is none", { ...flat, removido: false }, ["removido", "plano"]],
    ["nothing of a record", null, [null]],
  ])("with %s does not stand", (_nome, valor, campos) => {
    expect(queixas(valor)).toEqual(campos);
  });

  it("that is a visit takes 0 participants and not −1, half a one or a number in quotes", () => {
    const visita = { id: `visita-${"d".repeat(32)}`, tipo: "visita", municipio: 1100015, data: "2026-01-10" };
    expect([0, 1_000_000].map((participantes) => queixas({ ...visita, participantes }))).toEqual([[], []]);
    expect([-1, 0.5, 1_000_001, "3"].map((participantes) => queixas({ ...visita, participantes }))).toEqual(Array.from({ length: 4 }, () => ["participantes"]));
  });
});

it.each([
  ["CPF 529.982.247-25", "um CPF"],
  // 52998224725: first digit 5·10+2·9+9·8+9·7+8·6+2·5+2·4+4·3+7·2 = 295, 2950 mod 11 = 2; second 347·10 mod 11 = 5.
  ["Servidor 52998224725", "um CPF"],
  ["fulana@exemplo.org", "um e-mail"],
  ["(65) 99999-1234", "um telefone"],
  ["ligar 65 99999-1234", "um telefone"],
  ["Protocolo 202611220001", "um número longo, que pode ser documento, telefone ou protocolo"],
  ["NIS 123456789", "um número longo, que pode ser documento, telefone ou protocolo"],
  ["Portaria nº 352/2023, processo 00012.000123/2026", null],
  ["Ampliar para 12.500.000 atendimentos", null],
])("“%s” shows %s", (texto, dado) => {
  expect(dadoDePessoa(texto)).toBe(dado);
});
