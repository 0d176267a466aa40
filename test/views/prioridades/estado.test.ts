import { describe, expect, it } from "vitest";
import { codec, ESTADO_PADRAO, INDICE, type Estado } from "../../../src/views/prioridades/estado.ts";

const CHEIO: Estado = {
  indicador: "ivs",
  regiao: [510007, 510001],
  porte: ["grande", "pequeno-1"],
  busca: "são josé & cia, d'oeste: 100%",
  municipio: 5103403,
  ordem: { coluna: "valor", sentido: "desc" },
  parte: "firmeza",
  mapa: "bivariado",
  comparar: [5103403, 5107925],
  metodo: "d.rede.peso:12.5,k:20",
  dados: "0123456789abcdef",
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
      { parte: "lista" },
      { mapa: "valor" },
      { comparar: [] },
      { metodo: "" },
      { metodo: "nome:S%c3o_José & 'x'" },
      { dados: "" },
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

  it("falls back to the default for each parameter it does not understand, keeping the others", () => {
    expect(
      codec.decode({
        indicador: "<script>alert(1)</script>",
        regiao: "abc,510001,-3,999999999,510001,1e5",
        porte: "enorme,medio,medio,__proto__",
        municipio: "51034031",
        ordem: "valor:sideways",
        parte: "outra",
        mapa: "calor",
        comparar: "5103403,abc,5103403,1,5107925,5100102,5100201,5100300",
        dados: "<b>",
        busca: "x".repeat(5000),
        desconhecido: "1",
      }),
    ).toEqual({
      ...ESTADO_PADRAO,
      regiao: [510001],
      porte: ["medio"],
      busca: "x".repeat(80),
      comparar: [5103403, 5107925, 5100102, 5100201],
    });
  });

  it("does not read parameters off the object's prototype", () => {
    const params = Object.create({ indicador: "ivs", municipio: "5103403" }) as Record<string, string>;
    expect(codec.decode(params)).toEqual(ESTADO_PADRAO);
  });

  it("never cuts a search in the middle of a character", () => {
    const { busca } = codec.decode({ busca: "🙂".repeat(100) });
    expect(busca).toBe("🙂".repeat(80));
  });
});
