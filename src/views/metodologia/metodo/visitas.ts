import { formula, type Topico } from "./topico.ts";

/** From the list to the plan: what a plan of visits maximises, what it may not do, how it is searched and how far from the best it can be. */
export function topicosDasVisitas(): readonly Topico[] {
  return [objetivo(), busca(), limite()];
}

function objetivo(): Topico {
  return {
    ancora: "metodo-plano-de-visitas",
    titulo: "Plano de visitas: o que ele procura e o que não pode fazer",
    paragrafos: [
      "A página Visitas escolhe, dentro dos dias que as equipes têm, as viagens que somam mais prioridade. Visitar num trimestre anterior vale mais, e cada quilômetro de estrada desconta um pouco. Os pesos, as equipes, os dias e as distâncias são ajustes à vista, com a origem de cada um.",
      "Nenhuma viagem passa do máximo de dias; nenhuma equipe passa dos seus dias no trimestre; nenhuma visita cai em feriado, em mês proibido para a região ou durante a carência. Um município é visitado no máximo uma vez em cada plano.",
      "Visitas exigidas, travas, datas marcadas, sorteados da reserva e cotas vêm antes da soma: o plano as cumpre, ou diz pelo nome qual não coube. Visitar cada município ao menos uma vez em doze meses é uma regra que desconta pontos quando não se cumpre, e não uma proibição.",
      "A distância é estimada: linha reta entre as sedes vezes um fator de desvio por região, média dos dois extremos do trecho. Uma matriz de distâncias ou de horas medidas, carregada pelo usuário, toma o lugar da estimativa. Nada é pedido a outro serviço.",
    ],
    formulas: [
      formula("objetivo = Σ γ(trimestre) × V − custo do km × Σ km − penalidade × municípios sem visita em 12 meses", "V: prioridade do ciclo; γ: peso do trimestre."),
      formula("dias da viagem = teto(horas de estrada ÷ horas por dia + dias das visitas)"),
      formula("km do trecho = distância em linha reta × (fator da saída + fator da chegada) ÷ 2", "linha reta sobre uma esfera de raio 6.371,0088 km."),
    ],
    fontes: ["Chao, Golden e Wasil, European Journal of Operational Research 88(3), 1996 (o problema das equipes que escolhem visitas)"],
  };
}

function busca(): Topico {
  return {
    ancora: "metodo-busca-do-plano",
    titulo: "Plano de visitas: como é procurado",
    paragrafos: [
      "Primeiro sai um plano guloso: a cada passo entra a visita que mais rende pelos dias que custa. Depois uma busca desfaz e refaz partes do plano um número fixo de vezes, com sorteio de semente publicada, e guarda o melhor. A ordem de cada viagem de até oito visitas é exata.",
      "O número de passos é fixo, e não o tempo: o mesmo pedido dá o mesmo plano em qualquer máquina, na página e no comando “npm run plan”. O plano achado nunca fica abaixo do guloso.",
    ],
    formulas: [],
    fontes: [
      "Ropke e Pisinger, Transportation Science 40(4), 2006 (busca adaptativa em vizinhança grande)",
      "Dueck, Journal of Computational Physics 104(1), 1993 (aceitação por recorde)",
      "Held e Karp, Journal of the SIAM 10(1), 1962 (ordem exata por programação dinâmica)",
    ],
  };
}

function limite(): Topico {
  return {
    ancora: "metodo-limite-do-plano",
    titulo: "Plano de visitas: a que distância do melhor possível",
    paragrafos: [
      "“A no máximo X % do melhor plano possível” é uma prova, não uma opinião: um programa de otimização (HiGHS) calcula um teto que nenhum plano com os mesmos ajustes passa. O teto vale mesmo quando o cálculo é interrompido; só fica mais folgado.",
      "Quando as exigências não cabem juntas, o mesmo cálculo diz quais se chocam: o menor grupo em que tirar qualquer uma resolve. Onde ele não consegue provar, a página diz que não achou lugar, e não que é impossível.",
    ],
    formulas: [formula("distância = (teto − objetivo do plano) ÷ teto")],
    fontes: [
      "Huangfu e Hall, Mathematical Programming Computation 10, 2018 (HiGHS)",
      "Desaulniers, Desrosiers e Solomon, Column Generation, Springer, 2005 (geração de colunas)",
      "Farley, Operations Research 38(5), 1990 (teto válido antes do fim)",
    ],
  };
}
