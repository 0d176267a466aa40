import { count, formatNumber, joinPt } from "../../../core/format.ts";
import { agregar, faltasDe, type Escala, type MedianasJuntas, type SatisfacaoJunta } from "../../../core/servicos/index.ts";
import { anoEmPalavras, doServico, type Recorte } from "./recorte.ts";

/** "1 a 5", "0 a 10". */
export function escalaEmPalavras({ min, max }: Escala): string {
  return `${numero(min)} a ${numero(max)}`;
}

/** Up to two decimal places, as many as the number has. */
export function numero(valor: number): string {
  const centesimos = Math.round(valor * 100);
  return formatNumber(valor, centesimos % 100 === 0 ? 0 : centesimos % 10 === 0 ? 1 : 2);
}

/** "4,1 de 1 a 5 (2.310 respostas); 7,8 de 0 a 10 (90 respostas)"; "sem dado" when none counts. */
export function satisfacaoEmPalavras(satisfacao: readonly SatisfacaoJunta[]): string {
  if (satisfacao.length === 0) return "sem dado";
  return satisfacao
    .map(({ escala, media, respostas }) => `${formatNumber(media, casasDaEscala(escala))} de ${escalaEmPalavras(escala)} (${count(respostas, "resposta", "respostas", "f")})`)
    .join("; ");
}

/** A scale of a few points is read with two decimal places, one of a hundred with one. */
export function casasDaEscala({ min, max }: Escala): number {
  return max - min > 20 ? 1 : 2;
}

/** "não se soma: de 3 a 41 dias em 40 municípios". */
export function medianasEmPalavras({ informados, menor, maior }: MedianasJuntas): string {
  if (menor === null || maior === null) return "sem dado";
  return informados === 1 ? `${numero(menor)} dias, de um só município` : `não se soma: de ${numero(menor)} a ${numero(maior)} dias em ${formatNumber(informados)} municípios`;
}

/** The part's sentence: what was done in the year, by whom it was told, and what is missing. */
export function fraseDosServicos(recorte: Recorte): string {
  const { ano, anoDeHoje, servico, painel, codigos, doAno, cem } = recorte;
  if (ano === null) return "Nenhum serviço com dados para mostrar.";
  const registros = doServico(doAno, servico);
  const agregado = agregar(registros, { cem });
  if (registros.length === 0) {
    return `Em ${anoEmPalavras(ano, anoDeHoje)}, ninguém informou nada ${servico === null ? "de nenhum serviço" : `de “${servico.nome}”`}, de ${count(codigos.length, "município à vista", "municípios à vista")}.`;
  }
  const comDado = new Set(registros.map(({ codigo }) => codigo)).size;
  const servicos = new Set(registros.map(({ chave }) => chave)).size;
  const sobre = servico === null ? (servicos === painel.servicos.length ? `algum dos ${count(servicos, "serviço", "serviços")}` : `algum serviço (${formatNumber(servicos)} de ${formatNumber(painel.servicos.length)})`) : `“${servico.nome}”`;
  const [melhor] = agregado.satisfacao;
  const partes = [
    contagem(agregado.concluidas.total, "solicitação concluída", "solicitações concluídas"),
    contagem(agregado.emAndamento.total, "em andamento", "em andamento"),
    ...(servico === null || agregado.tempoMedio.dias === null ? [] : [`${formatNumber(agregado.tempoMedio.dias, 1)} dias em média`]),
    ...(servico === null || melhor === undefined ? [] : [`satisfação ${satisfacaoEmPalavras(agregado.satisfacao)}`]),
  ];
  const emCurso = ano >= anoDeHoje ? " O ano ainda corre: os números vão mudar." : "";
  return `Em ${anoEmPalavras(ano, anoDeHoje)}, ${formatNumber(comDado)} de ${count(codigos.length, "município informou", "municípios informaram")} ${sobre}: ${joinPt(partes)}.${faltam(recorte)}${emCurso}`;
}

function contagem(total: number | null, singular: string, plural: string): string {
  return total === null ? `${plural}: sem dado` : count(total, singular, plural, "f");
}

function faltam({ servico, codigos, doAno }: Recorte): string {
  const { semLinha } = faltasDe(codigos, doServico(doAno, servico));
  return semLinha.length === 0 ? "" : ` De ${count(semLinha.length, "município", "municípios")} não há nada informado.`;
}
