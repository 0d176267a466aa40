import { codigoDoPasso, type Passo } from "./passos.ts";

/** A rule on the order of the steps, with the article it is read from. */
export interface Precedencia {
  readonly passo: Passo;
  /** Steps that, where they are there, come on the same day or before. */
  readonly depoisDe: readonly Passo[];
  readonly artigo: string;
}

/**
 * What comes after what in the track of the apuração (Res. CIB/MT 012/2025). The
 * answer and the archiving have no place in it: they may come at any time.
 */
export const PRECEDENCIAS: readonly Precedencia[] = [
  { passo: "encaminhamento-outro-orgao", depoisDe: ["analise-preliminar"], artigo: "art. 5º, § 2º" },
  { passo: "encaminhamento-municipio", depoisDe: ["analise-preliminar"], artigo: "art. 5º, § 2º" },
  { passo: "notificacao", depoisDe: ["analise-preliminar"], artigo: "art. 5º, § 2º" },
  { passo: "manifestacao", depoisDe: ["notificacao"], artigo: "art. 7º" },
  { passo: "distribuicao", depoisDe: ["notificacao", "manifestacao"], artigo: "art. 7º, § 1º" },
  { passo: "verificacao", depoisDe: ["analise-preliminar"], artigo: "art. 7º, § 3º" },
  { passo: "relatorio", depoisDe: ["verificacao"], artigo: "art. 9º" },
  {
    passo: "manifestacao-tecnica",
    depoisDe: ["notificacao", "manifestacao", "distribuicao", "verificacao", "relatorio"],
    artigo: "art. 8º",
  },
  { passo: "desfecho", depoisDe: ["manifestacao-tecnica"], artigo: "arts. 8º, 10 e 11" },
  { passo: "encaminhamento-controle", depoisDe: ["relatorio", "manifestacao-tecnica"], artigo: "art. 11" },
];

/** A step that must be there when others are. */
export interface Exigencia {
  readonly falta: Passo;
  /** It is asked for when any of these happened… */
  readonly quando: readonly Passo[];
  /** …and all of these. */
  readonly junto: readonly Passo[];
  /** The row of the complaint has no column for it: asked only of cases with events of their own. */
  readonly soComAndamentos: boolean;
  readonly artigo: string;
}

/** Steps that the norm does not let a case skip (Res. CIB/MT 012/2025). */
export const EXIGENCIAS: readonly Exigencia[] = [
  {
    falta: "analise-preliminar",
    quando: ["encaminhamento-outro-orgao", "encaminhamento-municipio", "notificacao"],
    junto: [],
    soComAndamentos: true,
    artigo: "art. 5º, § 2º",
  },
  { falta: "notificacao", quando: ["manifestacao", "manifestacao-tecnica"], junto: [], soComAndamentos: false, artigo: "art. 7º" },
  { falta: "distribuicao", quando: ["manifestacao-tecnica"], junto: ["manifestacao"], soComAndamentos: true, artigo: "art. 7º, § 1º" },
  { falta: "verificacao", quando: ["relatorio"], junto: [], soComAndamentos: false, artigo: "art. 9º" },
  { falta: "relatorio", quando: ["manifestacao-tecnica", "desfecho"], junto: ["verificacao"], soComAndamentos: false, artigo: "art. 9º" },
  { falta: "manifestacao-tecnica", quando: ["desfecho", "encaminhamento-controle"], junto: [], soComAndamentos: false, artigo: "arts. 8º e 11" },
];

/** Steps that a case may have on several days: sent to several bodies, distributed again (arts. 6, 7 §1 and 11). */
export const PASSOS_QUE_REPETEM: readonly Passo[] = [
  "encaminhamento-outro-orgao",
  "encaminhamento-municipio",
  "distribuicao",
  "encaminhamento-controle",
];

/** Bit `1 << passo` of each step of the list. */
export function bitsDe(passos: readonly Passo[]): number {
  return passos.reduce((bits, passo) => bits | (1 << codigoDoPasso(passo)), 0);
}
