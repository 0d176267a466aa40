import { useMemo } from "react";
import { apoioDaSessao, type ApoioDaAba } from "../../data/apoio/apoio-aba.ts";
import type { AjustesDoApoio, CargaDoApoio } from "../../data/apoio/perguntas.ts";
import type { FixedSettings } from "../../data/keeper/tab.ts";
import type { Session } from "../../data/session/session.ts";
import { useKeeper, type CargaEmUso } from "../keeper/use-keeper.ts";

/** The record of support in use, under a page's adjustments; ask it by `usePerguntaDoApoio`. */
export interface ApoioEmUso {
  /** How far the reading of the record is. */
  readonly carga: CargaEmUso<CargaDoApoio>;
  /** True when the record in use is invented. */
  readonly demonstracao: boolean;
  readonly ajustes: FixedSettings<AjustesDoApoio>;
  /** The one worker of the tab, and the version of the extract it reads. */
  readonly aba: ApoioDaAba;
  readonly versao: number;
}

/**
 * Reads the record of support in use into the tab's worker and says how far it is. It is
 * read once for the whole tab; `ajustes` only decide how it is counted, and may be a
 * new object at each call as long as they say the same.
 */
export function useApoio(session: Session, ajustes: AjustesDoApoio): ApoioEmUso {
  const { carga: lida, extratos, ajustes: fixos, aba } = useKeeper(session, "apoio", apoioDaSessao(session), ajustes);
  const carga = useMemo((): CargaEmUso<CargaDoApoio> => {
    if (lida.estado !== "pronto") return lida;
    const { porMunicipio, ...resto } = lida.carga;
    const conhecidos = new Set(fixos.ajustes.codigos);
    const deFora = porMunicipio.reduce((soma, { codigo, linhas }) => soma + (conhecidos.has(codigo) ? 0 : linhas), 0);
    return { estado: "pronto", carga: { ...resto, deFora } };
  }, [fixos, lida]);
  return useMemo(() => ({ carga, demonstracao: extratos.demonstracao, ajustes: fixos, aba, versao: extratos.versao }), [aba, carga, extratos, fixos]);
}
