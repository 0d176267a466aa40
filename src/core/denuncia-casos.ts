import type { CivilDate } from "./civil-date.ts";

/** A row of the complaint extract that may not count as a case of its own. */
export interface LinhaEspecial {
  /** Position in the extract, from 1. */
  readonly linha: number;
  readonly protocolo: string;
  /** Protocol it is apensada to; null or its own when it is not. */
  readonly principal: string | null;
  /** True when some row of the extract has the protocol `principal`. */
  readonly temPrincipal: boolean;
  readonly registro: CivilDate | null;
  /** Latest date of any later step. */
  readonly ultimoPasso: CivilDate | null;
}

/** Why a row with a date is not a case of its own. */
export type ClasseEspecial = "apensada" | "repetida" | "circular";

export interface CasosResolvidos {
  /** By `linha`; the rows that count have none. */
  readonly classes: ReadonlyMap<number, ClasseEspecial>;
  /** Apensadas, those that stand for a missing main protocol included. */
  readonly apensadas: number;
  /** Apensadas whose main protocol is not in the extract. */
  readonly semPrincipal: number;
}

/**
 * Which of these rows count as a case? Complaints on one fact are apensadas, the
 * older first (Res. CIB/MT 012/2025 art. 5 §4), and count once:
 * - of a protocol on several rows, the oldest registration counts, then the one
 *   with the latest step, then the first in the extract; the others are "repetida";
 * - an apensada counts through its main protocol, however long the chain;
 * - when the main protocol is not in the extract, its oldest apensada stands for it;
 * - apensadas in a circle, or leading into one, have no main protocol: "circular".
 *
 * @param linhas every row whose protocol is repeated or that is apensada.
 */
export function resolveCasos(linhas: readonly LinhaEspecial[]): CasosResolvidos {
  const classes = new Map<number, ClasseEspecial>();
  const apensadas = new Map<string, LinhaEspecial & { readonly principal: string }>();
  for (const [protocolo, repetidas] of groupBy(linhas, (l) => l.protocolo)) {
    const [primeira, ...outras] = repetidas.sort(byAge);
    for (const outra of outras) classes.set(outra.linha, "repetida");
    if (primeira === undefined || primeira.principal === null || primeira.principal === protocolo) continue;
    apensadas.set(protocolo, { ...primeira, principal: primeira.principal });
  }
  const circulares = circularOf(apensadas);
  const orfas = [...apensadas.values()].filter(({ temPrincipal }) => !temPrincipal);
  const representantes = new Set<number>();
  for (const irmas of groupBy(orfas, (l) => l.principal).values()) {
    const [maisAntiga] = irmas.sort(byAge);
    if (maisAntiga !== undefined) representantes.add(maisAntiga.linha);
  }
  for (const { linha, protocolo } of apensadas.values()) {
    if (circulares.has(protocolo)) classes.set(linha, "circular");
    else if (!representantes.has(linha)) classes.set(linha, "apensada");
  }
  return { classes, apensadas: apensadas.size, semPrincipal: orfas.length };
}

/** Protocols from which following the main protocol never ends. */
function circularOf(apensadas: ReadonlyMap<string, { readonly principal: string }>): ReadonlySet<string> {
  const ends = new Map<string, boolean>();
  for (const start of apensadas.keys()) {
    const path: string[] = [];
    const inPath = new Set<string>();
    let at = start;
    while (!ends.has(at) && !inPath.has(at)) {
      const next = apensadas.get(at)?.principal;
      if (next === undefined) break;
      path.push(at);
      inPath.add(at);
      at = next;
    }
    const isEnding = !inPath.has(at) && (ends.get(at) ?? true);
    for (const protocolo of path) ends.set(protocolo, isEnding);
  }
  return new Set([...ends].flatMap(([protocolo, isEnding]) => (isEnding ? [] : [protocolo])));
}

function byAge(a: LinhaEspecial, b: LinhaEspecial): number {
  return (
    compare(a.registro ?? "9999", b.registro ?? "9999") ||
    compare(b.ultimoPasso ?? "", a.ultimoPasso ?? "") ||
    a.linha - b.linha
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
