/** Where a case stands after its events are replayed. */
export const ESTADOS = [
  "registrada",
  "em-analise-preliminar",
  "encaminhada-outro-orgao",
  "encaminhada-municipio",
  "aguardando-manifestacao",
  "em-analise-tecnica",
  "em-verificacao",
  "aguardando-desfecho",
  "aguardando-controle",
  "aguardando-resposta",
  "encerrada",
  "arquivada",
  "apensada",
] as const;

export type EstadoDoCaso = (typeof ESTADOS)[number];

/**
 * States in which nothing more is waited for. "encaminhada-…" is a case that was
 * sent on and answered; sent on and not answered, it is "aguardando-resposta".
 */
export const ESTADOS_FINAIS: readonly EstadoDoCaso[] = [
  "encaminhada-outro-orgao",
  "encaminhada-municipio",
  "encerrada",
  "arquivada",
  "apensada",
];

/** Who a case waits for; "principal": it follows the case it is apensada to. */
export const ESPERAS = ["ouvidoria", "estado", "municipio", "ninguem", "principal"] as const;

export type Espera = (typeof ESPERAS)[number];

/** What may be wrong with a case; the text of each, with its fix, is in `inconsistencias.ts`. */
export const INCONSISTENCIAS = [
  "sem-registro",
  "registros-divergentes",
  "dia-impossivel",
  "dia-no-futuro",
  "antes-do-registro",
  "fora-de-ordem",
  "falta-passo",
  "depois-do-fim",
  "passo-repetido",
  "sem-data",
  "datas-divergentes",
  "desfecho-sem-tipo",
  "arquivamento-sem-motivo",
  "apensada-a-mais-nova",
  "apensada-em-circulo",
  "apensada-sem-principal",
  "situacao-difere",
] as const;

export type CodigoDeInconsistencia = (typeof INCONSISTENCIAS)[number];

/** The replay of every case; arrays of cases are aligned with `CasosEmColunas`. */
export interface Reproducao {
  /** Position in `ESTADOS` and in `ESPERAS`. */
  readonly estado: Uint8Array;
  readonly espera: Uint8Array;
  /**
   * Day that counts for each step, `caso * PASSOS.length + passo`: of a repeated
   * step the first possible one. `SEM_DIA` = it did not happen or, where
   * `emDuvida` has its bit, it has no date.
   */
  readonly diaDoPasso: Int32Array;
  /** Bit `1 << passo`: the day of this step cannot be relied on (absent, impossible, out of order, repeated on another day…). */
  readonly emDuvida: Uint16Array;
  /** Bit `1 << desfecho` of those found. */
  readonly desfechos: Uint8Array;
  /** First day of each kind of finding, `caso * DESFECHOS.length + desfecho`. */
  readonly diaDoDesfecho: Int32Array;
  /** Position in `SUPERINTENDENCIAS`, by the last distribution; `SEM_CODIGO` = not distributed. */
  readonly superintendencia: Uint8Array;
  /** Day on which nothing more was waited for; `SEM_DIA` while open, where the step that closed it has no usable day, and of the apensadas. */
  readonly encerramento: Int32Array;
  /** The case it counts through, the end of the chain; -1 = it counts by itself. */
  readonly contaPor: Int32Array;
  /** What is wrong, sorted by case; aligned with each other. */
  readonly inconsistencias: {
    readonly caso: Int32Array;
    /** Position in `INCONSISTENCIAS`. */
    readonly codigo: Uint8Array;
    /** Step concerned; `SEM_CODIGO` = none. */
    readonly passo: Uint8Array;
    /** Position of the event concerned in `CasosEmColunas`; -1 = none. */
    readonly evento: Int32Array;
  };
}
