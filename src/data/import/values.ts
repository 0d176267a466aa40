import { parseCivilDate } from "../../core/civil-date.ts";
import { fold } from "../../core/search.ts";
import { parecidosCom } from "../../core/pacto/semelhanca.ts";
import { NAO_CLASSIFICADO, NAO_CLASSIFICADO_ROTULO, type Column } from "../contracts/contract.ts";
import { unguardFormula } from "../export/formula.ts";
import { isBlankWord } from "./blank.ts";
import { memoised } from "./memoised.ts";
import { plainNumber, readInteger, readNumber, type NumberStyle } from "./numbers.ts";
import { personIn, personInText } from "./person.ts";

/** Why a cell could not be read, or could only be read in part. */
export interface CellProblem {
  /** Stable kind, for totals. */
  readonly tipo: string;
  readonly mensagem: string;
  readonly conserto: string;
  /** What loads all the same; undefined when the row has to stay out. */
  readonly aproveitado?: string;
  /** What tells it from others of its kind in the totals. */
  readonly grupo?: string;
}

/** Canonical text (ISO date, dot decimal, `true`/`false`), null for blank, or what is wrong. */
export type CellReading = string | null | CellProblem;

export type CellTextReader = (text: string) => CellReading;

/** Which number comes first in a date such as 03/02/2026. */
export type DateOrder = "dia-mes" | "mes-dia";

export interface ReaderContext {
  /** Resolves a 6- or 7-digit code; null when the list has no such municipality. */
  readonly resolveCodigo: (codigo: string) => number | null;
  readonly style: NumberStyle;
  readonly ordem: DateOrder;
  /** Longest text kept. */
  readonly maxTexto: number;
}

/** The reader of a column's cells. Blank and the words for "no value" read as null; required columns are the caller's matter. */
export function cellReader(column: Column, context: ReaderContext): CellTextReader {
  const read = typedReader(column, context);
  const whole: CellTextReader = (raw) => {
    const text = clean(raw);
    return text === "" || isBlankWord(text, column.type) ? null : read(text);
  };
  if (column.type !== "inteiro" && column.type !== "decimal") return memoised(whole);
  const style = column.type === "inteiro" ? "inteiro" : context.style;
  return (raw) => {
    const value = plainNumber(raw, style);
    return Number.isNaN(value) ? whole(raw) : checkNumber(column, { valor: value }, "");
  };
}

function typedReader(column: Column, context: ReaderContext): CellTextReader {
  switch (column.type) {
    case "codigo-ibge":
      return (text) => readCodigo(text, context.resolveCodigo);
    case "texto":
      return column.numeroDeRegistro ? (text) => readRegistro(text) : (text) => readTexto(text, Math.min(column.maximo ?? Infinity, context.maxTexto), personInText);
    case "categoria":
      return readCategoria(column.categories ?? {}, column.aberta);
    case "inteiro":
      return (text) => checkNumber(column, readInteger(text), "Escreva um número inteiro, só com algarismos.");
    case "decimal":
      return (text) => checkNumber(column, readNumber(text, context.style), "Escreva um número, com vírgula ou ponto só nos decimais.");
    case "data":
      return (text) => readData(text, context.ordem);
    case "periodo":
      return readPeriodo;
    case "sim-nao":
      return readSimNao;
  }
}

/** Text that `clean` cannot change: the common case, decided in one test. */
const PLAIN = /^[\p{L}\p{N}](?:[^\0]*[\p{L}\p{N}.)])?$/u;

/** Blanks and NBSP at the ends out, control characters out, Excel's `="…"` and the export's apostrophe undone. */
export function clean(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  const text = raw.replace(/\0/g, "").trim();
  const excel = /^="(.*)"$/s.exec(text);
  return unguardFormula(excel?.[1] ?? text).trim();
}

function readCodigo(text: string, resolve: ReaderContext["resolveCodigo"]): CellReading {
  const digits = text.replace(/[.,]0+$/, "").replaceAll(".", "");
  if (!/^\d{6,7}$/.test(digits)) {
    return {
      tipo: "codigo-invalido",
      mensagem: "O código do município não tem 6 nem 7 algarismos.",
      conserto: "Escreva o código do IBGE do município, com 7 algarismos (ou 6, sem o último).",
    };
  }
  const codigo = resolve(digits);
  if (codigo !== null) return String(codigo);
  return {
    tipo: "codigo-desconhecido",
    mensagem: "Nenhum município da lista carregada tem este código.",
    conserto: "Confira o código no IBGE; se o município é novo, carregue antes a tabela de municípios com ele.",
  };
}

