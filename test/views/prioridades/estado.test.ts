import { describe, expect, it } from "vitest";
import { codec, ESTADO_PADRAO, formatPesos, INDICE, parsePesos, type Estado } from "../../../src/views/prioridades/estado.ts";

const CHEIO: Estado = {
  indicador: "ivs",
  regiao: [510007, 510001],
  porte: ["grande", "pequeno-1"],
  busca: "são josé & cia, d'oeste: 100%",
  municipio: 5103403,
  ordem: { coluna: "valor", sentido: "desc" },
  pesos: { vulnerabilidade: 42, rede: 0, gestao: 12.5 },
};

describe("codec", () => {
  it("leaves the default state out of the address", () => {
    expect(codec.encode(ESTADO_PADRAO)).toEqual({});
    expect(codec.decode({})).toEqual(ESTADO_PADRAO);
  });

  it("gives back every state it wrote", () => {
    const variacoes: Partial<Estado>[] = [
      {},
      { indicador: INDICE },
      { regiao: [] },
      { porte: [] },
      { busca: "" },
      { municipio: null },
      { ordem: { coluna: "nome", sentido: "asc" } },
      { ordem: { coluna: "posicao", sentido: "desc" } },
      { pesos: {} },
      { pesos: { a: 100 } },
    ];
    for (const variacao of variacoes) {
      const estado = { ...CHEIO, ...variacao };
      expect(codec.decode(codec.encode(estado))).toEqual(estado);
    }
  });

  it("survives the address itself, through URLSearchParams and back", () => {
    const texto = new URLSearchParams(codec.encode(CHEIO)).toString();
    expect(codec.decode(Object.fromEntries(new URLSearchParams(texto)))).toEqual(CHEIO);
  });

  it("writes weights in one order whatever order they were chosen in", () => {
    expect(formatPesos({ rede: 1, gestao: 2 })).toBe("gestao:2,rede:1");
    expect(formatPesos({ gestao: 2, rede: 1 })).toBe("gestao:2,rede:1");
  });

  it("falls back to the default for each parameter it does not understand, keeping the others", () => {
    expect(
      codec.decode({
        indicador: "<script>alert(1)</script>",
        regiao: "abc,510001,-3,999999999,510001,1e5",
        porte: "enorme,medio,medio,__proto__",
        municipio: "51034031",
        ordem: "valor:sideways",
        pesos: "rede:-5,gestao:1e9,demanda:101,vulnerabilidade:50,x:NaN,y:,:3,z:1:2,__proto__:3",
        busca: "x".repeat(5000),
        desconhecido: "1",
      }),
    ).toEqual({
      ...ESTADO_PADRAO,
      regiao: [510001],
      porte: ["medio"],
      busca: "x".repeat(80),
      pesos: { vulnerabilidade: 50 },
    });
  });

  it("does not read parameters off the object's prototype", () => {
    const params = Object.create({ indicador: "ivs", municipio: "5103403" }) as Record<string, string>;
    expect(codec.decode(params)).toEqual(ESTADO_PADRAO);
  });

  it("takes a weight named like an object member as any other name", () => {
    const pesos = parsePesos("constructor:5,tostring:6");
    expect(Object.entries(pesos)).toEqual([
      ["constructor", 5],
      ["tostring", 6],
    ]);
    expect(formatPesos(pesos)).toBe("constructor:5,tostring:6");
  });

  it("never cuts a search in the middle of a character", () => {
    const { busca } = codec.decode({ busca: "🙂".repeat(100) });
    expect(busca).toBe("🙂".repeat(80));
  });
});
