import { describe, expect, it } from "vitest";
import { methodHash, type Metodo } from "../../../../src/core/metodo/method.ts";
import { preparePriority, scorePriority } from "../../../../src/core/metodo/priority.ts";
import { CABECALHO, conferirHash, conferirLista, LINHA_INTEIRA } from "../../../../src/views/prioridades/ciclo/conferir.ts";
import { escritaDaLista } from "../../../../src/views/prioridades/ciclo/lista.ts";
import { CATALOGO, COLUNAS, METODO, MUNICIPIOS } from "../fixture.ts";

function escritaDe(metodo: Metodo) {
  const preparada = preparePriority(metodo, CATALOGO, COLUNAS, MUNICIPIOS);
  return escritaDaLista({ preparada, scores: scorePriority(preparada), municipios: MUNICIPIOS }, metodo);
}
const ESCRITA = escritaDe(METODO);
const CSV = ESCRITA.csv();
const JSON_ = ESCRITA.json();

describe("a published hash", () => {
  const metodo = "a1".repeat(32);
  const impressoes = { metodo, padrao: "b2".repeat(32), dados: "c3".repeat(32) };

  it("has no verdict while nothing is pasted", () => {
    expect(conferirHash("  ", impressoes)).toBeNull();
  });

  it.each([
    [metodo, "certo", "O método em vigor é o publicado"],
    [` SHA-256: ${metodo.toUpperCase()}\n`, "certo", "O método em vigor é o publicado"],
    ["c3".repeat(32), "aviso", "Este é o SHA-256 dos dados usados"],
    ["b2".repeat(32), "errado", "Volte ao padrão"],
    ["d4".repeat(32), "errado", `o SHA-256 dele é ${metodo}`],
    ["a1a1", "errado", "O texto tem 4 algarismos"],
    ["g".repeat(64), "errado", "não é um SHA-256"],
  ])("%j is %s", (texto, tom, frase) => {
    const veredito = conferirHash(texto, impressoes);
    expect(veredito?.tom).toBe(tom);
    expect(veredito?.texto).toContain(frase);
  });

  it("is the default's own when nothing was changed", () => {
    expect(conferirHash(metodo, { ...impressoes, padrao: metodo })?.tom).toBe("certo");
  });
});

describe("a published list", () => {
  it.each([
    ["CSV", CSV],
    ["JSON", JSON_],
    ["CSV with Windows line ends", CSV.replaceAll("\n", "\r\n")],
    ["CSV with a mark of UTF-8", `\ufeff${CSV}`],
  ])("is confirmed letter by letter: %s", (_, texto) => {
    expect(conferirLista(texto, ESCRITA)).toEqual({
      veredito: { tom: "certo", texto: "A lista publicada é a que este método dá com estes dados, letra por letra." },
      diferencas: [],
    });
  });

  it.each([["CSV", ESCRITA.csv(3)], ["JSON", ESCRITA.json(3)]])("is confirmed up to where it was cut: %s", (_, texto) => {
    expect(conferirLista(texto, ESCRITA).veredito).toEqual({
      tom: "certo",
      texto: "A lista publicada é a que este método dá com estes dados, letra por letra, até a 3ª posição.",
    });
  });

  it("with one changed figure has that one difference, in its place", () => {
    const [, primeira = ""] = CSV.split("\n");
    const nota = primeira.split(",")[3] ?? "";
    const { veredito, diferencas } = conferirLista(CSV.replace(`,${nota},`, ",99.99,"), ESCRITA);
    expect(veredito.tom).toBe("errado");
    expect(veredito.texto).toContain("1 diferença em 1 município.");
    expect(diferencas).toEqual([{ codigo: "9900001", nome: "Água Fria", campo: "nota", publicada: "99.99", calculada: nota }]);
  });

  it("without one municipality, or with one too many, says so", () => {
    const linhas = CSV.split("\n");
    const semSegunda = conferirLista(linhas.filter((_, i) => i !== 2).join("\n"), ESCRITA);
    expect(semSegunda.diferencas).toEqual([expect.objectContaining({ campo: LINHA_INTEIRA, publicada: "não está", calculada: "está" })]);
    const [primeira = ""] = linhas.slice(1);
    const aMais = [...linhas.slice(0, -1), primeira.replace("9900001", "9900099"), ""].join("\n");
    expect(conferirLista(aMais, ESCRITA).diferencas).toEqual([expect.objectContaining({ codigo: "9900099", publicada: "está", calculada: "não está" })]);
  });

  it("of another method names both methods", () => {
    const outro: Metodo = { ...METODO, k: 3 };
    const { veredito, diferencas } = conferirLista(escritaDe(outro).json(), ESCRITA);
    expect(veredito.tom).toBe("errado");
    expect(veredito.texto).toContain(`a publicada diz vir do método ${methodHash(outro).slice(0, 12)}…`);
    // The places of the header, and who is among them.
    expect(diferencas.map(({ nome, campo }) => [nome, campo])).toEqual([
      [CABECALHO, "metodo.k"],
      ["Esperança", "entreOsK"],
    ]);
  });

  it("of the same figures in another layout is right, but for a header that was touched", () => {
    const semRecuo = JSON.stringify(JSON.parse(JSON_));
    expect(conferirLista(semRecuo, ESCRITA).veredito.texto).toContain("só a escrita do arquivo, ou a ordem das linhas, é outra");
    const tocado = conferirLista(semRecuo.replace('"k":2', '"k":50'), ESCRITA);
    expect(tocado.veredito.texto).toContain("1 diferença no cabeçalho");
  });

  it("over other data says the figures agree and the data do not", () => {
    const { veredito } = conferirLista(JSON_.replace(ESCRITA.selo.dados, "0".repeat(64)), ESCRITA);
    expect(veredito.tom).toBe("aviso");
    expect(veredito.texto).toContain("a publicada diz vir dos dados 000000000000…");
  });

  it.each([
    ["", "O arquivo está vazio"],
    ["nome;valor\nx;1\n", "O arquivo não é uma lista desta página"],
    [CSV.replaceAll(",", ";"), "sem passar por uma planilha"],
    ["{", "não é um JSON que se possa ler"],
    ["{}", "O arquivo não é uma lista desta página"],
    [CSV.replace("9900001", "123"), "O código “123” não é o de um município"],
    [CSV.replace("9900002", "9900001"), "está duas vezes no arquivo"],
    [`${CSV}1,2\n`, "A linha 8 do arquivo não tem as 11 colunas"],
  ])("that is no list (%#) is refused in a sentence", (texto, frase) => {
    const { veredito, diferencas } = conferirLista(texto, ESCRITA);
    expect([veredito.tom, diferencas]).toEqual(["errado", []]);
    expect(veredito.texto).toContain(frase);
  });
});
