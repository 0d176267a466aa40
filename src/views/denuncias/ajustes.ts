import type { CivilDate } from "../../core/civil-date.ts";
import type { DiaParado } from "../../core/denuncias/calendario.ts";
import { PRIMEIRO_DIA_POSSIVEL } from "../../core/denuncia.ts";
import type { Superintendencia } from "../../core/denuncias/passos.ts";
import type { TemaDenuncia } from "../../data/contracts/denuncias.ts";
import type { DenunciasDoTerritorio } from "../../data/denuncias/padrao.ts";
import type { AjustesDoRelogio } from "../../data/denuncias/perguntas.ts";
import { paradosDosAnos } from "../../data/feriados.ts";
import type { ExtractSummary } from "../../data/snapshot/snapshot.ts";
import type { Estado } from "./estado.ts";

/**
 * The day counted as today: the link's; else the last day the user's own complaints
 * and events speak of; else the bundled data's.
 */
export function hojeDe({ em }: Pick<Estado, "em">, extratos: readonly ExtractSummary[], dataReferencia: CivilDate): CivilDate {
  if (em !== null) return em;
  const denuncias = extratos.find(({ id }) => id === "denuncias");
  if (denuncias === undefined || denuncias.demonstracao) return dataReferencia;
  const fins = extratos.flatMap(({ id, demonstracao, fim }) => ((id === "denuncias" || id === "andamentos") && !demonstracao && fim !== null ? [fim] : []));
  return fins.toSorted().at(-1) ?? dataReferencia;
}

/** Years of the calendar: from the year before the first registration to two years after today. */
export function anosDoCalendario(inicio: string | null, hoje: CivilDate): { readonly de: number; readonly ate: number } {
  const anoDeHoje = Number(hoje.slice(0, 4));
  const primeiroPossivel = Number(PRIMEIRO_DIA_POSSIVEL.slice(0, 4));
  const primeiro = inicio === null ? anoDeHoje : Number(inicio.slice(0, 4));
  return { de: Math.max(primeiroPossivel, Math.min(primeiro, anoDeHoje)) - 1, ate: anoDeHoje + 2 };
}

export interface PartesDosAjustes {
  readonly estado: Pick<Estado, "regra" | "facultativosUteis">;
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
