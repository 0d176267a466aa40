import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { NomeDaPergunta, Perguntas } from "../../data/denuncias/perguntas.ts";
import type { EngineError } from "../../data/session/session.ts";
import { HELD } from "../held-query.ts";
import { asEngineError } from "../use-answer.ts";
import type { RelogioEmUso } from "./use-relogio.ts";

interface Respondida<N extends NomeDaPergunta> {
  readonly pede: Perguntas[N]["pede"];
  readonly resposta: Perguntas[N]["responde"];
}

/** What a view knows of a question it asked of the cases. */
export type EstadoDaPergunta<N extends NomeDaPergunta> =
  | { readonly estado: "carregando" }
  /** Carries what it was asked with: while `atualizando`, that of the question before. */
  | ({ readonly estado: "pronto"; readonly atualizando: boolean } & Respondida<N>)
  | { readonly estado: "erro"; readonly erro: EngineError; readonly tentarDeNovo: () => void };

/**
 * Asks the cases and keeps the previous answer on screen while the next one comes.
 * Asked again when the question, the adjustments or the extracts change; a question
 * nobody waits for any more is dropped. With `enabled: false` nothing is asked.
 */
export function usePergunta<N extends NomeDaPergunta>(
  relogio: RelogioEmUso,
  nome: N,
  pede: Perguntas[N]["pede"],
  opcoes: { readonly enabled?: boolean } = {},
): EstadoDaPergunta<N> {
  const { aba, ajustes, versao } = relogio;
  const result = useQuery<Respondida<N>>({
    queryKey: ["relogio", "pergunta", nome, pede, ajustes.numero, versao],
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
