import type { DimensaoDoMetodo, Metodo } from "../../core/metodo/method.ts";

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

/** The method with a dimension added at its end, or put back as it was offered. */
export function comDimensao(metodo: Metodo, dimensao: DimensaoDoMetodo): Metodo {
  return { ...metodo, dimensoes: [...semDimensao(metodo, dimensao.id).dimensoes, dimensao] };
}

/** The method without one dimension. */
export function semDimensao(metodo: Metodo, id: string): Metodo {
  return { ...metodo, dimensoes: metodo.dimensoes.filter((dimensao) => dimensao.id !== id) };
}
