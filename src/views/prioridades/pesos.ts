import type { Metodo } from "../../core/metodo/method.ts";

/** The method with one dimension's weight changed. */
export function comPesoDaDimensao(metodo: Metodo, id: string, peso: number): Metodo {
  return { ...metodo, dimensoes: metodo.dimensoes.map((dimensao) => (dimensao.id === id ? { ...dimensao, peso } : dimensao)) };
}

/** The method with one indicator's weight changed. */
export function comPesoDoIndicador(metodo: Metodo, id: string, peso: number): Metodo {
  return {
    ...metodo,
    dimensoes: metodo.dimensoes.map((dimensao) => ({
      ...dimensao,
      indicadores: dimensao.indicadores.map((indicador) => (indicador.id === id ? { ...indicador, peso } : indicador)),
    })),
  };
}
