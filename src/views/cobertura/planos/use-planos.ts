import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import type { CivilDate } from "../../../core/civil-date.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { planosDosRegistros, type Fonte, type PlanosMontados } from "../../../core/planos/index.ts";
import { contarEmTurnos, type PlanosConferidos } from "../../../data/planos/contar.ts";
import { lerPlanos } from "../../../data/planos/ler.ts";
import type { EngineError, Session } from "../../../data/session/session.ts";
import { HELD } from "../../../ui/held-query.ts";
import { diaDoTrabalho } from "../../../ui/trabalho/dia-do-trabalho.ts";
import type { TrabalhoEmUso } from "../../../ui/trabalho/use-trabalho.ts";
import { asEngineError } from "../../../ui/use-answer.ts";
import { useDataVersion } from "../../../ui/use-engine.ts";

/** The plans on the screen and how they stand today. */
export interface PlanosEmUso extends PlanosConferidos {
  readonly carga: { readonly estado: "carregando" } | { readonly estado: "pronto" } | { readonly estado: "erro"; readonly erro: EngineError; readonly tentarDeNovo: () => void };
  /** The plans shown are of the demonstration. */
  readonly demonstracao: boolean;
  /** Which of the two is shown, where they stand apart; null where there is nothing to choose. */
  readonly escolha: { readonly fonte: Fonte; readonly doExtrato: number; readonly doTrabalho: number } | null;
}

interface Pedido {
  readonly session: Session;
  readonly trabalho: TrabalhoEmUso;
  readonly municipios: readonly Municipio[];
  readonly hoje: CivilDate;
  /** Asked for in the address. */
  readonly fonte: Fonte | null;
}

const NADA: PlanosMontados = { planos: [], problemas: [] };
const NENHUM: PlanosConferidos = { planos: [], problemas: [] };

/**
 * Plans of the extract in use and of the user's work: added where the extract is
 * official, apart where it is the demonstration. The former count stays on the screen
 * while the next one is made.
 */
export function usePlanos({ session, trabalho, municipios, hoje, fonte }: Pedido): PlanosEmUso {
  const versao = useDataVersion(session);
  const extratos = useSyncExternalStore(session.subscribe, session.extracts);
  const extrato = extratos.find(({ id, linhas }) => id === "planos" && linhas > 0);
  const lidos = useQuery<PlanosMontados>({
    queryKey: ["planos", "extrato", versao],
    queryFn: () => lerPlanos(session),
    enabled: extrato !== undefined,
    ...HELD,
  });
  const doExtrato = extrato === undefined ? NADA : lidos.data;
  const doTrabalho = useMemo(() => planosDosRegistros(trabalho.registros), [trabalho.registros]);
  const isDemonstracao = extrato?.demonstracao ?? false;
  const temTrabalho = doTrabalho.planos.length + doTrabalho.problemas.length > 0;
  const mostrada: Fonte | null = !isDemonstracao ? null : !temTrabalho ? "extrato" : (fonte ?? "trabalho");
  const mostrados = useMemo(
    () => (doExtrato === undefined ? null : mostrada === "extrato" ? [doExtrato] : mostrada === "trabalho" ? [doTrabalho] : [doExtrato, doTrabalho]),
    [doExtrato, doTrabalho, mostrada],
  );
  const contados = useQuery<PlanosConferidos>({
    queryKey: ["planos", "contagem", (mostrados ?? []).map(numeroDe), hoje, numeroDe(municipios)],
    queryFn: ({ signal }) => contarEmTurnos(mostrados ?? [], { hoje, doTrabalho: diaDoTrabalho(hoje) }, new Set(municipios.map(({ codigo }) => codigo)), signal),
    enabled: mostrados !== null && trabalho.estado === "pronto",
    placeholderData: keepPreviousData,
    gcTime: 0,
    ...HELD,
  });
  return {
    carga: falhaDe(lidos) ?? falhaDe(contados) ?? { estado: contados.data === undefined ? "carregando" : "pronto" },
    ...(contados.data ?? NENHUM),
    demonstracao: mostrada === "extrato",
    escolha: mostrada !== null && temTrabalho ? { fonte: mostrada, doExtrato: doExtrato?.planos.length ?? 0, doTrabalho: doTrabalho.planos.length } : null,
  };
}

function falhaDe<T>({ isError, isFetching, error, refetch }: UseQueryResult<T>): PlanosEmUso["carga"] | null {
  return isError && !isFetching ? { estado: "erro", erro: asEngineError(error), tentarDeNovo: () => void refetch() } : null;
}

const numeros = new WeakMap<object, number>();
let ultimo = 0;

/** A number that tells objects apart in the key of a question. */
function numeroDe(objeto: object): number {
  const numero = numeros.get(objeto) ?? (ultimo += 1);
  numeros.set(objeto, numero);
  return numero;
}
