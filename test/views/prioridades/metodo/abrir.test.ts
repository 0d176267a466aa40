import { describe, expect, it, vi } from "vitest";
import { methodFileText, methodHash, type Metodo } from "../../../../src/core/metodo/method.ts";
import type { ProblemaMetodo } from "../../../../src/data/metodo/parse.ts";
import { abrirMetodo, problemasDoMetodo } from "../../../../src/views/prioridades/metodo/abrir.ts";
import { CATALOGO, METODO } from "../fixture.ts";

const aceita = (): readonly ProblemaMetodo[] => [];

function arquivo(texto: string): File {
  return new File([texto], "metodo.json");
}

describe("opening a method file", () => {
  it("puts in force the method the page itself saved, with its hash", async () => {
    const outro: Metodo = { ...METODO, k: 4, nome: "Outro" };
    const mudar = vi.fn(aceita);
    expect(await abrirMetodo(arquivo(methodFileText(outro)), CATALOGO, METODO, mudar)).toEqual({
      aceito: true,
      nome: "metodo.json",
      sha256: methodHash(outro),
      avisos: [],
    });
    expect(mudar).toHaveBeenCalledExactlyOnceWith(outro);
  });

  it.each([
    ["another version", JSON.stringify({ ...METODO, versao: 2 }), "O arquivo é de outra versão do método."],
    ["an unknown indicator", JSON.stringify(METODO).replaceAll('"rede"', '"rede-que-nao-ha"'), "O catálogo não tem o indicador “rede-que-nao-ha”."],
    ["a wrong hash", methodFileText(METODO).replace('"k": 2', '"k": 5'), "O SHA-256 do arquivo não é o do método que ele traz"],
    ["no JSON", "posicao,codigo", "O arquivo não é um JSON que se possa ler"],
    ["a negative weight", JSON.stringify(METODO).replace('"peso":60', '"peso":-60'), "não serve aqui"],
    ["reversed goalposts", JSON.stringify(METODO).replace('"lo":10,"hi":50', '"lo":50,"hi":10'), "estão trocadas"],
  ])("refuses %s with a sentence, and nothing changes", async (_, texto, mensagem) => {
    const mudar = vi.fn(aceita);
    const abertura = await abrirMetodo(arquivo(texto), CATALOGO, METODO, mudar);
    if (abertura.aceito) throw new Error("the file was accepted");
    expect(abertura.problemas.map((p) => p.mensagem).join(" ")).toContain(mensagem);
    expect(abertura.problemas.every((p) => p.conserto !== "")).toBe(true);
    expect(mudar).not.toHaveBeenCalled();
  });

  it("refuses a method that the address would cut, instead of losing half of it", async () => {
    const longo: Metodo = {
      ...METODO,
      dimensoes: Array.from({ length: 40 }, (_, i) => ({
        id: `d${i}`,
        nome: `${"dimensão ".repeat(30)}${i}`,
        peso: i === 0 ? 1 : 0,
        indicadores: i === 0 ? (METODO.dimensoes[0]?.indicadores ?? []) : [],
      })),
    };
    const mudar = vi.fn(aceita);
    const abertura = await abrirMetodo(arquivo(methodFileText(longo)), CATALOGO, METODO, mudar);
    if (abertura.aceito) throw new Error("the file was accepted");
    expect(abertura.problemas[0]?.mensagem).toContain("não cabe no endereço");
    expect(mudar).not.toHaveBeenCalled();
  });
});

describe("an edited method", () => {
  it("passes the same door as a file", () => {
    expect(problemasDoMetodo(METODO, { ...METODO, k: 3 }, CATALOGO)).toEqual([]);
    expect(problemasDoMetodo(METODO, { ...METODO, k: 0 }, CATALOGO)[0]?.caminho).toBe("k");
    const [problema] = problemasDoMetodo(METODO, { ...METODO, normalizacao: "z", agregacao: "potencia-2" }, CATALOGO);
    expect(problema?.mensagem).toContain("esta agregação não se aplica");
  });
});
