import type { CivilDate } from "../../core/civil-date.ts";
import { civilDe } from "../../core/denuncias/dia.ts";
import { faltamPara, linhaDaFila } from "../../core/denuncias/fila.ts";
import { codigoDoPasso, PASSOS, SEM_CODIGO, SEM_DIA, SUPERINTENDENCIAS, type Superintendencia } from "../../core/denuncias/passos.ts";
import { ESTADOS_DO_PRAZO, PORQUES } from "../../core/denuncias/prazos.ts";
import { ESPERAS, ESTADOS } from "../../core/denuncias/reproducao.ts";
import type { Mesa } from "../../core/denuncias/selecao.ts";
import { CANAL_ROTULO, TEMA_DENUNCIA_ROTULO, type Canal, type TemaDenuncia } from "../contracts/denuncias.ts";
import type { CasosCarregados, LinhaDaFila, PrazoDoCaso } from "./perguntas.ts";

/** The cases read, with their replay up to a day and their clock under some adjustments. */
export interface CasosContados {
  readonly carregados: CasosCarregados;
  readonly mesa: Mesa;
}

export const CANAIS = Object.keys(CANAL_ROTULO) as readonly Canal[];
export const TEMAS = Object.keys(TEMA_DENUNCIA_ROTULO) as readonly TemaDenuncia[];

const REGISTRO = codigoDoPasso("registro");
const decoder = new TextDecoder();

/** The item a code stands for. @throws RangeError for a code the list does not have */
export function item<T>(lista: readonly T[], codigo: number | undefined): T {
  const achado = lista[codigo ?? SEM_CODIGO];
  if (achado === undefined) throw new RangeError(`no item ${codigo} in a list of ${lista.length}`);
  return achado;
}

/** A day as a civil date; null for `SEM_DIA`. */
export function dataOuNada(dia: number | undefined): CivilDate | null {
  return dia === undefined || dia === SEM_DIA ? null : civilDe(dia);
}

export function superintendenciaDe(codigo: number): Superintendencia | null {
  return SUPERINTENDENCIAS[codigo] ?? null;
}

/** Protocol of a case, decoded. */
export function protocoloDe({ protocolos, protocoloEm }: CasosCarregados, caso: number): string {
  return decoder.decode(protocolos.subarray(protocoloEm[caso], protocoloEm[caso + 1]));
}

/** The case of a protocol; -1 when there is none. */
export function casoDoProtocolo({ colunas, protocolos, protocoloEm }: CasosCarregados, protocolo: string): number {
  const procurado = new TextEncoder().encode(protocolo);
  for (let caso = 0; caso < colunas.n; caso += 1) {
    const de = protocoloEm[caso] ?? 0;
    if ((protocoloEm[caso + 1] ?? 0) - de === procurado.length && procurado.every((byte, i) => protocolos[de + i] === byte)) return caso;
  }
  return -1;
}

/** Day of the registration that counts. */
export function registroDe({ reproducao }: Mesa, caso: number): CivilDate | null {
  return dataOuNada(reproducao.diaDoPasso[caso * PASSOS.length + REGISTRO]);
}

/** A term of a case. */
export function prazoDoCaso(mesa: Mesa, caso: number, prazo: number): PrazoDoCaso {
  const { relogio } = mesa;
  const celula = caso * relogio.prazos.length + prazo;
  return {
    prazo: item(relogio.prazos, prazo).id,
    estado: item(ESTADOS_DO_PRAZO, relogio.estado[celula]),
    divide: relogio.divide[celula] === 1,
    porque: item(PORQUES, relogio.porque[celula]),
    inicio: dataOuNada(relogio.inicio[celula]),
    cumprimento: dataOuNada(relogio.cumprimento[celula]),
    venceCorridos: dataOuNada(relogio.venceCorridos[celula]),
    venceUteis: dataOuNada(relogio.venceUteis[celula]),
    faltam: faltamPara(mesa, caso, prazo),
  };
}

/** A case as a row; `prazos` are positions of the terms looked at, none = all. */
export function linhaDoCaso(carregados: CasosCarregados, mesa: Mesa, caso: number, prazos: readonly number[]): LinhaDaFila {
  const { casos, reproducao } = mesa;
  const linha = linhaDaFila(mesa, caso, prazos);
  return {
    caso,
    protocolo: protocoloDe(carregados, caso),
    municipio: casos.municipio[caso] ?? 0,
    tema: item(TEMAS, casos.tema[caso]),
    canal: item(CANAIS, casos.canal[caso]),
    registro: registroDe(mesa, caso),
    estado: item(ESTADOS, reproducao.estado[caso]),
    espera: item(ESPERAS, reproducao.espera[caso]),
    superintendencia: superintendenciaDe(linha.superintendencia),
    distribuida: linha.distribuida,
    prazo: linha.prazo === SEM_CODIGO ? null : prazoDoCaso(mesa, caso, linha.prazo),
    apensadas: linha.apensadas,
    inconsistencias: linha.inconsistencias,
  };
}
