/** Sentences of the part that do not change, for who reads and for the readability check. */
export const O_QUE_SE_VE: readonly string[] = [
  "Uma denúncia é um aviso de que algo não vai bem na assistência social. Qualquer pessoa pode denunciar, e não precisa dizer o nome.",
  "Aqui está quantas denúncias chegaram, sobre o quê e se a resposta saiu no prazo. Não há nome, caso nem número de protocolo.",
  "Muitas denúncias não querem dizer que um lugar vai mal. Podem querer dizer que as pessoas de lá sabem onde reclamar.",
];

export const SOBRE_O_PRAZO: readonly string[] = [
  "Quem denuncia deve ter resposta em 15 dias. Os dias são corridos: sábado, domingo e feriado contam.",
  "A conta olha as denúncias que já tinham de estar respondidas. Ela divide as que tiveram resposta em 15 dias por esse total. As encerradas sem resposta anotada e as que não têm datas certas ficam fora da conta e estão na tabela.",
  "Quando uma parcela está oculta, a conta diz só entre que números o resultado fica.",
];

export const SOBRE_OS_LUGARES: readonly string[] = [
  "Os lugares estão em ordem alfabética. Não há lista de quem tem mais.",
  "Onde poucas pessoas denunciaram, o número fica oculto. Às vezes é preciso ocultar também um vizinho, para que ninguém descubra o primeiro por uma conta de menos.",
];

export const SOBRE_OS_ASSUNTOS: readonly string[] = ["O assunto é o que quem recebeu a denúncia anotou. Cada denúncia tem um só assunto."];

export const SOBRE_A_PROTECAO: readonly string[] = [
  "Antes de publicar, um programa faz o papel de alguém curioso. Ele junta todos os números desta página e tenta descobrir os que estão ocultos. Se consegue chegar perto de um deles, nada é publicado.",
  "O menor intervalo diz o quanto o curioso fica em dúvida. Se ele é 9, o número verdadeiro pode ser um de pelo menos 10 números seguidos.",
  "Os códigos abaixo identificam as regras e esta publicação. Se um número mudar, o código muda.",
];

export const TEXTOS_FIXOS: readonly string[] = [...O_QUE_SE_VE, ...SOBRE_O_PRAZO, ...SOBRE_OS_LUGARES, ...SOBRE_OS_ASSUNTOS, ...SOBRE_A_PROTECAO];
