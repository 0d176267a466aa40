import type { OpeningRecord } from "../raw/raw.ts";
import { readFigure, cellText } from "./cells.ts";
import { answersFit, type AnswerScale, type CensusHeader } from "./censo-suas-columns.ts";
import { fold } from "../../core/search.ts";

export const SIM_NAO: AnswerScale = [
  { padrao: /^nao$/, valor: 0 },
  { padrao: /^sim$/, valor: 1 },
];

const RECURSOS_PROPRIOS: AnswerScale = [
  { padrao: /^nao os recursos proprios\b.*\bnao sao alocados\b/, valor: 0 },
  { padrao: /^sim a menor parte dos recursos proprios\b/, valor: 1 },
  { padrao: /^sim a maior parte dos recursos proprios\b/, valor: 2 },
  { padrao: /^sim a totalidade dos recursos proprios\b/, valor: 3 },
];

const COFINANCIAMENTO: AnswerScale = [
  { padrao: /^nao recebe(?:u)?$/, valor: 0 },
  { padrao: /^sim (?:via|por) convenio$/, valor: 1 },
  { padrao: /^sim fundo a fundo$/, valor: 2 },
  { padrao: /^sim por convenio e fundo a fundo$/, valor: 3 },
];

/** Share of an index of decentralised management given to the council; both indices are asked with the same answers. */
const IGD_AO_CONSELHO: AnswerScale = [
  { padrao: /^o municipio nao destina recursos do igd\b|^o municipio nao destina recursos do igdsuas\b/, valor: 0 },
  { padrao: /^menos de 3$/, valor: 1 },
  { padrao: /^de 3 a 5$/, valor: 2 },
  { padrao: /^de 5 a 10$/, valor: 3 },
  { padrao: /^mais de 10$/, valor: 4 },
  { padrao: /^nao sei$/, valor: null },
];

export interface AnswerQuestion {
  readonly indicador: string;
  readonly escala: AnswerScale;
  readonly codigo: string;
  readonly position: number;
  /** What the question is, for the user to confirm; null where the answers themselves say it. */
  readonly confirmar: string | null;
}

export interface MoneyQuestion {
  readonly indicador: string;
  readonly codigo: string;
  readonly position: number;
}

export interface FundoQuestions {
  readonly respostas: readonly AnswerQuestion[];
  readonly valores: readonly MoneyQuestion[];
}

/** The edition whose dictionary of variables these codes were read from. */
export const FUNDO_DICTIONARY = "2023";

/**
 * The questions of the Fundo Municipal that feed the catalogue. MDS numbers them
 * anew each year, so that a question is known by its answers; those that are only
 * yes or no are known by the code of the 2023 dictionary or by their own text in
 * the title, and for any other year the user confirms them.
 */
export function fundoQuestions({ titulos, perguntas, linhas }: CensusHeader): FundoQuestions {
  const respostas: AnswerQuestion[] = [];
  const byAnswers = (indicador: string, escala: AnswerScale): void => {
    for (const [codigo, position] of perguntas) {
      if (!answersFit(linhas, position, escala)) continue;
      respostas.push({ indicador, escala, codigo, position, confirmar: null });
      return;
    }
  };
  const byCode = (indicador: string, codigo: string, texto: RegExp, confirmar: string): void => {
    const position = perguntas.get(codigo);
    const titled = titulos.findIndex((titulo) => texto.test(fold(titulo)));
    if (titled !== -1) respostas.push({ indicador, escala: SIM_NAO, codigo, position: titled, confirmar: null });
    else if (position !== undefined && answersFit(linhas, position, SIM_NAO)) respostas.push({ indicador, escala: SIM_NAO, codigo, position, confirmar });
  };
  byCode("fmas-unidade-orcamentaria", "q1", /\beste fundo e uma unidade orcamentaria\b/, "o Fundo Municipal é uma unidade orçamentária?");
  byAnswers("fmas-recursos-proprios", RECURSOS_PROPRIOS);
  byCode(
    "fmas-beneficios-eventuais-loa",
    "q8",
    /\bbeneficios eventuais foi previsto na lei orcamentaria\b/,
    "o recurso municipal dos Benefícios Eventuais foi previsto na Lei Orçamentária Anual?",
  );
  respostas.push(...cofinancing(perguntas, linhas), ...igdsuas(perguntas, linhas));
  return { respostas, valores: moneyQuestions(perguntas, linhas) };
}

