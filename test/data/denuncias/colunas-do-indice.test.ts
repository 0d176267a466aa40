import { describe, expect, it } from "vitest";
import type { Metodo } from "../../../src/core/metodo/method.ts";
import { colunasDasDenuncias, usaDenuncias } from "../../../src/data/denuncias/colunas-do-indice.ts";
import { comDimensao, semDimensao } from "../../../src/views/prioridades/pesos.ts";
import { dataText } from "../folder.ts";
import type { Territorio } from "../../../src/core/territorio.ts";

const metodo = JSON.parse(dataText("metodo.json")) as Metodo;
const { indice } = JSON.parse(dataText("territorio.json")) as Territorio;

describe("what complaints say to the priority index", () => {
  it("is two counts of protocols, one a municipality, with zero where the register has no case", () => {
    const apoio = [{ municipio: 5103403, dificuldades: 2, manifestacoesVencidas: 1, casos: 4, protocolos: 2 }];
    const colunas = colunasDasDenuncias(apoio, [{ codigo: 5100102 }, { codigo: 5103403 }], "2026-10-31");
    expect(colunas.map(({ indicador, periodo, valores }) => ({ indicador, periodo, valores }))).toEqual([
      { indicador: "denuncias-dificuldades", periodo: "2026-10", valores: [0, 2] },
      { indicador: "denuncias-manifestacoes-vencidas", periodo: "2026-10", valores: [0, 1] },
    ]);
  });

  it("is asked for only by a method that has the dimension, which the default one does not", () => {
    const [opcional] = indice.opcionais;
    if (opcional === undefined) throw new Error("the territory offers no dimension");
    expect(usaDenuncias(metodo)).toBe(false);
    const com = comDimensao(metodo, opcional);
    expect(usaDenuncias(com)).toBe(true);
    expect(semDimensao(com, opcional.id)).toEqual(metodo);
  });

  it("is offered with indicators of the catalogue, under the dimension's own name", () => {
    const catalogo = JSON.parse(dataText("catalogo.json")) as readonly { readonly id: string; readonly dimensao: string }[];
    const nomes = new Map(indice.dimensoes.map(({ id, nome }) => [id, nome]));
    for (const { id, nome, indicadores } of indice.opcionais) {
      expect(nomes.get(id)).toBe(nome);
      for (const indicador of indicadores) expect(catalogo.find((c) => c.id === indicador.id)?.dimensao).toBe(id);
    }
  });
});
