import type { CivilDate } from "../civil-date.ts";
import type { Acao, Plano } from "./plano.ts";
import type { CodigoDoProblema, ProblemaDoPlano } from "./problema.ts";

/**
 * What does not fit in plans each read by itself; nothing is changed. Only a Plano de
 * Providências is approved by the CMAS and pacted in the CIB (Portaria SPS/CE 352/2023
 * art. 6 §1; the copy in hand of art. 7 ends before saying so of the Plano de Apoio).
 * @param conhecidos IBGE codes of the municipalities in use
 * @param diaDoTrabalho the day after which what the user's own work says is still to come; that of the files is `hoje`
 */
export function conferirPlanos(planos: readonly Plano[], hoje: CivilDate, conhecidos: ReadonlySet<number>, diaDoTrabalho: CivilDate = hoje): ProblemaDoPlano[] {
  const achados: ProblemaDoPlano[] = [];
  for (const plano of planos) {
    const ate = plano.fonte === "trabalho" ? diaDoTrabalho : hoje;
    for (const acao of plano.acoes) conferirAcao(plano, acao, ate, achados);
    const doPlano = (codigo: CodigoDoProblema, dado: string | null): void => {
      achados.push({ codigo, municipio: plano.municipio, plano: plano.numero ?? plano.id, acao: null, descricao: plano.dificuldade, dado });
    };
    if (!conhecidos.has(plano.municipio)) doPlano("municipio-desconhecido", String(plano.municipio));
    if (plano.acoes.length === 0) doPlano("plano-sem-acoes", null);
    const { aprovacaoCmas: aprovado, pactuacaoCib: pactuado } = plano;
    if (aprovado !== null && aprovado > ate) doPlano("aprovacao-no-futuro", aprovado);
    if (pactuado !== null && pactuado > ate) doPlano("pactuacao-no-futuro", pactuado);
    if (plano.especie === "providencias" && pactuado !== null && (aprovado === null || aprovado > pactuado)) doPlano("pactuacao-antes-da-aprovacao", pactuado);
  }
  return achados;
}

function conferirAcao(plano: Plano, { id, descricao, prazo, evidencia, conclusao }: Acao, ate: CivilDate, achados: ProblemaDoPlano[]): void {
  const { inicio } = plano;
  const daAcao = (codigo: CodigoDoProblema, dado: string): void => {
    achados.push({ codigo, municipio: plano.municipio, plano: plano.numero ?? plano.id, acao: id, descricao, dado });
  };
  if (prazo !== null && inicio !== null && prazo < inicio) daAcao("prazo-antes-do-plano", prazo);
  if (conclusao === null) return;
  if (conclusao > ate) daAcao("conclusao-no-futuro", conclusao);
  else if (evidencia === null) daAcao("conclusao-sem-evidencia", conclusao);
  if (inicio !== null && conclusao < inicio) daAcao("conclusao-antes-do-plano", conclusao);
}
