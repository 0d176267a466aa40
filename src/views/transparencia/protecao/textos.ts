/** Sentences of the part that do not change, for who reads and for the readability check. */
export const NADA_COLETADO: readonly string[] = [
  "Esta página não coleta nada sobre você. Ela não tem cadastro, não usa cookies e não conta visitas.",
  "Tudo o que ela mostra vem do mesmo endereço em que ela está. Nenhum outro site é chamado enquanto você lê.",
  "O seu navegador guarda só uma coisa: se você escolheu o tema claro ou o escuro. Isso fica no seu aparelho e ninguém recebe.",
];

export const NA_EDICAO_TECNICA = "A edição técnica muda em um ponto: o navegador também guarda as planilhas que você abre, se você pedir. Elas não são enviadas a ninguém e não entram nesta página.";

export const O_QUE_ENTRA: readonly string[] = [
  "Aqui só há contagens. Não há nome, documento, telefone, endereço, número de protocolo nem texto de denúncia.",
  "Os registros das pessoas ficam com o Estado. Eles não entram nos arquivos desta página.",
];

export const FINALIDADE: readonly string[] = [
  "A finalidade é prestar contas: mostrar como estão os serviços, como o Estado apoia os municípios e como responde às denúncias.",
  "Os números também ajudam o conselho, a imprensa e as equipes a fazer perguntas.",
];

export const COMPARTILHAMENTO: readonly string[] = [
  "Nenhum dado de pessoa é passado a outra entidade por esta página.",
  "Os números são públicos. Qualquer um pode baixar e usar, e isso não pode ser desfeito. Por isso a proteção vem antes de publicar.",
];

export const COMO_PEDIR: readonly string[] = [
  "Você pode perguntar se o Estado tem dados seus, ver esses dados e pedir correção. O pedido é feito à ouvidoria ou ao encarregado.",
  "Se você achar que um número daqui deixa alguém ser reconhecido, avise. A publicação pode ser trocada por outra mais fechada.",
];

export const SEM_ENCARREGADO = "O encarregado ainda está a definir: o órgão não disse quem é. Até lá, procure a ouvidoria do órgão.";

export const TEXTOS_FIXOS: readonly string[] = [...NADA_COLETADO, NA_EDICAO_TECNICA, ...O_QUE_ENTRA, ...FINALIDADE, ...COMPARTILHAMENTO, ...COMO_PEDIR, SEM_ENCARREGADO];
