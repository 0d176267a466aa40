import { civilDe, diaDe } from "../../core/denuncias/dia.ts";
import { SEM_DIA } from "../../core/denuncias/passos.ts";
import { calcularRelogio } from "../../core/denuncias/relogio.ts";
import type { Reproducao } from "../../core/denuncias/reproducao.ts";
import { reproduzir } from "../../core/denuncias/reproduzir.ts";
import { montarMesa } from "../../core/denuncias/selecao.ts";
import { keeperRunner, type KeeperWorld } from "../keeper/run.ts";
import { carregarCasos } from "./carregar.ts";
import type { AjustesDoRelogio, CasosCarregados, Perguntas } from "./perguntas.ts";
import { calendariosDe } from "./relogio-calendarios.ts";
import { superintendenciasDosTemas } from "./relogio-filtro.ts";
import type { CasosContados } from "./relogio-linhas.ts";
import type { CasosLidos, PedidoDoRelogio } from "./relogio-mensagens.ts";
import { responder } from "./relogio-perguntas.ts";

/**
 * Keeps the cases and answers about them. The replay is made again when today or the
 * cases change, the clock when any adjustment does; both when the next question needs them.
 */
export function relogioRunner(mundo: KeeperWorld<CasosLidos, Perguntas>): (pedido: PedidoDoRelogio) => void {
  let reproduzidos: { readonly de: CasosCarregados; readonly hoje: string; readonly reproducao: Reproducao } | null = null;

  const preparar = (carregados: CasosCarregados, ajustes: AjustesDoRelogio): CasosContados => {
    const { hoje, regra, prazos } = ajustes;
    const { colunas } = carregados;
    if (reproduzidos?.de !== carregados || reproduzidos.hoje !== hoje) {
      reproduzidos = null;
      reproduzidos = { de: carregados, hoje, reproducao: reproduzir(colunas, diaDe(hoje)) };
    }
    const { reproducao } = reproduzidos;
    const relogio = calcularRelogio(colunas, reproducao, prazos, { hoje: diaDe(hoje), regra, calendarioDe: calendariosDe(ajustes) });
    return { carregados, mesa: montarMesa(colunas, reproducao, relogio, superintendenciasDosTemas(ajustes)) };
  };

  return keeperRunner(mundo, {
    ler: (cruas) => {
      // A million events of before and after do not fit together in a small machine.
      reproduzidos = null;
      return carregarCasos(cruas);
    },
    contar: lidosDe,
    preparar,
    responder,
  });
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
