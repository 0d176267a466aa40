/**
 * Work that lives in files: records with stable ids and flat fields, and the
 * three-way merge of two people's copies of them. Everything is pure: random
 * bytes and today are arguments. A field that is missing is null; records come
 * out ordered by id.
 */
export { achatar, CAMPOS, emOrdem, idDaChave, isIgual, lapide, MAIOR_CODIGO, novoId, registro, textoCanonico, textoDoRegistro, tipoDoId, TIPOS, valorDe } from "./registro.ts";
export type { Campo, Registro, RegistroPlano, TipoDeRegistro, Valor } from "./registro.ts";
export { camposMudados, chaveDoConflito, mesclar, resolver, versaoComum } from "./mesclar.ts";
export type { Conflito, ConflitoDeCampo, ConflitoDeRemocao, Contribuicao, Escolha, Mescla } from "./mesclar.ts";
export { conferirRegistros, DESCOMPASSO_ROTULO } from "./conferir.ts";
export type { Descompasso } from "./conferir.ts";
export { retirar } from "./retirar.ts";
export type { Troca } from "./retirar.ts";
