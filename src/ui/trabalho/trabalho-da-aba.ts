import { chaveDoConflito, type Conflito, emOrdem, type Escolha, isIgual, lapide, type Registro, resolver } from "../../core/mescla/index.ts";
import { abrirGuarda, type Gravacao, type Guarda, type Mudanca } from "../../data/trabalho/guarda.ts";
import type { Palavras } from "../../data/trabalho/palavras.ts";

/** What this tab knows of the user's own work. Another object after each change. */
export interface EstadoDoTrabalho {
  readonly estado: "abrindo" | "pronto";
  /** By id; those taken out are not here. The same array while none changes. */
  readonly registros: readonly Registro[];
  /** What could not be read or kept, and what to do. */
  readonly avisos: readonly Palavras[];
  readonly onde: "navegador" | "memoria";
  /** Records that are only in this page: closing it loses them. */
  readonly pendentes: number;
  /** What another tab changed in the same fields; `decidir` settles them. */
  readonly conflitos: readonly Conflito[];
  /** What the next undo takes back, for a button: "apagar o plano"; null for nothing. */
  readonly desfaz: string | null;
  /** True when closing the page would lose something. */
  readonly perde: boolean;
}

/** The user's own work in this tab: one for all its pages. */
export interface TrabalhoDaAba {
  readonly estado: () => EstadoDoTrabalho;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Shows the edits at once and keeps them. What the browser refuses stays on this
   * page, and the answer says so. Rejects with `RangeError` for a record that is not
   * well formed, which is then nowhere.
   * @param oQue what undo will say; without it the edits cannot be undone
   */
  readonly gravar: (mudancas: readonly Mudanca[], oQue?: string) => Promise<Gravacao>;
  /** Takes back the last edit that can be; null when there is none. */
  readonly desfazer: () => Promise<Gravacao | null>;
  /** Settles what another tab changed of a record, by `chaveDoConflito`. */
  readonly decidir: (id: string, escolhas: ReadonlyMap<string, Escolha>) => Promise<void>;
  /** Reads all again: somebody else wrote. */
  readonly reler: () => Promise<void>;
  /** All there is now is in a file of the user's: leaving loses nothing. */
  readonly exportado: () => void;
  /** Empties the work of this installation. Rejects with `StoreError`. */
  readonly apagar: () => Promise<void>;
  readonly guarda: () => Promise<Guarda>;
}

interface Passo {
  readonly oQue: string;
  readonly mudancas: readonly Mudanca[];
}

const PASSOS_GUARDADOS = 20;
const ABRINDO: EstadoDoTrabalho = {
  estado: "abrindo",
  registros: [],
  avisos: [],
  onde: "navegador",
  pendentes: 0,
  conflitos: [],
  desfaz: null,
  perde: false,
};

