import { count, formatDate, formatNumber, formatPercent } from "../../../core/format.ts";
import { methodHash, type Metodo } from "../../../core/metodo/method.ts";
import { reservePlaces } from "../../../core/metodo/planning.ts";
import { formula, type Topico } from "./topico.ts";

/** From the score to the visits of a cycle, and how the list is sealed. */
export function topicosDoCiclo(metodo: Metodo): readonly Topico[] {
  return [planejamento(metodo), selo(metodo)];
}

function planejamento({ planejamento: p, k }: Metodo): Topico {
  const reserva = reservePlaces(p.reserva, k);
  return {
    ancora: "metodo-planejamento",
    titulo: "Da nota à visita: valor, carência, gatilhos e reserva",
    paragrafos: [
      `Para planejar o ciclo, a nota se junta ao tempo sem visita: ${formatPercent(100 * p.pesoNota, 0)} da nota e ${formatPercent(100 * p.pesoTempo, 0)} do tempo, que enche em ${count(p.meses, "mês", "meses")}. Quem não tem visita registrada conta com o tempo cheio. O ciclo escolhe ${count(k, "município", "municípios")}.`,
      `Carência: quem foi visitado há menos de ${count(p.carenciaDias, "dia", "dias")} sai da escolha, a não ser que haja um gatilho. Gatilho (uma denúncia, uma ordem judicial) é restrição, nunca ponto: o município entra, qualquer que seja a nota, e a nota não muda.`,
      `Reserva: ${count(reserva, "vaga sai", "vagas saem", "f")} por sorteio entre os que a nota não escolheu, inclusive os sem nota, com a semente publicada “${p.sementeReserva}”. O que as visitas sorteadas encontram, comparado com o que as outras encontram, mede se a nota acerta mais do que o acaso.`,
      "Em empate do valor (diferença menor que um bilionésimo): maior nota, depois mais tempo sem visita, depois menor código.",
    ],
    formulas: [
      formula(
        `V = ${formatNumber(p.pesoNota, 2)} × S + ${formatNumber(p.pesoTempo, 2)} × 100 × mín(1, m ÷ ${formatNumber(p.meses)})`,
        "S: nota; m: meses inteiros desde a última visita técnica presencial.",
      ),
      formula(`vagas da reserva = ${formatPercent(100 * p.reserva, 0)} de K, dentro de 10 % a 15 %  →  ${formatNumber(reserva)} de ${formatNumber(k)}`),
    ],
    fontes: ["Regra deste método; o fundamento das visitas está no começo desta parte"],
  };
}

function selo(metodo: Metodo): Topico {
  return {
    ancora: "metodo-selo",
    titulo: "Lista selada e arquivo do método",
    paragrafos: [
      `Antes de os dados do ciclo chegarem, publica-se o SHA-256 do arquivo do método, que fixa pesos, balizas, semente, K e datas. Depois, qualquer pessoa confere a lista e o método contra ele: na página Prioridades, ou com “npm run rank -- --method ARQUIVO --check SHA-256”, que dá a mesma lista, algarismo por algarismo. Quem muda um peso muda o SHA-256.`,
      `Este método é “${metodo.nome}”, fixado em ${formatDate(metodo.datas.versao)} para o ciclo de ${formatDate(metodo.datas.inicio)} a ${formatDate(metodo.datas.fim)}. SHA-256: ${methodHash(metodo)}.`,
      "O arquivo do método é JSON legível, com esquema, e pode ser baixado, mudado e aberto de novo. O endereço da página leva só a diferença para o método publicado e o SHA-256 dos dados usados: um endereço aberto sobre outros dados diz isso em vermelho.",
    ],
    formulas: [formula("SHA-256 do texto canônico: JSON sem espaços, membros em ordem, números como o JavaScript escreve, UTF-8")],
    fontes: ["NIST, FIPS 180-4, 2015 (SHA-256)", "Rundgren, Jordan e Erdtman, RFC 8785, 2020 (JSON canônico)"],
  };
}
