/**
 * Planos de Providências and Planos de Apoio: difficulty → action → office → deadline
 * → evidence → approval → pact → done, from the rows of a file or the records of the
 * work kept in the browser. Everything is pure: today is an argument; missing is null;
 * what does not fit is listed and counted, never changed or dropped.
 * Source: Portaria SPS/CE 352/2023 arts. 6 and 7.
 */
export { ESPECIE_ROTULO, ESPECIES, ORIGEM_ROTULO, ORIGENS } from "./plano.ts";
export type { Acao, Especie, Fonte, Origem, Plano } from "./plano.ts";
export { montadorDePlanos, planosDasLinhas, planosDosRegistros } from "./montar.ts";
export type { LinhaDePlano, Montador, PlanosMontados } from "./montar.ts";

export { registrosDoPlano, semContinuados } from "./continuar.ts";

export { estadoDaAcao, SITUACAO_ROTULO, SITUACOES_DA_ACAO } from "./acao.ts";
export type { EstadoDaAcao, SituacaoDaAcao } from "./acao.ts";
export { contarPlanos, planosPorMunicipio, progressoDe, resumirPlanos } from "./progresso.ts";
export type { AcaoContada, EsperaDoPlano, PlanoContado, PlanosDoMunicipio, Progresso, ResumoDosPlanos, SituacaoDoPlano } from "./progresso.ts";

export { conferirPlanos } from "./conferir.ts";
export { PROBLEMA_TEXTO, PROBLEMAS_DOS_PLANOS } from "./problema.ts";
export type { CodigoDoProblema, ProblemaDoPlano, TextoDoProblema } from "./problema.ts";
export { filtrarPlanos, listarAcoes, orgaosDosPlanos } from "./selecao.ts";
export type { FiltroDosPlanos } from "./selecao.ts";
export { dividasDoEstado, isDevido } from "./dividas.ts";
export type { DividaDoEstado, PedidoDasDividas } from "./dividas.ts";
