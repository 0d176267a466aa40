import { escalaDe, type LinhaDeServico } from "./registro.ts";

/** What may be wrong in a row; the row is kept, and the figure in doubt enters no account. */
export const ACHADOS_DO_SERVICO = [
  "ano-no-futuro",
  "tempo-sem-concluidas",
  "mediana-impossivel",
  "escala-invertida",
  "satisfacao-sem-escala",
  "satisfacao-fora-da-escala",
  "satisfacao-sem-respostas",
  "respostas-sem-satisfacao",
] as const;

export type TipoDeAchado = (typeof ACHADOS_DO_SERVICO)[number];

/** Columns of the contract `servicos` that a finding points to. */
export type ColunaDoServico =
  | "ano"
  | "tempo_medio_dias"
  | "tempo_mediano_dias"
  | "satisfacao"
  | "satisfacao_min"
  | "satisfacao_respostas";

/** A problem of a row, in words for who sent the file. */
export interface AchadoDoServico {
  readonly tipo: TipoDeAchado;
  readonly coluna: ColunaDoServico;
  /** What happened, one sentence. */
  readonly mensagem: string;
  /** What to do, one sentence starting with a verb. */
  readonly conserto: string;
}

/** What a finding casts doubt on: the figures of time, those of satisfaction, the whole row, or nothing that is shown. */
export type EmDuvida = "tempo" | "satisfacao" | "linha" | "nada";

export const EM_DUVIDA: Readonly<Record<TipoDeAchado, EmDuvida>> = {
  "ano-no-futuro": "linha",
  "tempo-sem-concluidas": "tempo",
  "mediana-impossivel": "tempo",
  "escala-invertida": "satisfacao",
  "satisfacao-sem-escala": "satisfacao",
  "satisfacao-fora-da-escala": "satisfacao",
  "satisfacao-sem-respostas": "satisfacao",
  "respostas-sem-satisfacao": "nada",
};

/** Headings of the kinds of finding. */
export const ACHADO_ROTULO: Readonly<Record<TipoDeAchado, string>> = {
  "ano-no-futuro": "Ano que ainda não começou",
  "tempo-sem-concluidas": "Tempo informado sem nenhuma solicitação concluída",
  "mediana-impossivel": "Mediana maior do que a média permite",
  "escala-invertida": "Fim da escala de satisfação que não é maior do que o começo",
  "satisfacao-sem-escala": "Satisfação sem a escala",
  "satisfacao-fora-da-escala": "Satisfação fora da escala",
  "satisfacao-sem-respostas": "Satisfação sem o número de respostas",
  "respostas-sem-satisfacao": "Respostas contadas sem a satisfação",
};

/**
 * The highest median that times of at least 0 can have with a given mean. At least half of them are
 * no lower than the median: of `n` times, `2n/(n + 1)` times the mean when `n` is odd, `2n/(n + 2)`
 * when it is even, and twice the mean whatever the `n`.
 * @param media mean, ≥ 0
 * @param n how many times there are; null when not known
 * @throws RangeError for a mean below 0 or an `n` below 1
 */
export function maiorMedianaPossivel(media: number, n: number | null): number {
  if (!(media >= 0)) throw new RangeError(`a mean of times must be at least 0, got ${media}`);
  if (n === null) return 2 * media;
  if (!(n >= 1)) throw new RangeError(`a mean needs at least one time, got ${n}`);
  return (2 * n * media) / (n + (n % 2 === 1 ? 1 : 2));
}

/**
 * What is wrong in a row, in the order of `ACHADOS_DO_SERVICO`. What is missing is no finding, except
 * where a figure cannot be read without it. Figures are taken as rounded: a median counts as impossible
 * only when no figures that round to what was written would do.
 * @param anoDeHoje the year that is running
 */
export function conferirServico(linha: LinhaDeServico, anoDeHoje: number): AchadoDoServico[] {
  return [...conferirAno(linha, anoDeHoje), ...conferirTempo(linha), ...conferirSatisfacao(linha)];
}