/** Longest number of a record. */
const MAX_REGISTRO = 60;

function readRegistro(text: string): CellReading {
  if (text.length <= MAX_REGISTRO && /\d/.test(text)) return readTexto(text, MAX_REGISTRO);
  return personIn(text) !== null
    ? readTexto(text, MAX_REGISTRO)
    : {
        tipo: "nao-e-numero-de-registro",
        mensagem: "Não é um número de registro: é texto longo ou sem nenhum algarismo; a linha ficou de fora e o valor não foi guardado.",
        conserto: "Ponha nesta coluna só o número; nomes e relatos não entram (LGPD, Lei 13.709/2018, art. 6º, III).",
      };
}

const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d+$/i;

function readTexto(text: string, max: number, personOf = personIn): CellReading {
  const person = personOf(text);
  if (person !== null) {
    return {
      tipo: "dado-pessoal",
      mensagem: `O texto parece conter ${person}; a linha ficou de fora e o valor não foi guardado.`,
      conserto: "Retire o dado pessoal do arquivo (LGPD, Lei 13.709/2018, art. 6º, III) e carregue de novo.",
    };
  }
  if (text.includes("\ufffd")) {
    return {
      tipo: "texto-ilegivel",
      mensagem: "O texto tem um caractere ilegível.",
      conserto: "Corrija o valor no arquivo original e salve de novo como CSV (UTF-8).",
      aproveitado: text.slice(0, max),
    };
  }
  if (SCIENTIFIC.test(text)) {
    return {
      tipo: "notacao-cientifica",
      mensagem: "O valor está em notação científica: a planilha já perdeu algarismos.",
      conserto: "Formate a coluna como texto na planilha, cole os números originais e salve de novo.",
      aproveitado: text,
    };
  }
  if (text.length > max) {
    return {
      tipo: "texto-longo",
      mensagem: `O texto passa de ${String(max)} caracteres e foi cortado.`,
      conserto: "Encurte o texto no arquivo, se o que falta for importante.",
      aproveitado: text.slice(0, max),
    };
  }
  return text;
}

function readCategoria(categories: Readonly<Record<string, string>>, aberta: boolean): CellTextReader {
  const byFold = new Map<string, string>();
  for (const [id, label] of Object.entries(categories)) {
    byFold.set(fold(label), id);
    byFold.set(fold(id), id);
  }
  const conserto = allowedOf(Object.values(categories));
  const outside = aberta ? unclassified(categories, conserto) : () => ({ tipo: "categoria-desconhecida", mensagem: "O valor não está na lista desta coluna.", conserto });
  if (aberta) for (const text of [NAO_CLASSIFICADO, NAO_CLASSIFICADO_ROTULO]) byFold.set(fold(text), NAO_CLASSIFICADO);
  return (text) => byFold.get(fold(text)) ?? outside(text);
}

/** Longer texts are like no name of a list, and comparing them is slow. */
const MAX_ALIKE = 120;

/** What becomes of a value outside an open list; told once for each name it is most like, whatever the values. */
function unclassified(categories: Readonly<Record<string, string>>, conserto: string): (text: string) => CellProblem {
  const names = Object.entries(categories).flatMap(([id, label]) => [{ label, name: label }, { label, name: id }]);
  const mostAlike = parecidosCom(names.map(({ name }) => name));
  return (text) => {
    const found = text.length > MAX_ALIKE ? null : mostAlike(text);
    const label = found === null ? null : (names[found.indice]?.label ?? null);
    const kept = { tipo: "nao-classificado", aproveitado: NAO_CLASSIFICADO, grupo: label ?? "" };
    return label === null
      ? { ...kept, mensagem: "O valor não está na lista desta coluna nem se parece com nenhum dela: a linha foi carregada como “não classificado”.", conserto }
      : { ...kept, mensagem: `O valor não está na lista desta coluna; o mais parecido é “${label}”. A linha foi carregada como “não classificado”.`, conserto: `Se é isso, escreva “${label}”; se não, escolha na lista que o dicionário de dados dá para a coluna.` };
  };
}

