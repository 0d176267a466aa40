import type { CivilDate } from "../../core/civil-date.ts";
import type { Answered, KeeperMessage, KeeperNews, KeeperRequest } from "../keeper/messages.ts";
import type { AjustesDoRelogio, NomeDaPergunta, Perguntas } from "./perguntas.ts";

/** The extracts as the engine wrote them, unread; `readColumns` reads them in the worker. */
export interface ColunasCruas {
  readonly denuncias: Uint8Array<ArrayBuffer>;
  /** Null = left aside, or there is none. */
  readonly andamentos: Uint8Array<ArrayBuffer> | null;
}

/** What the worker tells of the cases it read. */
export interface CasosLidos {
  /** Distinct protocols, and events of theirs. */
  readonly casos: number;
  readonly eventos: number;
  /** Rows of the extract of complaints left out because their protocol is repeated. */
  readonly repetidas: number;
  /** Events whose protocol is in no complaint. */
  readonly eventosSemCaso: number;
  /** First and last registration; null when no complaint has one. */
  readonly primeiroRegistro: CivilDate | null;
  readonly ultimoRegistro: CivilDate | null;
  /** Milliseconds spent in the worker. */
  readonly ms: number;
}

/** What the cases read are, without the cases. */
export interface CargaDoRelogio extends CasosLidos {
  /** The first protocols of the events without a complaint. */
  readonly protocolosSemCaso: readonly string[];
}

export type PedidoDoRelogio = KeeperRequest<ColunasCruas, AjustesDoRelogio, Perguntas>;
export type NoticiaDoRelogio = KeeperNews<CasosLidos, Perguntas>;
export type MensagemDoRelogio = KeeperMessage<CasosLidos, Perguntas>;

/** An answer, with what the replay and the clock took where they had to be made. */
export type RespostaDoRelogio<N extends NomeDaPergunta> = Answered<Perguntas[N]["responde"]>;
