import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import type { Metodo } from "../../core/metodo/method.ts";
import { colunasDasDenuncias, usaDenuncias } from "../../data/denuncias/colunas-do-indice.ts";
import { hojeDe } from "../../data/denuncias/hoje.ts";
import type { ApoioPedido } from "../../data/denuncias/perguntas.ts";
import type { EngineError, Session } from "../../data/session/session.ts";
import type { Snapshot } from "../../data/snapshot/snapshot.ts";
import { HELD } from "../held-query.ts";
import { asEngineError } from "../use-answer.ts";
import type { Base } from "../use-base.ts";

/** The base with the figures that are counted from the complaints, when the method weighs them. */
export interface BaseComDenuncias {
  readonly base: Base;
  /** "fora": the method does not weigh complaints; "carregando": they are being counted, and have no figures yet. */
  readonly estado: "fora" | "carregando" | "pronto" | "erro";
  readonly erro: EngineError | null;
  /** The figures are of demonstration complaints: whatever shows them says so. */
  readonly demonstracao: boolean;
}

/**
 * Adds to the figures in use what the complaints in use say of each municipality, for
 * a method that weighs it (`apoioDoIndice`).
 * @param lerPadrao reads the territory's `denuncias.json`; called only when it is needed
 */
export function useBaseComDenuncias(
  base: Base,
  metodo: Metodo,
  snapshot: Snapshot,
  session: Session,
  lerPadrao: () => Promise<unknown>,
): BaseComDenuncias {
  const usa = useMemo(() => usaDenuncias(metodo), [metodo]);
  const extratos = useSyncExternalStore(session.subscribe, session.extracts);
  const denuncias = extratos.find(({ id }) => id === "denuncias");
  const enabled = usa && denuncias !== undefined && denuncias.linhas > 0;
  const hoje = hojeDe({ em: null, doComputador: null }, extratos, base.dataReferencia);
  const { data, error, isError, isFetching } = useQuery<readonly ApoioPedido[]>({
    queryKey: ["relogio", "indice", hoje, denuncias, extratos.find(({ id }) => id === "andamentos")],
    queryFn: async ({ signal }) => {
      // What counts cases is not part of the front page: most readers never weigh complaints.
      const [{ apoioDoIndice }, padrao] = await Promise.all([import("../../data/denuncias/apoio-do-indice.ts"), lerPadrao()]);
      return apoioDoIndice(session, { padrao, territorio: snapshot.territorio, hoje, inicio: denuncias?.inicio ?? null }, signal);
    },
    enabled,
    placeholderData: keepPreviousData,
    ...HELD,
  });
  const apoio = enabled && data !== undefined ? data : null;
  const { municipios, colunas } = base;
  const juntas = useMemo(
    () => (apoio === null ? null : [...colunas, ...colunasDasDenuncias(apoio, municipios, hoje)]),
    [apoio, colunas, municipios, hoje],
  );
  const falhou = isError && !isFetching;
  return useMemo(
    () => ({
      base: juntas === null ? base : { ...base, colunas: juntas },
      estado: !usa ? "fora" : falhou ? "erro" : enabled && juntas === null ? "carregando" : "pronto",
      erro: usa && falhou ? asEngineError(error) : null,
      demonstracao: usa && (denuncias?.demonstracao ?? false),
    }),
    [base, juntas, usa, falhou, error, enabled, denuncias],
  );
}
