import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Indicador } from "../../core/indicador.ts";
import { applyMethodDiff, methodDiff } from "../../core/metodo/method-diff.ts";
import type { DimensaoDoMetodo, Metodo } from "../../core/metodo/method.ts";
import { ressalvasDoMetodo, vinculosDoMetodo } from "../../data/metodo/bonds.ts";
import { readMetodoValue, type ProblemaMetodo } from "../../data/metodo/parse.ts";

/** Quiet time after the last movement of a handle before the address takes the method, in ms. */
const ESPERA_MS = 180;

const NENHUMA: readonly DimensaoDoMetodo[] = [];

export interface MetodoEmVigor {
  readonly padrao: Metodo;
  readonly metodo: Metodo;
  readonly mudado: boolean;
  /** Why the method of the address cannot be used; the default is in its place, and the page says so. */
  readonly problemas: readonly ProblemaMetodo[];
  readonly avisos: readonly string[];
  /** Puts another method in force. Returns what is wrong with it, and then nothing changes. */
  readonly mudar: (metodo: Metodo) => readonly ProblemaMetodo[];
  /** Back to the default. */
  readonly voltar: () => void;
}

/**
 * The method in force. The address owns it; while a handle moves, a draft runs
 * ahead of it so that each frame only recombines, and browsers that limit how
 * often the address may change (Safari: 100 times in 30 s) are not pushed. A
 * change from outside (Back, a link) drops the draft.
 */
export function useMetodo(
  padrao: Metodo,
  catalogo: readonly Indicador[],
  daUrl: string,
  gravar: (metodo: string) => void,
  opcionais: readonly DimensaoDoMetodo[] = NENHUMA,
): MetodoEmVigor {
  const [rascunho, setRascunho] = useState<Rascunho | null>(null);
  if (rascunho !== null && rascunho.sobre !== daUrl) {
    // Once the address has taken the draft, the draft is the address's own method, and nothing is computed again.
    setRascunho(rascunho.escrito === daUrl ? { sobre: daUrl, escrito: null, metodo: rascunho.metodo } : null);
  }
  const doRascunho = rascunho !== null && (rascunho.sobre === daUrl || rascunho.escrito === daUrl) ? rascunho.metodo : null;
  // The address is read only where no draft stands for it.
  const aLer = doRascunho === null ? daUrl : null;
  const lido = useMemo(() => (aLer === null ? null : lerDaUrl(padrao, catalogo, aLer, opcionais)), [padrao, catalogo, aLer, opcionais]);
  const metodo = doRascunho ?? lido?.metodo ?? padrao;
  const avisos = useMemo(() => ressalvasDoMetodo(metodo, catalogo), [metodo, catalogo]);

  const pendente = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly gravar: () => void } | null>(null);
  const gravarAtual = useRef(gravar);
  useEffect(() => {
    gravarAtual.current = gravar;
  });
  useEffect(
    () => () => {
      if (pendente.current === null) return;
      clearTimeout(pendente.current.timer);
      pendente.current.gravar();
    },
    [],
  );

  const mover = useCallback(
    (novo: Metodo) => {
      setRascunho({ sobre: daUrl, escrito: null, metodo: novo });
      if (pendente.current !== null) clearTimeout(pendente.current.timer);
      const commit = (): void => {
        pendente.current = null;
        const texto = methodDiff(padrao, novo, opcionais);
        setRascunho((atual) => (atual?.metodo === novo ? { ...atual, escrito: texto } : atual));
        gravarAtual.current(texto);
      };
      pendente.current = { timer: setTimeout(commit, ESPERA_MS), gravar: commit };
    },
    [daUrl, padrao, opcionais],
  );
  const mudar = useCallback(
    (novo: Metodo): readonly ProblemaMetodo[] => {
      const problemas = vinculosDoMetodo(novo, catalogo);
      if (problemas.length === 0) mover(novo);
      return problemas;
    },
    [catalogo, mover],
  );
  const voltar = useCallback(() => {
    mover(padrao);
  }, [mover, padrao]);

  return useMemo(
    () => ({
      padrao,
      metodo,
      mudado: lido === null ? metodo !== padrao && methodDiff(padrao, metodo, opcionais) !== "" : daUrl !== "" && lido.problemas.length === 0,
      problemas: lido?.problemas ?? [],
      avisos,
      mudar,
      voltar,
    }),
    [padrao, metodo, opcionais, daUrl, lido, avisos, mudar, voltar],
  );
}

interface Rascunho {
  /** The address it runs ahead of. */
  readonly sobre: string;
  /** What the address becomes with it; null until it is written. */
  readonly escrito: string | null;
  readonly metodo: Metodo;
}

interface Lido {
  readonly metodo: Metodo;
  readonly problemas: readonly ProblemaMetodo[];
}

const ENDERECO: ProblemaMetodo = {
  caminho: "endereço",
  valor: null,
  mensagem: "O endereço desta página traz um método que não se consegue ler.",
  conserto: "Peça o endereço de novo a quem o enviou, ou o arquivo do método.",
};

/** The method an address stands for; with anything wrong in it, the default and what is wrong. */
export function lerDaUrl(padrao: Metodo, catalogo: readonly Indicador[], texto: string, opcionais: readonly DimensaoDoMetodo[] = NENHUMA): Lido {
  if (texto === "") return { metodo: padrao, problemas: [] };
  const valor = applyMethodDiff(padrao, texto, opcionais);
  if (valor === null) return { metodo: padrao, problemas: [ENDERECO] };
  const { metodo, problemas } = readMetodoValue(valor, catalogo);
  return { metodo: metodo ?? padrao, problemas };
}