/** Protection levels of the question on state money, in the order of the form: 1 basic, 2 medium complexity, 3 high complexity, 4 eventual benefits, 5 management, 6 others. */
function cofinancing(perguntas: ReadonlyMap<string, number>, rows: readonly OpeningRecord[]): AnswerQuestion[] {
  const groups = new Map<string, Map<string, number>>();
  for (const [codigo, position] of perguntas) {
    const [, group, item] = /^(q\d+)_(\d)$/.exec(codigo) ?? [];
    if (group === undefined || item === undefined || !answersFit(rows, position, COFINANCIAMENTO)) continue;
    groups.set(group, (groups.get(group) ?? new Map<string, number>()).set(item, position));
  }
  for (const [group, items] of groups) {
    const [basica, media] = [items.get("1"), items.get("2")];
    if (items.size < 5 || basica === undefined || media === undefined) continue;
    return [
      { indicador: "fmas-cofinanciamento-basica", escala: COFINANCIAMENTO, codigo: `${group}_1`, position: basica, confirmar: null },
      { indicador: "fmas-cofinanciamento-media", escala: COFINANCIAMENTO, codigo: `${group}_2`, position: media, confirmar: null },
    ];
  }
  return [];
}

/** Both questions on the council's share have the same answers: IGDSUAS is the one whose "does not give" names it, else the one asked second. */
function igdsuas(perguntas: ReadonlyMap<string, number>, rows: readonly OpeningRecord[]): AnswerQuestion[] {
  const asked = [...perguntas].filter(([, position]) => answersFit(rows, position, IGD_AO_CONSELHO));
  const says = (position: number, word: RegExp): boolean => rows.some(({ campos }) => word.test(fold(cellText(campos, position))));
  const named = asked.find(([, position]) => says(position, /\bigd ?suas\b/)) ?? null;
  const others = asked.filter(([, position]) => !says(position, /\bigd ?(?:pbf|m|pab)\b/));
  const chosen = named ?? (others.length === 1 && asked.length === 2 ? others[0] : undefined) ?? (asked.length === 2 ? asked[1] : undefined);
  if (chosen === undefined) return [];
  const [codigo, position] = chosen;
  const confirmar = named === null ? "que percentual do IGDSUAS o município destina ao Conselho Municipal?" : null;
  return [{ indicador: "fmas-igdsuas-conselho", escala: IGD_AO_CONSELHO, codigo, position, confirmar }];
}

const MONEY: Readonly<Record<string, string>> = {
  "1": "fmas-recursos-proprios-valor",
  "2": "fmas-repasse-estadual-valor",
  "3": "fmas-despesa-propria-valor",
};

/**
 * The totals of the question on money: a block `qN_L_C` of four lines (own money,
 * state money, own spending, state spending) by seven columns of which the
 * seventh is the sum of the others, as most of the opening rows must show.
 */
function moneyQuestions(perguntas: ReadonlyMap<string, number>, rows: readonly OpeningRecord[]): MoneyQuestion[] {
  const groups = new Set([...perguntas.keys()].flatMap((codigo) => /^(q\d+)_1_7$/.exec(codigo)?.[1] ?? []));
  for (const group of groups) {
    const at = (line: number, column: number): number | undefined => perguntas.get(`${group}_${String(line)}_${String(column)}`);
    const complete = [1, 2, 3, 4].every((line) => [1, 2, 3, 4, 5, 6, 7].every((column) => at(line, column) !== undefined));
    if (!complete || !totalsAgree(rows, (column) => at(1, column))) continue;
    return Object.entries(MONEY).flatMap(([line, indicador]) => {
      const position = at(Number(line), 7);
      return position === undefined ? [] : [{ indicador, codigo: `${group}_${line}_7`, position }];
    });
  }
  return [];
}

function totalsAgree(rows: readonly OpeningRecord[], at: (column: number) => number | undefined): boolean {
  let agree = 0;
  let seen = 0;
  for (const { campos } of rows) {
    const values = [1, 2, 3, 4, 5, 6, 7].map((column) => readFigure(cellText(campos, at(column)), "virgula"));
    const total = values.pop();
    if (typeof total !== "number" || total === 0 || !values.every((value) => typeof value === "number")) continue;
    seen += 1;
    const sum = values.reduce<number>((all, value) => all + (typeof value === "number" ? value : 0), 0);
    if (Math.abs(sum - total) <= Math.max(1, total * 0.01)) agree += 1;
  }
  return seen > 0 && agree / seen >= 0.6;
}

