import { useQuery } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import type { AjustesDoRelogio } from "../../data/denuncias/perguntas.ts";
import { relogioDaSessao, type AjustesFixos, type AndamentosDeLado, type RelogioDaAba } from "../../data/denuncias/relogio-aba.ts";
import type { CargaDoRelogio } from "../../data/denuncias/relogio-mensagens.ts";
import type { EngineError, Session } from "../../data/session/session.ts";
import { HELD } from "../held-query.ts";
import { asEngineError } from "../use-answer.ts";

/** The clock of the cases in use, under a page's adjustments; ask it by `usePergunta`. */
export interface RelogioEmUso {
  /** How far the reading of the cases is. */
  readonly carga:
    | { readonly estado: "carregando" }
    | { readonly estado: "pronto"; readonly carga: CargaDoRelogio }
    | { readonly estado: "erro"; readonly erro: EngineError; readonly tentarDeNovo: () => void };
  readonly demonstracao: boolean;
  readonly deLado: AndamentosDeLado | null;
  /** The sentence that says so; null when no events are left aside. */
  readonly aviso: string | null;
  readonly ajustes: AjustesFixos;
  /** The one clock of the tab, and the version of the extracts it reads. */
  readonly aba: RelogioDaAba;
  readonly versao: number;
}

const AVISOS: Readonly<Record<AndamentosDeLado, string>> = {
  "denuncias-sao-demonstracao":
    "Os andamentos carregados ficaram de lado: as denúncias em uso são de demonstração, e dados oficiais não se juntam a elas. Carregue também o conjunto Denúncias.",
  "andamentos-sao-demonstracao":
    "Os andamentos de demonstração ficaram de lado: as denúncias em uso são suas. Só as datas das denúncias contam; carregue também o conjunto Andamentos das denúncias.",
};

/**
 * Reads the cases in use into the tab's worker and says how far it is. The cases are
 * read once for the whole tab; `ajustes` only decide how they are counted, and may
 * be a new object at each call as long as they say the same.
 */
export function useRelogio(session: Session, ajustes: AjustesDoRelogio): RelogioEmUso {
  const aba = relogioDaSessao(session);
  const { demonstracao, deLado, versao } = useSyncExternalStore(session.subscribe, aba.extratos);
  const texto = JSON.stringify(ajustes);
  const fixos = useMemo(() => aba.fixar(texto), [aba, texto]);
  const { data, error, isError, isFetching, refetch } = useQuery<CargaDoRelogio>({
    queryKey: ["relogio", "carga", versao],
    queryFn: aba.carregar,
    ...HELD,
  });
  return useMemo(
    () => ({
      carga:
        isError && !isFetching
          ? { estado: "erro", erro: asEngineError(error), tentarDeNovo: () => void refetch() }
          : data === undefined
            ? { estado: "carregando" }
            : { estado: "pronto", carga: data },
      demonstracao,
      deLado,
      aviso: deLado === null ? null : AVISOS[deLado],
      ajustes: fixos,
      aba,
      versao,
    }),
    [aba, data, deLado, demonstracao, error, fixos, isError, isFetching, refetch, versao],
  );
}
