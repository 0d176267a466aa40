import type { Gravidade, Problem } from "../../core/problem.ts";

/**
 * Problems as they cross from the worker: each text once, with its place in `textos`
 * for every problem that says it. Twenty thousand objects that repeat a few sentences
 * take the page's thread longer to receive than a frame.
 */
export interface PackedProblems {
  readonly textos: readonly string[];
  /** Five a problem: severity, column, value, message, remedy; 0 = none, else place + 1. */
  readonly campos: Uint32Array<ArrayBuffer>;
  /** NaN = of the whole file. */
  readonly linhas: Float64Array<ArrayBuffer>;
}

const FIELDS = 5;

export function packProblems(problemas: readonly Problem[]): PackedProblems {
  const places = new Map<string, number>();
  const placeOf = (text: string | null): number => {
    if (text === null) return 0;
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size + 1);
    return places.size;
  };
  const campos = new Uint32Array(FIELDS * problemas.length);
  problemas.forEach(({ gravidade, coluna, valor, mensagem, conserto }, i) => {
    campos.set([gravidade, coluna, valor, mensagem, conserto].map(placeOf), FIELDS * i);
  });
  return { textos: [...places.keys()], campos, linhas: Float64Array.from(problemas, ({ linha }) => linha ?? Number.NaN) };
}

/** The problems packed by `packProblems`, in their order. */
export function unpackProblems({ textos, campos, linhas }: PackedProblems): Problem[] {
  const textAt = (at: number): string | null => textos[(campos[at] ?? 0) - 1] ?? null;
  return Array.from(linhas, (linha, i) => ({
    gravidade: textAt(FIELDS * i) as Gravidade,
    linha: Number.isNaN(linha) ? null : linha,
    coluna: textAt(FIELDS * i + 1),
    valor: textAt(FIELDS * i + 2),
    mensagem: textAt(FIELDS * i + 3) ?? "",
    conserto: textAt(FIELDS * i + 4) ?? "",
  }));
}
