import { civilDe, diaDe } from "../../core/denuncias/dia.ts";
import { SEM_DIA } from "../../core/denuncias/passos.ts";
import { calcularRelogio } from "../../core/denuncias/relogio.ts";
import type { Reproducao } from "../../core/denuncias/reproducao.ts";
import { reproduzir } from "../../core/denuncias/reproduzir.ts";
import { montarMesa } from "../../core/denuncias/selecao.ts";
import { carregarCasos } from "./carregar.ts";
import type { AjustesDoRelogio, CasosCarregados } from "./perguntas.ts";
import { calendariosDe } from "./relogio-calendarios.ts";
import { superintendenciasDosTemas } from "./relogio-filtro.ts";
import type { CasosContados } from "./relogio-linhas.ts";
import type { CasosLidos, MensagemDoRelogio, NoticiaDoRelogio, PedidoDoRelogio } from "./relogio-mensagens.ts";
import { responder } from "./relogio-perguntas.ts";

/** What the runner needs of the world. */
export interface MundoDoRelogio {
  readonly post: (mensagem: MensagemDoRelogio) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

/**
 * Keeps the cases and answers about them. The replay is made again when today or the
 * cases change, the clock when any adjustment does; both when the next question needs them.
 */
export function relogioRunner({ post, now }: MundoDoRelogio): (pedido: PedidoDoRelogio) => void {
  let carregados: CasosCarregados | null = null;
  let ajustes: AjustesDoRelogio | null = null;
  let reproduzidos: { readonly hoje: string; readonly reproducao: Reproducao } | null = null;
  let contados: CasosContados | null = null;

  const carregar = (pedido: Extract<PedidoDoRelogio, { tipo: "carregar" }>): NoticiaDoRelogio => {
    const de = now();
    [carregados, reproduzidos, contados] = [null, null, null];
    carregados = carregarCasos(pedido.colunas);
    return { tipo: "carregado", lidos: lidosDe(carregados, now() - de) };
  };
  const contar = (): CasosContados => {
    if (contados !== null) return contados;
    if (carregados === null || ajustes === null) throw new TypeError("a question came before the cases or the adjustments");
    const { hoje, regra, prazos } = ajustes;
    const { colunas } = carregados;
    if (reproduzidos?.hoje !== hoje) reproduzidos = { hoje, reproducao: reproduzir(colunas, diaDe(hoje)) };
    const { reproducao } = reproduzidos;
    const relogio = calcularRelogio(colunas, reproducao, prazos, { hoje: diaDe(hoje), regra, calendarioDe: calendariosDe(ajustes) });
    contados = { carregados, mesa: montarMesa(colunas, reproducao, relogio, superintendenciasDosTemas(ajustes)) };
    return contados;
  };
  const perguntar = (pedido: Extract<PedidoDoRelogio, { tipo: "perguntar" }>): NoticiaDoRelogio => {
    const de = now();
    const casos = contar();
    const contado = now();
    const resposta = responder[pedido.nome](casos, pedido.pede as never);
    return { tipo: "resposta", resposta: { resposta, msDoRelogio: contado - de, msDaPergunta: now() - contado } };
  };

  return (pedido) => {
    if (pedido.tipo === "ajustar") {
      [ajustes, contados] = [pedido.ajustes, null];
      return;
    }
    let noticia: NoticiaDoRelogio;
    try {
      noticia = pedido.tipo === "carregar" ? carregar(pedido) : perguntar(pedido);
    } catch (error) {
      noticia = { tipo: "recusa", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
    post({ pedido: pedido.pedido, noticia });
  };
}

function lidosDe({ colunas, repetidas, eventos, eventosSemCaso }: CasosCarregados, ms: number): CasosLidos {
  let [primeiro, ultimo] = [Infinity, -Infinity];
  for (const dia of colunas.registro) {
    if (dia === SEM_DIA) continue;
    if (dia < primeiro) primeiro = dia;
    if (dia > ultimo) ultimo = dia;
  }
  return {
    casos: colunas.n,
    eventos,
    repetidas,
    eventosSemCaso,
    primeiroRegistro: Number.isFinite(primeiro) ? civilDe(primeiro) : null,
    ultimoRegistro: Number.isFinite(ultimo) ? civilDe(ultimo) : null,
    ms,
  };
}
