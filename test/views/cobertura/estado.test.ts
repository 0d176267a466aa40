import { describe, expect, it } from "vitest";
import { codec, type Estado, PADRAO } from "../../../src/views/cobertura/estado.ts";

const CHEIO: Estado = {
  em: "2026-03-31",
  meses: 24,
  regioes: [510001, 510004],
  portes: ["pequeno-1", "medio"],
  estrategias: ["visita-tecnica", "monitoramento"],
  eixos: ["gestao-suas"],
  busca: "são josé & d'oeste",
  municipio: 5103403,
  lista: "todos",
  medida: "alcances",
  ordem: "nome",
  sentido: "asc",
};

describe("state of #/cobertura in the URL", () => {
  it("leaves every default out", () => {
    expect(codec.encode(PADRAO)).toEqual({});
    expect(codec.decode({})).toEqual(PADRAO);
  });

  it("writes each choice as a person can read it", () => {
    expect(codec.encode(CHEIO)).toEqual({
      em: "2026-03-31",
      meses: "24",
      regiao: "510001,510004",
      porte: "pequeno-1,medio",
      estrategia: "visita-tecnica,monitoramento",
      eixo: "gestao-suas",
      busca: "são josé & d'oeste",
      municipio: "5103403",
      lista: "todos",
      medida: "alcances",
      ordem: "nome",
      sentido: "asc",
    });
  });

  it("reads back every state that differs from the default in any set of fields", () => {
    const campos = Object.keys(CHEIO) as (keyof Estado)[];
    for (let mascara = 0; mascara < 2 ** campos.length; mascara += 1) {
      const escolhidos = campos.filter((_, i) => (mascara >> i) % 2 === 1);
      const estado: Estado = {
        ...PADRAO,
        ...Object.fromEntries(escolhidos.map((campo) => [campo, CHEIO[campo]])),
      };
      expect(codec.decode(codec.encode(estado))).toEqual(estado);
    }
  });

  it("falls back to the default for what it does not understand", () => {
    expect(
      codec.decode({
        em: "31/03/2026",
        meses: "7",
        regiao: "abc,0x10,510001,510001",
        porte: "gigante",
        estrategia: "visita-tecnica,teletransporte",
        eixo: "",
        municipio: "51034",
        lista: "x",
        medida: "y",
        ordem: "z",
        sentido: "w",
        futuro: "1",
      }),
    ).toEqual({ ...PADRAO, regioes: [510001], estrategias: ["visita-tecnica"] });
    expect(codec.decode({ em: "2026-02-30" }).em).toBeNull();
  });
});
