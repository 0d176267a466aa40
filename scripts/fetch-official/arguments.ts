import { parseArgs } from "node:util";
import type { Uf } from "../../src/data/places/reference.ts";
import { type Bases, BASES, CAMPOS, type RequestOptions, type Source, SOURCES } from "./requests.ts";
import { RETRY, type RetryPolicy } from "./retry.ts";

export interface Arguments {
  readonly options: RequestOptions & {
    /** Null for the default folder. */
    readonly to: string | null;
    readonly intervalMs: number;
    readonly policy: RetryPolicy;
  };
  /** Seed of the chance in the waits; null for one of this run's own. */
  readonly semente: number | null;
  readonly semExtratos: boolean;
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const FIRST_MONTH = "2004-01";

const text = { type: "string" } as const;
const SHAPE = {
  uf: text,
  only: text,
  to: text,
  since: text,
  until: text,
  municipios: text,
  formato: text,
  "sem-extratos": { type: "boolean" },
  "intervalo-ms": text,
  tentativas: text,
  semente: text,
  "base-misocial": text,
  "base-sidra": text,
  "base-localidades": text,
  "base-malhas": text,
} as const;

/** Reads the command line; what is wrong comes back as a sentence. `agora` is an ISO instant, UTC. */
export function readArguments(args: readonly string[], agora: string, ufs: readonly Uf[]): Arguments | { readonly erro: string } {
  try {
    return read(args, agora, ufs);
  } catch (error) {
    if (error instanceof ArgumentError) return { erro: error.message };
    // parseArgs names the option it does not know.
    if (error instanceof TypeError) return { erro: `Opção desconhecida ou sem valor: ${error.message}` };
    throw error;
  }
}

class ArgumentError extends Error {}

function fail(message: string): never {
  throw new ArgumentError(message);
}

function read(args: readonly string[], agora: string, ufs: readonly Uf[]): Arguments {
  const { values } = parseArgs({ args: [...args], options: SHAPE, strict: true });
  const uf = findUf(ufs, values.uf ?? "") ?? fail(`Diga de que UF: --uf com a sigla ou o código (veio “${values.uf ?? ""}”).`);
  const since = month("since", values.since ?? `${Number(agora.slice(0, 4)) - 1}-01`);
  const until = month("until", values.until ?? agora.slice(0, 7));
  if (since > until) fail(`--since ${since} vem depois de --until ${until}.`);
  const formato = values.formato ?? "csv";
  if (formato !== "csv" && formato !== "json") fail(`--formato é csv ou json (veio “${formato}”).`);
  return {
    options: {
      uf,
      only: values.only === undefined ? SOURCES : sources(values.only),
      bases: bases(values),
      since,
      until,
      municipios: codes(values.municipios, uf.codigo),
      formato,
      campos: CAMPOS,
      to: values.to ?? null,
      intervalMs: whole("intervalo-ms", values["intervalo-ms"], 0) ?? 1_000,
      policy: { ...RETRY, attempts: whole("tentativas", values.tentativas, 1) ?? RETRY.attempts },
    },
    semente: whole("semente", values.semente, 0),
    semExtratos: values["sem-extratos"] === true,
  };
}

/** The unit by its letters or IBGE code; null when there is none. */
function findUf(ufs: readonly Uf[], text: string): Uf | null {
  const wanted = text.trim().toUpperCase();
  return ufs.find(({ sigla, codigo }) => sigla === wanted || String(codigo) === wanted) ?? null;
}

function sources(list: string): Source[] {
  return list.split(",").map((name) => {
    const found = SOURCES.find((source) => source === name.trim());
    return found ?? fail(`--only não conhece “${name}”; as fontes são ${SOURCES.join(", ")}.`);
  });
}

function month(option: string, value: string): string {
  return MONTH.test(value) && value >= FIRST_MONTH ? value : fail(`--${option} é um mês como 2024-01 (veio “${value}”).`);
}

function codes(list: string | undefined, uf: number): string[] {
  const all = list === undefined ? [] : list.split(",").map((code) => code.trim());
  const wrong = all.find((code) => !/^\d{6}\d?$/.test(code) || !code.startsWith(String(uf)));
  if (wrong !== undefined) fail(`--municipios pede códigos IBGE da UF, de 6 ou 7 algarismos (veio “${wrong}”).`);
  return all.map((code) => code.slice(0, 6));
}

function whole(option: string, value: string | undefined, min: number): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  return /^\d+$/.test(value) && number >= min ? number : fail(`--${option} é um número inteiro a partir de ${min} (veio “${value}”).`);
}

function bases(values: Readonly<Record<string, unknown>>): Bases {
  const given = SOURCES.map((source) => {
    const value = values[`base-${source}`];
    if (typeof value !== "string") return [source, BASES[source]];
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) fail(`--base-${source} é um endereço http ou https (veio “${value}”).`);
    return [source, value.replace(/\/+$/, "")];
  });
  return Object.fromEntries(given) as Bases;
}
