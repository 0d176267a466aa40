import type { CivilDate, CivilMonth } from "../../core/civil-date.ts";
import type { DiaParado } from "../../core/denuncias/calendario.ts";
import type { CasosEmColunas } from "../../core/denuncias/colunas.ts";
import type { Desfecho, Passo, Superintendencia } from "../../core/denuncias/passos.ts";
import type { ApoioPedido } from "../../core/denuncias/apoio.ts";
import type { GrupoDeInconsistencias } from "../../core/denuncias/caso.ts";
import type { ResumoDaFila } from "../../core/denuncias/fila.ts";
import type { Fluxo } from "../../core/denuncias/fluxo.ts";
import type { EstadoDoPrazo, Porque, Prazo, RegraDaCasa } from "../../core/denuncias/prazos.ts";
import type { CodigoDeInconsistencia, EstadoDoCaso, Espera } from "../../core/denuncias/reproducao.ts";
import type { Canal, Situacao, TemaDenuncia } from "../contracts/denuncias.ts";

export type { Fluxo, RespostaNoTempo } from "../../core/denuncias/fluxo.ts";
export type { ApoioPedido } from "../../core/denuncias/apoio.ts";
export type { GrupoDeInconsistencias } from "../../core/denuncias/caso.ts";
export type { ResumoDaFila } from "../../core/denuncias/fila.ts";
export type { CumprimentoDoMes, PrazosSemMes } from "../../core/denuncias/fluxo-cumprimento.ts";
export type { TempoDoPasso } from "../../core/denuncias/fluxo-tempos.ts";
export type { PontoDeSobrevida } from "../../core/denuncias/sobrevida.ts";

/** What the clock of every case depends on besides the cases. */
export interface AjustesDoRelogio {
  readonly hoje: CivilDate;
  readonly regra: RegraDaCasa;
  readonly prazos: readonly Prazo[];
  /** Holidays, optional days and suspensions, the law's and the user's. */
  readonly parados: readonly DiaParado[];
  /** Optional days count as days without business. */
  readonly facultativosParados: boolean;
  /** IBGE code of the municipality the state's offices are in. */
  readonly sede: number;
  /** Which office answers for each theme, for cases not yet distributed. */
  readonly superintendenciaDoTema: Readonly<Partial<Record<TemaDenuncia, Superintendencia>>>;
}

/** Cases as columns, with what only the rows shown need. */
export interface CasosCarregados {
  readonly colunas: CasosEmColunas;
  /** UTF-8 of all protocols and where each begins (`n + 1` positions). */
  readonly protocolos: Uint8Array;
  readonly protocoloEm: Int32Array;
  /** Rows of the extract of complaints left out because their protocol is repeated. */
  readonly repetidas: number;
  /** Events whose protocol is in no complaint. */
  readonly eventosSemCaso: number;
  /** Events of protocols in the extract. */
  readonly eventos: number;
}

/** Empty lists and nulls mean "no filter". Cases that are apensadas or not, by `contaPor`, are never counted twice. */
export interface FiltroDeCasos {
  /** Months of registration, both included. */
  readonly de: CivilMonth | null;
  readonly ate: CivilMonth | null;
  readonly canais: readonly Canal[];
  readonly temas: readonly TemaDenuncia[];
  /** Codes of municipalities (a region is all of its own); null = all. */
  readonly municipios: readonly number[] | null;
  readonly superintendencias: readonly Superintendencia[];
  readonly esperas: readonly Espera[];
  readonly prazos: readonly string[];
  readonly estadosDoPrazo: readonly EstadoDoPrazo[];
}

/** A term of a case, in words' reach. */
export interface PrazoDoCaso {
  readonly prazo: string;
  readonly estado: EstadoDoPrazo;
  readonly divide: boolean;
  readonly porque: Porque;
  readonly inicio: CivilDate | null;
  readonly cumprimento: CivilDate | null;
  /** Due day under each count; equal when the norm says which. */
  readonly venceCorridos: CivilDate | null;
  readonly venceUteis: CivilDate | null;
  /** Days from today to the day in force; negative = past; null when it cannot be counted or is over. */
  readonly faltam: number | null;
}

