/** Sentences of the part that do not change, for who reads and for the readability check. */
export const COMO_SE_ESCOLHE: readonly string[] = [
  "O Estado não consegue visitar todos os municípios ao mesmo tempo. Por isso, ele precisa escolher por onde começa.",
  "A escolha parte de números públicos. Cada número vira uma nota de 0 a 100 e recebe um peso. A soma dos pesos dá a nota do município.",
  "Quanto maior a nota, mais necessidade de apoio. A nota não julga o trabalho de ninguém.",
  "A nota ordena a conversa e não decide sozinha. As equipes também olham os pedidos dos municípios, a estrada e o tempo desde a última visita.",
  "Uma visita pedida por causa de uma denúncia não aparece aqui. Publicar isso poderia mostrar quem denunciou.",
];

export const O_SELO =
  "O método foi fechado antes da escolha. A prova é um código, tirado do arquivo do método: se alguém mudar um peso, o código muda. Qualquer pessoa pode refazer a conta e comparar.";

export const SOBRE_AS_NOTAS: readonly string[] = [
  "A lista está em ordem alfabética e não tem posição. Ela serve para conferir a conta, e não para comparar cidades entre si.",
  "Onde falta número demais, não há nota. O município aparece com “dados insuficientes”.",
];

export const SEM_NOTAS = "O método em uso conta denúncias. As notas não são publicadas: por elas alguém poderia descobrir quantas denúncias há em um lugar pequeno.";

export const SOBRE_O_APOIO: readonly string[] = [
  "Apoio técnico é a ajuda que o Estado dá às equipes do município: visita, oficina, orientação, material.",
  "Um encontro pode alcançar vários municípios. “Eventos” conta o encontro uma vez. “Apoios” conta uma vez para cada município alcançado.",
  "O motivo de cada apoio não é publicado.",
];

export const TEXTOS_FIXOS: readonly string[] = [...COMO_SE_ESCOLHE, O_SELO, ...SOBRE_AS_NOTAS, SEM_NOTAS, ...SOBRE_O_APOIO];