/** @param abrir opens what the browser keeps, at the first need of it */
export function criarTrabalhoDaAba(abrir: () => Promise<Guarda>): TrabalhoDaAba {
  const listeners = new Set<() => void>();
  let estado = ABRINDO;
  let aberta: Promise<Guarda> | null = null;
  let naMao: Guarda | null = null;
  let todos = new Map<string, Registro>();
  let leitura: Promise<void> = Promise.resolve();
  let proxima: Promise<void> | null = null;
  let daLeitura: readonly Palavras[] = [];
  let daGravacao: Palavras | null = null;
  let passos: readonly Passo[] = [];
  let isExportado = false;

  function mostrar(mudanca: Partial<EstadoDoTrabalho> = {}): void {
    const pendentes = naMao?.pendentes() ?? 0;
    if (pendentes === 0) daGravacao = null;
    estado = {
      ...estado,
      onde: naMao?.estado().onde ?? "navegador",
      pendentes,
      avisos: daGravacao === null ? daLeitura : [...daLeitura.filter(({ motivo }) => motivo !== daGravacao?.motivo), daGravacao],
      desfaz: passos.at(-1)?.oQue ?? null,
      perde: pendentes > 0 && !isExportado,
      ...mudanca,
    };
    for (const listener of listeners) listener();
  }

  const vivos = (): readonly Registro[] => emOrdem([...todos.values()].filter(({ removido }) => !removido));

  /** Puts records in their places; the array is another only when one of them is. */
  function trocar(registros: readonly Registro[]): readonly Registro[] {
    const mudados = registros.filter((cada) => !isIgual(todos.get(cada.id) ?? null, cada));
    for (const cada of mudados) todos.set(cada.id, cada);
    return mudados.length === 0 ? estado.registros : vivos();
  }

  async function lerTodos(): Promise<void> {
    const lido = await (await guarda()).ler();
    const mudou = lido.registros.length !== todos.size || lido.registros.some((cada) => !isIgual(todos.get(cada.id) ?? null, cada));
    if (mudou) todos = new Map(lido.registros.map((cada) => [cada.id, cada]));
    daLeitura = lido.avisos;
    mostrar({ estado: "pronto", ...(mudou ? { registros: vivos() } : {}) });
  }

  /** One reading at a time: whoever asks while one goes on waits for the next, which is one for all. */
  function reler(): Promise<void> {
    proxima ??= leitura.then(() => {
      proxima = null;
      leitura = lerTodos();
      return leitura;
    });
    return proxima;
  }

  async function relerUns(ids: readonly string[]): Promise<void> {
    const lidos = await (await guarda()).lerUns(ids);
    mostrar({ registros: trocar(lidos) });
  }

  async function comecar(): Promise<Guarda> {
    const nova = await abrir();
    naMao = nova;
    nova.subscribe(({ tipo, id, deOutraAba }) => {
      if (!deOutraAba) {
        if (tipo === "estado") mostrar();
        return;
      }
      // Another tab's file or undo may have been of many records: then all are read.
      void (tipo === "guardada" && id !== null ? relerUns([id]) : reler());
    });
    return nova;
  }

  function guarda(): Promise<Guarda> {
    aberta ??= comecar();
    return aberta;
  }

  async function gravar(mudancas: readonly Mudanca[], oQue?: string): Promise<Gravacao> {
    const aqui = await guarda();
    const gravando = aqui.gravar(mudancas);
    if (oQue !== undefined) passos = [...passos, { oQue, mudancas }].slice(-PASSOS_GUARDADOS);
    // Writing again what waits adds nothing that a file does not have.
    if (mudancas.length > 0) isExportado = false;
    mostrar({ registros: trocar(mudancas.map(({ depois }) => depois)) });
    const gravacao = await gravando;
    daGravacao = gravacao.aviso;
    const ids = new Set(mudancas.map(({ depois }) => depois.id));
    const outros = estado.conflitos.filter(({ id }) => !ids.has(id));
    const novos = gravacao.conflitos.filter(({ id }) => !outros.some((outro) => outro.id === id));
    mostrar({ conflitos: [...outros, ...novos] });
    await relerUns([...ids]);
    return gravacao;
  }

  return {
    estado: () => estado,
    subscribe(listener) {
      listeners.add(listener);
      if (aberta === null) void reler();
      return () => void listeners.delete(listener);
    },
    gravar,
    async desfazer() {
      const passo = passos.at(-1);
      if (passo === undefined) return null;
      passos = passos.slice(0, -1);
      return gravar(passo.mudancas.map(({ antes, depois }) => ({ antes: depois, depois: antes ?? lapide(depois) })));
    },
    async decidir(id, escolhas) {
      const aqui = await guarda();
      const encontro = await aqui.encontro(id);
      mostrar({ conflitos: estado.conflitos.filter((conflito) => conflito.id !== id) });
      if (encontro === null) return relerUns([id]);
      const { mescla, deles } = encontro;
      const porDecidir = new Set(mescla.conflitos.map(chaveDoConflito));
      const [decidido] = resolver(mescla, new Map([...escolhas].filter(([chave]) => porDecidir.has(chave))));
      if (decidido === undefined || isIgual(decidido, deles)) {
        aqui.desistir(id);
        return relerUns([id]);
      }
      await gravar([{ antes: deles, depois: decidido }]);
    },
    reler,
    exportado() {
      isExportado = true;
      mostrar();
    },
    async apagar() {
      await (await guarda()).apagar();
      passos = [];
      mostrar({ conflitos: [] });
      await reler();
    },
    guarda,
  };
}

const abas = new Map<string, TrabalhoDaAba>();

/** The one keeper of this tab for an installation; `escopo` as that of the user's files. */
export function trabalhoDaAba(escopo: string): TrabalhoDaAba {
  const conhecida = abas.get(escopo) ?? criarTrabalhoDaAba(() => abrirGuarda({ escopo }));
  abas.set(escopo, conhecida);
  return conhecida;
}
