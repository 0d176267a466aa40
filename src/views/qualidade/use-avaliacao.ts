import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CivilDate } from "../../core/civil-date.ts";
import type { Indicador } from "../../core/indicador.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Avaliacao } from "../../core/qualidade/avaliar.ts";
import type { LivroDeRegras } from "../../core/qualidade/regra.ts";
import { qualidadeValores } from "../../data/queries/qualidade-valores.ts";
import { EngineError, type Session } from "../../data/session/session.ts";
import type { AnswerStatus } from "../../ui/states/AnswerState.tsx";
import { HELD } from "../../ui/held-query.ts";
import { useAnswer } from "../../ui/use-answer.ts";
import type { Avaliador } from "./avaliador.ts";

const SEM_PARAMETROS: Record<string, never> = {};

export interface EntradaDaAvaliacao {
  readonly session: Session;
  readonly municipios: readonly Municipio[];
  readonly catalogo: readonly Indicador[];
  readonly livro: LivroDeRegras;
  readonly dataReferencia: CivilDate;
  readonly avaliador: Avaliador;
}

/** All the figures in use, judged by the rules on a date; the former judgement stays while a new one is made. */
export function useAvaliacao(entrada: EntradaDaAvaliacao): AnswerStatus<Avaliacao> {
  const { session, municipios, catalogo, livro, dataReferencia, avaliador } = entrada;
  const valores = useAnswer(session, qualidadeValores, SEM_PARAMETROS);
  const resposta = valores.estado === "pronto" ? valores.answer : null;
  const julgamento = useQuery<Avaliacao>({
    queryKey: ["qualidade", resposta?.version ?? -1, dataReferencia, numeroDe(municipios)],
    queryFn: () =>
      avaliador({
        pacotes: resposta?.rows ?? [],
        municipios: municipios.map(({ codigo, porte }) => ({ codigo, porte })),
        catalogo,
        regras: livro.regras,
        dataReferencia,
      }),
    enabled: resposta !== null,
    placeholderData: keepPreviousData,
    ...HELD,
  });
  if (valores.estado === "erro") return valores;
  if (julgamento.isError && !julgamento.isFetching) {
    return {
      estado: "erro",
      erro: new EngineError(
        "As regras de qualidade não puderam ser aplicadas.",
        "Tente de novo; se continuar, recarregue a página.",
        String(julgamento.error),
      ),
      tentarDeNovo: () => void julgamento.refetch(),
    };
  }
  if (julgamento.data === undefined) return { estado: "carregando" };
  return { estado: "pronto", answer: julgamento.data, atualizando: julgamento.isFetching || valores.estado === "carregando" };
}

const NUMEROS = new WeakMap<object, number>();
let proximo = 0;

/** A number for a list as it is, so that another list of the same length is another question. */
function numeroDe(lista: object): number {
  const conhecido = NUMEROS.get(lista);
  if (conhecido !== undefined) return conhecido;
  proximo += 1;
  NUMEROS.set(lista, proximo);
  return proximo;
}
