import type { RegistroDeServico } from "./montar.ts";
import { chaveDaEscala, emCem, escalaDe, ESCALA_DE_CEM, type Escala } from "./registro.ts";

/** A sum, and how many rows it is of; null when no row says. */
export interface Soma {
  readonly total: number | null;
  readonly informados: number;
}

/** Mean time over every concluded request of the rows that say both. */
export interface TempoMedioJunto {
  /** Days; `Σ média × concluídas / Σ concluídas`, which is the mean of the requests themselves. Null when no row can enter. */
  readonly dias: number | null;
  /** Rows and concluded requests it is of. */
  readonly informados: number;
  readonly concluidas: number;
  /** Rows with a mean time and no number of concluded requests to weigh it by. */
  readonly semPeso: number;
  readonly emDuvida: number;
}

/** Medians do not add up: without each request's time the median of all is not known, only that it lies between these. */
export interface MedianasJuntas {
  readonly informados: number;
  readonly menor: number | null;
  readonly maior: number | null;
  readonly emDuvida: number;
}

/** Mean satisfaction of the rows of one scale, each weighing as many as its answers. */
export interface SatisfacaoJunta {
  readonly escala: Escala;
  readonly media: number;
  readonly respostas: number;
  readonly informados: number;
}

export interface Agregado {
  /** Rows: one a municipality and service. */
  readonly linhas: number;
  readonly emAndamento: Soma;
  readonly concluidas: Soma;
  readonly tempoMedio: TempoMedioJunto;
  readonly medianas: MedianasJuntas;
  /** One for each scale, most answers first; of one scale only (0–100) when stretched. */
  readonly satisfacao: readonly SatisfacaoJunta[];
  /** Rows whose satisfaction is shown and not counted. */
  readonly satisfacaoEmDuvida: number;
}

export interface OpcoesDoAgregado {
  /** Stretches every scale to 0–100 first, so that they can be averaged together. */
  readonly cem: boolean;
}

/** What the rows of a service and year say together. Source of what is counted: Lei 664/2025 Anajatuba/MA art. 20 I to III. */
export function agregar(registros: readonly RegistroDeServico[], { cem }: OpcoesDoAgregado): Agregado {
  return {
    linhas: registros.length,
    emAndamento: somar(registros.map(({ emAndamento }) => emAndamento)),
    concluidas: somar(registros.map(({ concluidas }) => concluidas)),
    tempoMedio: juntarTempos(registros),
    medianas: juntarMedianas(registros),
    satisfacao: juntarSatisfacao(registros, cem),
    satisfacaoEmDuvida: registros.filter(({ satisfacao, satisfacaoEmDuvida }) => satisfacao !== null && satisfacaoEmDuvida).length,
  };
}

function somar(valores: readonly (number | null)[]): Soma {
  let total = 0;
  let informados = 0;
  for (const valor of valores) {
    if (valor === null) continue;
    total += valor;
    informados += 1;
  }
  return { total: informados === 0 ? null : total, informados };
}

function juntarTempos(registros: readonly RegistroDeServico[]): TempoMedioJunto {
  let dias = 0;
  let concluidas = 0;
  let informados = 0;
  let semPeso = 0;
  let emDuvida = 0;
  for (const registro of registros) {
    if (registro.tempoMedio === null) continue;
    if (registro.tempoEmDuvida) emDuvida += 1;
    else if (registro.concluidas === null) semPeso += 1;
    else {
      dias += registro.tempoMedio * registro.concluidas;
      concluidas += registro.concluidas;
      informados += 1;
    }
  }
  return { dias: concluidas === 0 ? null : dias / concluidas, informados, concluidas, semPeso, emDuvida };
}

function juntarMedianas(registros: readonly RegistroDeServico[]): MedianasJuntas {
  const comMediana = registros.filter(({ tempoMediano }) => tempoMediano !== null);
  const medianas = comMediana.flatMap(({ tempoMediano, tempoEmDuvida }) => (tempoMediano === null || tempoEmDuvida ? [] : [tempoMediano]));
  let menor: number | null = null;
  let maior: number | null = null;
  for (const mediana of medianas) {
    if (menor === null || mediana < menor) menor = mediana;
    if (maior === null || mediana > maior) maior = mediana;
  }
  return { informados: medianas.length, menor, maior, emDuvida: comMediana.length - medianas.length };
}

/** The satisfaction of a row that may be counted, on its scale or on 0–100; null when there is none. */
export function satisfacaoContada(registro: RegistroDeServico, cem: boolean): { readonly valor: number; readonly escala: Escala; readonly respostas: number } | null {
  const { satisfacao, satisfacaoEmDuvida, respostas } = registro;
  const escala = escalaDe(registro);
  if (satisfacao === null || satisfacaoEmDuvida || respostas === null || escala === null) return null;
  return cem ? { valor: emCem(satisfacao, escala), escala: ESCALA_DE_CEM, respostas } : { valor: satisfacao, escala, respostas };
}

function juntarSatisfacao(registros: readonly RegistroDeServico[], cem: boolean): SatisfacaoJunta[] {
  const porEscala = new Map<string, { readonly escala: Escala; soma: number; respostas: number; informados: number }>();
  for (const registro of registros) {
    const contada = satisfacaoContada(registro, cem);
    if (contada === null) continue;
    const chave = chaveDaEscala(contada.escala);
    const junta = porEscala.get(chave) ?? { escala: contada.escala, soma: 0, respostas: 0, informados: 0 };
    junta.soma += contada.valor * contada.respostas;
    junta.respostas += contada.respostas;
    junta.informados += 1;
    porEscala.set(chave, junta);
  }
  return [...porEscala.values()]
    .map(({ escala, soma, respostas, informados }) => ({ escala, media: soma / respostas, respostas, informados }))
    .sort((a, b) => b.respostas - a.respostas || a.escala.max - b.escala.max || a.escala.min - b.escala.min);
}
