import { useMemo, useSyncExternalStore } from "react";
import type { ColunaIndicador, Indicador } from "../core/indicador.ts";
import type { SvgMesh } from "../core/map-layer.ts";
import type { Municipio } from "../core/municipio.ts";
import { municipiosDoExtrato, toMunicipio } from "../data/queries/extratos-municipios.ts";
import { colunasDosIndicadores, toColunas } from "../data/queries/prioridades-colunas.ts";
import { referenceDate } from "../data/session/reference-date.ts";
import type { EngineError, Session } from "../data/session/session.ts";
import type { Snapshot } from "../data/snapshot/snapshot.ts";
import { alignMesh } from "./align-mesh.ts";
import { provenanceOf, type Provenance } from "./provenance.ts";
import { useAnswer, type AnswerStateOf } from "./use-answer.ts";

export { useDataVersion, useEngine } from "./use-engine.ts";

/** Municipalities and their newest figures, from wherever they are current. */
export interface Base {
  /** Sorted by code. */
  readonly municipios: readonly Municipio[];
  /** Aligned with `municipios`. */
  readonly colunas: readonly ColunaIndicador[];
  readonly catalogo: readonly Indicador[];
  /** Aligned with `municipios`. */
  readonly mesh: SvgMesh;
  readonly origem: "instantaneo" | "motor";
  /** Civil date the page's "today" defaults to. */
  readonly dataReferencia: string;
  /** Says which of the user's files a figure came from. */
  readonly proveniencia: Provenance;
  /** The user's own extract is being read; what is here is still what was before. */
  readonly carregando: boolean;
  /** The user's own extract could not be read; what is here is the bundled one, and must say so. */
  readonly erro: EngineError | null;
}

const NOTHING: Record<string, never> = {};

/** The snapshot's base until the user loads municipalities or indicators; then the engine's. */
export function useBase(snapshot: Snapshot, session: Session): Base {
  const extracts = useSyncExternalStore(session.subscribe, session.extracts);
  const own = extracts.filter((summary) => !snapshot.extratos.includes(summary));
  const asks = own.some(({ id }) => id === "municipios" || id === "indicadores");
  const municipios = useAnswer(session, municipiosDoExtrato, NOTHING, { enabled: asks });
  const valores = useAnswer(session, colunasDosIndicadores, NOTHING, { enabled: asks });

  const linhasMunicipios = asks && municipios.estado === "pronto" ? municipios.answer.rows : null;
  const linhasValores = asks && valores.estado === "pronto" ? valores.answer.rows : null;
  const figures = useMemo(() => {
    if (linhasMunicipios === null || linhasValores === null) return null;
    const list = linhasMunicipios.map(toMunicipio);
    return {
      municipios: list,
      colunas: toColunas(linhasValores, snapshot.catalogo, list),
      mesh: alignMesh(snapshot.mesh, snapshot.municipios, list),
    };
  }, [linhasMunicipios, linhasValores, snapshot]);

  const loads = useSyncExternalStore(session.subscribe, session.loads);
  const proveniencia = useMemo(() => provenanceOf(loads), [loads]);
  const dataReferencia = useMemo(() => {
    const loaded = referenceDate(extracts);
    if (loaded === null || extracts.every((summary) => snapshot.extratos.includes(summary))) return snapshot.dataReferencia;
    // The bundled data know their own day better than their summaries do, for as long as they are all in use.
    const isAllThere = loads.length > 0 && loads.every(({ modo }) => modo === "acrescenta");
    return isAllThere && snapshot.dataReferencia > loaded ? snapshot.dataReferencia : loaded;
  }, [extracts, loads, snapshot]);

  const erro = asks ? (errorOf(municipios) ?? errorOf(valores)) : null;
  const carregando = asks && erro === null && (isReading(municipios) || isReading(valores));

  return useMemo(
    () => ({
      municipios: figures?.municipios ?? snapshot.municipios,
      colunas: figures?.colunas ?? snapshot.colunas,
      catalogo: snapshot.catalogo,
      mesh: figures?.mesh ?? snapshot.mesh,
      origem: figures === null ? "instantaneo" : "motor",
      dataReferencia,
      proveniencia,
      carregando,
      erro,
    }),
    [figures, snapshot, dataReferencia, proveniencia, carregando, erro],
  );
}

function errorOf<P, R>(answer: AnswerStateOf<P, R>): EngineError | null {
  return answer.estado === "erro" ? answer.erro : null;
}

function isReading<P, R>(answer: AnswerStateOf<P, R>): boolean {
  return answer.estado === "carregando" || (answer.estado === "pronto" && answer.atualizando);
}
