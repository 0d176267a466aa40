import type { Passo } from "./passos.ts";
import type { CodigoDeInconsistencia } from "./reproducao.ts";
import { EXIGENCIAS, PRECEDENCIAS } from "./sequencia.ts";

/** What may be wrong with a case, in plain words. */
export interface TextoDeInconsistencia {
  /** Name of the group: "Data no futuro". */
  readonly nome: string;
  /** What it is, and what it does to the clock. */
  readonly oQueE: string;
  /** What to do about it, where. */
  readonly conserto: string;
  /** Article of the norm of the procedure; null where it is a matter of typing, or where it depends on the step. */
  readonly artigo: string | null;
}

const DUVIDA = "O prazo que começa ou termina nesse passo fica sem como contar.";

/** By code; the article that depends on the step is in `artigoDaInconsistencia`. */
export const INCONSISTENCIA_TEXTO: Readonly<Record<CodigoDeInconsistencia, TextoDeInconsistencia>> = {
  "sem-registro": {
    nome: "Sem data de registro",
    oQueE: "Nem a linha da denúncia nem os andamentos dizem em que dia ela foi registrada. O prazo da resposta fica sem como contar.",
    conserto: "Preencha a data de registro do protocolo.",
    artigo: "art. 5º, §§ 2º e 5º",
  },
  "registros-divergentes": {
    nome: "Dois dias de registro",
    oQueE: "A linha da denúncia e os andamentos dão dias diferentes para o registro. Vale o dos andamentos para a ordem dos passos, mas o prazo da resposta fica sem como contar.",
    conserto: "Veja no protocolo o dia certo e corrija o outro arquivo.",
    artigo: "art. 5º, §§ 2º e 5º",
  },
  "dia-impossivel": {
    nome: "Data impossível",
    oQueE: `A data é anterior à política que criou o SUAS (15/10/2004): é erro de digitação. ${DUVIDA}`,
    conserto: "Corrija a data; costuma ser o ano.",
    artigo: null,
  },
  "dia-no-futuro": {
    nome: "Data no futuro",
    oQueE: `O passo tem data depois do dia contado como hoje: até lá, não aconteceu. ${DUVIDA}`,
    conserto: "Corrija a data ou, se o passo está só marcado, deixe-o fora até que aconteça.",
    artigo: null,
  },
  "antes-do-registro": {
    nome: "Passo antes do registro",
    oQueE: `O passo tem data anterior ao registro, que é o primeiro. ${DUVIDA}`,
    conserto: "Corrija a data do passo ou a do registro.",
    artigo: "art. 5º, § 2º",
  },
  "fora-de-ordem": {
    nome: "Passo fora de ordem",
    oQueE: `O passo tem data anterior à de outro que, pela norma, vem antes dele. ${DUVIDA}`,
    conserto: "Corrija a data de um dos dois.",
    artigo: null,
  },
  "falta-passo": {
    nome: "Falta um passo",
    oQueE: "Há passos posteriores, mas não o que a norma põe antes deles. O prazo que começa no passo que falta não tem como contar.",
    conserto: "Acrescente o passo com a sua data ou retire o posterior, se não aconteceu.",
    artigo: null,
  },
  "depois-do-fim": {
    nome: "Passo depois do fim",
    oQueE: "O passo tem data posterior ao fim da apuração: encaminhamento, desfecho, resposta depois da manifestação técnica ou arquivamento. A apuração continua contada como encerrada.",
    conserto: "Corrija a data; se o caso foi reaberto, registre-o com outro protocolo.",
    artigo: "arts. 6º, 8º, 11 e 12",
  },
  "passo-repetido": {
    nome: "Passo repetido",
    oQueE: "O mesmo passo aparece mais de uma vez. Vale o primeiro dia; se os dias diferem, o prazo que começa ou termina nele fica sem como contar.",
    conserto: "Deixe uma linha só do passo, com o dia certo.",
    artigo: null,
  },
  "sem-data": {
    nome: "Passo sem data",
    oQueE: `O passo está nos andamentos, mas não se sabe em que dia foi. ${DUVIDA}`,
    conserto: "Preencha a data do passo.",
    artigo: null,
  },
  "datas-divergentes": {
    nome: "Duas datas para um passo",
    oQueE: `A linha da denúncia e os andamentos dão dias diferentes para o mesmo passo. Vale o dos andamentos para a ordem dos passos. ${DUVIDA}`,
    conserto: "Veja o dia certo e corrija o outro arquivo.",
    artigo: null,
  },
  "desfecho-sem-tipo": {
    nome: "Desfecho sem tipo",
    oQueE: "O desfecho não diz o que a análise constatou. Não se sabe se corre o prazo de envio aos órgãos de controle.",
    conserto: "Preencha o desfecho: dificuldade na gestão, indício de irregularidade ou sem irregularidade.",
    artigo: "arts. 10 e 11",
  },
  "arquivamento-sem-motivo": {
    nome: "Arquivamento sem motivo",
    oQueE: "A denúncia só é arquivada por processo judicial sobre o mesmo fato ou por falta de provas, e o motivo não foi dito. O caso conta como arquivado.",
    conserto: "Preencha o motivo do arquivamento.",
    artigo: "art. 12",
  },
  "apensada-a-mais-nova": {
    nome: "Apensada a uma mais nova",
    oQueE: "A denúncia principal foi registrada depois da apensada; a norma manda respeitar a ordem de antiguidade. Ela continua contada pela principal.",
    conserto: "Inverta: a mais antiga é a principal, e a mais nova, a apensada.",
    artigo: "art. 5º, § 4º",
  },
  "apensada-em-circulo": {
    nome: "Apensadas em círculo",
    oQueE: "Seguindo de principal em principal, volta-se ao mesmo protocolo: não há qual seja o mais antigo. Cada uma conta por si.",
    conserto: "Deixe sem protocolo principal a denúncia mais antiga do grupo.",
    artigo: "art. 5º, § 4º",
  },
  "apensada-sem-principal": {
    nome: "Apensada a um protocolo ausente",
    oQueE: "O protocolo principal não está no arquivo. A denúncia conta por si, para que nenhum prazo se perca.",
    conserto: "Confira o número do protocolo principal ou inclua a denúncia que falta.",
    artigo: "art. 5º, § 4º",
  },
  "situacao-difere": {
    nome: "Situação difere dos passos",
    oQueE: "A situação declarada na linha da denúncia não é a que os passos datados dizem. Vale o que dizem os passos.",
    conserto: "Corrija a situação ou acrescente o passo que falta, com a sua data.",
    artigo: null,
  },
};

/** Article behind an inconsistency, which for the order and the lack of steps is the step's; null where it is a matter of typing. */
export function artigoDaInconsistencia(codigo: CodigoDeInconsistencia, passo: Passo | null): string | null {
  if (codigo === "fora-de-ordem") return PRECEDENCIAS.find((regra) => regra.passo === passo)?.artigo ?? null;
  if (codigo !== "falta-passo") return INCONSISTENCIA_TEXTO[codigo].artigo;
  if (passo === "desfecho") return "arts. 10 e 11";
  return EXIGENCIAS.find(({ falta }) => falta === passo)?.artigo ?? null;
}
