import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import type { Questions } from "../../data/keeper/messages.ts";
import type { FixedSettings, KeeperTab, Versioned } from "../../data/keeper/tab.ts";
import type { EngineError, Session } from "../../data/session/session.ts";
import { HELD } from "../held-query.ts";
import { asEngineError } from "../use-answer.ts";

/** How far the reading of the data is. */
export type CargaEmUso<Carga> =
  | { readonly estado: "carregando" }
  | { readonly estado: "pronto"; readonly carga: Carga }
  | { readonly estado: "erro"; readonly erro: EngineError; readonly tentarDeNovo: () => void };

/** Data kept in the tab's worker, under a page's adjustments; asked by `useKeeperQuestion`. */
export interface KeeperInUse<Extratos, Carga, Ajustes, Q extends Questions<Q>> {
  readonly carga: CargaEmUso<Carga>;
  readonly extratos: Versioned<Extratos>;
  readonly ajustes: FixedSettings<Ajustes>;
  readonly aba: KeeperTab<Extratos, Carga, Ajustes, Q>;
}

/**
 * Reads the data in use into the tab's worker and says how far it is. They are read
 * once for the whole tab; `ajustes` only decide how they are counted, and may be a
 * new object at each call as long as they say the same.
 * @param keeper its name, which tells its answers from those of others
 */
export function useKeeper<Extratos, Carga, Ajustes, Q extends Questions<Q>>(
  session: Session,
  keeper: string,
  aba: KeeperTab<Extratos, Carga, Ajustes, Q>,
  ajustes: Ajustes,
): KeeperInUse<Extratos, Carga, Ajustes, Q> {
  const extratos = useSyncExternalStore(session.subscribe, aba.extratos);
  const texto = JSON.stringify(ajustes);
  const fixos = useMemo(() => aba.fixar(texto), [aba, texto]);
  const { data, error, isError, isFetching, refetch } = useQuery<Carga>({
    queryKey: [keeper, "carga", extratos.versao],
    queryFn: aba.carregar,
    ...HELD,
  });
  const carga = useMemo((): CargaEmUso<Carga> => {
    if (isError && !isFetching) return { estado: "erro", erro: asEngineError(error), tentarDeNovo: () => void refetch() };
    return data === undefined ? { estado: "carregando" } : { estado: "pronto", carga: data };
  }, [data, error, isError, isFetching, refetch]);
  return useMemo(() => ({ carga, extratos, ajustes: fixos, aba }), [aba, carga, extratos, fixos]);
}

interface Respondida<P, R> {
  readonly pede: P;
  readonly resposta: R;
}

/** Where a question that asks `P` and is answered `R` stands. */
export type AskedState<P, R> =
  | { readonly estado: "carregando" }
  /** Carries what it was asked with: while `atualizando`, that of the question before. */
  | ({ readonly estado: "pronto"; readonly atualizando: boolean } & Respondida<P, R>)
  | { readonly estado: "erro"; readonly erro: EngineError; readonly tentarDeNovo: () => void };

/** What a view knows of a question it asked of the data. */
export type QuestionState<Q extends Questions<Q>, N extends keyof Q> = AskedState<Q[N]["pede"], Q[N]["responde"]>;

/** Whom a question is asked of. */
export interface Asked<Ajustes, Q extends Questions<Q>> {
  /** The keeper's name. */
  readonly keeper: string;
  readonly versao: number;
  readonly ajustes: FixedSettings<Ajustes>;
  readonly aba: Pick<KeeperTab<unknown, unknown, Ajustes, Q>, "perguntar">;
}

/**
 * Asks the data and keeps the previous answer on screen while the next one comes.
 * Asked again when the question, the adjustments or the extracts change; a question
 * nobody waits for any more is dropped. With `enabled: false` nothing is asked.
 */
export function useKeeperQuestion<Ajustes, Q extends Questions<Q>, N extends keyof Q>(
  { keeper, versao, ajustes, aba }: Asked<Ajustes, Q>,
  nome: N,
  pede: Q[N]["pede"],
  opcoes: { readonly enabled?: boolean } = {},
): QuestionState<Q, N> {
  const result = useQuery<Respondida<Q[N]["pede"], Q[N]["responde"]>>({
    queryKey: [keeper, "pergunta", nome, pede, ajustes.numero, versao],
    queryFn: async ({ signal }) => ({ pede, resposta: (await aba.perguntar(ajustes.ajustes, nome, pede, signal)).resposta }),
    enabled: opcoes.enabled ?? true,
    placeholderData: keepPreviousData,
    ...HELD,
  });
  if (result.isError && !result.isFetching) {
    return { estado: "erro", erro: asEngineError(result.error), tentarDeNovo: () => void result.refetch() };
  }
  if (result.data === undefined) return { estado: "carregando" };
  return { estado: "pronto", ...result.data, atualizando: result.isFetching };
}
