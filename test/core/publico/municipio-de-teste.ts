import type { FiguraPublica, MunicipioPublico } from "../../../src/core/publico/municipio.ts";

/** A figure with what a test says of it. */
export function figuraDeTeste(mudanca: Partial<FiguraPublica> = {}): FiguraPublica {
  return {
    indicador: "nota",
    grupo: "rede",
    nome: "Nota dos CRAS",
    frase: "Em {periodo}, a nota dos CRAS da cidade era {valor}.",
    naoDiz: "Não diz se as pessoas gostaram.",
    unidade: "de 1 a 5",
    casas: 1,
    niveis: null,
    limites: { min: 1, max: 5 },
    valor: 3,
    periodo: "2021",
    fonte: "fonte",
    porte: null,
    regiao: null,
    serie: [{ periodo: "2021", valor: 3 }],
    tendencia: null,
    ...mudanca,
  };
}

/** A municipality with what a test says of it. */
export function municipioDeTeste(mudanca: Partial<MunicipioPublico> = {}): MunicipioPublico {
  return {
    formato: 1,
    codigo: 9900001,
    nome: "Serra Alta",
    regiao: "Vale",
    porte: "pequeno-1",
    populacao: 12_345,
    anoCenso: 2022,
    territorio: { nome: "Terra", nomeCom: "da Terra" },
    dataReferencia: "2026-10-31",
    grupos: [{ id: "rede", titulo: "Como é a rede" }],
    rede: { cras: { periodo: "2019", valor: 2 }, creas: null, familiasPorCras: 2_500, capacidadeDeclarada: null, familias: null, pessoas: null, perto: [{ codigo: 9900002, nome: "Campo Novo", km: 42, cras: 1 }], fonte: "fonte" },
    figuras: [figuraDeTeste()],
    apoio: {
      demonstracao: true,
      inicio: "2024-11",
      fim: "2026-10",
      anos: [
        { ano: 2025, presencial: 0, aDistancia: 0, estrategias: [] },
        { ano: 2026, presencial: 2, aDistancia: 1, estrategias: [{ nome: "Visita técnica", vezes: 2 }, { nome: "Encontro", vezes: 1 }] },
      ],
    },
    denuncias: { demonstracao: true, k: 10, inicio: "2024-11", lugares: [] },
    fontes: [{ id: "fonte", nome: "Censo SUAS", orgao: "MDS", url: null }],
    ...mudanca,
  };
}
