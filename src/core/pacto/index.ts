/**
 * The pact of support as a library: what was pacted, what was held, whom it reached,
 * what is still owed. Everything is pure: today is an argument. Days are whole numbers
 * from 1970-01-01, arrays are aligned with the caller's municipalities, shares are 0–1,
 * missing is null (`SEM_DIA`, `SEM_CODIGO` or -1 in columns), and what cannot be
 * classified is counted apart, never guessed.
 * Source: Res. CIB/MT 02/2022 arts. 4 to 8.
 */
export type { Coordenacao, EstrategiaDoPacto, LinhaDoPacto, MinimoDoPacto, ModalidadeDoPacto, Pacto } from "./plano.ts";
export { estadoDoApoio, SITUACOES_DO_APOIO } from "./colunas.ts";
export type { ApoiosEmColunas, EstadoDoApoio } from "./colunas.ts";
export { montarColunas } from "./montar.ts";
export type { LinhaDeApoio } from "./montar.ts";

export { classificar, coordenacaoDoTema, naoClassificadosDe, sugeridorDeLinhas, sugerirEstrategia, sugerirLinha } from "./classificar.ts";
export type { Classificacao, NaoClassificado, SugestaoDeLinha } from "./classificar.ts";
export { maisParecido, parecidosCom, semelhanca, SEMELHANCA_MINIMA } from "./semelhanca.ts";
export type { MaisParecido } from "./semelhanca.ts";

export { cobrir, cobrirPeriodos } from "./cobertura.ts";
export type { BaseDoPacto, CoberturaDoPacto, PedidoDeCobertura, PeriodoDoPacto } from "./cobertura.ts";
export { linhasSemRealizacao, maisNecessitados, partesDa } from "./partes.ts";
export type { LinhaSemRealizacao, PartesDaCobertura } from "./partes.ts";

export { calcularMinimo, curvaDoMinimo, ESTADOS_DO_MINIMO } from "./minimo.ts";
export type { CurvaDoMinimo, EstadoDoMinimo, MinimoAnual, PedidoDoMinimo, RegraDoMinimo } from "./minimo.ts";
export { maisMeses, ultimoDiaDoMes } from "./meses.ts";
export { responderDemanda } from "./pedidos.ts";
export type { PedidoDaDemanda, RespostaADemanda } from "./pedidos.ts";
