import { describe, expect, it } from "vitest";
import { equipesDe } from "../../../../src/views/visitas/equipes.ts";
import {
  comparado,
  fraseDaComparacao,
  fraseDasTrocas,
  fraseDosGrupos,
  gruposLadoALado,
  medidasLadoALado,
  trocasEntre,
} from "../../../../src/views/visitas/comparar/model.ts";
import { valorDoGrupo } from "../../../../src/views/visitas/comparar/grafico.ts";
import { MUNICIPIOS } from "../../prioridades/fixture.ts";
import { AJUSTES, ENTRADA, nome, OUTRO, PLANO } from "../mapa/amostra.ts";

const plain = (texto: string): string => texto.replaceAll("\u00a0", " ");
const este = comparado({ id: "este", rotulo: "Este plano", naFrase: "este plano" }, PLANO, ENTRADA);
const lista = comparado({ id: "lista", rotulo: "Lista em ordem", naFrase: "a lista seguida em ordem" }, OUTRO, ENTRADA);

describe("the figures side by side", () => {
  it("are of each plan over the same municipalities", () => {
    const medidas = new Map(
      medidasLadoALado([este, lista]).map(({ id, valores, texto }) => [id, valores.map((v) => (v === null ? null : plain(texto(v))))]),
    );
    expect(medidas.get("visitas")).toEqual(["3", "2"]);
    expect(medidas.get("km")).toEqual(["470", "600"]);
    // 470 ÷ 3 = 156.7 and 600 ÷ 2 = 300; 188 ÷ 313 = 60.06 % and 112 ÷ 313 = 35.78 %.
    expect(medidas.get("km-por-visita")).toEqual(["157", "300"]);
    expect(medidas.get("prioridade")).toEqual(["60,1 %", "35,8 %"]);
    // The two highest scores are Água Fria's and Barra's: both plans visit Barra alone.
    expect(medidas.get("terco")).toEqual(["1", "1"]);
    // Both regions have a visit in both plans: Barra is of the first, Divisa and Esperança of the second.
    expect(medidas.get("regioes")).toEqual(["0", "0"]);
    expect(medidas.get("nao-atendidas")).toEqual(["1", "0"]);
  });

  it("have no kilometres a visit where there is no visit", () => {
    const vazio = comparado({ id: "lista", rotulo: "", naFrase: "" }, { ...OUTRO, viagens: [], km: 0 }, ENTRADA);
    expect(medidasLadoALado([vazio]).find(({ id }) => id === "km-por-visita")?.valores).toEqual([null]);
  });
});

describe("the comparison in words", () => {
  it("says visits, road and the third most in need of both", () => {
    expect(fraseDaComparacao(este, lista)).toBe(
      "Este plano faz 3 visitas em 470 km; a lista seguida em ordem, 2 em 600 km: 1 visita a mais e 130 km a menos. Do terço com mais necessidade de apoio (2 municípios), este chega a 1, contra 1.",
    );
    expect(fraseDaComparacao(este, este)).toContain("o mesmo número de visitas e a mesma estrada.");
    expect(fraseDaComparacao(este, null)).toBe(
      "Este plano faz 3 visitas em 470 km e chega a 1 dos 2 municípios do terço com mais necessidade de apoio.",
    );
  });
});

describe("who is reached", () => {
  it("is told by region, the greatest share of this plan first, and by porte in its order", () => {
    // Serra Alta has three, this plan visits Barra and Campo Novo, the list Barra; Vale do Rio has two, one each; Fronteira has no region.
    expect(gruposLadoALado([este, lista], "regiao", MUNICIPIOS).map((l) => [l.grupo, l.plano, l.visitados, l.municipios])).toEqual([
      ["Serra Alta", "Este plano", 2, 3],
      ["Serra Alta", "Lista em ordem", 1, 3],
      ["Vale do Rio", "Este plano", 1, 2],
      ["Vale do Rio", "Lista em ordem", 1, 2],
      ["sem região", "Este plano", 0, 1],
      ["sem região", "Lista em ordem", 0, 1],
    ]);
    expect(gruposLadoALado([este], "porte", MUNICIPIOS).map((l) => `${l.grupo}: ${plain(valorDoGrupo(l))}`)).toEqual([
      "Pequeno I: 1 de 3 · 33 %",
      "Pequeno II: 1 de 1 · 100 %",
      "Médio: 1 de 1 · 100 %",
      "sem porte: 0 de 1 · 0 %",
    ]);
  });

  it("is said in a sentence that leaves out those of no group", () => {
    expect(fraseDosGrupos([este, lista], "regiao")).toBe("Este plano visita ao menos um município em 2 das 2 regiões; a lista seguida em ordem, em 2.");
    expect(fraseDosGrupos([este, lista], "porte")).toBe("Este plano visita ao menos um município em 3 dos 3 portes; a lista seguida em ordem, em 1.");
  });
});

describe("who changes", () => {
  const linhas = trocasEntre(PLANO, OUTRO, nome, equipesDe(AJUSTES, nome));

  it("is in one plan alone, or in both on another day", () => {
    expect(linhas.map(({ nome: n, mudanca, neste, noOutro }) => [n, mudanca, neste?.dia ?? null, noOutro?.equipe ?? null])).toEqual([
      ["Campo Novo", "só neste plano", "2027-02-01", null],
      ["Divisa", "só neste plano", "2027-01-06", null],
      ["Esperança", "só no outro plano", null, "Equipe 2"],
      ["Barra d'Oeste", "outra data ou equipe", "2027-01-04", "Equipe 2"],
    ]);
    expect(fraseDasTrocas(linhas, "à lista seguida em ordem")).toBe(
      "Em relação à lista seguida em ordem: 2 municípios estão só neste plano, 1 só no outro e 1 em outra data ou com outra equipe.",
    );
  });

  it("is nobody between equal plans", () => {
    expect(fraseDasTrocas(trocasEntre(PLANO, PLANO, nome, []), "ao plano anterior")).toBe(
      "Os mesmos municípios, nas mesmas datas e com as mesmas equipes: nada muda em relação ao plano anterior.",
    );
  });
});
