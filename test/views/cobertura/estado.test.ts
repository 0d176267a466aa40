import { describe, expect, it } from "vitest";
import { enderecoDe } from "../../../src/views/cobertura/endereco.ts";
import { codec, type Estado, PADRAO } from "../../../src/views/cobertura/estado.ts";

/** A choice in every field of the page and of each part. */
const CHEIO: Estado = {
  ...PADRAO,
  parte: "minimo",
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
  pactuado: { ...PADRAO.pactuado, linha: "scfv", comparar: true },
  minimo: { regra: "ambos", lista: "todos" },
  equidade: { ...PADRAO.equidade, conta: "todos", porHabitante: true },
  efeito: { ...PADRAO.efeito, indicador: "in005", antes: "2022", depois: "2024" },
  planos: { ...PADRAO.planos, municipio: 5107925, lista: "acoes" },
  servicos: { ...PADRAO.servicos, servico: "cadastro-unico", ano: 2025, cem: true },
  trabalho: { tipo: "plano", municipio: 5107925 },
};

describe("state of #/cobertura in the URL", () => {
  it("leaves every default out", () => {
    expect(codec.encode(PADRAO)).toEqual({});
    expect(codec.decode({})).toEqual(PADRAO);
  });

  it("writes each choice as a person can read it", () => {
    const mapa = codec.encode({ ...CHEIO, pactuado: PADRAO.pactuado, equidade: PADRAO.equidade, efeito: PADRAO.efeito, planos: PADRAO.planos, servicos: PADRAO.servicos, trabalho: PADRAO.trabalho });
    expect(mapa).toEqual({
      parte: "minimo",
      regra: "ambos",
      quais: "todos",
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

  it("reads back every state that differs from the default in any two fields", () => {
    const campos = Object.keys(CHEIO) as (keyof Estado)[];
    for (const um of campos) {
      for (const outro of campos) {
        const estado: Estado = { ...PADRAO, [um]: CHEIO[um], [outro]: CHEIO[outro] };
        expect(codec.decode(codec.encode(estado))).toEqual(estado);
      }
    }
    expect(codec.decode(codec.encode(CHEIO))).toEqual(CHEIO);
  });

  it("gives no parameter to two parts", () => {
    const nomes = (Object.keys(CHEIO) as (keyof Estado)[]).flatMap((campo) => Object.keys(codec.encode({ ...PADRAO, [campo]: CHEIO[campo] })));
    expect(nomes).toHaveLength(new Set(nomes).size);
  });

  it("opens on the map, so that a link older than the parts shows what it showed", () => {
    expect(codec.decode({ municipio: "5107925", lista: "todos" })).toEqual({ ...PADRAO, parte: "mapa", municipio: 5107925, lista: "todos" });
  });

  it("makes a link that a person can follow to another part", () => {
    expect(enderecoDe(PADRAO)).toBe("#/cobertura");
    expect(enderecoDe({ ...PADRAO, parte: "minimo", minimo: { regra: "no-local", lista: "devidos" } })).toBe("#/cobertura?parte=minimo&regra=no-local");
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
    expect(codec.decode({ em: "0001-01-01" }).em).toBeNull();
    expect(codec.decode({ parte: "outra", regra: "nenhuma", quais: "alguns" })).toEqual(PADRAO);
  });
});
