import { formatNumber, formatPercent } from "../../../core/format.ts";
import type { Metodo } from "../../../core/metodo/method.ts";
import { formula, type Topico } from "./topico.ts";

/** How solid the list is. */
export function topicosDaFirmeza(metodo: Metodo): readonly Topico[] {
  return [sorteios(metodo), retirada(metodo)];
}

function sorteios({ sorteios: n, semente, k, concentracao }: Metodo): Topico {
  return {
    ancora: "metodo-sorteios",
    titulo: "Quanto a posição é firme",
    paragrafos: [
      `A lista é refeita ${formatNumber(n)} vezes. Em cada vez mudam, ao acaso, o que não se sabe e o que poderia ter sido escolhido de outro jeito: os pesos (cada um varia cerca de ${formatPercent(100 * concentracao, 0)} de si mesmo, para mais ou para menos), as taxas e proporções dentro da sua incerteza, os números que faltam (tomados de um município do mesmo porte), a forma de agregar (as três, com igual chance) e um indicador deixado fora, ou nenhum.`,
      "Um número que falta só é tomado de outro município aqui, para medir a incerteza; a nota publicada nunca usa número emprestado. Quem está “sem nota” continua sem nota em todos os sorteios.",
      `Para cada município saem a posição mediana, o intervalo em que ela fica em 90 % dos sorteios (de 5 % a 95 %) e a chance de estar entre os ${formatNumber(k)} primeiros, com uma palavra: firme, a partir de 80 %; provável, a partir de 50 %; possível, a partir de 20 %; abaixo disso, nenhuma.`,
      "O acaso dos números (incerteza e ausências) e a escolha do método (pesos, agregação, indicador de fora) aparecem também separados.",
      `Os sorteios são pseudoaleatórios, com a semente publicada “${semente}”: quem repetir a conta encontra os mesmos resultados.`,
    ],
    formulas: [
      formula("pesos ~ Dirichlet(A·w),  A = (1 − w̄) ÷ (w̄·c²) − 1", "w: partes escolhidas; w̄: parte média entre irmãos; c: variação dos pesos; um peso zero continua zero."),
      formula("taxa ~ gama(ν + O, β + n)"),
      formula("proporção ~ beta(a + O, b + n − O)", "as mesmas distribuições do encolhimento, normalizadas pelas balizas depois do sorteio."),
      formula("posição a q % = a menor posição que pelo menos q % dos sorteios não passam"),
    ],
    fontes: [
      "Saisana, Saltelli e Tarantola, “Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators”, Journal of the Royal Statistical Society A 168(2), 2005",
      "Andridge e Little, “A review of hot deck imputation for survey non-response”, International Statistical Review 78(1), 2010",
      "Hyndman e Fan, “Sample quantiles in statistical packages”, The American Statistician 50(4), 1996, definição 1",
    ],
  };
}

function retirada({ k }: Metodo): Topico {
  return {
    ancora: "metodo-retirada",
    titulo: "Sem um indicador, ou com outros pesos",
    paragrafos: [
      "Sem um indicador de cada vez: a lista é refeita sem ele, com o seu peso passado aos irmãos, e a tabela diz quantas posições os municípios andam em média. Um indicador que move muito a lista merece ser conferido primeiro.",
      `A menor mudança de peso: para um município escolhido, quanto um peso teria de mudar, sozinho, para que ele entrasse nos ${formatNumber(k)} primeiros ou saísse deles. Às vezes nenhuma mudança basta, e isso também é dito.`,
      `Quem entra e quem sai: a lista de agora contra a dos pesos publicados, e contra um índice de fora que você abrir (de 0 a 1, como o ID SUAS estadual), com o corte que ele mesmo usa: 0,50, se outro não for dito. Quem o índice não traz é “não comparado”.`,
    ],
    formulas: [
      formula("mudança média = Σ |posição sem o indicador − posição com todos| ÷ municípios com as duas posições"),
    ],
    fontes: ["Becker e outros, “COINr: an R package for developing composite indicators”, Journal of Open Source Software 7(78), 2022 (retirada de um indicador)"],
  };
}