function conferirAno({ ano }: LinhaDeServico, anoDeHoje: number): AchadoDoServico[] {
  return ano <= anoDeHoje
    ? []
    : [achado("ano-no-futuro", "ano", `O ano ${ano} ainda não começou.`, "Confira o ano da linha.")];
}

function conferirTempo({ concluidas, tempoMedio, tempoMediano }: LinhaDeServico): AchadoDoServico[] {
  if (concluidas === 0 && (tempoMedio !== null || tempoMediano !== null)) {
    return [
      achado(
        "tempo-sem-concluidas",
        tempoMedio === null ? "tempo_mediano_dias" : "tempo_medio_dias",
        "Há tempo de atendimento e nenhuma solicitação concluída no ano.",
        "Confira o número de concluídas; se não houve nenhuma, deixe o tempo em branco.",
      ),
    ];
  }
  if (tempoMedio === null || tempoMediano === null || tempoMedio < 0) return [];
  const teto = maiorMedianaPossivel(tempoMedio + meiaUnidade(tempoMedio), concluidas);
  return tempoMediano - meiaUnidade(tempoMediano) <= teto
    ? []
    : [
        achado(
          "mediana-impossivel",
          "tempo_mediano_dias",
          `A mediana é ${decimal(tempoMediano)} e a média, ${decimal(tempoMedio)}: metade dos tempos acima da mediana já daria uma média maior.`,
          "Confira se a média e a mediana são do mesmo serviço, do mesmo ano e em dias.",
        ),
      ];
}

function conferirSatisfacao(linha: LinhaDeServico): AchadoDoServico[] {
  const { satisfacao, satisfacaoMin, satisfacaoMax, respostas } = linha;
  const achados: AchadoDoServico[] = [];
  const escala = escalaDe(linha);
  if (satisfacaoMin !== null && satisfacaoMax !== null && escala === null) {
    achados.push(
      achado(
        "escala-invertida",
        "satisfacao_min",
        `A escala vai de ${decimal(satisfacaoMin)} a ${decimal(satisfacaoMax)}: o fim não é maior do que o começo.`,
        "Escreva a menor nota possível em satisfacao_min e a maior em satisfacao_max.",
      ),
    );
  } else if (satisfacao !== null && escala === null) {
    achados.push(
      achado(
        "satisfacao-sem-escala",
        "satisfacao",
        "Há satisfação sem a escala em que foi medida: não há como ler o número.",
        "Preencha satisfacao_min e satisfacao_max com a menor e a maior nota possíveis.",
      ),
    );
  }
  if (satisfacao !== null && escala !== null && (satisfacao < escala.min || satisfacao > escala.max)) {
    achados.push(
      achado(
        "satisfacao-fora-da-escala",
        "satisfacao",
        `A satisfação ${decimal(satisfacao)} está fora da escala, que vai de ${decimal(escala.min)} a ${decimal(escala.max)}.`,
        "Confira a nota e a escala: talvez a nota seja de outra pesquisa.",
      ),
    );
  }
  if (satisfacao !== null && (respostas === null || respostas === 0)) {
    achados.push(
      achado(
        "satisfacao-sem-respostas",
        "satisfacao_respostas",
        respostas === 0 ? "Há satisfação e nenhuma resposta contada." : "Há satisfação sem o número de respostas.",
        "Preencha satisfacao_respostas com quantas pessoas responderam à pesquisa.",
      ),
    );
  }
  if (satisfacao === null && respostas !== null && respostas > 0) {
    achados.push(
      achado(
        "respostas-sem-satisfacao",
        "satisfacao_respostas",
        "Há respostas contadas e a satisfação está em branco.",
        "Preencha a satisfação, que é a média das respostas.",
      ),
    );
  }
  return achados;
}

function achado(tipo: TipoDeAchado, coluna: ColunaDoServico, mensagem: string, conserto: string): AchadoDoServico {
  return { tipo, coluna, mensagem, conserto };
}

/** Half of the last place a number is written with: what rounding may have hidden. */
function meiaUnidade(valor: number): number {
  const casas = /\.(\d+)$/.exec(String(valor))?.[1]?.length ?? 0;
  return 0.5 * 10 ** -casas;
}

function decimal(valor: number): string {
  return String(valor).replace(".", ",");
}
