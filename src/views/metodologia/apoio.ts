import { formatNumber } from "../../core/format.ts";
import { MINIMO_DE_EVENTOS, MINIMO_DE_EVENTOS_NO_SORTEIO, MINIMO_DE_PARES, MINIMO_DE_UNIDADES } from "../../core/equidade/index.ts";
import { SEMELHANCA_MINIMA } from "../../core/pacto/index.ts";
import { MINIMO_DO_GRUPO } from "../../core/servicos/index.ts";
import { ANCORA } from "./ancora.ts";

/** A section of prose on what the parts of the coverage page count. */
export interface TopicoDoApoio {
  readonly ancora: string;
  readonly titulo: string;
  readonly paragrafos: readonly string[];
}

/** How the coverage page counts what was pacted, equity, what came after support, plans and services. */
export const TOPICOS_DO_APOIO: readonly TopicoDoApoio[] = [
  {
    ancora: ANCORA.pacto,
    titulo: "O que foi pactuado e o mínimo anual",
    paragrafos: [
      "Só cobre quem recebe: entram nas contas os apoios realizados até a data de referência. O que está previsto e o que foi cancelado contam à parte; um registro que se diz realizado em dia que ainda não chegou é apontado e não conta.",
      "Cada linha do plano pactuado tem um eixo, um tema e as estratégias que a realizam. Um apoio é da linha quando o eixo e o tema são os dela; só conta como realizado quando a estratégia é uma das dela, e o resto aparece como “por outra estratégia”. O que a norma não diz (quantas vezes uma linha se realiza, qual coordenação responde) e nós lemos está escrito no arquivo do território.",
      `Um tema que não é de nenhuma linha, mas que alguma coordenação atende, é “fora do plano”; um que ninguém atende é “não classificado”, e a página sugere a linha mais parecida quando a semelhança é de ${formatNumber(SEMELHANCA_MINIMA, 2)} ou mais. A sugestão nunca entra nas contas: quem corrige é quem registrou.`,
      "“Parte do terço com mais necessidade” é a parte alcançada entre os municípios com a nota mais alta: o terço, arredondado para cima, dos que têm nota pelo método do território, mais os empatados com o último. Município sem nota nunca está no terço.",
      "Mínimo anual: o prazo corre do último monitoramento que conta e termina no mesmo dia do ano seguinte; onde o mês não tem esse dia, no último dia dele. O dia do vencimento ainda está no prazo. A norma fala de verificação no local e também por dados e não diz se uma das formas basta: quem usa escolhe, e a escolha fica no endereço e nos arquivos. “Sem registro” não é “nunca houve”: o registro começa em algum dia, que a página diz.",
      "A curva do mínimo conta, no fim de cada mês, os municípios ainda no prazo naquele dia. Ela começa quando o registro já alcança um prazo inteiro para trás, porque antes disso faltariam monitoramentos que o registro não tem como mostrar.",
      "Resposta à demanda: cada pedido de município é contado uma vez; “respondido” é o realizado no dia do pedido ou depois. A mediana e o 90º percentil são só dos respondidos; os que ainda esperam aparecem ao lado, com a maior espera. Um registro que só guarda o que foi realizado não tem pedido em aberto, e então todo pedido parece respondido.",
    ],
  },
  {
    ancora: ANCORA.equidade,
    titulo: "Equidade e o que veio depois do apoio",
    paragrafos: [
      "A pergunta da equidade é se o apoio foi para onde a necessidade é maior, mais do que um sorteio daria. O índice de concentração vai de −1 a 1: abaixo de zero, mais apoio onde há mais necessidade; zero, nenhuma relação; acima de zero, mais apoio onde há menos. A curva e os limites são os de O’Donnell e outros (Analyzing Health Equity Using Household Survey Data, Banco Mundial, 2008, cap. 7 e 8) e o erro é também o de Kakwani, Wagstaff e van Doorslaer (Journal of Econometrics 77, 1997).",
      "O sorteio reparte os mesmos eventos entre todos os municípios, com a mesma chance ou na proporção dos habitantes, e diz entre quais números o acaso deixaria cada grupo. Quando se pode, a conta é exata; senão é simulada, e a página diz qual foi. Com muitos grupos, alguns saem do intervalo só por acaso: fica marcado o que continua depois da correção de Benjamini e Hochberg (Journal of the Royal Statistical Society B 57, 1995).",
      "A curva de Lorenz e o índice de Gini dizem o quanto o apoio se concentra em poucos municípios, seja qual for a necessidade deles. Apoio desigual pode ser o certo, quando vai a quem precisa mais.",
      `Com menos de ${formatNumber(MINIMO_DE_UNIDADES)} municípios ou de ${formatNumber(MINIMO_DE_EVENTOS)} eventos não há índice, e com menos de ${formatNumber(MINIMO_DE_EVENTOS_NO_SORTEIO)} eventos não há sorteio: “dados insuficientes” é a resposta, com o que há e o mínimo. O número de eventos aparece ao lado de cada resultado.`,
      `“Depois do apoio” compara o que mudou em um indicador nos municípios apoiados com o que mudou em municípios parecidos e sem apoio: do mesmo porte e da mesma região, com valor inicial próximo, cada um usado uma vez. A diferença vem com um intervalo que sorteia os pares de novo (Austin e Small, Statistics in Medicine 33, 2014). Com menos de ${formatNumber(MINIMO_DE_PARES)} pares não há resultado.`,
      "O que se acha é associação, não causa: quem recebeu apoio não foi sorteado, e o que levou o apoio até lá pode ser o mesmo que mudou o indicador. A página mostra quem ficou de fora, por quê, e o quanto os pares se parecem.",
    ],
  },
  {
    ancora: ANCORA.planos,
    titulo: "Planos, serviços e o trabalho guardado no navegador",
    paragrafos: [
      "Um plano liga a dificuldade e a sua origem à ação, ao órgão responsável, ao prazo, à evidência e às aprovações do conselho e da comissão. Um plano só está concluído quando todas as suas ações estão. Ação sem prazo nunca está atrasada: ela aparece como “sem prazo”. A ordem é só pelos dias de atraso, e não compara lugares.",
      "Ao lado dos planos do município estão as dívidas do Estado: as ações do Plano de Apoio, o mínimo anual vencido e os pedidos sem resposta, cada um com o seu artigo. Onde o território não tem norma própria para os planos, a página diz de quem é a regra que serve de referência.",
      "No desempenho dos serviços, a média de tempo de vários municípios é a média ponderada pelos concluídos; medianas não se somam, e a página não as junta. Satisfação em escalas diferentes nunca entra na mesma média; na escala de 0 a 100, que só aparece a pedido, a fórmula é (valor − mínimo) ÷ (máximo − mínimo) × 100. " +
        `A comparação entre municípios do mesmo porte ou região pede ao menos ${formatNumber(MINIMO_DO_GRUPO)} deles com o dado.`,
      "O que se escreve nesta página fica neste navegador, e só nele, até ser exportado em um arquivo. Juntar o arquivo de duas pessoas parte do que havia antes, quando se sabe: o que só uma mudou entra; o que as duas mudaram no mesmo campo fica para quem usa escolher. O trabalho escrito aqui aparece marcado e nunca se mistura em silêncio com o registro oficial nem com a demonstração.",
    ],
  },
];