/** Longest list told in full: a longer one would fill the screen, once a row. */
const MAX_ALLOWED = 240;
const EXAMPLES = 3;

function allowedOf(labels: readonly string[]): string {
  const all = labels.join("; ");
  return all.length <= MAX_ALLOWED
    ? `Use um destes: ${all}.`
    : `Use um dos ${String(labels.length)} valores que o dicionário de dados dá para a coluna, como: ${labels.slice(0, EXAMPLES).join("; ")}.`;
}

function readData(text: string, ordem: DateOrder): CellReading {
  const day = text.replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, "");
  const slashed = day.replace(/^(\d{1,2})[.-](\d{1,2})[.-](\d{4})$/, "$1/$2/$3");
  const swapped = slashed.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, "$2/$1/$3");
  // Points are only ever used day first; elsewhere, where one order names no day of the calendar, the other is meant: 2/29/2024.
  const orders = day.includes(".") ? [slashed] : ordem === "dia-mes" ? [slashed, swapped] : [swapped, slashed];
  const date = orders.map(parseCivilDate).find((found) => found !== null) ?? null;
  if (date === null) {
    return {
      tipo: "data-invalida",
      mensagem: "Não é uma data que exista.",
      conserto: "Escreva como 31/12/2026 ou 2026-12-31.",
    };
  }
  const year = Number(date.slice(0, 4));
  if (year >= 1900 && year <= 2100) return date;
  return {
    tipo: "data-implausivel",
    mensagem: `O ano ${String(year)} não é plausível.`,
    conserto: "Confira o ano, com quatro algarismos.",
  };
}

function readPeriodo(text: string): CellReading {
  const match =
    /^(?<ano>\d{4})(?:[.,]0)?$/.exec(text) ??
    /^(?<ano>\d{4})-?(?<mes>0[1-9]|1[0-2])$/.exec(text) ??
    /^(?<mes>0?[1-9]|1[0-2])\/(?<ano>\d{4})$/.exec(text) ??
    /^(?<ano>\d{4})[-/ ]?T(?<trimestre>[1-4])$/i.exec(text);
  const { ano, mes, trimestre } = match?.groups ?? {};
  if (ano === undefined || Number(ano) < 1900 || Number(ano) > 2100) {
    return {
      tipo: "periodo-invalido",
      mensagem: "Não é um período.",
      conserto: "Escreva o ano (2023), o mês (2026-06) ou o trimestre (2023-T2).",
    };
  }
  if (trimestre !== undefined) return `${ano}-T${trimestre}`;
  return mes === undefined ? ano : `${ano}-${mes.padStart(2, "0")}`;
}

const SIM = new Set(["sim", "s", "true", "verdadeiro", "1", "yes"]);
const NAO = new Set(["nao", "n", "false", "falso", "0", "no"]);

function readSimNao(text: string): CellReading {
  const folded = fold(text);
  if (SIM.has(folded)) return "true";
  if (NAO.has(folded)) return "false";
  return { tipo: "sim-nao-invalido", mensagem: "Não é sim nem não.", conserto: "Escreva sim ou não." };
}

function checkNumber(column: Column, reading: ReturnType<typeof readNumber>, conserto: string): CellReading {
  if (reading === "invalido") return { tipo: "numero-invalido", mensagem: "Não é um número que dê para ler.", conserto };
  if (reading === "ambiguo") {
    return {
      tipo: "numero-ambiguo",
      mensagem: "O ponto ou a vírgula pode ser de milhar ou de decimal: a coluna usa os dois jeitos.",
      conserto: "Escreva todos os números da coluna do mesmo jeito.",
    };
  }
  const { valor } = reading;
  if (column.min !== null && valor < column.min) return outside(`menor que o mínimo, ${print(column.min)}`);
  if (column.max !== null && valor > column.max) return outside(`maior que o máximo, ${print(column.max)}`);
  return String(valor);
}

function outside(how: string): CellProblem {
  return {
    tipo: "fora-do-limite",
    mensagem: `O valor é ${how}.`,
    conserto: "Confira o valor, a unidade e a marca de decimal.",
  };
}

function print(value: number): string {
  return value.toLocaleString("pt-BR", { maximumFractionDigits: 6, useGrouping: "min2" });
}