export interface LinhaDaFila {
  readonly caso: number;
  readonly protocolo: string;
  readonly municipio: number;
  readonly tema: TemaDenuncia;
  readonly canal: Canal;
  readonly registro: CivilDate | null;
  readonly estado: EstadoDoCaso;
  readonly espera: Espera;
  /** By the distribution, or by the theme where it was not distributed (`distribuida` false). */
  readonly superintendencia: Superintendencia | null;
  readonly distribuida: boolean;
  /** The term the row stands for: the most urgent pending one; null when none is pending. */
  readonly prazo: PrazoDoCaso | null;
  /** Apensadas that count through it. */
  readonly apensadas: number;
  readonly inconsistencias: number;
}

export type OrdemDaFila = "urgencia" | "registro" | "municipio" | "protocolo";

export interface ItemDaAgenda {
  readonly protocolo: string;
  readonly prazo: string;
  readonly municipio: number;
  readonly superintendencia: Superintendencia | null;
  /** Day in force; with both counts where they differ. */
  readonly vence: CivilDate;
  readonly venceCorridos: CivilDate;
  readonly venceUteis: CivilDate;
  readonly faltam: number;
}

export interface LinhaDeInconsistencia {
  readonly protocolo: string;
  readonly municipio: number;
  readonly codigo: CodigoDeInconsistencia;
  readonly passo: Passo | null;
  readonly dia: CivilDate | null;
  readonly registro: CivilDate | null;
}

/** Cases registered by month, municipality and theme; only those that count by themselves and have a usable registration. */
export interface SerieMensal {
  readonly meses: readonly CivilMonth[];
  /** `grupos[g]` with `contagens[g * meses.length + m]`. */
  readonly grupos: readonly { readonly municipio: number; readonly tema: TemaDenuncia }[];
  readonly contagens: Int32Array;
}

/** One event of a case as the page shows it. */
export interface EventoDoCaso {
  readonly passo: Passo;
  readonly dia: CivilDate | null;
  readonly desfecho: Desfecho | null;
  readonly motivo: string | null;
  readonly superintendencia: Superintendencia | null;
  readonly daLinha: boolean;
}

export interface CasoInteiro extends LinhaDaFila {
  readonly situacaoDeclarada: Situacao;
  readonly anonima: boolean | null;
  readonly eventos: readonly EventoDoCaso[];
  readonly prazos: readonly PrazoDoCaso[];
  readonly problemas: readonly { readonly codigo: CodigoDeInconsistencia; readonly passo: Passo | null }[];
  readonly principal: string | null;
}

/** Everything the page may ask of the cases, by name: what it is asked with and what it answers. */
export interface Perguntas {
  readonly resumo: { readonly pede: { readonly filtro: FiltroDeCasos }; readonly responde: ResumoDaFila };
  readonly fila: {
    readonly pede: { readonly filtro: FiltroDeCasos; readonly ordem: OrdemDaFila; readonly salto: number; readonly limite: number };
    readonly responde: { readonly total: number; readonly linhas: readonly LinhaDaFila[] };
  };
  readonly agenda: { readonly pede: { readonly filtro: FiltroDeCasos; readonly dias: number }; readonly responde: readonly ItemDaAgenda[] };
  readonly fluxo: { readonly pede: { readonly filtro: FiltroDeCasos }; readonly responde: Fluxo };
  readonly inconsistencias: {
    readonly pede: { readonly filtro: FiltroDeCasos; readonly codigo: CodigoDeInconsistencia | null; readonly salto: number; readonly limite: number };
    readonly responde: { readonly grupos: readonly GrupoDeInconsistencias[]; readonly total: number; readonly linhas: readonly LinhaDeInconsistencia[] };
  };
  readonly apoio: { readonly pede: { readonly filtro: FiltroDeCasos }; readonly responde: readonly ApoioPedido[] };
  readonly series: { readonly pede: { readonly filtro: FiltroDeCasos }; readonly responde: SerieMensal };
  readonly caso: { readonly pede: { readonly protocolo: string }; readonly responde: CasoInteiro | null };
}

export type NomeDaPergunta = keyof Perguntas;
