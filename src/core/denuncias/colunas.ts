/**
 * Cases and their events as columns, for a million events: days are counted from
 * 1970-01-01 (`SEM_DIA` = no day), categories are codes (`SEM_CODIGO` = none).
 */
export interface CasosEmColunas {
  /** Number of cases: distinct protocols of the extract of complaints, in its order. */
  readonly n: number;
  /** Registration day by the extract of complaints. */
  readonly registro: Int32Array;
  /** IBGE code. */
  readonly municipio: Int32Array;
  /** Position in the contract's lists of channels, themes and declared states. */
  readonly canal: Uint8Array;
  readonly tema: Uint8Array;
  readonly situacao: Uint8Array;
  /** 0 no, 1 yes. */
  readonly anonima: Uint8Array;
  readonly origem: Uint8Array;
  /** The main protocol it is apensada to, as a case; -1 none, -2 one that the extract does not have. */
  readonly principal: Int32Array;
  /** Events of case `i` are `inicio[i]` to `inicio[i + 1] - 1`, in the order of the file. */
  readonly inicio: Int32Array;
  readonly passo: Uint8Array;
  readonly dia: Int32Array;
  /** By step: `DESFECHOS` for desfecho, `MOTIVOS_DE_ARQUIVAMENTO` for arquivamento, `SUPERINTENDENCIAS` for distribuicao. */
  readonly detalhe: Uint8Array;
  /** 1 = the day stands in a column of the complaint's row, 0 = a row of the extract of events. */
  readonly daLinha: Uint8Array;
}
