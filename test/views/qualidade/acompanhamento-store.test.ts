import { describe, expect, it } from "vitest";
import type { Achado } from "../../../src/core/qualidade/achado.ts";
import { escreverMarcas, marcaDe, marcar } from "../../../src/core/qualidade/acompanhamento.ts";
import { criarAcompanhamento, type GuardaDeMarcas } from "../../../src/views/qualidade/acompanhamento-store.ts";

const achado: Achado = {
  regra: "faixa",
  indicador: "a",
  periodo: "2023",
  codigo: 9900001,
  gravidade: "erro",
  fonte: null,
  valor: 1,
  min: null,
  max: null,
  esperado: null,
  comparado: null,
  medida: null,
};
const outro: Achado = { ...achado, codigo: 9900002 };

/** A browser's storage in memory, shared by the tabs given to it; closed when `aceita` is false. */
function navegador(aceita = true) {
  let texto: string | null = null;
  const ouvintes = new Set<() => void>();
  const guarda: GuardaDeMarcas = {
    ler: () => texto,
    gravar: (novo) => {
      if (aceita) texto = novo;
      return aceita;
    },
    aoMudar: (ouvinte) => {
      ouvintes.add(ouvinte);
      return () => ouvintes.delete(ouvinte);
    },
  };
  return {
    guarda,
    ouvintes,
    escreve: (novo: string | null) => {
      texto = novo;
    },
    avisa: () => {
      for (const ouvinte of ouvintes) ouvinte();
    },
  };
}

describe("the marks of a browser", () => {
  it("are there on the next visit", () => {
    const { guarda } = navegador();
    criarAcompanhamento(guarda).marcar(achado, marcar(achado, "conferido-certo", "2026-11-01"));
    const depois = criarAcompanhamento(guarda).estado();
    expect(marcaDe(depois.marcas, achado)?.situacao).toBe("conferido-certo");
    expect(depois.guarda).toBe(true);
  });

  it("reach the other tab, and what this one marks does not undo what that one marked", () => {
    const lugar = navegador();
    const [aqui, ali] = [criarAcompanhamento(lugar.guarda), criarAcompanhamento(lugar.guarda)];
    let avisos = 0;
    const parar = aqui.subscribe(() => {
      avisos += 1;
    });
    ali.marcar(outro, marcar(outro, "corrigido-na-fonte", "2026-11-02"));
    aqui.marcar(achado, marcar(achado, "conferido-certo", "2026-11-01"));
    expect(aqui.estado().marcas.size).toBe(2);
    ali.marcar(achado, null);
    lugar.avisa();
    expect(marcaDe(aqui.estado().marcas, achado)).toBeNull();
    expect(avisos).toBe(2);
    parar();
    expect(lugar.ouvintes.size).toBe(0);
  });

  it("stay in memory where the browser keeps nothing, and the page is told", () => {
    const store = criarAcompanhamento(navegador(false).guarda);
    store.marcar(achado, marcar(achado, "conferido-certo", "2026-11-01"));
    store.marcar(outro, marcar(outro, "conferido-certo", "2026-11-01"));
    expect(store.estado().marcas.size).toBe(2);
    expect(store.estado().guarda).toBe(false);
  });

  it("that cannot be read are none, not a crash", () => {
    const lugar = navegador();
    lugar.escreve("{ estragado");
    expect(criarAcompanhamento(lugar.guarda).estado().marcas.size).toBe(0);
  });
});

describe("a file of marks", () => {
  it("brought in joins what is here and is kept", () => {
    const lugar = navegador();
    const store = criarAcompanhamento(lugar.guarda);
    store.marcar(achado, marcar(achado, "conferido-certo", "2026-11-01"));
    const vindas = new Map([["x", marcar(outro, "pedido-ao-municipio", "2026-11-05")]]);
    expect(store.carregar(escreverMarcas(vindas))).toEqual({ tipo: "lido", marcas: 1, recusadas: 0 });
    expect(criarAcompanhamento(lugar.guarda).estado().marcas.size).toBe(2);
    expect(JSON.parse(store.arquivo())).toMatchObject({ formato: "mirante-acompanhamento", versao: 1 });
  });

  it("that is another file is refused and changes nothing", () => {
    const store = criarAcompanhamento(navegador().guarda);
    store.marcar(achado, marcar(achado, "conferido-certo", "2026-11-01"));
    const antes = store.estado();
    expect(store.carregar("codigo,valor\n1,2")).toEqual({ tipo: "recusado" });
    expect(store.estado()).toBe(antes);
  });
});
