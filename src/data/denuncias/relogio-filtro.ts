import { diaDe, mesDoDia, textoDoMes } from "../../core/denuncias/dia.ts";
import { SEM_CODIGO, SUPERINTENDENCIAS } from "../../core/denuncias/passos.ts";
import { ESTADOS_DO_PRAZO, type Prazo } from "../../core/denuncias/prazos.ts";
import { ESPERAS } from "../../core/denuncias/reproducao.ts";
import type { FiltroEmCodigos } from "../../core/denuncias/selecao.ts";
import type { AjustesDoRelogio, FiltroDeCasos } from "./perguntas.ts";
import { CANAIS, TEMAS } from "./relogio-linhas.ts";

/**
 * A filter as codes. A name that is in no list asks for what no case has.
 * @throws RangeError for a month that does not exist
 */
export function filtroEmCodigos(filtro: FiltroDeCasos, prazos: readonly Prazo[]): FiltroEmCodigos {
  return {
    de: filtro.de === null ? null : diaDe(`${filtro.de}-01`),
    ate: filtro.ate === null ? null : ultimoDiaDoMes(filtro.ate),
    canais: codigos(CANAIS, filtro.canais),
    temas: codigos(TEMAS, filtro.temas),
    municipios: filtro.municipios,
    superintendencias: codigos(SUPERINTENDENCIAS, filtro.superintendencias),
    esperas: codigos(ESPERAS, filtro.esperas),
    prazos: posicoesDosPrazos(filtro.prazos, prazos),
    estadosDoPrazo: codigos(ESTADOS_DO_PRAZO, filtro.estadosDoPrazo),
  };
}

/** Positions of the terms of these ids; those the territory does not have are none of its. */
export function posicoesDosPrazos(ids: readonly string[], prazos: readonly Prazo[]): number[] {
  return prazos.flatMap(({ id }, j) => (ids.includes(id) ? [j] : []));
}

/** Position in `SUPERINTENDENCIAS` of the office that answers for each theme, by its code; `SEM_CODIGO` = none. */
export function superintendenciasDosTemas({ superintendenciaDoTema }: Pick<AjustesDoRelogio, "superintendenciaDoTema">): Uint8Array {
  return Uint8Array.from(TEMAS, (tema) => {
    const id = superintendenciaDoTema[tema];
    return id === undefined ? SEM_CODIGO : SUPERINTENDENCIAS.indexOf(id);
  });
}

function ultimoDiaDoMes(mes: string): number {
  return diaDe(`${textoDoMes(mesDoDia(diaDe(`${mes}-01`)) + 1)}-01`) - 1;
}

function codigos<T>(lista: readonly T[], escolhidos: readonly T[]): number[] {
  // -1 is no code of any case: a filter of unknown names lets nothing pass.
  return escolhidos.map((escolhido) => lista.indexOf(escolhido));
}
