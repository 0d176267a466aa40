import { barrasDoFluxo } from "../../src/views/denuncias/fluxo/barras.ts";
import { cumprimentoDosPrazos } from "../../src/views/denuncias/fluxo/cumprimento.ts";
import { barrasDosEstados, linhasDosEstados } from "../../src/views/denuncias/fluxo/estados.ts";
import { cumprimentoPorMes } from "../../src/views/denuncias/fluxo/grafico-do-cumprimento.ts";
import { linhasDaCurva, tempoAteResposta } from "../../src/views/denuncias/fluxo/resposta.ts";
import { diasPorPasso, linhasDosTempos } from "../../src/views/denuncias/fluxo/tempos.ts";
import { FLUXO, MANIFESTACAO, RESPOSTA } from "../views/denuncias/fluxo/amostra.ts";
import type { GalleryEntry } from "./gallery.ts";

const ESTADOS = barrasDosEstados(linhasDosEstados(FLUXO.porEstado));
const TEMPOS = linhasDosTempos(FLUXO.tempos, [RESPOSTA, MANIFESTACAO]);
const CURVA = linhasDaCurva(FLUXO.resposta);
const MESES = cumprimentoDosPrazos(FLUXO, [MANIFESTACAO], null)[0]?.meses ?? [];

export const gallery: readonly GalleryEntry[] = [
  {
    id: "denuncias-fluxo-estados",
    titulo: "Casos abertos por estado, com zeros",
    options: barrasDoFluxo(ESTADOS),
  },
  {
    id: "denuncias-fluxo-estados-328",
    titulo: "Casos por estado a 360 px",
    options: barrasDoFluxo(ESTADOS),
    largura: 328,
  },
  {
    id: "denuncias-fluxo-tempos",
    titulo: "Dias por passo: um com poucos casos, um além do prazo, um sem casos",
    options: diasPorPasso(TEMPOS),
  },
  {
    id: "denuncias-fluxo-tempos-328",
    titulo: "Dias por passo a 360 px",
    options: diasPorPasso(TEMPOS),
    largura: 328,
  },
  {
    id: "denuncias-fluxo-resposta",
    titulo: "Tempo até a resposta, com intervalo e prazo",
    options: tempoAteResposta(CURVA, RESPOSTA),
  },
  {
    id: "denuncias-fluxo-cumprimento",
    titulo: "Parte no prazo por mês, duas contagens, um mês sem nada e um ainda aberto",
    options: cumprimentoPorMes(MESES, ["corridos", "uteis"]),
  },
];
