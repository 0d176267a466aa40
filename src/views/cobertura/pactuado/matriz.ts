import { celula, type Celula } from "../../../core/absence.ts";
import { partesDa, type CoberturaDoPacto, type Coordenacao, type LinhaDoPacto, type Pacto } from "../../../core/pacto/index.ts";
import { FORA_DO_PLANO, NAO_CLASSIFICADO } from "./estado-da-parte.ts";

/** Coverage of the page's period, of the one before and of the one ahead. */
export interface Coberturas {
  readonly atual: CoberturaDoPacto;
  /** Null where the record has nothing of that time: not loaded is not zero. */
  readonly anterior: CoberturaDoPacto | null;
  readonly adiante: CoberturaDoPacto;
}

/** How a line stands: "sem-nada" is a line of the plan with nothing held; "a-parte" is not a line of the plan. */
export type SituacaoDaLinha = "realizada" | "sem-nada" | "a-parte";

/** Events of one strategy. */
export interface PorEstrategia {
  readonly id: string;
  readonly nome: string;
  readonly eventos: number;
}

/** One row of the matrix. Counts are of distinct events and municipalities; shares are per cent. */
export interface LinhaDaMatriz {
  /** Id of the line, `FORA_DO_PLANO` or `NAO_CLASSIFICADO`. */
  readonly chave: string;
  readonly casa: number;
  /** Null where it is not a line of the plan. */
  readonly linha: LinhaDoPacto | null;
  readonly nome: string;
  readonly tema: string;
  readonly eixo: string;
  readonly coordenacao: Coordenacao | null;
  readonly situacao: SituacaoDaLinha;
  /** Times in the year, by the norm; null where it gives no number. */
  readonly pactuados: number | null;
  /** Recorded as planned with a day ahead, and with a day of the period that has passed. */
  readonly previstos: number;
  readonly previstosVencidos: number;
  readonly realizados: number;
  /** Of the held, those in the modality the line names; null outside the plan. */
  readonly naModalidade: number | null;
  /** On the theme, by a strategy that is not one of the line's. */
  readonly porOutraEstrategia: number;
  /** Of every strategy with an event, those that are not the line's included. */
  readonly porEstrategia: readonly PorEstrategia[];
  readonly municipios: number;
  readonly parteDosMunicipios: Celula;
  readonly populacao: number;
  readonly parteDaPopulacao: Celula;
  readonly necessitados: number;
  readonly parteDosNecessitados: Celula;
  /** "sem-dado" where every row held leaves it blank. */
  readonly participantes: Celula;
  readonly semParticipantes: number;
  /** Events held and municipalities reached in the period before; null where the record has nothing of it. */
  readonly antes: { readonly realizados: number; readonly municipios: number } | null;
}

/** The lines of the pact in the order of the norm, then what is out of the plan and what is unclassified. */
export function linhasDaMatriz(coberturas: Coberturas, pacto: Pacto): LinhaDaMatriz[] {
  const { linhas, eixos, coordenacoes } = pacto;
  const doPlano = linhas.map((linha, casa) =>
    linhaDa(coberturas, pacto, casa, {
      chave: linha.id,
      linha,
      nome: linha.nome,
      tema: linha.tema,
      eixo: eixos.find(({ id }) => id === linha.eixo)?.nome ?? linha.eixo,
      coordenacao: coordenacoes.find(({ id }) => id === linha.coordenacao) ?? null,
    }),
  );
  const aParte = { linha: null, eixo: "", coordenacao: null };
  return [
    ...doPlano,
    linhaDa(coberturas, pacto, linhas.length, { ...aParte, chave: FORA_DO_PLANO, nome: NOME_A_PARTE[FORA_DO_PLANO], tema: NOME_A_PARTE[FORA_DO_PLANO] }),
    linhaDa(coberturas, pacto, linhas.length + 1, { ...aParte, chave: NAO_CLASSIFICADO, nome: NOME_A_PARTE[NAO_CLASSIFICADO], tema: NOME_A_PARTE[NAO_CLASSIFICADO] }),
  ];
}

export const NOME_A_PARTE = { [FORA_DO_PLANO]: "Fora do plano", [NAO_CLASSIFICADO]: "Não classificado" } as const;

/** Everything that was held, in the plan or not: the last row of the matrix. */
export function tudoJunto(coberturas: Coberturas, pacto: Pacto): LinhaDaMatriz {
  const nome = "Tudo o que se realizou";
  return linhaDa(coberturas, pacto, coberturas.atual.total, { chave: "", linha: null, nome, tema: nome, eixo: "", coordenacao: null });
}

type Nomes = Pick<LinhaDaMatriz, "chave" | "linha" | "nome" | "tema" | "eixo" | "coordenacao">;

function linhaDa({ atual, anterior, adiante }: Coberturas, pacto: Pacto, casa: number, nomes: Nomes): LinhaDaMatriz {
  const de = (lista: ArrayLike<number>): number => lista[casa] ?? 0;
  const partes = partesDa(atual, casa);
  const realizados = de(atual.realizados);
  const alcances = linhasRealizadas(atual, casa);
  return {
    ...nomes,
    casa,
    situacao: nomes.linha === null ? "a-parte" : realizados === 0 ? "sem-nada" : "realizada",
    pactuados: nomes.linha?.previstos ?? null,
    previstos: de(adiante.previstos),
    previstosVencidos: de(atual.previstos),
    realizados,
    naModalidade: nomes.linha === null ? null : de(atual.naModalidade),
    porOutraEstrategia: de(atual.porOutraEstrategia),
    porEstrategia: estrategiasDa(atual, pacto, casa),
    municipios: de(atual.municipios),
    parteDosMunicipios: porCento(partes.municipios),
    populacao: de(atual.populacao),
    parteDaPopulacao: porCento(partes.populacao),
    necessitados: de(atual.necessitados),
    parteDosNecessitados: porCento(partes.necessitados),
    participantes: alcances > 0 && de(atual.semParticipantes) === alcances ? { ausencia: "sem-dado" } : { valor: de(atual.participantes) },
    semParticipantes: de(atual.semParticipantes),
    antes: anterior === null ? null : { realizados: de(anterior.realizados), municipios: de(anterior.municipios) },
  };
}

/** Rows held, one an event and municipality. */
function linhasRealizadas({ porMunicipio, casas }: CoberturaDoPacto, casa: number): number {
  const municipios = porMunicipio.length / casas;
  let soma = 0;
  for (let m = 0; m < municipios; m += 1) soma += porMunicipio[casa * municipios + m] ?? 0;
  return soma;
}

/** What the columns of `porEstrategia` are, in order: the pact's strategies and the one it does not have. */
export function estrategiasDoPacto({ estrategias }: Pick<Pacto, "estrategias">): readonly { readonly id: string; readonly nome: string }[] {
  return [...estrategias.map(({ id, nome }) => ({ id, nome })), { id: NAO_CLASSIFICADO, nome: "Estratégia não classificada" }];
}

/** Events of each strategy in a casa, of the strategies with any. */
function estrategiasDa({ porEstrategia }: CoberturaDoPacto, pacto: Pacto, casa: number): PorEstrategia[] {
  const nomes = estrategiasDoPacto(pacto);
  return nomes.flatMap(({ id, nome }, i) => {
    const eventos = porEstrategia[casa * nomes.length + i] ?? 0;
    return eventos === 0 ? [] : [{ id, nome, eventos }];
  });
}

function porCento(parte: number | null): Celula {
  return celula(parte === null ? null : parte * 100);
}
