import { INCONSISTENCIAS, type CodigoDeInconsistencia, type Reproducao } from "./reproducao.ts";

/** A list of inconsistencies that grows, as columns. */
export interface Lista {
  readonly anotar: (caso: number, codigo: number, passo: number, evento: number) => void;
  readonly fechar: () => Reproducao["inconsistencias"];
}

export function novaLista(): Lista {
  let [n, cabem] = [0, 1024];
  let [caso, evento] = [new Int32Array(cabem), new Int32Array(cabem)];
  let [codigo, passo] = [new Uint8Array(cabem), new Uint8Array(cabem)];
  const crescer = (): void => {
    cabem *= 2;
    [caso, evento] = [maior(caso, new Int32Array(cabem)), maior(evento, new Int32Array(cabem))];
    [codigo, passo] = [maior(codigo, new Uint8Array(cabem)), maior(passo, new Uint8Array(cabem))];
  };
  return {
    anotar: (oCaso, oCodigo, oPasso, oEvento) => {
      if (n === cabem) crescer();
      caso[n] = oCaso;
      codigo[n] = oCodigo;
      passo[n] = oPasso;
      evento[n] = oEvento;
      n += 1;
    },
    fechar: () => ({ caso: caso.slice(0, n), codigo: codigo.slice(0, n), passo: passo.slice(0, n), evento: evento.slice(0, n) }),
  };
}

/** Position of a kind of inconsistency in `INCONSISTENCIAS`. */
export function codigoDaInconsistencia(nome: CodigoDeInconsistencia): number {
  return INCONSISTENCIAS.indexOf(nome);
}

function maior<T extends Int32Array | Uint8Array>(antiga: T, nova: T): T {
  nova.set(antiga);
  return nova;
}
