import type { RegistroDeServico } from "../servicos/montar.ts";
import { escalaDe, type Escala, type LinhaDeServico } from "../servicos/registro.ts";
import { isLegivel, type NumeroPublico } from "./numero.ts";

/** Ids of the tables of counts, as the territory's policy of publication names them. */
export const TABELAS_DE_SERVICOS = { concluidas: "servicos-concluidas", emAndamento: "servicos-em-andamento" } as const;

/** One service of one municipality in one year, as it goes out. */
export interface ServicoPublico {
  readonly codigo: number;
  /** Key of the service, as `chaveDoServico` makes it. */
  readonly chave: string;
  readonly ano: number;
  readonly emAndamento: NumeroPublico;
  readonly concluidas: NumeroPublico;
  /** Days. */
  readonly tempoMedio: NumeroPublico;
  readonly tempoMediano: NumeroPublico;
  /**
   * Null where fewer than `k` answered, where nobody told, or where the count of concluded requests is hidden:
   * which of them is not said, or the absence itself would tell that 1 to k − 1 answered.
   */
  readonly satisfacao: number | null;
  readonly escala: Escala | null;
  readonly respostas: number | null;
}

export interface NomeDoServico {
  readonly chave: string;
  readonly nome: string;
}

/** `publico/servicos.json`. */
export interface ServicosPublicos {
  readonly formato: 1;
  readonly k: number;
  readonly demonstracao: boolean;
  /** Closed years, ascending. */
  readonly anos: readonly number[];
  /** By name. */
  readonly servicos: readonly NomeDoServico[];
  /** By municipality, service and year. */
  readonly linhas: readonly ServicoPublico[];
  /** True where the count of requests in progress goes out by municipality; else it is hidden in every row. */
  readonly emAndamentoPorMunicipio: boolean;
  readonly concluidasPorMunicipio: boolean;
  /** Counts by service and year for the whole territory, where the release has them. */
  readonly totais: readonly TotalDoServico[];
}

export interface TotalDoServico {
  readonly chave: string;
  readonly ano: number;
  readonly emAndamento: NumeroPublico;
  readonly concluidas: NumeroPublico;
}

/** Counts of a row after disclosure control. */
export type ContagensVisiveis = Pick<ServicoPublico, "emAndamento" | "concluidas">;

/**
 * A row as it may go out. A mean or median time is shown only over a visible count of concluded requests; where that
 * count is hidden every time is, present or not, or a blank would tell that nothing was concluded. Satisfaction is
 * shown over `k` answers or more. A figure in doubt is left out.
 * @param visiveis counts of the release, never of the records
 */
export function protegerServico(registro: RegistroDeServico, { emAndamento, concluidas }: ContagensVisiveis, k: number): ServicoPublico {
  const { codigo, chave, ano, respostas } = registro;
  const mostraNota = isLegivel(concluidas) && !registro.satisfacaoEmDuvida && registro.satisfacao !== null && respostas !== null && respostas >= k;
  return {
    codigo,
    chave,
    ano,
    emAndamento,
    concluidas,
    tempoMedio: tempoVisivel(registro.tempoMedio, registro.tempoEmDuvida, concluidas),
    tempoMediano: tempoVisivel(registro.tempoMediano, registro.tempoEmDuvida, concluidas),
    satisfacao: mostraNota ? registro.satisfacao : null,
    escala: mostraNota ? escalaDe(registro) : null,
    respostas: mostraNota ? respostas : null,
  };
}

function tempoVisivel(dias: number | null, emDuvida: boolean, concluidas: NumeroPublico): NumeroPublico {
  // Without a count nobody knows how many persons a time is of.
  if (!isLegivel(concluidas)) return concluidas === "oculto" || dias !== null ? "oculto" : null;
  return emDuvida || concluidas === 0 ? null : dias;
}

/** The rows as the panel of services takes them: what is hidden is missing there, and enters no account. */
export function comoRegistros(linhas: readonly ServicoPublico[], nome: (chave: string) => string): LinhaDeServico[] {
  return linhas.map((linha) => ({
    codigo: linha.codigo,
    servico: nome(linha.chave),
    ano: linha.ano,
    emAndamento: legivel(linha.emAndamento),
    concluidas: legivel(linha.concluidas),
    tempoMedio: legivel(linha.tempoMedio),
    tempoMediano: legivel(linha.tempoMediano),
    satisfacao: linha.satisfacao,
    satisfacaoMin: linha.escala?.min ?? null,
    satisfacaoMax: linha.escala?.max ?? null,
    respostas: linha.respostas,
  }));
}

function legivel(numero: NumeroPublico): number | null {
  return isLegivel(numero) ? numero : null;
}
