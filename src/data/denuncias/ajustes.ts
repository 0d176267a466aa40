import type { CivilDate } from "../../core/civil-date.ts";
import type { DiaParado } from "../../core/denuncias/calendario.ts";
import { PRIMEIRO_DIA_POSSIVEL } from "../../core/denuncia.ts";
import type { Superintendencia } from "../../core/denuncias/passos.ts";
import type { TemaDenuncia } from "../contracts/denuncias.ts";
import type { DenunciasDoTerritorio } from "./padrao.ts";
import type { AjustesDoRelogio } from "./perguntas.ts";
import { paradosDosAnos } from "../feriados.ts";
import type { RegraDaCasa } from "../../core/denuncias/prazos.ts";

/** Years of the calendar: from the year before the first registration to two years after today. */
export function anosDoCalendario(inicio: string | null, hoje: CivilDate): { readonly de: number; readonly ate: number } {
  const anoDeHoje = Number(hoje.slice(0, 4));
  const primeiroPossivel = Number(PRIMEIRO_DIA_POSSIVEL.slice(0, 4));
  const primeiro = inicio === null ? anoDeHoje : Number(inicio.slice(0, 4));
  return { de: Math.max(primeiroPossivel, Math.min(primeiro, anoDeHoje)) - 1, ate: anoDeHoje + 2 };
}

export interface PartesDosAjustes {
  readonly estado: {
    readonly regra: RegraDaCasa;
    /** Optional days count as business days. */
    readonly facultativosUteis: boolean;
  };
  readonly doTerritorio: DenunciasDoTerritorio;
  readonly uf: string;
  readonly sede: number;
  readonly hoje: CivilDate;
  /** First registration of the extract; null when it has none. */
  readonly inicio: string | null;
  readonly doUsuario: readonly DiaParado[];
}

/** What the clock of every case depends on, from the address, the territory and the user's calendar. */
export function ajustesDe({ estado, doTerritorio, uf, sede, hoje, inicio, doUsuario }: PartesDosAjustes): AjustesDoRelogio {
  const { de, ate } = anosDoCalendario(inicio, hoje);
  return {
    hoje,
    regra: estado.regra,
    prazos: doTerritorio.prazos,
    parados: [...paradosDosAnos(uf, de, ate, doTerritorio.facultativos), ...doUsuario],
    facultativosParados: !estado.facultativosUteis,
    sede,
    superintendenciaDoTema: temasDe(doTerritorio),
  };
}

function temasDe({ superintendencias }: DenunciasDoTerritorio): Partial<Record<TemaDenuncia, Superintendencia>> {
  const temas: Partial<Record<TemaDenuncia, Superintendencia>> = {};
  for (const { id, temas: dela } of superintendencias) for (const tema of dela) temas[tema] = id;
  return temas;
}
