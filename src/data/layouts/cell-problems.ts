import { personIn } from "../import/person.ts";
import type { ProblemLog } from "../import/report.ts";

/** A value as a message may show it: never one that looks like data of a person. */
export function shownValue(valor: string): string | null {
  return personIn(valor) === null ? valor : null;
}

/** Announces a cell that is no number of its column; the row stays, the value is left out. */
export function unreadableNumber(log: ProblemLog, linha: number, coluna: string, valor: string, isAmbiguous = false): void {
  log.add(isAmbiguous ? "numero-ambiguo" : "numero-invalido", {
    gravidade: "aviso",
    linha,
    coluna,
    valor: shownValue(valor),
    mensagem: isAmbiguous
      ? "O ponto ou a vírgula pode ser de milhar ou de decimal: o valor não foi lido."
      : "Não é um número possível nesta coluna: o valor não foi lido.",
    conserto: isAmbiguous ? "Responda como a coluna escreve os números e leia o arquivo de novo." : "Confira o valor na origem e baixe o arquivo de novo.",
  });
}

/** Announces a row without any figure: it is set aside, not loaded as zero. */
export function rowWithoutFigures(log: ProblemLog, linha: number): void {
  log.add("linha-sem-valor", {
    gravidade: "linha-separada",
    linha,
    coluna: null,
    valor: null,
    mensagem: "A linha não traz nenhum valor publicado; vazio não é zero.",
    conserto: "Confira na origem se o mês já foi publicado para este município.",
  });
}

/** Announces a row whose period cannot be read. */
export function unreadablePeriod(log: ProblemLog, linha: number, coluna: string, valor: string, esperado: string): void {
  log.add("periodo-invalido", {
    gravidade: "linha-separada",
    linha,
    coluna,
    valor: shownValue(valor),
    mensagem: "O período da linha não dá para ler.",
    conserto: `Escreva o período como ${esperado}.`,
  });
}
