import type { CivilDate } from "../../core/civil-date.ts";
import type { Territorio } from "../../core/territorio.ts";
import type { Session } from "../session/session.ts";
import { ajustesDe } from "./ajustes.ts";
import { parseDenunciasDoTerritorio } from "./padrao.ts";
import type { AjustesDoRelogio, ApoioPedido, FiltroDeCasos } from "./perguntas.ts";
import { relogioDaSessao } from "./relogio-aba.ts";

/** All the cases there are. */
export const TODOS_OS_CASOS: FiltroDeCasos = {
  de: null,
  ate: null,
  canais: [],
  temas: [],
  municipios: null,
  superintendencias: [],
  esperas: [],
  prazos: [],
  estadosDoPrazo: [],
};

export interface PecasDoApoio {
  /** Content of the territory's `denuncias.json`. */
  readonly padrao: unknown;
  readonly territorio: Pick<Territorio, "uf" | "base">;
  readonly hoje: CivilDate;
  /** First registration of the extract; null when it has none. */
  readonly inicio: string | null;
}

/**
 * How the index counts cases: an overdue manifestação by the longer of the two ways
 * of counting, so that no house rule changes the list (Res. CIB/MT 012/2025, art. 7).
 */
export function ajustesDoIndice({ padrao, territorio, hoje, inicio }: PecasDoApoio): AjustesDoRelogio {
  return ajustesDe({
    estado: { regra: "uteis", facultativosUteis: false },
    doTerritorio: parseDenunciasDoTerritorio(padrao),
    uf: territorio.uf,
    sede: territorio.base,
    hoje,
    inicio,
    doUsuario: [],
  });
}

/** What the complaints in use say of the support each municipality needs, for the index. */
export async function apoioDoIndice(session: Session, pecas: PecasDoApoio, signal: AbortSignal): Promise<readonly ApoioPedido[]> {
  return (await relogioDaSessao(session).perguntar(ajustesDoIndice(pecas), "apoio", { filtro: TODOS_OS_CASOS }, signal)).resposta;
}
