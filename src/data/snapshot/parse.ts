import * as v from "valibot";
import { indicadoresDoMetodo, METODO_VERSAO } from "../../core/metodo/method.ts";
import type { Snapshot } from "./snapshot.ts";
import { SnapshotSchema } from "./schema.ts";

/** Data that do not have the shape agreed; the message is a sentence naming the place and the value. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

/**
 * Reads a value by a schema, or throws `ShapeError` naming the first place that
 * does not fit and the value found there. `nome` opens the sentence.
 */
export function parseShape<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  nome: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const expected = issue.expected ?? "outro valor";
  throw new ShapeError(`${nome}: em ${placeOf(issue)} esperava-se ${expected}, e veio ${issue.received}.`);
}

/**
 * Reads the prebuilt snapshot. Besides the shape of each part, checks what binds
 * the parts: columns and drawing are aligned with the municipalities, and every
 * indicator, dimension and source named exists. Throws `ShapeError`.
 */
export function parseSnapshot(value: unknown): Snapshot {
  const { metodo, ...rest } = parseShape(SnapshotSchema, value, "O retrato inicial");
  const snapshot: Snapshot = { ...rest, metodo: { ...metodo, versao: METODO_VERSAO } };
  checkBonds(snapshot);
  return snapshot;
}

function checkBonds({ municipios, colunas, mesh, catalogo, fontes, territorio, metodo }: Snapshot): void {
  const n = municipios.length;
  const aligned = (place: string, length: number): void => {
    if (length !== n) {
      throw new ShapeError(`O retrato inicial: ${place} tem ${length} valores para ${n} municípios.`);
    }
  };
  const known = (place: string, id: string, ids: ReadonlySet<string>): void => {
    if (!ids.has(id)) throw new ShapeError(`O retrato inicial: ${place} cita "${id}", que não existe.`);
  };
  const indicadores = new Set(catalogo.map((indicador) => indicador.id));
  const dimensoes = new Set(territorio.indice.dimensoes.map((dimensao) => dimensao.id));
  const fonteIds = new Set(fontes.map((fonte) => fonte.id));

  municipios.forEach((municipio, i) => {
    const previous = municipios[i - 1];
    if (previous !== undefined && previous.codigo >= municipio.codigo) {
      throw new ShapeError(
        `O retrato inicial: municipios[${i}].codigo é ${municipio.codigo}, que não vem depois de ${previous.codigo}.`,
      );
    }
  });
  aligned("mesh.paths", mesh.paths.length);
  aligned("mesh.sedes", mesh.sedes.length);
  aligned("mesh.vizinhos", mesh.vizinhos.length);
  catalogo.forEach((indicador, i) => {
    known(`catalogo[${i}].dimensao`, indicador.dimensao, dimensoes);
    known(`catalogo[${i}].fonte`, indicador.fonte, fonteIds);
  });
  for (const { id } of indicadoresDoMetodo(metodo)) known("metodo", id, indicadores);
  if (territorio.indice.capacidade !== null) known("territorio.indice.capacidade", territorio.indice.capacidade, dimensoes);
  colunas.forEach((coluna, i) => {
    known(`colunas[${i}].indicador`, coluna.indicador, indicadores);
    known(`colunas[${i}].fonte`, coluna.fonte, fonteIds);
    aligned(`colunas[${i}].valores`, coluna.valores.length);
    if (coluna.periodos !== null) aligned(`colunas[${i}].periodos`, coluna.periodos.length);
    if (coluna.numeradores !== undefined) aligned(`colunas[${i}].numeradores`, coluna.numeradores.length);
    if (coluna.denominadores !== undefined) aligned(`colunas[${i}].denominadores`, coluna.denominadores.length);
  });
}

function placeOf(issue: v.BaseIssue<unknown>): string {
  const path = issue.path ?? [];
  return path.reduce((place, { key }) => {
    if (typeof key === "number") return `${place}[${key}]`;
    return place === "" ? String(key) : `${place}.${String(key)}`;
  }, "") || "raiz";
}
