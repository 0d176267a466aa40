import { preparePriority, scorePriority } from "../../../../src/core/metodo/priority.ts";
import type { ValorMaisNovo } from "../../../../src/data/queries/prioridades-colunas.ts";
import type { Contexto } from "../../../../src/views/prioridades/explicacao.ts";
import { CATALOGO, COLUNAS, FONTES, METODO, MUNICIPIOS } from "../fixture.ts";

const preparada = preparePriority(METODO, CATALOGO, COLUNAS, MUNICIPIOS);

/** The made-up state as it is now. */
export const AGORA: Contexto = {
  preparada,
  scores: scorePriority(preparada),
  catalogo: CATALOGO,
  colunas: COLUNAS,
  fontes: FONTES,
  municipios: MUNICIPIOS,
};

const figura = (indicador: string, n: number, valor: number): ValorMaisNovo => ({
  indicador,
  codigo: 9900000 + n,
  periodo: "2020",
  valor,
  numerador: null,
  denominador: null,
  fonte: "atlas",
  carga: null,
});

/** What there was at the end of 2020: nobody's "fundo"; Campo Novo and Divisa lack half of the weight or more. */
export const ATE_2020: readonly ValorMaisNovo[] = [
  figura("vulnerabilidade", 1, 50),
  figura("vulnerabilidade", 2, 30),
  figura("vulnerabilidade", 5, 10),
  figura("rede", 1, 1),
  figura("rede", 2, 5),
  figura("rede", 4, 5),
  figura("rede", 5, 3),
];
