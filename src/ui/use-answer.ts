import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Answer, Query, RowContract, RowOf } from "../data/queries/query.ts";
import { EngineError, type Session } from "../data/session/session.ts";
import { HELD } from "./held-query.ts";
import { useDataVersion } from "./use-engine.ts";

/** What a view knows of a question it asked; `R` is a row of the answer. */
export type AnswerStateOf<P, R> =
  | { readonly estado: "carregando" }
  | {
      readonly estado: "pronto";
      /** Carries its own parameters: while `atualizando`, they are those of the previous question. */
      readonly answer: Answer<P, R>;
      readonly atualizando: boolean;
    }
  | { readonly estado: "erro"; readonly erro: EngineError; readonly tentarDeNovo: () => void };

/**
 * Asks the engine and keeps the previous answer on screen while the next one
 * loads. Asked again when the parameters or the loaded data change. The engine
 * starts with the first question; a failed question is asked again only by
 * `tentarDeNovo`. With `enabled: false` nothing is asked.
 */
export function useAnswer<P, C extends RowContract>(
  session: Session,
  query: Query<P, C>,
  params: P,
  opcoes: { readonly enabled?: boolean } = {},
): AnswerStateOf<P, RowOf<C>> {
  const version = useDataVersion(session);
  const result = useQuery<Answer<P, RowOf<C>>>({
    queryKey: ["answer", query.name, query.params(params), version],
    queryFn: () => session.ask(query, params),
    enabled: opcoes.enabled ?? true,
    placeholderData: keepPreviousData,
    ...HELD,
  });
  const tentarDeNovo = (): void => void result.refetch();

  if (result.isError && !result.isFetching) {
    return { estado: "erro", erro: asEngineError(result.error), tentarDeNovo };
  }
  if (result.data === undefined) return { estado: "carregando" };
  return { estado: "pronto", answer: result.data, atualizando: result.isFetching };
}

/** A failure of any kind in words; one that has them keeps its own. */
export function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  return new EngineError(
    "A pergunta aos dados falhou.",
    "Tente de novo; se continuar, recarregue a página.",
    error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  );
}
