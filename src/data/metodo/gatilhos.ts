/** Why a municipality must be visited whatever its score. */
export interface Gatilho {
  readonly codigo: number;
  readonly motivo: string;
}

export const MOTIVO_MAXIMO = 200;

/** Triggers of this tab. */
export interface Gatilhos {
  readonly ler: () => readonly Gatilho[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Adds one; the same reason for the same municipality is one trigger. */
  readonly exigir: (gatilho: Gatilho) => void;
  readonly retirar: (gatilho: Gatilho) => void;
}

/**
 * Triggers live in the memory of the tab and nowhere else: a reason may come from
 * a complaint, and neither the address nor the browser's storage may carry it.
 */
export function createGatilhos(): Gatilhos {
  let lista: readonly Gatilho[] = [];
  const listeners = new Set<() => void>();
  const trocar = (nova: readonly Gatilho[]): void => {
    lista = nova;
    for (const listener of listeners) listener();
  };
  const isMesmo = (a: Gatilho, b: Gatilho): boolean => a.codigo === b.codigo && a.motivo === b.motivo;
  return {
    ler: () => lista,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    exigir: (gatilho) => {
      const limpo = { codigo: gatilho.codigo, motivo: gatilho.motivo.trim().slice(0, MOTIVO_MAXIMO) };
      if (limpo.motivo !== "" && !lista.some((outro) => isMesmo(outro, limpo))) trocar([...lista, limpo]);
    },
    retirar: (gatilho) => {
      trocar(lista.filter((outro) => !isMesmo(outro, gatilho)));
    },
  };
}

/** The tab's own. */
export const gatilhosDaAba = createGatilhos();
