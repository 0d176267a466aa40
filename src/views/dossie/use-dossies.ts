import { useQuery } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { type EntradaDosDossies, prepararDossies } from "../../core/dossie/entrada.ts";
import { methodHash, type Metodo } from "../../core/metodo/method.ts";
import { parsePacto } from "../../data/apoio/pacto.ts";
import { carregarDossies, type LidoParaOsDossies } from "../../data/dossie/carregar.ts";
import type { EngineError, Session } from "../../data/session/session.ts";
import type { Snapshot } from "../../data/snapshot/snapshot.ts";
import { useDadosDaPagina } from "../../ui/download/dados-da-pagina.ts";
import { HELD } from "../../ui/held-query.ts";
import { diaDoTrabalho } from "../../ui/trabalho/dia-do-trabalho.ts";
import { useTrabalho } from "../../ui/trabalho/use-trabalho.ts";
import { asEngineError } from "../../ui/use-answer.ts";
import { type Base, useDataVersion } from "../../ui/use-base.ts";

/** How far the reading of what the dossiers need is. */
export type DossiesEmUso =
  | { readonly estado: "carregando" }
  | { readonly estado: "pronto"; readonly entrada: EntradaDosDossies }
  | { readonly estado: "erro"; readonly erro: EngineError; readonly tentarDeNovo: () => void };

export interface PedidoDaPagina {
  readonly snapshot: Snapshot;
  readonly session: Session;
  /** With the figures counted from complaints, where the method weighs them. */
  readonly base: Base;
  readonly metodo: Metodo;
  readonly lerDenuncias: () => Promise<unknown>;
  readonly lerPacto: () => Promise<unknown>;
}

const numeros = new WeakMap<object, number>();
let ultimo = 0;

/** A number that tells lists of records apart in the key of a question. */
function numeroDe(objeto: object): number {
  const numero = numeros.get(objeto) ?? (ultimo += 1);
  numeros.set(objeto, numero);
  return numero;
}

/** Reads once what the dossiers of all municipalities need; any of them is then put together without asking again. */
export function useDossies({ snapshot, session, base, metodo, lerDenuncias, lerPacto }: PedidoDaPagina): DossiesEmUso {
  const versao = useDataVersion(session);
  const extratos = useSyncExternalStore(session.subscribe, session.extracts);
  const { registros, estado: doTrabalho } = useTrabalho(snapshot.territorio);
  const hashDosDados = useDadosDaPagina()?.hash ?? null;
  const { municipios, dataReferencia } = base;
  const pacto = useQuery({
    queryKey: ["dossies", "pacto"],
    queryFn: async () => parsePacto(await lerPacto()),
    ...HELD,
  });
  const lido = useQuery<LidoParaOsDossies>({
    queryKey: ["dossies", versao, dataReferencia, methodHash(metodo), numeroDe(registros), numeroDe(extratos), numeroDe(municipios)],
    queryFn: ({ signal }) =>
      carregarDossies(
        session,
        {
          territorio: snapshot.territorio,
          metodo,
          codigos: municipios.map(({ codigo }) => codigo),
          dataReferencia,
          registros,
          diaDoTrabalho: diaDoTrabalho(dataReferencia),
          lerPadrao: lerDenuncias,
        },
        signal,
      ),
    enabled: doTrabalho === "pronto",
    gcTime: 0,
    ...HELD,
  });
  const entrada = useMemo(() => {
    if (lido.data === undefined || pacto.data === undefined) return null;
    const { territorio, fontes } = snapshot;
    const { catalogo, colunas, mesh } = base;
    return prepararDossies({ territorio, fontes, catalogo, municipios, colunas, mesh, metodo, pacto: pacto.data, dataReferencia, hashDosDados, ...lido.data });
  }, [snapshot, base, municipios, metodo, pacto.data, dataReferencia, hashDosDados, lido.data]);
  const falha = [lido, pacto].find(({ isError, isFetching }) => isError && !isFetching);
  if (falha !== undefined) {
    return {
      estado: "erro",
      erro: asEngineError(falha.error),
      tentarDeNovo: () => {
        for (const pergunta of [lido, pacto]) if (pergunta.isError) void pergunta.refetch();
      },
    };
  }
  return entrada === null ? { estado: "carregando" } : { estado: "pronto", entrada };
}
