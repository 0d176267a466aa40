/**
 * The panel of service performance as a library: what each municipality said of each service and year,
 * checked, summed up where it can be, and set beside its like. Everything is pure: the year that runs is
 * an argument. Days are as the offices count them, missing is null, and a figure in doubt is shown and
 * enters no account.
 * Source: Lei 664/2025 Anajatuba/MA arts. 20 and 24 VI.
 */
export { chaveDaEscala, chaveDoServico, emCem, escalaDe, ESCALA_DE_CEM } from "./registro.ts";
export type { Escala, LinhaDeServico } from "./registro.ts";
export { ACHADO_ROTULO, ACHADOS_DO_SERVICO, conferirServico, EM_DUVIDA, maiorMedianaPossivel } from "./conferir.ts";
export type { AchadoDoServico, ColunaDoServico, EmDuvida, TipoDeAchado } from "./conferir.ts";
export { anoPadrao, montarPainel } from "./montar.ts";
export type { PainelDeServicos, RegistroDeServico, ServicoDoPainel } from "./montar.ts";
export { agregar, satisfacaoContada } from "./agregar.ts";
export type { Agregado, MedianasJuntas, SatisfacaoJunta, Soma, TempoMedioJunto } from "./agregar.ts";
export { MEDIDA_ROTULO, MEDIDAS, POUCAS, valorDaMedida } from "./medidas.ts";
export type { MedidaDoServico, OpcoesDaMedida, ValorDaMedida } from "./medidas.ts";
export { compararMunicipios, MINIMO_DO_GRUPO } from "./comparar.ts";
export type { ComparacaoEntreMunicipios, NoGrupo, Referencia } from "./comparar.ts";
export { compararAnos } from "./anos.ts";
export type { ComparacaoDeAnos, ParDeAnos, ParDeSatisfacao } from "./anos.ts";
export { CONFIANCA_DO_FUNIL, funisDaSatisfacao, limitesDoFunil } from "./funil.ts";
export type { FunilDaSatisfacao, LugarNoFunil, PontoDoFunil } from "./funil.ts";
export { faltasDe, PARTE_DO_PAINEL_ROTULO, PARTES_DO_PAINEL } from "./faltas.ts";
export type { Faltas, ParteDoPainel } from "./faltas.ts";
