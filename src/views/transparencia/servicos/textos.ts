/** Sentences of the part that do not change, for who reads and for the readability check. */
export const O_QUE_E: readonly string[] = [
  "Este painel mostra o que cada serviço fez em um ano: quantos pedidos concluiu, em quanto tempo e o que as pessoas acharam.",
  "Ele segue o modelo de uma lei de outro lugar. Essa lei não vale aqui: o Estado a usa como exemplo do que é bom mostrar.",
];

export const SOBRE_O_TEMPO: readonly string[] = [
  "O tempo vai do pedido até a conclusão, em dias. A média conta só os pedidos dos municípios que informaram o tempo e a quantidade.",
  "Um tempo só aparece ao lado de uma quantidade que se pode ver. Se a quantidade está oculta, o tempo também está.",
];

export const SOBRE_A_NOTA: readonly string[] = [
  "A satisfação é a nota de quem respondeu, e não a de todos. Notas de escalas diferentes não se juntam.",
  "Sem nota quer dizer que poucas pessoas responderam ou que o município não informou. A página não diz qual dos dois, para proteger quem respondeu.",
];

export const SOBRE_A_COMPARACAO = "O meio do porte é o município que fica na metade da fila, entre os de tamanho parecido. Ele só aparece com cinco municípios ou mais.";

export const TEXTOS_FIXOS: readonly string[] = [...O_QUE_E, ...SOBRE_O_TEMPO, ...SOBRE_A_NOTA, SOBRE_A_COMPARACAO];
