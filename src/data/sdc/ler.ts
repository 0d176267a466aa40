import * as v from "valibot";
import { celulaSdc, type ProblemaSdc } from "../../core/sdc/problema.ts";
import { parseShape, ShapeError } from "../snapshot/parse.ts";

/** A problem with its name in the file. */
export interface ProblemaLido {
  readonly nome: string;
  readonly problema: ProblemaSdc;
}

const numero = v.pipe(v.number(), v.finite());
const CelulaSchema = v.object({
  id: v.string(),
  value: v.optional(v.nullable(numero)),
  primary: v.optional(v.boolean()),
  published: v.optional(v.nullable(numero)),
  lo: v.optional(numero),
  up: v.optional(numero),
});
const SistemaSchema = v.object({
  cells: v.array(CelulaSchema),
  relations: v.optional(v.array(v.tuple([v.string(), v.array(v.string())])), []),
});
const ExemploSchema = v.object({ name: v.optional(v.string()), k: v.optional(numero), problem: v.optional(SistemaSchema) });
const SoltoSchema = v.object({ ...SistemaSchema.entries, name: v.optional(v.string()), k: v.optional(numero) });

/**
 * Reads problems of disclosure: one (`{ k, problem: { cells, relations } }`, or its cells
 * and relations beside `k`) or a list of them; entries without a problem are passed over.
 * @param k where the file gives none
 * @throws ShapeError for what does not fit, a relation of a cell that is not there, an id that comes twice or a missing k
 */
export function lerProblemas(valor: unknown, arquivo: string, k: number | null = null): ProblemaLido[] {
  const lista = Array.isArray(valor) ? (valor as unknown[]) : [valor];
  return lista.flatMap((item, i) => {
    const lugar = Array.isArray(valor) ? `${arquivo}, ${i + 1}º problema` : arquivo;
    const isSolto = typeof item === "object" && item !== null && "cells" in item;
    const { name, k: doArquivo, problem } = isSolto ? comProblema(parseShape(SoltoSchema, item, lugar)) : parseShape(ExemploSchema, item, lugar);
    if (problem === undefined) return [];
    const valeK = doArquivo ?? k;
    if (valeK === null) throw new ShapeError(`${lugar}: falta k, a menor contagem que se publica. Escreva "k" no arquivo ou --k no comando.`);
    const nome = name ?? lugar;
    return [{ nome, problema: conferido({ k: valeK, cells: problem.cells.map((celula) => celulaSdc(semIndefinidos(celula))), relations: problem.relations }, nome) }];
  });
}

function comProblema({ name, k, cells, relations }: v.InferOutput<typeof SoltoSchema>): v.InferOutput<typeof ExemploSchema> {
  return { name, k, problem: { cells, relations } };
}

/** `lo: undefined` is no bound, as one that is not written. */
function semIndefinidos({ id, value, primary, published, lo, up }: v.InferOutput<typeof CelulaSchema>): Parameters<typeof celulaSdc>[0] {
  return {
    id,
    value: value ?? null,
    primary: primary ?? false,
    published: published ?? null,
    ...(lo === undefined ? {} : { lo }),
    ...(up === undefined ? {} : { up }),
  };
}

function conferido(problema: ProblemaSdc, nome: string): ProblemaSdc {
  const ids = new Set<string>();
  for (const { id, lo, up } of problema.cells) {
    if (ids.has(id)) throw new ShapeError(`${nome}: a célula “${id}” aparece duas vezes.`);
    if (lo > up) throw new ShapeError(`${nome}: a célula “${id}” tem o menor valor (${lo}) acima do maior (${up}).`);
    ids.add(id);
  }
  for (const id of problema.relations.flatMap(([total, parts]) => [total, ...parts])) {
    if (!ids.has(id)) throw new ShapeError(`${nome}: uma relação fala da célula “${id}”, que não está na lista.`);
  }
  return problema;
}
