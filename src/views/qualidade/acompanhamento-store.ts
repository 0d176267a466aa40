import {
  CHAVE_DO_ACOMPANHAMENTO,
  comMarca,
  escreverMarcas,
  juntarMarcas,
  lerMarcas,
  type Marca,
  type Marcas,
} from "../../core/qualidade/acompanhamento.ts";
import type { Achado } from "../../core/qualidade/achado.ts";

/** Where the marks are kept between visits: one text. */
export interface GuardaDeMarcas {
  /** Null when nothing is kept, or nothing can be. */
  readonly ler: () => string | null;
  /** False when the browser keeps nothing. */
  readonly gravar: (texto: string) => boolean;
  /** Tells when another tab wrote; returns how to stop listening. */
  readonly aoMudar: (ouvinte: () => void) => () => void;
}

export interface EstadoDoAcompanhamento {
  readonly marcas: Marcas;
  /** False when the marks live only while this page does. */
  readonly guarda: boolean;
}

/** How reading a file of marks ended. */
export type CargaDeMarcas =
  | { readonly tipo: "lido"; readonly marcas: number; readonly recusadas: number }
  | { readonly tipo: "recusado" };

export interface AcompanhamentoStore {
  readonly estado: () => EstadoDoAcompanhamento;
  readonly subscribe: (ouvinte: () => void) => () => void;
  /** Puts a mark on a finding, or takes it away. */
  readonly marcar: (achado: Achado, marca: Marca | null) => void;
  /** The file to download. */
  readonly arquivo: () => string;
  /** Adds the marks of a file; of two marks on one finding the later stays. */
  readonly carregar: (texto: string) => CargaDeMarcas;
}

/** The browser's own storage; where it is closed, nothing is kept. */
export const guardaDoNavegador: GuardaDeMarcas = {
  ler: () => attempt(() => localStorage.getItem(CHAVE_DO_ACOMPANHAMENTO), null),
  gravar: (texto) =>
    attempt(() => {
      localStorage.setItem(CHAVE_DO_ACOMPANHAMENTO, texto);
      return true;
    }, false),
  aoMudar: (ouvinte) => {
    const ouve = ({ key }: StorageEvent): void => {
      if (key === CHAVE_DO_ACOMPANHAMENTO || key === null) ouvinte();
    };
    window.addEventListener("storage", ouve);
    return () => {
      window.removeEventListener("storage", ouve);
    };
  },
};

/** Private windows, blocked storage and a full quota throw here. */
function attempt<T>(operation: () => T, otherwise: T): T {
  try {
    return operation();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

/** The marks of this browser, in memory and kept by `guarda`. */
export function criarAcompanhamento(guarda: GuardaDeMarcas): AcompanhamentoStore {
  const ouvintes = new Set<() => void>();
  let pararDeOuvir: (() => void) | null = null;
  let estado: EstadoDoAcompanhamento = { marcas: lidas(guarda), guarda: true };

  const avisa = (): void => {
    for (const ouvinte of ouvintes) ouvinte();
  };
  const troca = (marcas: Marcas): void => {
    estado = { marcas, guarda: guarda.gravar(escreverMarcas(marcas)) };
    avisa();
  };
  return {
    estado: () => estado,
    subscribe: (ouvinte) => {
      ouvintes.add(ouvinte);
      pararDeOuvir ??= guarda.aoMudar(() => {
        estado = { ...estado, marcas: lidas(guarda) };
        avisa();
      });
      return () => {
        ouvintes.delete(ouvinte);
        if (ouvintes.size > 0) return;
        pararDeOuvir?.();
        pararDeOuvir = null;
      };
    },
    marcar: (achado, marca) => {
      // What is kept is what every tab sees; only this finding is ours to change.
      troca(comMarca(estado.guarda ? lidas(guarda) : estado.marcas, achado, marca));
    },
    arquivo: () => escreverMarcas(estado.marcas),
    carregar: (texto) => {
      const lido = lerMarcas(texto);
      if (lido === null) return { tipo: "recusado" };
      troca(juntarMarcas(estado.marcas, lido.marcas));
      return { tipo: "lido", marcas: lido.marcas.size, recusadas: lido.recusadas };
    },
  };
}

function lidas(guarda: GuardaDeMarcas): Marcas {
  const texto = guarda.ler();
  return (texto === null ? null : lerMarcas(texto)?.marcas) ?? new Map();
}
