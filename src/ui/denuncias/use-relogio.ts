import { useMemo } from "react";
import type { AjustesDoRelogio } from "../../data/denuncias/perguntas.ts";
import { relogioDaSessao, type AndamentosDeLado, type RelogioDaAba } from "../../data/denuncias/relogio-aba.ts";
import type { CargaDoRelogio } from "../../data/denuncias/relogio-mensagens.ts";
import type { FixedSettings } from "../../data/keeper/tab.ts";
import type { Session } from "../../data/session/session.ts";
import { useKeeper, type CargaEmUso } from "../keeper/use-keeper.ts";

/** The clock of the cases in use, under a page's adjustments; ask it by `usePergunta`. */
export interface RelogioEmUso {
  /** How far the reading of the cases is. */
  readonly carga: CargaEmUso<CargaDoRelogio>;
  readonly demonstracao: boolean;
  readonly deLado: AndamentosDeLado | null;
  /** The sentence that says so; null when no events are left aside. */
  readonly aviso: string | null;
  readonly ajustes: FixedSettings<AjustesDoRelogio>;
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

/** Reads the cases in use into the tab's worker and says how far it is; see `useKeeper`. */
export function useRelogio(session: Session, ajustes: AjustesDoRelogio): RelogioEmUso {
  const { carga, extratos, ajustes: fixos, aba } = useKeeper(session, "relogio", relogioDaSessao(session), ajustes);
  return useMemo(() => {
    const { demonstracao, deLado, versao } = extratos;
    return { carga, demonstracao, deLado, aviso: deLado === null ? null : AVISOS[deLado], ajustes: fixos, aba, versao };
  }, [aba, carga, extratos, fixos]);
}
