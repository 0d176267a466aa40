import { describe, expect, it } from "vitest";
import { codec, type Estado, PADRAO } from "../../../src/views/qualidade/estado.ts";

const CHEIO: Estado = {
  em: "2026-03-31",
  linhas: "indicadores",
  indicador: "fmas-recursos-proprios-valor",
  municipio: 9900001,
  especies: ["correcao", "atualidade"],
  estados: ["erro", "sem-dado"],
  acompanhamento: "pedido-ao-municipio",
  regioes: [990001, 990004],
  portes: ["pequeno-1", "medio"],
  busca: "são josé & d'oeste",
  ordem: "p-2023-T2",
  sentido: "asc",
  item: "valor-simbolico:fmas-recursos-proprios-valor:2022:9900001",
  carta: "todas",
};

describe("state of #/qualidade in the URL", () => {
  it("leaves every default out", () => {
    expect(codec.encode(PADRAO)).toEqual({});
    expect(codec.decode({})).toEqual(PADRAO);
  });

  it("writes each choice as a person can read it", () => {
    expect(codec.encode(CHEIO)).toEqual({
      em: "2026-03-31",
      linhas: "indicadores",
      indicador: "fmas-recursos-proprios-valor",
      municipio: "9900001",
      tipo: "correcao,atualidade",
      estado: "erro,sem-dado",
      acompanhamento: "pedido-ao-municipio",
      regiao: "990001,990004",
      porte: "pequeno-1,medio",
      busca: "são josé & d'oeste",
      ordem: "p-2023-T2",
      sentido: "asc",
      item: "valor-simbolico:fmas-recursos-proprios-valor:2022:9900001",
      carta: "todas",
    });
  });

  it("reads back every state that differs from the default in any set of fields", () => {
    const campos = Object.keys(CHEIO) as (keyof Estado)[];
    for (let mascara = 0; mascara < 2 ** campos.length; mascara += 1) {
      const escolhidos = campos.filter((_, i) => (mascara >> i) % 2 === 1);
      const estado: Estado = { ...PADRAO, ...Object.fromEntries(escolhidos.map((campo) => [campo, CHEIO[campo]])) };
      expect(codec.decode(codec.encode(estado))).toEqual(estado);
    }
    const umaCarta: Estado = { ...PADRAO, carta: 9900002 };
    expect(codec.decode(codec.encode(umaCarta))).toEqual(umaCarta);
  });

  it("falls back to the default for what it does not understand", () => {
    expect(
      codec.decode({
        em: "31/03/2026",
        linhas: "x",
        indicador: "<b>",
        municipio: "51034",
        tipo: "correcao,gosto",
        estado: "otimo",
        acompanhamento: "esquecido",
        regiao: "abc,990001",
        porte: "gigante",
        ordem: "javascript:alert(1)",
        sentido: "w",
        item: "a b c",
        carta: "minha",
        futuro: "1",
      }),
    ).toEqual({ ...PADRAO, especies: ["correcao"], regioes: [990001] });
  });
});
