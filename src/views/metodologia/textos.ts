import { AUSENCIA_ROTULO, type Ausencia } from "../../core/absence.ts";
import { PRIMEIRO_DIA_POSSIVEL } from "../../core/denuncia.ts";
import { count, formatDate, formatPercent } from "../../core/format.ts";
import type { Metodo } from "../../core/metodo/method.ts";

/** How to read any figure of the app. */
export const COMO_LER: readonly string[] = [
  "Cada número vem de um arquivo com fonte e data. O aplicativo não arredonda além das casas mostradas e não preenche lacunas: o que a fonte não publica fica em branco, com o motivo escrito. Só na nota de prioridade as taxas e proporções de números pequenos são encolhidas, e o número publicado fica ao lado do usado.",
  "Os sinais dizem para que lado vai a necessidade de apoio: ▲ quanto maior, mais necessidade; ▼ quanto maior, menos necessidade; ○ contexto, que ajuda a ler os outros e não entra no índice.",
  "As classes dos mapas são intervalos que começam no primeiro número e param antes do segundo (“20 a menos de 40”); só a última inclui o maior valor. A legenda diz quantos municípios há em cada uma.",
  "Um município nunca é “pior” que outro: ele pode ter mais necessidade de apoio.",
];

/** What each way of having no number means, and zero, which is none of them. */
export const GLOSSARIO: readonly {
  readonly id: Ausencia | "zero";
  readonly palavra: string;
  readonly sentido: string;
}[] = [
  {
    id: "zero",
    palavra: "0",
    sentido: "A contagem foi feita e deu zero. É um número como os outros: entra em médias, classes e listas.",
  },
  {
    id: "sem-dado",
    palavra: AUSENCIA_ROTULO["sem-dado"],
    sentido:
      "Ninguém coletou, ou a fonte não traz este município. Não é zero e não entra em nenhuma conta.",
  },
  {
    id: "nao-publicado",
    palavra: AUSENCIA_ROTULO["nao-publicado"],
    sentido: "A fonte costuma publicar, mas ainda não publicou o período.",
  },
  {
    id: "sem-registro",
    palavra: AUSENCIA_ROTULO["sem-registro"],
    sentido: "O registro de apoio está carregado e não traz nenhum apoio daquele tipo para o município. Não é zero meses.",
  },
  {
    id: "dados-insuficientes",
    palavra: AUSENCIA_ROTULO["dados-insuficientes"],
    sentido: "Há algum dado, mas pouco demais para dizer algo. No índice, é o município “sem nota”: o peso presente, em uma dimensão ou no total, fica abaixo do mínimo do método.",
  },
  {
    id: "oculto",
    palavra: AUSENCIA_ROTULO.oculto,
    sentido: "O número existe e foi retirado porque deixaria reconhecer uma pessoa.",
  },
  {
    id: "nao-carregado",
    palavra: AUSENCIA_ROTULO["nao-carregado"],
    sentido: "O arquivo que responderia não está aberto nesta sessão, ou não cobre o período pedido.",
  },
];

/** How the coverage page counts. Source: Res. CIB/MT 02/2022 arts. 4, 6 and 7; Código Civil art. 132 § 3º. */
export const COMO_CONTAMOS_COBERTURA: readonly string[] = [
  "Um evento de apoio pode alcançar vários municípios. “Eventos” conta cada evento uma vez; “municípios alcançados” conta cada município uma vez; “alcances” conta cada par de evento e município. Por isso os meses de “municípios” e de “eventos” não se somam: o mesmo município pode aparecer em vários meses.",
  "Presencial ou não presencial é o que o registro diz de cada evento. Um apoio individualizado pode ser dado na sede do Estado ou a distância, e o monitoramento pode usar dados secundários, sem visita.",
  "O período termina na data de referência, incluída, e começa no dia seguinte ao mesmo dia, tantos meses antes. Um mês se completa no dia de igual número ou, se o mês não o tem, no dia seguinte (Código Civil, art. 132, § 3º).",
  "“Sem monitoramento há 12 meses” é o município cujo último monitoramento, no local ou por dados, passou de 12 meses na data de referência (o dia do vencimento ainda está no prazo), ou que não tem nenhum no registro. A norma pactuada põe o monitoramento entre os apoios presenciais e o descreve como verificação no local e também por dados dos sistemas: a lista aceita os dois, e a ficha do município e o CSV dizem à parte quando foi o último no local.",
];

/** How the complaints page counts. Source: Res. CIB/MT 012/2025 art. 5 §4; the rules of `core/denuncia.ts`. */
export const COMO_CONTAMOS_DENUNCIAS: readonly string[] = [
  "Cada caso conta uma vez. Denúncias repetidas sobre o mesmo fato são apensadas e contam no protocolo principal; um protocolo que aparece em mais de uma linha também conta uma vez.",
  `Linhas sem data de registro, com data impossível (antes de ${formatDate(PRIMEIRO_DIA_POSSIVEL)}, quando o SUAS ainda não existia, ou depois da data de referência) ou apensadas em círculo não entram nos gráficos: a própria página diz quantas são.`,
  "A taxa é o número de casos do período dividido pela população do Censo, vezes 10 mil. É do período inteiro, não por ano. Sem população conhecida não há taxa.",
];

/** The index in plain language, from the method in force. */
export function indiceEmPalavras({ nome, orgao, datas, dimensoes, presencaMinima, k }: Metodo): readonly string[] {
  const total = dimensoes.reduce((soma, { indicadores }) => soma + indicadores.length, 0);
  return [
    `O índice resume ${count(total, "indicador", "indicadores")} de ${count(dimensoes.length, "dimensão", "dimensões", "f")} em uma nota de 0 a 100. Quanto maior a nota, mais necessidade de apoio. Ele ordena a conversa sobre visitas; não a decide.`,
    "Em quatro passos: cada indicador vai para uma escala de 0 a 100 entre duas balizas fixas; os indicadores de uma dimensão se juntam pelos seus pesos; as dimensões se juntam pelos seus; e a nota é mostrada com os pontos de cada parte, os seus limites e o quanto a posição é firme.",
    `O que falta não vira zero nem média. Com menos de ${formatPercent(100 * presencaMinima)} do peso presente, em uma dimensão ou no total, não há nota: o município fica em uma lista à parte, com o motivo.`,
    `O método em vigor é “${nome}”${orgao === undefined ? "" : ` (${orgao})`}, fixado em ${formatDate(datas.versao)} para escolher ${count(k, "município", "municípios")}. Tudo o que se lê abaixo sai do arquivo dele; o que você muda na página Prioridades vale só lá.`,
  ];
}
