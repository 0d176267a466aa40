import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { PedidoDeAlertas, RespostaDeAlertas } from "../../../core/alerta/alertar.ts";
import type { CalculoDeAlertas } from "../../../data/alerta/alerta-client.ts";
import type { AnswerStatus } from "../../../ui/states/AnswerState.tsx";
import { HELD } from "../../../ui/held-query.ts";
import { asEngineError } from "../../../ui/use-answer.ts";

/**
 * The alarms of a month, worked out away from the page; the former ones stay while the next come.
 * @param entrada null while the counts it needs are on their way
 * @param chave of everything the counts depend on
 */
export function useAlertas(entrada: PedidoDeAlertas | null, chave: readonly unknown[], calcular: CalculoDeAlertas): AnswerStatus<RespostaDeAlertas> {
  const { data, error, isError, isFetching, refetch } = useQuery<RespostaDeAlertas>({
    queryKey: ["alertas", ...chave, entrada?.mes, entrada?.metodo, entrada?.serie],
    queryFn: ({ signal }) => {
      if (entrada === null) throw new RangeError("there are no counts to test");
      return calcular(entrada, signal);
    },
    enabled: entrada !== null,
    placeholderData: keepPreviousData,
    ...HELD,
  });
  if (isError && !isFetching) return { estado: "erro", erro: asEngineError(error), tentarDeNovo: () => void refetch() };
  if (data === undefined) return { estado: "carregando" };
  return { estado: "pronto", answer: data, atualizando: isFetching || entrada === null };
}
