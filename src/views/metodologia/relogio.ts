import { BASE_DENUNCIAS, BASE_MAXIMA, BASE_MINIMA } from "../../core/alerta/metodos.ts";
import { DIAS_PERTO } from "../../core/denuncias/prazos.ts";
import { formatNumber, joinPt } from "../../core/format.ts";
import type { Norma } from "../../core/territorio.ts";

/** How the terms of complaints are counted, with the articles of the territory's own norm; without such a norm, only how they would be. */
export function comoContamosPrazos(normas: readonly Norma[]): readonly string[] {
  const norma = normas.find(({ artigos }) => artigos.some(({ resumo }) => /apensad/i.test(resumo)));
  const comDias = norma?.artigos.filter(({ resumo }) => /\d+ dias/.test(resumo)) ?? [];
  return [
    ...(norma === undefined || comDias.length === 0
      ? []
      : [`Prazos da apuração, pela ${norma.nomeCurto}: ${joinPt(comDias.map(({ ref, resumo }) => `${ref} (${semPonto(resumo)})`))}.`]),
    "O primeiro dia não conta e o último conta; prazo que termina em dia sem expediente passa para o próximo dia útil (Lei 9.784/1999, art. 66). Dias de suspensão não contam. São datas do calendário, sem hora: um dia não muda com o fuso de quem abre a página.",
    "Onde a norma dá o número de dias e não diz se são corridos ou úteis, a página mostra as duas datas e ordena pela mais próxima, até que a casa escolha uma regra na parte Regras. A escolha fica no endereço e sai escrita em todo arquivo baixado.",
    `Um prazo aberto está no prazo, vence logo (em até ${formatNumber(DIAS_PERTO)} dias), vencido ou sem como contar. “Sem como contar” é quando o dia que o inicia ou o cumpre falta ou está em dúvida: o motivo aparece ao lado, e os outros prazos do caso seguem contando.`,
    "O que conta como hoje é uma data escolhida na página e escrita no endereço, e não o relógio do computador. Feriados nacionais e estaduais vêm de uma biblioteca; os municipais, os pontos facultativos a mais e as suspensões vêm do calendário que o usuário carrega. O prazo da gestão municipal segue o calendário do município; os outros, o da sede.",
    "Cada caso é refeito a partir dos seus passos, em ordem de data. Responder a quem denunciou e apurar o fato são dois caminhos: uma resposta dada antes não encerra a apuração. O que não combina (passo fora de ordem, data no futuro, apensada a um caso mais novo) é mostrado com o conserto e contado à parte; nada é descartado nem corrigido em silêncio.",
    "O tempo até a resposta é estimado por Kaplan–Meier, para que os casos ainda sem resposta também contem: “metade respondida em até 13 dias” inclui quem espera (Kaplan e Meier, Journal of the American Statistical Association 53, 1958).",
    `Alertas: cada série por mês (município, região, tema e o total) é comparada com os meses anteriores a ela; no método padrão, de ${formatNumber(BASE_MINIMA)} a ${formatNumber(BASE_MAXIMA)} deles. Um mês que ainda não acabou não é testado, e série curta ou com menos de ${formatNumber(BASE_DENUNCIAS)} denúncias na base fica em “dados insuficientes”. A página diz quantos alertas o acaso daria com tantas séries e quais continuam depois da correção para muitas séries (Benjamini e Hochberg, Journal of the Royal Statistical Society B 57, 1995). Um alerta convida a olhar, não conclui nada sobre um lugar; números pequenos são de uso interno.`,
  ];
}

function semPonto(frase: string): string {
  return frase.replace(/\.$/, "");
}
