/** Sentences of the part that do not change, for who reads and for the readability check. */
export const O_QUE_E: readonly string[] = [
  "Todo ano, a ouvidoria conta o que ouviu e o que foi feito. Este relatório diz quantas denúncias chegaram, por que motivo, o que se repete e que providências houve.",
  "Só entram anos que já acabaram. Números de poucas pessoas ficam ocultos.",
];

export const SOBRE_O_QUE_SE_REPETE =
  "Um assunto se repete quando está entre os três mais frequentes em metade ou mais dos períodos do ano. A conta usa só os números que se podem ver.";

export const SOBRE_AS_PROVIDENCIAS: readonly string[] = [
  "Quando a análise acha dificuldade na gestão do município, o Estado dá apoio técnico. Quando acha sinal de irregularidade, avisa os órgãos de controle.",
  "O apoio técnico contado aqui é o de todo o ano, e não só o que veio de uma denúncia. O motivo de cada apoio não é publicado.",
];

export const O_QUE_FALTA = "O que mudou em cada serviço por causa de uma denúncia não está nos dados. Esta parte é escrita pela ouvidoria.";

export const TEXTOS_FIXOS: readonly string[] = [...O_QUE_E, SOBRE_O_QUE_SE_REPETE, ...SOBRE_AS_PROVIDENCIAS, O_QUE_FALTA];
