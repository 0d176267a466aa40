import { montarCalendario } from "../../../src/core/denuncias/calendario.ts";
import { SEM_CODIGO } from "../../../src/core/denuncias/passos.ts";
import type { RegraDaCasa } from "../../../src/core/denuncias/prazos.ts";
import { calcularRelogio } from "../../../src/core/denuncias/relogio.ts";
import { reproduzir } from "../../../src/core/denuncias/reproduzir.ts";
import { type FiltroEmCodigos, type Mesa, montarMesa } from "../../../src/core/denuncias/selecao.ts";
import { casosDe, dia, type CasoDeTeste } from "./casos.ts";
import { PRAZOS } from "./prazos-da-norma.ts";

/** Lets every case pass. */
export const SEM_FILTRO: FiltroEmCodigos = {
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

/** Cases replayed and clocked under the norm's terms, with weekends as the only days without business. */
export function mesaDe(lista: readonly CasoDeTeste[], hoje: string, regra: RegraDaCasa = null, superintendenciaDoTema: readonly number[] = []): Mesa {
  const casos = casosDe(lista);
  const reproducao = reproduzir(casos, dia(hoje));
  const calendario = montarCalendario({ de: dia("2020-01-01"), ate: dia("2030-12-31"), parados: [], municipio: null, facultativosParados: true });
  const relogio = calcularRelogio(casos, reproducao, PRAZOS, { hoje: dia(hoje), regra, calendarioDe: () => calendario });
  const temas = new Uint8Array(256).fill(SEM_CODIGO);
  temas.set(superintendenciaDoTema);
  return montarMesa(casos, reproducao, relogio, temas);
}

/** Positions of the cases that a selection keeps. */
export function dentro(selecao: Uint8Array): number[] {
  return [...selecao.keys()].filter((caso) => selecao[caso] === 1);
}
