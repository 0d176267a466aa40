import type { KeeperMessage, KeeperNews, KeeperRequest, Questions } from "./messages.ts";

/** What answers each question, from the data as the adjustments prepared it. */
export type Answerers<Pronto, Q extends Questions<Q>> = { readonly [N in keyof Q]: (pronto: Pronto, pede: Q[N]["pede"]) => Q[N]["responde"] };

/** What a keeper does with what it is given. */
export interface KeeperWork<Colunas, Dados, Lidos, Ajustes, Pronto, Q extends Questions<Q>> {
  readonly ler: (colunas: Colunas) => Dados;
  /** What to tell of the data read; `ms` is what reading took. */
  readonly contar: (dados: Dados, ms: number) => Lidos;
  /** Prepares the data for the questions; made again when the data or the adjustments change, and only when a question needs it. */
  readonly preparar: (dados: Dados, ajustes: Ajustes) => Pronto;
  readonly responder: Answerers<Pronto, Q>;
}

/** What the runner needs of the world. */
export interface KeeperWorld<Lidos, Q extends Questions<Q>> {
  readonly post: (mensagem: KeeperMessage<Lidos, Q>) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

/** Keeps the data and answers about it, inside the worker. */
export function keeperRunner<Colunas, Dados, Lidos, Ajustes, Pronto, Q extends Questions<Q>>(
  { post, now }: KeeperWorld<Lidos, Q>,
  { ler, contar, preparar, responder }: KeeperWork<Colunas, Dados, Lidos, Ajustes, Pronto, Q>,
): (pedido: KeeperRequest<Colunas, Ajustes, Q>) => void {
  let lido: { readonly dados: Dados } | null = null;
  let ajustado: { readonly ajustes: Ajustes } | null = null;
  let preparado: { readonly pronto: Pronto } | null = null;

  const carregar = (colunas: Colunas): KeeperNews<Lidos, Q> => {
    const de = now();
    [lido, preparado] = [null, null];
    const dados = ler(colunas);
    lido = { dados };
    return { tipo: "carregado", lidos: contar(dados, now() - de) };
  };
  const pronto = (): Pronto => {
    if (preparado !== null) return preparado.pronto;
    if (lido === null || ajustado === null) throw new TypeError("a question came before the data or the adjustments");
    preparado = { pronto: preparar(lido.dados, ajustado.ajustes) };
    return preparado.pronto;
  };
  const perguntar = <N extends keyof Q>(nome: N, pede: Q[N]["pede"]): KeeperNews<Lidos, Q> => {
    const de = now();
    const dados = pronto();
    const contado = now();
    const resposta = responder[nome](dados, pede);
    return { tipo: "resposta", resposta: { resposta, msDoPreparo: contado - de, msDaPergunta: now() - contado } };
  };

  return (pedido) => {
    if (pedido.tipo === "ajustar") {
      [ajustado, preparado] = [{ ajustes: pedido.ajustes }, null];
      return;
    }
    let noticia: KeeperNews<Lidos, Q>;
    try {
      noticia = pedido.tipo === "carregar" ? carregar(pedido.colunas) : perguntar(pedido.nome, pedido.pede);
    } catch (error) {
      noticia = { tipo: "recusa", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
    post({ pedido: pedido.pedido, noticia });
  };
}
